"""Scripts of texts, and what they prove."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.standards.languages import LANGUAGES
from portal.standards.scripts import PROVES, contradicting, letters, proven, written_in


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Forno", "Latn"), ("ñandú", "Latn"), ("được", "Latn"), ("сталь", "Cyrl"), ("เตาอบ", "Thai"), ("ເຕົາ", "Laoo"), ("စက်", "Mymr"), ("ខ្មែរ", "Khmr"),
        ("جهاز", "Arab"), ("यंत्र", "Deva"), ("太阳", "Hani"), ("オーブン", "Kana"), ("오븐", "Hang"), ("ქართ", "Geor"), ("հայ", "Armn"), ("χάλυβα", "Grek"), ("፩ ኢትዮ", "Ethi"),
    ],
)  # fmt: skip
def test_letters_know_their_script(text: str, script: str) -> None:
    assert letters(text).most_common(1)[0][0] == script


def test_digits_and_signs_have_none() -> None:
    assert letters("123 – (4,5) “…”") == {}


def test_every_language_has_its_script_and_those_proven_are_written_in_theirs() -> None:
    assert all(written_in(code) for code in LANGUAGES)
    assert all(script in written_in(code) for script, code in PROVES.items())


THAI, LATIN = "เครื่องอบข้าว", "An oven that dries rice in the sun"


@pytest.mark.parametrize(
    ("text", "language", "script", "truth"),
    [
        (THAI, "en", "Thai", "th"), ("ເຄື່ອງອົບເຂົ້າ", "th", "Laoo", "lo"), ("сталь и чугун", "en", "Cyrl", ""), (LATIN, "th", "Latn", ""), ("太阳能炉", "en", "Hani", ""),
        ("オーブン", "zh", "Kana", "ja"), ("太陽光で米を乾かす竈", "en", "", ""), ("태양열 오븐", "en", "Hang", "ko"), ("جهاز لتجفيف", "pt", "Arab", ""),
    ],
)  # fmt: skip
def test_a_script_the_language_is_not_written_in_contradicts_and_may_prove(
    text: str, language: str, script: str, truth: str
) -> None:
    assert (contradicting(text, language), proven(text, language)) == (script, truth)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (THAI, "th"), (LATIN, "pt"), ("LED 5 V", "th"), ("Oven ABC", "ar"), ("太陽炉", "ja"), ("Temir olish usuli va qurilmasi", "kk"), (THAI, "qq"), ("", "th"), ("ไทย", "en"),
        (f"{THAI} (Solar rice dryer with hot air)", "th"), (f"{LATIN} {THAI}", "en"), ("alpha α and β", "en"),
    ],
)  # fmt: skip
def test_the_right_script_few_letters_and_mixtures_say_nothing(text: str, language: str) -> None:
    assert (contradicting(text, language), proven(text, language)) == ("", "")


@given(st.text(), st.sampled_from([*LANGUAGES, "", "qq"]))
def test_what_is_proven_is_another_language_in_its_own_script(text: str, language: str) -> None:
    if found := proven(text, language):
        assert found != language
        assert contradicting(text, found) == ""
