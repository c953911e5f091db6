"""Properties every row of the table of number forms must have, on texts made from its own pattern."""

import re

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from portal.standards.numbers import candidates, parse_application, parse_publication, search_keys
from portal.standards.numbers.international import of_any_office
from portal.standards.numbers.reading import FORMS
from portal.standards.numbers.spelling import LONGEST_KEY
from portal.standards.offices import OFFICES

PARSE = {"A": parse_application, "P": parse_publication}
ALL = [*FORMS, *of_any_office("KH"), *of_any_office("ZW")]
TEXTS = st.sampled_from(ALL).flatmap(
    lambda form: st.tuples(st.just(form), st.sampled_from(form.roles), st.from_regex(form._regex, fullmatch=True))
)


@given(TEXTS)
def test_a_key_is_fit_for_an_address_and_its_display_reads_as_the_same_key(drawn):
    form, role, text = drawn
    number = PARSE[role](form.office, text[:60])
    assert re.fullmatch(rf"[A-Z0-9]{{1,{LONGEST_KEY}}}", number.key)
    again = PARSE[role](number.office, number.display)
    assert (again.office, again.key) == (number.office, number.key)
    assert again.display == number.display
    assert again.check_ok in {number.check_ok, True}


@given(TEXTS)
def test_reading_does_not_depend_on_separators_a_form_does_not_need(drawn):
    form, role, text = drawn
    spaced = text[:60].replace("-", " / ")[:60]
    if spaced.count("/") == text.count("-"):
        assert PARSE[role](form.office, spaced).key == PARSE[role](form.office, text[:60]).key


@given(st.sampled_from(sorted(OFFICES)), st.sampled_from("AP"), st.text(max_size=60))
def test_any_text_gives_a_whole_number_or_is_refused(office, role, text):
    try:
        number = PARSE[role](office, text)
    except ValueError:
        reject()
    assert re.fullmatch(rf"[A-Z0-9]{{1,{LONGEST_KEY}}}", number.key)
    assert number.original == text
    assert len(number.display) <= 60
    assert PARSE[role](number.office, number.display).key == number.key


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.office} {form.pattern}")
def test_a_row_is_well_formed(form):
    assert form.office in OFFICES
    assert set(form.roles) <= set("AP")
    rights = {form.right} if isinstance(form.right, str) else set(form.right.values())
    assert rights <= {"", "patent", "utility_model", "design", "trademark"}
    assert not {"c"} & set(re.findall(r"\{(\w)", form.key)) or form.check or "<c:[0-9A-Z]>" in form.pattern


@pytest.mark.parametrize(
    ("office", "text", "sentence"),
    [
        ("BR", "", "holds no letter or digit"),
        ("BR", " -./ ", "holds no letter or digit"),
        ("BR", "1" * 61, "at most 60 characters"),
        ("XX", "ก" * 30, "too long for a number"),
    ],
)
def test_what_is_no_number_is_refused_with_a_sentence(office, text, sentence):
    with pytest.raises(ValueError, match=sentence):
        parse_application(office, text)


@pytest.mark.parametrize(
    ("office", "text", "key", "display"),
    [
        ("AU", "2015905023", "2015905023", "2015905023"),
        ("NL", "2017515", "2017515", "2017515"),
        ("DK", "PA 2017 00733", "PA201700733", "PA 2017 00733"),
        ("IT", "MI2013A001234", "MI2013A001234", "MI2013A001234"),
        ("DE", "G0037101", "G0037101", "G0037101"),
        ("KZ", "№ 2013/0123.1", "201301231", "№ 2013/0123.1"),
        ("BG", "10506100", "10506100", "10506100"),
        ("", "US 61/662,003", "US61662003", "US 61/662,003"),
        ("TR", "2017/Á1234", "2017A1234", "2017/Á1234"),
        ("XX", "ก12", "E0112", "ก12"),
    ],
)
def test_a_form_the_table_lacks_gets_the_generic_key(office, text, key, display):
    number = parse_application(office, text)
    assert (number.key, number.display, number.right, number.check_ok) == (key, display, "", None)


def test_year_and_serial_are_told_where_the_number_tells_them():
    number = parse_application("VN", "1-2013-01457")
    assert (number.year, number.serial) == (2013, "01457")
    assert parse_application("BR", "PI 9815861-9").year == 1998
    assert parse_application("BR", "MU 8800840-1").year == parse_application("BR", "8800840-U2").year == 2008
    assert parse_application("BR", "DI 7100001-0").year == 2011
    assert parse_application("SA", "522432081").year is None


