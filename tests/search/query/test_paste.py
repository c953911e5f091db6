"""Pasted text made plain, with the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query.paste import plain

PLAIN = {
    "“a” „b‟ «c» 「d」": '"a" "b" "c" "d"',
    "‘a’": "'a'",
    "a\u00a0b\u2003c\u3000d": "a b c d",
    "a\r\nb\u2028c\td": "a\n\nb\nc\nd",
    "a\u00adb\u200bc\u200dd\ufeffe": "abcde",
    "\u200fقشر\u202c": "قشر",
    "ＴＩ＝（ａ）：９": "TI=(a):9",
    "2012–2014 2012−2014": "2012-2014 2012-2014",
    "1—2021\u200b—06714 a—b": "1-2021-06714 a—b",
    "A61K   31/00; a 61  31/00": "A61K31/00; a 61  31/00",
    "๒๕๕๘ ٢٠١٥ ២០១៥": "2558 2015 2015",
    "a\x00b\ud800c": "a b c",
    "ñ ế": "ñ ế",
    "n\u0303 e\u0323\u0302 e\u00ad\u0301 0\u1dc0": "ñ ệ é 0\u1dc0",
}


@pytest.mark.parametrize(("pasted", "made"), PLAIN.items())
def test_pasted_text_is_made_plain(pasted, made):
    assert plain(pasted).text == made


@given(st.text(max_size=40))
def test_every_place_leads_back_to_the_original(original):
    pasted = plain(original)
    assert len(pasted.places) == len(pasted.text) + 1
    assert list(pasted.places) == sorted(pasted.places)
    assert pasted.span(0, len(pasted.text))[1] <= len(original)
    for place, char in enumerate(pasted.text):
        start, end = pasted.span(place, place + 1)
        assert end > start
        assert plain(original[start:end]).text == char
