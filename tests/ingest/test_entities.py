"""Character entities: the ISO sets, and the capitals of the EPO's list."""

import html
import re

import pytest
from django.conf import settings

from ingest.entities import named
from ingest.safe_xml import parse, text

NAMES = named()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("deg", "°"), ("ccaron", "č"), ("agr", "α"), ("OHgr", "Ω"), ("OHGR", "Ω"), ("EEGR", "Η"),
        ("aacgr", "ά"), ("EEacgr", "Ή"), ("idiagr", "ΐ"), ("OACGR", "Ό"), ("b.beta", "β"), ("b.Delta", "Δ"),
        ("SACUTE", "Ś"), ("CHCY", "Ч"), ("EACUTE", "é"), ("NDASH", "–"), ("THETA", "Θ"), ("LAMBDA", "Λ"), ("PRIME", "′"),
    ],
)  # fmt: skip
def test_a_name_has_its_character(name, value):
    assert NAMES[name] == value


def test_the_names_of_python_keep_their_characters():
    from html.entities import html5

    assert all(NAMES[key[:-1]] == value for key, value in html5.items() if key.endswith(";"))


def test_an_entity_in_capitals_is_read():
    assert text(parse(b'<!DOCTYPE a SYSTEM "docdb-entities.dtd"><a>S&SACUTE;&amp;</a>')) == "SŚ&"


def test_the_letters_of_the_epos_own_list_are_all_here():
    path = settings.OFFICE_DATA_DIR / "epo-docdb" / "docdb-entities.dtd"
    if not path.is_file():
        pytest.skip("The folder of real office data is not on this machine.")
    declared = dict(re.findall(r'<!ENTITY\s+(?!%)(\S+)\s+"([^"]*)"', path.read_text()))
    letters = {name: html.unescape(value) for name, value in declared.items() if html.unescape(value).isalpha()}
    assert len(letters) > 500
    assert {name for name in letters if name not in NAMES} <= {"b.Gammad", "b.gammad", "b.Theta", "sl0"}
