"""The numbers of every office, as its page spells them, pasted as lists."""

import re
from itertools import pairwise

import pytest
from django.conf import settings

from search.query.kinds.listed import one_line
from search.query.parser import parse
from search.query.tree import Or, Value

PAGES = sorted((settings.BASE_DIR / "docs" / "offices").glob("*.md"))
SPELT = [
    found[1].strip()
    for page in PAGES
    for found in re.finditer(
        r"^\| ([^|\n]*\d[^|\n]*) \| `[A-Z0-9]+` \|", page.read_text(encoding="utf-8"), re.MULTILINE
    )
]
PAIRS = [pair for pair in pairwise(dict.fromkeys(SPELT)) if len(set(pair)) == 2]
LISTS = (
    "{}\n{}",
    "{}\t{}",
    "{}, {}",
    "{};{}",
    "{} OR {}",
    "1. {}\n2. {}",
    "[1] {}; [2] {}",
    '"{}","{}"',
    "No. {}\nNo. {}",
    "- {}\n- {}",
)


def values(query):
    """Return the numbers a query seeks any of, or what else it is."""
    node = parse(query).node
    nodes = node.nodes if isinstance(node, Or) else (node,)
    return [inner.value if isinstance(inner, Value) else inner for inner in nodes]


def test_there_are_numbers_to_try():
    assert len(SPELT) > 50


@pytest.mark.parametrize("number", SPELT)
def test_a_number_alone_is_one(number):
    assert values(number) == [number]


@pytest.mark.parametrize("pasted", LISTS)
def test_two_numbers_are_a_list_of_two(pasted):
    for pair in PAIRS:
        assert values(pasted.format(*pair)) == [*pair]
        assert values(one_line(pasted.format(*pair))) == [*pair]
