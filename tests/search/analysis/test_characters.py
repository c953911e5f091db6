"""The quick way to fold a text gives what the slow one does."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import characters
from search.analysis.characters import fold, fold_all

LATIN = st.text(
    st.characters(max_codepoint=0x24F) | st.sampled_from("\u0301\u0303\u0327\u00ad\u200b“”–…€ﬁ½²Ⅷ"), max_size=200
)
TEXTS = LATIN | st.text(max_size=200)


def slow(text: str) -> str:
    return unicodedata.normalize("NFC", "".join(map(characters._fold, unicodedata.normalize("NFD", text))))


@given(TEXTS)
def test_a_text_is_folded_as_its_characters_are(text: str) -> None:
    assert fold_all(text) == slow(text)


@given(TEXTS)
def test_folded_twice_is_folded_once(text: str) -> None:
    assert fold_all(fold_all(text)) == fold_all(text)


@given(LATIN)
def test_blanks_stay_where_they_are(text: str) -> None:
    """The marks look for words in the parts between them."""
    assert fold_all(text).count(" ") == text.count(" ")


@given(st.text("abcdefXYZ019-áçñỳ", min_size=1, max_size=30))
def test_a_word_alone_is_folded_as_in_a_text(word: str) -> None:
    assert fold(word) == fold_all(word)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Composição de SÍLICA", "composicao de silica"),
        ("Straße — Øre “ﬁ”", None),
        ("œuvre æther", "oeuvre aether"),
        ("", ""),
        ("\u0301\u0301", ""),
        ("".join(map(chr, range(0xC0, 0x180))), None),
        ("ข้าวเปลือก", None),
    ],
)
def test_what_is_folded_into_ascii(text: str, expected: str | None) -> None:
    """What is not takes the other way and comes out the same."""
    letters = unicodedata.normalize("NFD", text)
    assert characters._in_ascii(letters) == (expected or "")
    assert fold_all(text) == (slow(text) if expected is None else expected)
