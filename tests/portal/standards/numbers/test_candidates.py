"""What a searcher may have meant by a pasted text, and what is no number at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.standards.numbers import candidates, record_id, search_keys


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


def test_one_shape_may_belong_to_several_offices():
    assert readings("201512345") == [("CL", "201512345"), ("ZA", "201512345"), ("EA", "201512345"), ("", "201512345")]
    assert readings("1-2013-01457") == [("VN", "1201301457"), ("TH", "1201301457"), ("", "1201301457")]


def test_a_named_office_rules_the_others_out():
    assert readings("ZA 2015/12345")[0] == ("ZA", "201512345")
    assert readings("VN 1-2013-01457")[0] == ("VN", "1201301457")


def test_an_office_code_may_be_part_of_another_offices_number():
    assert readings("PA/a/2000/012842")[0] == ("MX", "PA00012842")
    assert readings("MU 8800840-1")[0] == ("BR", "MU8800840")
    assert readings("SN99097")[0] == ("TN", "SN99097")


def test_a_failed_check_digit_comes_last_among_the_offices():
    assert readings("PI 20071234") == [("MY", "PI2007001234"), ("BR", "PI2007123"), ("", "PI20071234")]


def test_a_number_without_its_country_stays_without_one():
    assert readings("PCT/2020/080359") == [("", "PCT2020080359")]
    assert readings("36391412") == [("", "36391412")]


def test_a_number_in_no_known_form_keeps_the_office_it_names():
    assert readings("DE 19718319 A1") == [("DE", "19718319")]
    assert readings("19718319 (DE)") == [("DE", "19718319")]


def test_zeros_before_a_number_of_unknown_form_are_read_both_ways():
    assert readings("LV 000156") == [("LV", "156"), ("LV", "000156")]
    assert readings("0020156") == [("", "20156"), ("", "0020156")]


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