def test_an_st13_number_with_the_office_behind_its_type_is_found_without_one():
    assert [(one.office, one.key) for one in candidates("10CO2021000012345")][:1] == [("CO", "NC20210012345")]
    assert search_keys("10CO2021000012345")[0] == ("CO", "NC20210012345")


def test_a_pct_number_is_the_international_bureaus_whoever_cites_it():
    for office in ("VN", "US", "IB", "WO", ""):
        number = parse_application(office, "PCT/US2011/056059")
        assert (number.office, number.key) == ("WO", "PCTUS2011056059")


def test_st13_numbers_say_their_right():
    assert parse_application("ZW", "502015000012345").right == "trademark"
    assert parse_application("ZW", "ZW702015000012345").right == "design"


@pytest.mark.parametrize(
    ("office", "text", "kind", "key", "read"),
    [
        ("BR", "6401874", "U", "MU6401874", "U"),
        ("BR", "6401874", "A", "PI6401874", "A"),
        ("BR", "PI 0412345-0", "B1", "PI0412345", "B1"),
        ("VN", "36391", "A", "36391", "A"),
        ("VN", "VN 36391 A", "A", "36391", "A"),
        ("MY", "MY-130321-A", "A", "130321", "A"),
        ("SG", "10201403778T", "A", "10201403778T", "A"),
        ("DE", "19718319", " a1 ", "19718319", "A1"),
        ("DE", "19718319", "", "19718319", ""),
    ],
)
def test_a_kind_delivered_apart_from_its_number_counts(office, text, kind, key, read):
    number = parse_publication(office, text, kind)
    assert (number.key, number.kind, number.original) == (key, read, text)


@pytest.mark.parametrize("office", ["(", "?", "[A-Z", "B", "BRA", "B\\", "{t}", "  "])
@pytest.mark.parametrize("read", [parse_application, parse_publication])
def test_what_is_no_office_code_is_no_part_of_the_pattern(read, office):
    assert read(office, "10 2012 004079-4").key == read("", "10 2012 004079-4").key


@pytest.mark.parametrize(
    ("office", "text", "key", "right"),
    [
        ("PH", "PH102021000050123", "12021050123", "patent"),
        ("TH", "TH 70 2019 000004567", "1902004567", "design"),
        ("MX", "112015000012345", "2015012345", "patent"),  # an entry of the PCT has the row of the others
        ("VN", "VN102019123405432", "102019123405432", "patent"),  # more digits than the office has
        ("SG", "SG102009000003778", "102009000003778", "patent"),  # numbered otherwise in that year
        ("CO", "CO502021000004567", "502021000004567", "trademark"),  # not known how the office writes them
        ("ZW", "ZW102015000012345", "102015000012345", "patent"),
        ("CO", "20CO2021000012345", "NC20210012345", "utility_model"),  # the office behind the type
        ("TH", "70 TH 2019 000004567", "1902004567", "design"),
        ("ZW", "10ZW2015000012345", "102015000012345", "patent"),
    ],
)
def test_an_st13_number_is_the_office_s_own_where_it_is_known_how_it_writes_them(office, text, key, right):
    number = parse_application(office, text)
    assert (number.office, number.key, number.right) == (office, key, right)
    assert parse_application(office, number.display).key == key


def test_pieces_without_the_length_of_a_form_are_not_put_together_to_a_wrong_number():
    number = parse_application("BR", "BR 10 2020 12")
    assert (number.key, number.serial, number.check_ok) == ("10202012", "", None)
    assert parse_application("BR", "BR 10 2020 000012 9").check_ok is False


@pytest.mark.parametrize(
    ("text", "right", "key", "check"),
    [
        ("1600123", "", "PI1600123", "0"),
        ("1600123", "patent", "PI1600123", "0"),
        ("1600123", "utility_model", "PI1600123", "0"),
        ("1600123", "trademark", "1600123", ""),
        ("81234567", "trademark", "81234567", ""),
        ("912345678", "trademark", "912345678", ""),
        ("10 2012 004079 5", "design", "102012004079", "4"),
        ("30 2012 004079 5", "design", "302012004079", "5"),
    ],
)
def test_digits_are_not_read_as_the_number_of_another_right(text, right, key, check):
    for read in PARSE.values():
        number = read("BR", text, right=right)
        assert (number.key, number.check) == (key, check)
