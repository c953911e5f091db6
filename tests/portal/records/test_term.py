"""The term of a right: its last day, what says so, and a status that follows from nothing else and says that too."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.utils import timezone

from ingest.offices.profiles import all_profiles, load
from portal.records.derive import Rows, derive
from portal.records.models import Classification, LegalEvent, Office, Publication, Record, RelatedNumber
from portal.records.settle import age
from portal.records.signals import records_changed
from portal.records.store import store
from portal.records.term import lapse, set_term
from tests.factories.records import delivery, draft

ONE = "BR-P-102020000001"
TODAY = dt.date(2026, 1, 1)


def day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def record(filed: str = "", granted: str = "", expires: str = "", status: str = "in_force") -> Record:
    dates = {"filing_date": day(filed), "grant_date": day(granted), "expiry_date": day(expires)}
    return Record(id=ONE, office_id="BR", right="patent", status=status, status_as_of=day(granted or filed), **dates)


@pytest.mark.parametrize(
    ("dates", "years", "end", "rule"),
    [
        (("2001-05-01",), [20], "2021-05-01", "20 years from filing on 1 May 2001"),
        (("2001-05-01", "2015-03-03"), [20], "2021-05-01", "20 years from filing on 1 May 2001"),
        (("2001-05-01", "2015-03-03"), [20, 10], "2025-03-03", "10 years from grant on 3 March 2015"),
        (("2001-05-01", "2004-03-03"), [20, 10], "2021-05-01", "20 years from filing on 1 May 2001"),
        (("2001-05-01", "2015-03-03", "2023-01-01"), [20, 10], "2023-01-01", "the day of expiry the office gives"),
        # A day of expiry that cannot be ends nothing.
        (("2001-05-01", "", "1999-01-01"), [20], "2021-05-01", "20 years from filing on 1 May 2001"),
        (("2001-05-01", "2005-03-03", "2005-03-03"), [20], "2021-05-01", "20 years from filing on 1 May 2001"),
        # No filing is later than the grant, so the right lasts no longer than this.
        (("", "2015-03-03"), [20, 10], "2035-03-03", "20 years from grant on 3 March 2015, as no filing date is held"),
        (("", "2015-03-03"), [20], "2035-03-03", "20 years from grant on 3 March 2015, as no filing date is held"),
        (("", "2015-03-03"), [7], "2022-03-03", "7 years from grant on 3 March 2015, as no filing date is held"),
        (
            ("", "2015-03-03"),
            [],
            "2035-03-03",
            "20 years from grant on 3 March 2015, as no filing date is held, the longest usual term",
        ),
        (("", "", "2023-01-01"), [], "2023-01-01", "the day of expiry the office gives"),
        (("2001-05-01",), [], "2021-05-01", "20 years from filing on 1 May 2001, the longest usual term"),
        (("",), [], "", ""),
    ],
)
def test_the_end_is_the_office_s_word_or_the_later_day_of_its_law(
    dates: tuple[str, ...], years: list[int], end: str, rule: str
) -> None:
    found = record(*dates)
    set_term(found, Rows(), {"term": {"patent": years}})
    assert (found.term_end, found.term_rule) == (day(end), rule)
    assert found.term_uncertain is (bool(end) and "years" in rule and not years)


@pytest.mark.parametrize(
    ("office", "filed", "granted", "end"),
    [
        ("PH", "1997-12-31", "2012-03-03", "2029-03-03"),
        ("US", "1995-06-07", "2005-03-03", "2022-03-03"),
        ("US", "1995-06-08", "2005-03-03", "2015-06-08"),
        ("PH", "2005-05-01", "2012-03-03", "2025-05-01"),
        ("MY", "2001-07-31", "2020-03-03", "2035-03-03"),
        ("MY", "2003-05-01", "2020-03-03", "2023-05-01"),
        ("CL", "2005-11-30", "2018-03-03", "2033-03-03"),
        ("CL", "2010-05-01", "2018-03-03", "2030-05-01"),
        ("BR", "2005-05-01", "2021-05-12", "2031-05-12"),
        ("BR", "2010-05-01", "2024-09-10", "2030-05-01"),
        ("BR", "2010-05-01", "", "2030-05-01"),
    ],
)
def test_years_from_grant_count_for_what_was_filed_or_granted_under_the_law_that_had_them(
    office: str, filed: str, granted: str, end: str
) -> None:
    row, found = load(office).row()["profile"], record(filed, granted)
    set_term(found, Rows(), row)
    assert found.term_end == day(end)


@pytest.mark.parametrize(
    ("office", "number", "dates", "pct", "end", "words"),
    [
        ("MX", "MX/u/2012/000102", ("2012-01-04", "2014-05-12"), "", "2022-01-04", "10 years from filing on 4 January 2012"),
        ("MX", "MX/u/2020/000102", ("2020-11-04",), "", "2030-11-04", "10 years from filing on 4 November 2020"),
        ("MX", "MX/u/2020/000102", ("2020-11-05",), "", "2035-11-05", "15 years from filing on 5 November 2020"),
        ("MX", "MX/u/2021/000102", ("2021-03-04",), "2019-09-04", "2034-09-04?", "international filing on 4 September 2019, or 10 under the law before 5 November 2020"),
        ("MX", "MX/u/2020/000102", ("",), "", "2035-12-31?", "as no filing date is held, or 10 if filed before 5 November 2020"),
        ("MX", "MX/u/2019/000102", ("",), "", "2029-12-31", "10 years from the last day of the year in its number on 31 December 2019, as no filing date is held"),
        ("MX", "MX/u/2021/000102", ("",), "", "2036-12-31", "15 years from the last day of the year in its number on 31 December 2021, as no filing date is held"),
        ("JP", "1", ("1992-01-04",), "", "2007-01-04", "15 years from filing on 4 January 1992"),
        ("JP", "1", ("2005-03-31",), "", "2011-03-31", "6 years from filing on 31 March 2005"),
        ("JP", "1", ("2005-04-01",), "", "2015-04-01", "10 years from filing on 1 April 2005"),
    ],
)  # fmt: skip
def test_what_was_filed_under_a_law_before_lasts_as_long_as_that_says(
    office: str, number: str, dates: tuple[str, ...], pct: str, end: str, words: str
) -> None:
    row, found = load(office).row()["profile"], record(*dates)
    found.office_id, found.number, found.right = office, number, "utility_model"
    rows = [RelatedNumber(relation="pct_application", office_code="WO", date=day(pct))] if pct else []
    set_term(found, Rows(related=rows), row)
    assert (found.term_end, found.term_uncertain) == (day(end.rstrip("?")), end.endswith("?"))
    assert words in found.term_rule


@pytest.mark.parametrize(
    ("office", "number", "dates", "related", "end", "words"),
    [
        # A Brazilian certificate of addition ends with its main patent.
        ("BR", "C10412345", ("2006-05-01",), [("addition_to", "BR", "2004-03-22")], "2024-03-22?", "filing of its main patent on"),
        ("BR", "C10412345", ("2016-05-01",), [("addition_to", "BR", "2014-03-22")], "2034-03-22", "filing of its main patent on"),
        ("BR", "C10412345", ("2006-05-01",), [("addition_to", "BR", "")], "2026-05-01?", "2006, or with its main patent before"),
        ("BR", "C10412345", ("2006-05-01",), [], "2026-05-01?", "2006, or with its main patent before"),
        ("BR", "C10412345", ("2006-05-01", "2018-05-01"), [("addition_to", "BR", "2004-03-22")], "2024-03-22?", "main patent"),
        # A grant that is not held may give it longer, but where none was given until the law had no years from it.
        ("BR", "PI0412345", ("2006-05-01",), [], "2026-05-01?", "2006, or later by a grant that is not held"),
        ("BR", "PI0412345", ("2012-05-01",), [], "2032-05-01", "filing on"),
        ("BR", "PI0412345", ("2006-05-01", "2010-05-01"), [], "2026-05-01", "filing on"),
        ("US", "1", ("1995-06-07",), [], "2015-06-07?", "or later by a grant that is not held"),
        ("US", "1", ("1995-06-08",), [], "2015-06-08", "filing on"),
        # Without a filing date the year in the number bounds it, where grant and publication are not before its end.
        ("BR", "MU8601476", ("", "2016-05-03"), [], "2023-05-03?", "7 years from grant on 3 May 2016, or 15 from filing if of"),
        ("BR", "MU8601476", ("", "2012-05-03"), [], "2021-12-31", "from the last day of the year in its number on 31 December 2006, as no filing date is held"),
        ("BR", "102012023114", ("", "2022-10-22"), [], "2032-12-31", "the year in its number"),
        ("BR", "102012023114", ("", "2012-10-22"), [], "2032-10-22", "20 years from grant"),
        ("BR", "102012023114", ("",), [("divided_from", "BR", "2010-12-01")], "2030-12-01?", "filing of its earliest parent on"),
        ("US", "1", ("", "1999-05-03"), [], "2019-05-03", "20 years from grant"),
        ("IN", "1", ("2006-05-01",), [("addition_to", "IN", "2004-03-22")], "2024-03-22", "filing of its main patent on"),
        # The years count from the earliest parent, and from the international filing.
        ("US", "1", ("2016-07-29",), [("related", "US", "2004-12-01")], "2024-12-01", "filing of its earliest parent on"),
        ("US", "1", ("2016-07-29",), [("divided_from", "US", "2010-12-01"), ("related", "US", "2004-12-01")], "2024-12-01", "parent"),
        ("US", "1", ("2016-07-29",), [("related", "US", "2018-12-01")], "2036-07-29", "filing on"),
        ("US", "1", ("2016-07-29",), [("related", "US", "2018-12-01"), ("divided_from", "US", "")], "2036-07-29?", "or of a parent's filing before"),
        ("US", "1", ("2016-07-29",), [("priority", "US", "2015-12-01"), ("related", "GB", "2010-01-01")], "2036-07-29", "filing on"),
        ("US", "1", ("2016-07-29",), [("pct_application", "WO", "2014-01-29")], "2034-01-29", "international filing on"),
        ("CL", "1", ("2016-07-29",), [("pct_application", "WO", "2009-01-29")], "2036-07-29?", "2016, or from the international filing on 29 January 2009"),
        ("US", "1", ("2016-07-29",), [("pct_application", "WO", "1914-01-29")], "2036-07-29", "filing on"),
        ("EP", "1", ("2016-07-29",), [("divided_from", "EP", "2010-12-01")], "2030-12-01", "filing of its earliest parent on"),
        ("EP", "1", ("2016-07-29",), [("related", "EP", "2010-12-01"), ("divided_from", "EP", "")], "2036-07-29", "filing on"),
    ],
)  # fmt: skip
def test_the_years_count_from_the_file_another_comes_from(
    office: str, number: str, dates: tuple[str, ...], related: list[tuple[str, str, str]], end: str, words: str
) -> None:
    row, found = load(office).row()["profile"], record(*dates)
    found.office_id, found.number = office, number
    found.right = "utility_model" if number.startswith("MU") else "patent"
    rows = [RelatedNumber(relation=one, office_code=of, date=day(filed)) for one, of, filed in related]
    set_term(found, Rows(related=rows), row)
    assert (found.term_end, found.term_uncertain) == (day(end.rstrip("?")), end.endswith("?"))
    assert words in found.term_rule


@pytest.mark.parametrize(("received", "end"), [(False, "2044-03-03"), (True, "")])
def test_the_day_of_a_receipt_begins_no_term(*, received: bool, end: str) -> None:
    found = Record(id=ONE, office_id="VN", right="patent", status_as_of=day("2024-03-03"), status_received=received)
    set_term(found, Rows(), {"term": {"patent": [20]}})
    assert found.term_end == day(end)


@pytest.mark.parametrize(
    ("published", "end", "words"),
    [
        (
            [("B8", "1995-03-03")],
            "2015-03-03",
            "20 years from publication of a correction on 3 March 1995, as no filing",
        ),
        ([("A2", "1994-03-03"), ("B8", "1995-03-03")], "2014-03-03", "20 years from publication on"),
        ([("A8", "1994-03-03"), ("B1", "1995-03-03")], "2014-03-03", "20 years from publication of a correction on"),
        ([("A2", "1994-03-03"), ("A8", "1994-03-03")], "2014-03-03", "20 years from publication on"),
    ],
)
def test_no_filing_follows_a_correction(published: list[tuple[str, str]], end: str, words: str) -> None:
    papers = [Publication(kind=kind, date=day(date)) for kind, date in published]
    found = Record(id="LA-P-1", office_id="LA", right="patent", number="1")
    derive(found, papers, [])
    set_term(found, Rows(publications=papers), {"term": {"patent": [20]}})
    assert found.term_end == day(end)
    assert found.term_rule.startswith(words)


def test_a_right_extended_beyond_its_term_has_no_end_by_years() -> None:
    found = record("2001-05-01")
    set_term(found, Rows(events=[LegalEvent(category="G")]), {"term": {"patent": [20]}})
    assert found.term_end is None


@pytest.mark.parametrize(
    ("said", "end", "words"),
    [("132 days", "2042-07-20", "132 days"), ("1 day", "2042-03-11", "1 day"), ("1 days", "2042-03-11", "1 day")],
)
def test_an_extension_by_days_makes_the_end_later(said: str, end: str, words: str) -> None:
    found = record("2022-03-10", "2024-05-21")
    set_term(found, Rows(events=[LegalEvent(category="G", comment=said)]), {"term": {"patent": [20]}})
    rule = f"20 years from filing on 10 March 2022, and {words} of extension"
    assert (found.term_end, found.term_rule) == (day(end), rule)


@pytest.mark.parametrize(
    ("status", "end", "ended"),
    [
        ("in_force", "2025-12-31", True),
        ("pending", "2025-12-31", True),
        ("unknown", "2025-12-31", True),
        ("ended", "2025-12-31", False),
        ("in_force", "2026-01-01", False),
        ("in_force", "", False),
    ],
)
def test_a_status_ends_on_the_day_after_the_term_and_says_by_what(status: str, end: str, *, ended: bool) -> None:
    found = record("2005-12-31", "2010-01-01", status=status)
    found.term_end, found.term_rule = day(end), "20 years from filing on 31 December 2005"
    assert lapse(found, TODAY, later=False) is ended
    assert found.by_term is ended
    assert found.status == ("ended" if ended else status)
    assert found.status_as_of == dt.date(2010, 1, 1)
    assert (
        "By term: it ended on 31 December 2025, 20 years from filing on 31 December 2005." in found.status_reason
    ) is ended


@pytest.mark.parametrize(
    ("right", "expires", "status"),
    [
        ("trademark", "2025-12-31", "unknown"),
        ("design", "2025-12-31", "unknown"),
        ("design", "", "ended"),
        ("patent", "2025-12-31", "ended"),
        ("utility_model", "2025-12-31", "ended"),
    ],
)
def test_what_may_have_been_renewed_is_unknown(right: str, expires: str, status: str) -> None:
    found = record("2005-12-31", "2010-01-01", expires)
    found.right = right
    later = set_term(found, Rows(), {"term": {"design": [20]}})
    assert lapse(found, TODAY, later=later)
    assert (found.status, found.by_term) == (status, True)
    assert ("renewed" in found.status_reason) is (status == "unknown")
    assert not lapse(found, TODAY, later=later)


@pytest.mark.parametrize(
    ("dates", "symbols", "end", "words", "status"),
    [
        # Of medicines the law's years from grant never counted; of what health care uses perhaps, and where no class tells.
        (("2003-07-18", "2017-11-28"), "A61K 31/337", "2023-07-18", "2003, as none count from the grant of medicines", "ended"),
        (("2003-07-18", "2017-11-28"), "C07D 401/12 A61P 35/00", "2023-07-18", "as none count", "ended"),
        (("2003-07-18", "2017-11-28"), "A61B 5/00 A61K 49/00", "2023-07-18", "as none count", "ended"),
        (("2003-07-18", "2017-11-28"), "A61K 8/00 A61Q 5/00", "2027-11-28?", "2017, or 20 from filing if of medicines", "in_force"),
        (("2003-07-18", "2017-11-28"), "A61F 2/28", "2027-11-28?", "or 20 from filing if of medicines or health", "in_force"),
        (("2003-07-18", "2017-11-28"), "", "2027-11-28?", "or 20 from filing if of medicines or health equipment", "in_force"),
        (("2003-07-18", "2015-11-28"), "", "2025-11-28?", "or 20 from filing", "ended"),  # by now at the latest
        (("2003-07-18", "2017-11-28"), "F24F 7/02", "2027-11-28", "28 November 2017", "in_force"),
        (("2010-07-18", "2017-11-28"), "A61K 31/337", "2030-07-18", "18 July 2010", "in_force"),
        (("2010-07-18", "2017-11-28"), "", "2030-07-18", "18 July 2010", "in_force"),
        (("2003-07-18",), "A61P 35/00", "2023-07-18", "as none count", "ended"),
        (("2003-07-18",), "", "2023-07-18?", "or later by a grant that is not held", "unknown"),
        # What the office told of it before is no more than those years.
        (("2003-07-18", "2017-11-28", "2027-11-28"), "A61P 35/00", "2023-07-18", "as none count", "ended"),
        (("2003-07-18", "2017-11-28", "2027-11-28"), "A61F 2/28", "2027-11-28?", "or 20 from filing", "in_force"),
        (("2003-07-18", "2017-11-28", "2027-11-28"), "F24F 7/02", "2027-11-28", "the office gives", "in_force"),
        (("2003-07-18", "2017-11-28", "2024-11-28"), "A61P 35/00", "2024-11-28", "the office gives", "ended"),
        (("2010-07-18", "2022-11-28", "2032-11-28"), "A61P 35/00", "2032-11-28", "the office gives", "in_force"),
    ],
)  # fmt: skip
def test_the_years_from_grant_never_counted_for_what_they_were_struck_down_for(
    dates: tuple[str, ...], symbols: str, end: str, words: str, status: str
) -> None:
    row, found = load("BR").row()["profile"], record(*dates)
    classes = [Classification(scheme="ipc", symbol=one) for one in re.findall(r"\S+ \S+", symbols)]
    classes += [Classification(scheme="locarno", symbol="A61P")]
    later = set_term(found, Rows(classes=classes), row)
    assert (found.term_end, found.term_uncertain) == (day(end.rstrip("?")), end.endswith("?"))
    assert words in found.term_rule
    lapse(found, TODAY, later=later)
    assert found.status == status


@pytest.mark.parametrize(
    ("right", "filed", "granted", "known", "status"),
    [
        ("patent", "2005-12-30", "2010-01-01", "2024-01-01", "unknown"),
        ("patent", "2006-01-02", "", "", "in_force"),
        ("patent", "", "2005-12-30", "", "unknown"),
        ("patent", "", "", "2005-12-30", "unknown"),
        ("utility_model", "2010-12-30", "", "", "unknown"),
        ("utility_model", "2011-01-02", "", "", "in_force"),
        ("design", "2000-12-30", "", "", "unknown"),
        ("design", "2001-01-02", "", "", "in_force"),
        ("trademark", "1980-01-01", "2015-12-30", "", "unknown"),
        ("trademark", "1980-01-01", "1981-01-01", "2020-01-01", "in_force"),
        ("patent", "", "", "", "in_force"),
    ],
)
def test_without_a_known_term_no_right_is_in_force_beyond_the_longest_usual_one(
    right: str, filed: str, granted: str, known: str, status: str
) -> None:
    found = record(filed, granted)
    found.right, found.status_as_of = right, day(known or granted or filed)
    later = set_term(found, Rows(), {})
    lapsed = lapse(found, TODAY, later=later)
    assert (found.status, lapsed, found.by_term) == (status, status == "unknown", status == "unknown")
    assert found.status_reason.startswith("When the term ended is not certain: ") is lapsed
    assert len(found.status_reason) <= 300


@pytest.mark.parametrize(
    ("status", "granted", "end"),
    [
        ("pending", "", ""),
        ("unknown", "", ""),
        ("ended", "", ""),
        ("in_force", "", "2015-12-31"),
        ("unknown", "2007-01-01", "2017-01-01"),
    ],
)
def test_a_mark_that_is_only_applied_for_has_no_term(status: str, granted: str, end: str) -> None:
    found = record("2005-12-31", granted, status=status)
    found.right = "trademark"
    later = set_term(found, Rows(), {})
    assert (found.term_end, lapse(found, TODAY, later=later)) == (day(end), bool(end))
    assert found.status == ("unknown" if end else status)


@pytest.mark.django_db
def test_the_classes_held_tell_the_term_of_what_is_stored_and_of_what_a_day_settles_anew() -> None:
    source, profile = delivery(), load("BR").row()["profile"]
    Office.objects.update_or_create(code="BR", defaults={"name": "INPI", "profile": profile})
    granted = (("2017-11-28", "16.1", "F"),)
    store([draft(ONE, source, filed="2003-07-18", events=granted, ipc=("A61P 35/00",))])
    assert str(Record.objects.get().term_end) == "2023-07-18"
    Record.objects.update(term_end="2020-01-01", by_term=False, status="in_force")
    assert age(TODAY) == 1
    assert str(Record.objects.get().term_end) == "2023-07-18"


@pytest.mark.django_db
def test_a_stored_record_ends_when_its_term_has_passed_and_is_announced_once() -> None:
    source, told = delivery(), []
    Office.objects.update_or_create(code="BR", defaults={"name": "INPI", "profile": {"term": {"patent": [20]}}})
    store([draft(ONE, source, filed="2020-02-29", events=(("2022-01-04", "16.1", "F"),))])
    found = Record.objects.get()
    assert (found.status, found.by_term, found.term_end) == ("in_force", False, dt.date(2040, 2, 29))

    def listen(record_ids: list[str], **_: object) -> None:
        told.extend(record_ids)

    records_changed.connect(listen)
    assert [age(dt.date(2040, 2, 29)), age(dt.date(2040, 3, 1)), age(dt.date(2040, 3, 1))] == [0, 1, 0]
    assert told == [ONE]
    found.refresh_from_db()
    assert (found.status, found.by_term, found.status_as_of) == ("ended", True, dt.date(2022, 1, 4))


@pytest.mark.django_db
def test_a_stored_file_has_the_term_of_what_it_was_divided_from() -> None:
    Office.objects.update_or_create(code="BR", defaults={"name": "INPI", "profile": {"term": {"patent": [20]}}})
    made = draft(ONE, delivery(), filed="2014-02-01", priorities=(("BR", "1"),))
    for row in made.related:
        row.relation, row.date = "divided_from", dt.date(2010, 2, 1)
    store([made])
    assert Record.objects.get().term_end == dt.date(2030, 2, 1)
    age(dt.date(2030, 2, 2))
    assert Record.objects.get().term_rule == "20 years from filing of its earliest parent on 1 February 2010"


@pytest.mark.django_db
def test_what_is_planned_takes_effect_on_its_day() -> None:
    ahead = timezone.now().date() + dt.timedelta(days=12)
    store([draft(ONE, delivery(), filed="2022-02-01", events=(("2024-01-04", "3.1", "Q"), (str(ahead), "16.1", "F")))])
    assert (Record.objects.get().status, Record.objects.get().planned) == ("pending", ahead)
    assert [age(ahead - dt.timedelta(days=1)), age(ahead), age(ahead)] == [0, 1, 0]
    found = Record.objects.get()
    assert (found.status, found.status_as_of, found.grant_date, found.planned) == ("in_force", ahead, ahead, None)


@pytest.mark.django_db
def test_an_old_record_is_stored_as_ended_and_a_later_event_has_the_last_word() -> None:
    Office.objects.update_or_create(code="BR", defaults={"name": "INPI", "profile": {"term": {"patent": [20]}}})
    store([draft(ONE, delivery(), filed="1999-02-01", events=(("2002-01-04", "16.1", "F"),))])
    assert Record.objects.get().by_term is True
    store([draft(ONE, delivery(), as_of="2010-01-05", events=(("2009-12-29", "21.6", "H"),))])
    found = Record.objects.get()
    assert (found.status, found.by_term, found.status_reason) == ("ended", False, "21.6")


@pytest.mark.parametrize("profile", all_profiles(), ids=lambda profile: profile.code)
def test_a_patent_lasts_twenty_years_and_a_utility_model_no_longer(profile: object) -> None:
    term = getattr(profile, "term")  # noqa: B009 - any profile
    assert term.get("patent", (20,))[0] == 20
    assert term.get("utility_model", (0,))[0] <= 20
    assert "trademark" not in term, "a trade mark is renewed for ever"
