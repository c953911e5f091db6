"""Dates as delivered and as typed: every style, every calendar, and nothing guessed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.standards.dates import after, apart, parse, period

DAY = date(2012, 2, 23)


@pytest.mark.parametrize(
    "text",
    [
        "23/02/2012",
        "23/2/2012",
        "23.02.2012",
        "23-02-2012",
        "20120223",
        "2012-02-23",
        "2012/02/23",
        "2012.02.23",
        "2012-02-23T00:00:00",
        "2012-02-23 10:20:30",
        "2012-02-23T10:20:30.123Z",
        "2012-02-23T10:20:30+07:00",
        "2012-02-23Z",
        "2012-02-23+03:00",
        "23/02/2012 00:00",
        " 23/02/2012\n",
        "23/02/2012\u00a0",
        "２０１２－０２－２３",
        "٢٠١٢/٠٢/٢٣",
        "\u200f2012/02/23\u200f",
        "၂၀၁၂/၀၂/၂၃",
    ],
)
def test_styles(text):
    parsed = parse(text)
    assert (parsed.iso, parsed.original, parsed.calendar, parsed.note) == (DAY, text, "gregorian", "")


@pytest.mark.parametrize("text", ["23/02/2555", "2555/02/23", "25550223", "๒๓/๐๒/๒๕๕๕", "2555-02-23"])
@pytest.mark.parametrize("calendar", ["gregorian", "buddhist"])
def test_a_buddhist_year_is_converted_whatever_the_office_says(text, calendar):
    parsed = parse(text, calendar)
    assert (parsed.iso, parsed.calendar) == (DAY, "buddhist")


NAMED = """
23 February 2012; 23 Feb 2012; 23-Feb-2012; 23rd February, 2012; February 23, 2012; Feb. 23, 2012; 2012-Feb-23; 23 de febrero de 2012; 23 de fevereiro de 2012; 23 FEVEREIRO 2012; 23/fev/2012; 23 février 2012;
23. Februar 2012; 23 Februari 2012; 23 Peb 2012; 23 Şubat 2012; 23 февраля 2012 г.; 23 лютого 2012 року; ngày 23 tháng 2 năm 2012; ngày 23 tháng 02 năm 2012; 2012年2月23日; 2012년 2월 23일; 23 فبراير 2012; ٢٣ فبراير ٢٠١٢;
23 กุมภาพันธ์ 2012; 23 ກຸມພາ 2012; 23 កុម្ភៈ 2012; ၂၃ ဖေဖော်ဝါရီ ၂၀၁၂
"""
THAI = "23 กุมภาพันธ์ 2555; 23 ก.พ. 2555; ๒๓ กุมภาพันธ์ ๒๕๕๕; ๒๓ ก.พ. ๒๕๕๕; วันที่ 23 เดือนกุมภาพันธ์ พ.ศ. 2555; 23 กุมภาพันธ์ พ.ศ.๒๕๕๕"


@pytest.mark.parametrize("text", [text.strip() for text in NAMED.split(";")])
def test_days_written_with_the_name_of_the_month(text):
    assert (parse(text).iso, parse(text).note) == (DAY, "")


@pytest.mark.parametrize("text", THAI.split("; "))
def test_thai_months_with_buddhist_years(text):
    assert (parse(text, "buddhist").iso, parse(text).calendar) == (DAY, "buddhist")


@pytest.mark.parametrize(
    ("text", "calendar"),
    [("۱۵ خرداد ۱۳۹۹", "persian"), ("5 Farvardin 1399", "persian"), ("12 رمضان 1441", "hijri"), ("1441/09/12 هـ", "hijri"),
     ("3 መስከረም 2012", "ethiopian"), ("Meskerem 3, 2012 E.C.", "ethiopian")],
)  # fmt: skip
def test_a_month_of_another_calendar_is_flagged_whatever_the_year(text, calendar):
    parsed = parse(text)
    assert (parsed.iso, parsed.calendar) == (None, calendar)
    assert "not converted" in parsed.note


def test_an_office_that_counts_by_another_calendar_has_its_days_kept_as_delivered():
    assert (parse("2012-02-23", "ethiopian").iso, parse("2012-02-23", "ethiopian").calendar) == (None, "ethiopian")
    assert parse("1399/03/15", "persian").calendar == "persian"


def test_day_and_month_are_read_in_the_order_of_the_office():
    assert parse("02/23/2012", month_first=True).iso == DAY
    assert parse("02/03/2012", month_first=True).iso == date(2012, 2, 3)
    assert parse("02/03/2012").iso == date(2012, 3, 2)
    assert parse("2012-02-23", month_first=True).iso == DAY
    assert parse("02/23/2012").iso is None
    assert parse("02/23/2012").note.endswith("Day and month seem to be swapped.")
    assert parse("23/02/2012", month_first=True).iso is None


@pytest.mark.parametrize(
    ("text", "found"),
    [("1-2020-04567  05/08/2020", ("1-2020-04567", "05/08/2020")), ("05.08.2020 1-2020-04567", ("1-2020-04567", "05.08.2020")),
     ("1-2020-04567 (2020-08-05)", ("1-2020-04567", "2020-08-05")), ("1-2020-04567", ("1-2020-04567", "")), ("05/08/2020", ("05/08/2020", "")),
     ("002345-2019/DIN", ("002345-2019/DIN", "")), ("12 05/08/2020", ("12 05/08/2020", "")), ("1" * 99, ("1" * 99, ""))],
)  # fmt: skip
def test_a_number_and_a_day_are_taken_apart(text, found):
    assert apart(text) == found


def test_a_christian_year_from_an_office_that_counts_otherwise_is_read_as_such():
    assert parse("2012-02-23", "buddhist").calendar == "gregorian"
    assert parse("2012-02-23", "hijri").iso == DAY


@pytest.mark.parametrize("text", ["01/04/1433", "1433-04-01", "14330401", "1399/12/30"])
@pytest.mark.parametrize("calendar", ["gregorian", "hijri"])
def test_a_hijri_year_is_flagged_and_never_guessed(text, calendar):
    parsed = parse(text, calendar)
    assert (parsed.iso, parsed.calendar) == (None, "hijri")
    assert "Hijri" in parsed.note


@pytest.mark.parametrize(
    "text",
    [
        "00000000",
        "0000-00-00",
        "30.12.1899",
        "1899-12-30",
        "1900-01-01",
        "01/01/1900",
        "1900-01-00",
        "20120000",
        "99991231",
        "1753-01-01",
        "00/00/0000",
    ],
)
def test_placeholders_are_no_dates(text):
    parsed = parse(text)
    assert parsed.iso is None
    assert "placeholder" in parsed.note


@pytest.mark.parametrize("text", ["31/02/2012", "2011-02-29", "20121301", "2012-13-01", "00/01/2012x"])
def test_impossible_days_have_a_note(text):
    parsed = parse(text)
    assert parsed.iso is None
    assert parsed.note.endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "23/02/62",
        "12",
        "2012",
        "February 2012",
        "23 Febber 2012",
        "23 ก.พ. 55",
        "1600-01-01",
        "2300-01-01",
        "x" * 5000,
        "2012-02-23" + " " * 90 + "x",
    ],
)
def test_unknown_styles_and_years_are_not_guessed(text):
    parsed = parse(text)
    assert (parsed.iso, parsed.original) == (None, text)
    assert parsed.note
    assert len(parsed.note) < 150


@pytest.mark.parametrize("text", ["", "  ", "-", "N/A", "null", "None"])
def test_nothing_is_nothing_and_needs_no_note(text):
    parsed = parse(text)
    assert (parsed.iso, parsed.note) == (None, "")


STYLES = ("{0:%d/%m/%Y}", "{0:%Y%m%d}", "{0:%Y-%m-%d}", "{0:%d.%m.%Y}", "{0:%Y/%m/%d}", "{0:%Y-%m-%d}T12:00:00")


@given(st.dates(date(1901, 1, 1), date(2199, 12, 31)), st.sampled_from(STYLES))
def test_every_day_in_every_style_comes_back(day, style):
    assert parse(style.format(day)).iso == day


@given(st.dates(date(1901, 1, 1), date(2199, 12, 31)))
def test_every_day_of_the_buddhist_calendar_comes_back(day):
    assert parse(f"{day:%d/%m}/{day.year + 543}").iso == day


@given(st.text(max_size=120))
def test_any_text_can_be_parsed(text):
    assert parse(text).original == text


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2015", date(2015, 1, 1), date(2015, 12, 31)),
        ("2015-06", date(2015, 6, 1), date(2015, 6, 30)),
        ("201506", date(2015, 6, 1), date(2015, 6, 30)),
        ("2015/06", date(2015, 6, 1), date(2015, 6, 30)),
        ("02.2000", date(2000, 2, 1), date(2000, 2, 29)),
        ("2.2000", date(2000, 2, 1), date(2000, 2, 29)),
        ("12/1999", date(1999, 12, 1), date(1999, 12, 31)),
        ("2015-06-30", date(2015, 6, 30), date(2015, 6, 30)),
        ("20150630", date(2015, 6, 30), date(2015, 6, 30)),
        ("30/06/2015", date(2015, 6, 30), date(2015, 6, 30)),
        ("30.06.2015", date(2015, 6, 30), date(2015, 6, 30)),
        ("2558", date(2015, 1, 1), date(2015, 12, 31)),
        ("๒๕๕๘", date(2015, 1, 1), date(2015, 12, 31)),
        ("2558-06", date(2015, 6, 1), date(2015, 6, 30)),
        ("30/06/2558", date(2015, 6, 30), date(2015, 6, 30)),
        (" ２０１５ ", date(2015, 1, 1), date(2015, 12, 31)),
        ("*", None, None),
        ("", None, None),
    ],
)
def test_periods(text, first, last):
    assert period(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "yesterday",
        "2015-13",
        "201513",
        "30/02/2015",
        "15",
        "15/06/15",
        "1436",
        "3",
        "2015..2016",
        "99999",
        "-",
        "n/a",
        "x" * 1000,
    ],
)
def test_what_is_no_period_is_refused_with_what_to_type(text):
    with pytest.raises(ValueError, match="Type a year, a month or a day: 2015, 2015-06 or 2015-06-30") as refusal:
        period(text)
    assert len(str(refusal.value)) < 250


@given(st.integers(1700, 2199), st.integers(1, 12))
def test_a_month_ends_the_day_before_the_next_begins(year, month):
    first, last = period(f"{year}-{month:02}")
    assert first == date(year, month, 1)
    assert (last + timedelta(days=1)).day == 1
    assert (last - first).days < 31


@given(st.dates(max_value=date(2100, 1, 1)), st.integers(1, 50))
def test_years_later_is_the_same_day_or_the_first_of_march(start: date, years: int) -> None:
    end = after(start, years)
    assert end.year == start.year + years
    assert (end.month, end.day) in {(start.month, start.day), (3, 1)}
    assert (end.month, end.day) == (start.month, start.day) or (start.month, start.day) == (2, 29)
