"""Every spelling of a number leads to one key: a table of real ways to write, and changes nobody should notice."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.standards.numbers import candidates, parse_application, parse_publication, search_keys

LINES = Path(__file__).with_name("spellings.txt").read_text(encoding="utf-8").splitlines()[1:]
SPELLINGS = {
    (office, role, key, right.strip("-"), display): tuple(spellings)
    for office, role, key, right, display, *spellings in (line.split(" | ") for line in LINES)
}
PARSE = {"A": parse_application, "P": parse_publication}
ROWS = [(*form[:3], spelling) for form, spellings in SPELLINGS.items() for spelling in spellings]
NAMED = [row for row in ROWS if row[0] in re.split(r"\W", row[3].upper()) or row[3].upper().startswith(row[0])]
DISPLAYS = list(SPELLINGS)


@pytest.mark.parametrize(("office", "role", "key", "spelling"), ROWS)
def test_every_spelling_of_an_office_has_one_key(office, role, key, spelling):
    number = PARSE[role](office, spelling)
    assert (number.office, number.key) == (office, key)
    assert number.original == spelling


@pytest.mark.parametrize("form", SPELLINGS, ids=lambda form: f"{form[0]} {form[2]}")
def test_the_first_spelling_gives_right_and_display(form):
    office, role, key, right, display = form
    number = PARSE[role](office, SPELLINGS[form][0])
    assert (number.right, number.display) == (right, display)
    assert PARSE[role](office, display).key == key


@pytest.mark.parametrize(("office", "role", "key", "spelling"), NAMED)
def test_a_spelling_with_its_office_is_found_without_being_told(office, role, key, spelling):
    assert (office, key) in search_keys(spelling)
    if sum(char.isdigit() for char in spelling) >= 4:  # shorter ones are numbers only where a number is expected
        assert (office, key) in [(number.office, number.key) for number in candidates(spelling)]


@pytest.mark.parametrize(
    ("text", "office", "key"),
    [
        ("1020120040794", "BR", "102012004079"),
        ("PI 0412345-0", "BR", "PI0412345"),
        ("4097/CHENP/2010 A", "IN", "4097CHENP2010"),
        ("10201403778T", "SG", "10201403778T"),
        ("P00201907952", "ID", "P00201907952"),
        ("PI 2013000144", "MY", "PI2013000144"),
        ("1/2017/501461", "PH", "12017501461"),
        ("1-2013-01457", "VN", "1201301457"),
        ("0601001234", "TH", "0601001234"),
        ("PA/a/2000/012842", "MX", "PA00012842"),
        ("NC2022/0007437", "CO", "NC20220007437"),
        ("a 2020 01234", "UA", "A202001234"),
        ("P20200100025", "AR", "P20200100025"),
    ],
)
def test_a_spelling_without_its_office_is_known_by_its_shape(text, office, key):
    first = candidates(text)[0]
    assert (first.office, first.key) == (office, key)


WIDE = str.maketrans({chr(c): chr(c + 0xFEE0) for c in range(0x21, 0x7F)})
NATIONAL = {"Thai": 0x0E50, "Khmer": 0x17E0, "Burmese": 0x1040, "Lao": 0x0ED0, "Arabic": 0x0660, "Persian": 0x06F0}
UNNOTICED = {
    "lower case": str.lower,
    "full width": lambda text: text.translate(WIDE),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "soft hyphens": "\u00ad".join,
    "right-to-left marks": lambda text: f"\u200f{text}\u200e",
    "long dashes": lambda text: text.replace("-", "—"),
    "minus signs": lambda text: text.replace("-", "−"),
    "line breaks": lambda text: text.replace(" ", "\n"),
    "curly quotes": lambda text: f"“{text}”",
    "commas": lambda text: text.replace("/", ","),
    "tabs around": lambda text: f"\t{text}\t",
    "a full stop": lambda text: f"{text}.",
} | {
    name: (lambda text, zero=zero: text.translate({ord(str(n)): zero + n for n in range(10)}))
    for name, zero in NATIONAL.items()
}


@pytest.mark.parametrize("change", UNNOTICED)
def test_what_copying_does_to_a_number_changes_nothing(change):
    for office, role, key, _, display in DISPLAYS:
        text = UNNOTICED[change](display)[:60]
        assert PARSE[role](office, text).key == key, text


@pytest.mark.parametrize("kind", ["A", "A1", "B2", "U1"])
@pytest.mark.parametrize(
    "written",
    ["{display} {kind}", "{display} ({kind})", "[{office}]{bare} ({kind})", "{office}.{bare}.{kind}.20200131"],
)
def test_a_kind_code_behind_a_number_is_taken_off(written, kind):
    for office, role, key, _, display in DISPLAYS:
        if display.endswith("-A"):  # Malaysia prints the kind with the number
            continue
        bare = re.sub(rf"^{office}\W*", "", display)
        number = PARSE[role](office, written.format(office=office, bare=bare, display=display, kind=kind))
        assert (number.key, number.kind) == (key, kind), number.original


@given(
    form=st.sampled_from(DISPLAYS),
    separators=st.lists(st.sampled_from([" ", "-", ".", "/", ", ", "\u00a0", "  ", "_"]), min_size=8, max_size=8),
)
def test_any_separators_do(form, separators):
    office, role, key, _, display = form
    pieces = re.split(r"[^A-Za-z0-9]+", display)
    text = pieces[0] + "".join(separator + piece for separator, piece in zip(separators, pieces[1:], strict=False))
    assert PARSE[role](office, text).key == key


@pytest.mark.parametrize(
    "written", ["{office} {bare}", "{office}{bare}", "{office}-{bare}", "[{office}] {bare}", "{bare} ({office})"]
)
def test_the_office_may_stand_before_or_behind(written):
    for office, role, key, _, display in DISPLAYS:
        text = written.format(office=office, bare=re.sub(rf"^{office}\W*", "", display))
        assert PARSE[role](office, text).key == key, text


def test_numbers_of_docdb_and_epodoc_meet():
    """As one file of DOCDB gives the same application twice."""
    pairs = {
        ("AP", "2000001988"): "AP19200001988",
        ("AR", "P990102435"): "AR1999P102435",
        ("BR", "9815861"): "BR19989815861",
        ("CO", "99031289"): "CO19990031289",
        ("ZA", "993090"): "ZA19990003090",
        ("TN", "SN99097"): "TN1999SN00097",
        ("GE", "AP1998005637"): "GE1998AP05637",
        ("OA", "1200000317"): "OA20001000317",
        ("JP", "2000550462"): "JP20000550462",
    }
    for (office, docdb), epodoc in pairs.items():
        assert parse_application(office, docdb).key == parse_application(office, epodoc).key
        assert candidates(epodoc)[0].key == parse_application(office, docdb).key


@pytest.mark.parametrize(
    ("office", "written", "shown"),
    [
        ("LA", "LA/T/2019/00126", "LA/T/2019/00126"),
        ("KH", "KH/D/2019/125", "KH/D/2019/125"),
        ("MX", "MX/a/2015/12345", "MX/a/2015/12345"),
        ("IN", "04097/CHENP/2010 A", "04097/CHENP/2010"),
        ("IN", "IN/PCT/2002/231/DEL", "IN/PCT/2002/231/DEL"),
        ("PE", "002345-2019/DIN", "002345-2019/DIN"),
        ("AP", "KE/AP/P/2000/001988", "KE/AP/P/2000/001988"),
        ("BR", "BR 10 2012 004079", "BR 10 2012 004079"),
        ("BR", "BR102012004079A2", "BR 10 2012 004079-4"),
        ("BR", "10.2012.004079-4", "BR 10 2012 004079-4"),
        ("EP", "EP 16305032.1", "EP 16305032.1"),
        ("CO", "CO2022007437A2", "NC2022/0007437"),
        ("PH", "12017501461", "1/2017/501461"),
    ],
)
def test_a_number_is_shown_as_the_office_wrote_it(office, written, shown):
    assert parse_application(office, written).shown(written) == shown


@pytest.mark.parametrize(("office", "role", "key", "spelling"), ROWS)
def test_what_is_shown_has_the_letters_and_digits_of_what_was_written_or_was_a_row_of_them(office, role, key, spelling):
    number = PARSE[role](office, spelling)
    shown = number.shown(spelling)
    assert PARSE[role](number.office, shown).key == key
    assert shown in {number.display, " ".join(spelling.split())} or " ".join(spelling.split()).startswith(shown)


def test_a_pct_number_without_its_receiving_office_is_of_the_office_that_is_named_beside_it():
    assert parse_application("CN", "PCT/2020/080359").key == parse_application("", "PCT/CN2020/080359").key
    assert parse_application("IN", "PCT/2001/00123").key == "PCT200100123"
    assert parse_application("WO", "PCT/2020/080359").key == "PCT2020080359"
