"""What a searcher may have meant by a pasted text, and what is no number at all."""

import re
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from portal.standards.numbers import beginnings, candidates, record_id, search_keys
from portal.standards.numbers.reading import FORMS, RIGHT_LETTERS
from portal.standards.numbers.spelling import tidy

PASTED = [line.split(" | ") for line in Path(__file__).with_name("pasted.txt").read_text("utf-8").splitlines()[1:]]


def readings(text):
    return [(number.office, number.key) for number in candidates(text)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "silica",
        "silica 2015",
        "rice husk ash",
        "CO2",
        "PH 7",
        "A61K 31/00",
        "C01B33/12",
        "Y02W 30/62",
        "2015-06-30",
        "30/06/2015",
        "2013-2014",
        "in 2015-2020",
        "H2SO4",
        "IN-vitro 1234",
        "1" * 61,
        "…",
    ],
)
def test_what_does_not_look_like_a_number(text):
    assert candidates(text) == []


@pytest.mark.parametrize(("text", "office", "key"), PASTED)
def test_what_is_pasted_is_read_in_its_own_office_first(text, office, key):
    assert readings(text)[0] == (office, key)
    assert (office, key) in search_keys(text)


def test_a_number_under_the_pct_may_lack_its_letters():
    assert ("WO", "PCTUS2019056674") in search_keys("US2019/056674")
    assert ("WO", "PCTUS2019056674") not in search_keys("US2019056674") + search_keys("US2019/0056674")


def test_a_year_no_emperor_of_a_published_number_had_is_none():
    assert readings("JP 12-345678") == [("JP", "12345678")]


def test_one_shape_may_belong_to_several_offices():
    assert readings("201512345")[:3] == [("CL", "201512345"), ("ZA", "201512345"), ("EA", "201512345")]
    assert readings("1-2013-01457")[:3] == [("VN", "1201301457"), ("TH", "1201301457"), ("PH", "12013001457")]
    assert readings("1-2013-01457")[-1] == ("", "1201301457")


@pytest.mark.parametrize(
    ("text", "office", "key"),
    [
        ("1234-2019", "CL", "201901234"),
        ("1234-2019", "PE", "2019001234"),
        ("1/2019/123", "PH", "12019000123"),
        ("2015/01234", "ZA", "201501234"),
        ("2015/01234", "HN", "2015001234"),
        ("P/2019/00125", "KH", "P201900125"),
        ("P/2019/00125", "", "P2019000125"),
        ("10-2015-0123456", "KR", "20150123456"),
        ("05-012345", "CO", "05012345"),
        ("130321-A", "MY", "130321"),
        ("012345", "EA", "012345"),
        ("1.234-2019", "SA", "12342019"),
        ("12/345/678", "US", "12345678"),
    ],
)
def test_without_its_office_a_number_is_read_in_the_forms_of_all(text, office, key):
    assert (office, key) in readings(text)


@pytest.mark.parametrize(
    ("text", "office", "expected"),
    [
        ("10-2015-0123456", "BR", "0"),
        ("BR 10 2012 004079-9", "BR", "4"),
        ("10201200049Q", "SG", "R"),
        ("36391412", "", ""),
        ("0412345-9", "", ""),
    ],
)
def test_a_wrong_check_digit_says_which_was_expected_and_is_no_guess(text, office, expected):
    wrong = [number for number in candidates(text) if number.check_ok is False]
    assert [(number.office, number.check) for number in wrong] == ([(office, expected)] if office else [])


def test_a_check_letter_that_is_part_of_the_key_is_sought_as_typed_and_as_it_should_be():
    assert search_keys("10201200049Q")[:2] == [("SG", "10201200049Q"), ("SG", "10201200049R")]
    assert search_keys("BR 10 2012 004079-9")[0] == ("BR", "102012004079")


@pytest.mark.parametrize(
    ("text", "office", "key"),
    [
        ("BR-P-102012004079", "BR", "102012004079"),
        ("vn-p-1201903388", "VN", "1201903388"),
        ("IN-P-1234DELNP2007", "IN", "1234DELNP2007"),
        ("WO-P-PCTIB2012012345", "WO", "PCTIB2012012345"),
        ("KH-D-D201900125", "KH", "D201900125"),
        ("LV-P-123456", "LV", "123456"),
    ],
)
def test_the_id_of_a_record_is_read_as_the_number_in_it(text, office, key):
    assert (office, key) in readings(text)
    assert (office, key) in search_keys(text)


@given(st.sampled_from(FORMS), st.sampled_from(sorted(RIGHT_LETTERS)), st.data())
def test_whatever_record_there_is_its_id_finds_it(form, right, data):
    text = data.draw(st.from_regex(form._regex, fullmatch=True))
    number = form.read(tidy(text), text)
    assume(number and sum(char.isdigit() for char in number.key) > 3)
    assert (form.office, number.key) in search_keys(record_id(form.office, right, number.key))


