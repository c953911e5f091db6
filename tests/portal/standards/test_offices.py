"""The ST.3 table: complete, readable, and found by whatever people call an office."""

import re

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from portal.standards.offices import OFFICES, find, name

SCHEMA = settings.OFFICE_DATA_DIR / "wipo-st96" / "xsd_V6_0" / "PatentPublication_V6_0_Common.xsd"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("VN", "Viet Nam"),
        ("BR", "Brazil"),
        ("br", "Brazil"),
        ("AP", "ARIPO"),
        ("OA", "OAPI"),
        ("EA", "EAPO"),
        ("EP", "European Patent Office"),
        ("WO", "WIPO"),
        ("IB", "WIPO International Bureau"),
        ("EM", "EUIPO"),
        ("GC", "GCC Patent Office"),
        ("SU", "Soviet Union"),
        ("ZZ", "ZZ"),
    ],
)
def test_name(code, expected):
    assert name(code) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("vn", "VN"),
        (" VN ", "VN"),
        ("Viet Nam", "VN"),
        ("VIETNAM", "VN"),
        ("viet-nam", "VN"),
        ("Brasil", "BR"),
        ("Cote d'Ivoire", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("Ivory Coast", "CI"),
        ("türkiye", "TR"),
        ("Turkiye", "TR"),
        ("Turkey", "TR"),
        ("Mexico", "MX"),
        ("México", "MX"),
        ("Lao PDR", "LA"),
        ("Burma", "MM"),
        ("Republic of Korea", "KR"),
        ("aripo", "AP"),
        ("Eurasian Patent Office", "EA"),
        ("EPO", "EP"),
        ("PCT", "WO"),
        ("Germany", "DE"),
        ("", None),
        ("Atlantis", None),
        ("ZZ", None),
        ("???", None),
    ],
)
def test_find(text, code):
    assert find(text) == code


@given(st.sampled_from(sorted(OFFICES)))
def test_every_name_finds_its_office_again(code):
    assert OFFICES[find(OFFICES[code])] == OFFICES[code]
    assert find(code.lower()) == code


@given(st.text(max_size=100))
def test_find_takes_any_text(text):
    assert find(text) in {None, *OFFICES}


def test_codes_are_two_capitals_and_names_are_fit_for_a_list():
    assert all(re.fullmatch(r"[A-Z]{2}", code) for code in OFFICES)
    assert all(len(words) <= 50 and words == words.strip() for words in OFFICES.values())


@pytest.mark.skipif(not SCHEMA.is_file(), reason="The ST.96 schema is not on this machine (OFFICE_DATA_DIR).")
def test_every_code_of_st3_in_the_st96_schema_is_known():
    schema = SCHEMA.read_text(encoding="utf-8")
    lists = re.findall(r'<xsd:simpleType name="\w*WIPOST3\w*">.*?</xsd:simpleType>', schema, re.DOTALL)
    codes = set(re.findall(r'enumeration value="([A-Z]{2})"', "".join(lists)))
    assert len(codes) > 200
    assert codes - set(OFFICES) == set()
