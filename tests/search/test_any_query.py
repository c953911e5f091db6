"""No text whatever makes a fault or takes long, from the query to the answer: it is answered, or refused with a sentence."""

from __future__ import annotations

import tempfile
import time

import pytest
from django.test import override_settings
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from search import indexing, service
from search.answer import QueryError, Request
from search.engines.base import Engine
from tests.search.filing import file_record
from tests.search.query.test_properties import pasted

SECONDS = 5.0  # of the processor; what docs/query-language.md states


def answered(query: str) -> bool:
    """Return whether a query is answered, False where it is refused; fail on anything else, and where it takes long."""
    start = time.process_time()
    refusal = None
    try:
        assert service.search(Request(query)).total >= 0
        assert service.explain(query)["canonical"]
    except QueryError as error:
        refusal = error
    assert time.process_time() - start < SECONDS
    assert refusal is None or refusal.message.endswith(".")
    return refusal is None


class AnyText(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        folder = cls.enterClassContext(tempfile.TemporaryDirectory())
        cls.enterClassContext(override_settings(SEARCH_ENGINE="embedded", INDEX_DIR=folder))
        file_record("BR-P-1", {("title", "en"): ["Rice husk silica"], ("claims", "th"): ["ข้าวเปลือก", "a b c"]})
        indexing.rebuild()

    @settings(max_examples=150)
    @given(pasted | st.text(max_size=60))
    def test_is_answered_or_refused(self, query: str) -> None:
        answered(query)


BOMBS = {
    "(" * 20 + "a" + ")" * 20: True,
    "(" * 900 + "a" + ")" * 900: False,
    "NOT " * 400 + "a": False,
    "*a" * 900: False,
    "?" * 1900 + "a": False,
    "a*b*c*d*e*f*g*h*": True,
    "(a+)+$": False,  # a regular expression
    "(.*)*b" * 200: False,
    " ".join(f"*w{n}" for n in range(60)): False,
    " OR ".join(f"word{n}~2" for n in range(120)): True,
    "ti=(" + " OR ".join(f"a{n}" for n in range(180)) + ")": True,
    "txt=(" + " OR ".join(f"a{n}" for n in range(180)) + ")": False,
    " NEAR50 ".join("ab" for _ in range(60)): True,
    "(" + " OR ".join(f"a{n}" for n in range(40)) + ") NEAR50 b": False,
    " NEAR50 ".join(f"{letter}*" for letter in "rhs" * 5): True,
    "("
    + " OR ".join(f"{letter}*" for letter in "abcdefg")
    + ") NEAR1 ("
    + " OR ".join(f"r{n}*" for n in range(60))
    + ")": False,
    '"rice h*" NEAR50 "s* ric*"': False,
    '"' + "a " * 900 + '"': False,
    "a\x00b\ud800c": True,
    "\ud800": False,
    "\u0301" * 1000: False,
    "ก" * 2000: False,
    "水" * 500: False,
    "水" * 150: True,
    "kd=" + "A" * 1000 + "*": False,
    "num=*" + "1" * 497 + "*": False,
    "num=*" + "1" * 60 + "*": True,
    "num=*" + "1" * 61 + "*": False,
    "ti=" + "a" * 60 + "*": True,
    "ti=" + "a" * 61 + "*": False,
    "lang=" + "t" * 990 + "?": False,
    "ipc=A61" + "K" * 990 + "*": False,
    "num=(" + " OR ".join(f"*{n}" + "0" * 390 + "*" for n in range(6)) + ")": False,
    "ftxt=(" + " OR ".join("*" + letter * 380 + "*" for letter in "abc") + ")": False,
    "ftxt=(" + " OR ".join(f"a*{n:058}*" for n in range(45)) + ")": False,  # an automaton in each of many fields
    "ti=*a#######bbbb": False,  # which would double with each sign
    "ti=*a###bbbb": True,
    "อุปกรณ์สำหรับการผลิตไฟฟ้าพลังงานแสงอาทิตย์และพลังงานลมในเขตชนบทของประเทศไทย*": True,  # many words, cut by dictionary
    "ti=(silic* OR *kering* OR colo?r OR wom#n OR sulf#nat?)": True,
}


@pytest.mark.django_db
@pytest.mark.parametrize(("query", "read"), BOMBS.items(), ids=range(len(BOMBS)))
def test_what_is_made_to_break_it(each_index: Engine, query: str, read: bool) -> None:  # noqa: FBT001 - pytest names it
    file_record("BR-P-1", {("title", "en"): ["Rice husk silica"]})
    indexing.rebuild()
    assert answered(query) is read
