"""Check digits of Brazil and Singapore on published numbers, and what a slip of the pen does to them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.standards.numbers import parse_application
from portal.standards.numbers.check_digits import brazil, singapore


@pytest.mark.parametrize(
    ("key", "digit"), [("102012004079", "4"), ("PI9815861", "9"), ("C10412345", "0"), ("PI0412345", "0")]
)
def test_brazil(key, digit):
    assert brazil(key) == digit


@pytest.mark.parametrize(
    ("key", "letter"),
    [
        ("10201403778", "T"),
        ("11201608137", "T"),
        ("30202007578", "S"),
        ("30202110025", "U"),
        ("40202001321", "Q"),
        ("40201816700", "V"),
    ],
)
def test_singapore(key, letter):
    assert singapore(key) == letter


@given(st.integers(0, 99_99999).map(lambda serial: f"1020{serial:07}"), st.integers(2, 10), st.integers(1, 9))
def test_one_wrong_digit_is_noticed_in_singapore(key, place, shift):
    wrong = key[:place] + str((int(key[place]) + shift) % 10) + key[place + 1 :]
    assert singapore(wrong) != singapore(key)


@pytest.mark.parametrize(
    ("office", "text", "ok"),
    [
        ("BR", "BR 10 2012 004079-4", True),
        ("BR", "BR 10 2012 004079-3", False),
        ("BR", "BR102012004079", None),
        ("BR", "BR 10 2012 004079-X", False),
        ("BR", "BR 10 2012 4079-4", True),
        ("BR", "10 2012 4079-3", False),
        ("BR", "PI 412345-0", True),
        ("BR", "PI 412345-1", False),
        ("BR", "PI 9815861-X", False),
        ("BR", "PI 9815861-9", True),
        ("BR", "PI 9815861-0", False),
        ("SG", "10201403778T", True),
        ("SG", "10201403778U", False),
        ("SG", "10201403778", None),
        ("SG", "10201403778Z", False),
        ("SG", "10201403778-Z", False),
        ("SG", "10201403778A", False),
        ("SG", "10201403778O", False),
        ("SG", "SG 10201403778K", False),
        ("SG", "20141003778Z", False),
        ("SG", "40202001321A-01", False),
        ("SG", "10201403778 A", None),
        ("SG", "10201403778A1", None),
        ("SG", "10201403778TA", True),
        ("SG", "40202001321Q-01", True),
        ("VN", "1-2013-01457", None),
    ],
)
def test_a_number_says_whether_its_check_digit_is_right(office, text, ok):
    assert parse_application(office, text).check_ok is ok


def test_a_wrong_digit_does_not_change_a_brazilian_key_nor_hide_what_was_written():
    number = parse_application("BR", "BR 10 2012 004079-3")
    assert (number.key, number.display) == ("102012004079", "BR 10 2012 004079-3")


@pytest.mark.parametrize("text", ["11202101998Z", "11202101998-Z", "11202101998A"])
def test_a_letter_that_is_no_check_letter_stays_in_the_number(text):
    number = parse_application("SG", text)
    assert (number.key, number.kind, number.check) == (text.replace("-", ""), "", "U")