@given(st.sampled_from(FORMS), st.data())
def test_the_office_that_writes_so_is_always_among_the_readings(form, data):
    text = data.draw(st.from_regex(form._regex, fullmatch=True))
    number = form.read(tidy(text), text)
    read = candidates(text)
    assume(number and number.check_ok is not False and not re.match("[A-Z]{2}", text))
    assume(read)  # a day, a class, and fewer than four digits are no number
    # Letters at the end may be another office's code.
    assert number.office in {one.office for one in read} or re.search("[A-Z]{2}$", text)


def test_a_named_office_rules_the_others_out():
    assert readings("ZA 2015/12345")[0] == ("ZA", "201512345")
    assert readings("VN 1-2013-01457")[0] == ("VN", "1201301457")


def test_an_office_code_may_be_part_of_another_offices_number():
    assert readings("PA/a/2000/012842")[0] == ("MX", "PA00012842")
    assert readings("MU 8800840-1")[0] == ("BR", "MU8800840")
    assert readings("SN99097")[0] == ("TN", "SN99097")


def test_a_failed_check_digit_comes_last_among_the_offices():
    assert readings("PI 20071234") == [("MY", "PI2007001234"), ("BR", "PI2007123"), ("", "PI20071234")]


def test_a_number_without_its_country_stays_without_one_where_no_form_fits():
    assert readings("PCT/2020/080359") == [("", "PCT2020080359")]
    assert readings("3639141234567890123") == [("", "3639141234567890123")]


def test_a_number_in_no_known_form_keeps_the_office_it_names():
    assert readings("DE 19718319 A1") == [("DE", "19718319")]
    assert readings("19718319 (DE)") == [("DE", "19718319")]


def test_zeros_before_a_number_of_unknown_form_are_read_both_ways():
    assert readings("LV 000156") == [("LV", "156"), ("LV", "000156")]
    assert readings("0020156")[-2:] == [("", "20156"), ("", "0020156")]


def test_kinds_and_dates_of_docdb_are_no_part_of_the_number():
    number = candidates("BR.102012004079.A2.20131119")[0]
    assert (number.key, number.kind, number.right) == ("102012004079", "A2", "patent")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("AP 36", ("AP", "36")),
        ("EA 251", ("EA", "000251")),
        ("OA 341", ("OA", "00341")),
        ("36", ("", "36")),
        ("036", ("", "36")),
        ("2015", ("", "2015")),
        ("DK PA 2017 00733", ("DK", "PA201700733")),
    ],
)
def test_in_a_number_field_short_numbers_count_too(text, pair):
    assert pair in search_keys(text)


@pytest.mark.parametrize("text", ["", "silica", "é", "1" * 61, "—"])
def test_text_without_a_digit_has_no_keys(text):
    assert search_keys(text) == []


@given(st.text(max_size=80))
def test_any_text_can_be_asked(text):
    for number in candidates(text):
        assert number.key.isalnum()
    for office, key in search_keys(text):
        assert office == "" or len(office) == 2
        assert key.isalnum()
        assert key.isascii()


@pytest.mark.parametrize(
    ("right", "identifier"),
    [
        ("patent", "BR-P-102012004079"),
        ("utility_model", "BR-U-102012004079"),
        ("design", "BR-D-102012004079"),
        ("trademark", "BR-T-102012004079"),
    ],
)
def test_record_id(right, identifier):
    assert record_id("br", right, "102012004079") == identifier


def test_an_unknown_right_has_no_record_id():
    with pytest.raises(KeyError):
        record_id("BR", "plant", "1")


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("MX/a/2019", ["MX2019"]),
        ("MX/a/2019/", ["MX2019"]),
        ("KR 10-2015-01", ["KR201501"]),
        ("KE/AP/P/2015/00", ["AP201500"]),
        ("TN/P/2015", ["TN2015"]),
        ("PCT/CN2019", []),
        ("EP 0 430 4", []),
        ("BR 10-20", []),
        ("62/923", []),
        ("5491/DELNP/", []),
        ("silica", []),
    ],
)
def test_what_the_keys_of_truncated_numbers_begin_with_but_for_their_own_letters_and_digits(text, keys):
    assert beginnings(text) == keys


@pytest.mark.parametrize(
    ("text", "office", "key"),
    [
        ("I/987", "LA", "I00987"),
        ("I/333", "LA", "I00333"),
        ("201302887", "", "201302887"),
        ("SG201302887", "SG", "201302887"),
        ("2013028873", "SG", "201302887"),
        ("CU20220062087", "CU", "P20220062087"),
        ("CU/P/2022/62087", "CU", "P20220062087"),
        ("BNN20190123", "BN", "N2019000123"),
        ("BN/N/2019/0123", "BN", "N2019000123"),
        ("TM2020012345", "", "TM2020012345"),
        ("MY TM 2020 012345", "MY", "TM2020012345"),
    ],
)
def test_a_number_in_a_number_field_is_looked_up_under_the_key_of_its_record(text, office, key):
    assert (office, key) in search_keys(text)
