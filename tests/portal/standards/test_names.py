"""Names compared without their spelling."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.standards.names import bare


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("São Paulo S.A.", "SAO PAULO SA", True),
        ("Công ty Đông Á", "CONG TY DONG A", True),
        ("Müller & Söhne", "muller, sohne", True),
        ("Ørsted", "ORSTED", True),
        ("Иванов Й.", "иванов и", True),
        ("A. Silva", "A. Silvas", False),
        ("Forno", "Forno 2", False),
        ("กา", "กี", False),
        ("มา", "ม่า", False),
        ("ក", "កា", False),
        ("---", "...", False),
        ("AB; C", "A; BC", True),
        ("", "", True),
    ],
)
def test_names_are_the_same_but_for_case_blanks_diacritics_and_punctuation(one: str, other: str, *, same: bool) -> None:
    assert (bare(one) == bare(other)) is same


@given(st.text(max_size=30))
def test_any_text_is_its_own_spelling_composed_or_not(text: str) -> None:
    assert bare(unicodedata.normalize("NFC", text)) == bare(unicodedata.normalize("NFD", text)) or not any(
        character.isalnum() for character in text
    )
    assert bare(f" {text}. ").strip(" .") == bare(text).strip(" .")
