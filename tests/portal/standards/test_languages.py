"""Language codes: names, direction, script, and the repair of what is not ISO 639-1."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from portal.standards.languages import LANGUAGES, direction, name, repair, script


@pytest.mark.parametrize(
    ("code", "words", "way", "letters"),
    [
        ("id", "Indonesian", "ltr", "Latn"),
        ("th", "Thai", "ltr", "Thai"),
        ("ar", "Arabic", "rtl", "Arab"),
        ("fa", "Persian", "rtl", "Arab"),
        ("he", "Hebrew", "rtl", "Hebr"),
        ("my", "Burmese", "ltr", "Mymr"),
        ("km", "Khmer", "ltr", "Khmr"),
        ("lo", "Lao", "ltr", "Laoo"),
        ("uk", "Ukrainian", "ltr", "Cyrl"),
        ("qq", "qq", "ltr", ""),
    ],
)
def test_what_a_language_is(code, words, way, letters):
    assert (name(code), direction(code), script(code)) == (words, way, letters)


@pytest.mark.parametrize(
    ("code", "office", "meant"),
    [
        ("la", "LA", "lo"),
        ("la", "IT", "la"),
        ("vn", "VN", "vi"),
        ("vn", "WO", "vi"),
        ("ua", "UA", "uk"),
        ("ua", "WO", "uk"),
        ("br", "BR", "pt"),
        ("br", "FR", "br"),
        ("BR", "br", "pt"),
        ("my", "MM", "my"),
        ("mm", "MM", "my"),
        ("my", "MY", "ms"),
        ("kh", "KH", "km"),
        ("in", "IN", "en"),
        ("in", "ID", "id"),
        ("id", "ID", "id"),
        ("iw", "IL", "he"),
        ("sg", "SG", "en"),
        ("mx", "MX", "es"),
        ("sa", "SA", "ar"),
        ("EN", "SG", "en"),
        ("pt-BR", "BR", "pt"),
        ("zh_TW", "TW", "zh"),
        ("eng", "IN", "en"),
        ("por", "BR", "pt"),
        ("tha", "TH", "th"),
        ("VIE", "VN", "vi"),
        ("may", "MY", "ms"),
        ("msa", "BN", "ms"),
        ("bur", "MM", "my"),
        ("fil", "PH", "tl"),
        ("und", "TH", ""),
        ("", "TH", ""),
        (" th ", "TH", "th"),
        ("qqq", "XX", "qqq"),
    ],
)
def test_repair(code, office, meant):
    assert repair(code, office) == meant


@given(st.sampled_from(sorted(LANGUAGES)))
def test_a_true_code_is_left_alone_by_every_office_but_its_namesake(code):
    assert repair(code, "WO") == code
    assert repair(code.upper(), "EP") == code
    assert all(repair(three, "WO") == code for three in LANGUAGES[code].three)


@given(st.text(max_size=20), st.text(max_size=3))
@example("0 -", "")
@example("mul-Latn", "")
def test_repair_is_done_once_and_for_all(code, office):
    once = repair(code, office)
    assert once == once.strip().lower()
    assert repair(once, "WO") == repair(repair(once, "WO"), "WO")
