"""Every query of the tables, damaged: cut, doubled, swapped, nested, spliced and repeated to the limits.

Whatever comes of it is read or refused in the stated time, can be searched or is refused with its place, and what is read is
written so that it is read the same.
"""

import contextlib
import random
import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from search.answer import QueryError
from search.query.canonical import canonical
from search.query.limits import MAX_DEPTH, MAX_LENGTH
from search.query.parser import parse
from search.query.scope import scope
from search.query.words import words
from search.resolve import resolve
from tests.search.query.test_properties import read
from tests.search.query.test_tables import TABLES

QUERIES = sorted({query for of in TABLES for table in (*of.READ, *of.REFUSED) for query in table})
SIGNS = "()[]{}\"'=<>:;,.~^*?#$+-!/\\|&@%\n\u00ad\u200b٣壳e\u0301"


def pieces(query):
    return re.findall(r"\w+|\s+|[^\w\s]", query) or [""]


def cut(chance, query):
    parts = pieces(query)
    del parts[chance.randrange(len(parts))]
    return "".join(parts)


def doubled(chance, query):
    parts = pieces(query)
    at = chance.randrange(len(parts))
    return "".join([*parts[: at + 1], *parts[at:]])


def swapped(chance, query):
    parts = pieces(query)
    one, other = chance.randrange(len(parts)), chance.randrange(len(parts))
    parts[one], parts[other] = parts[other], parts[one]
    return "".join(parts)


def letter_cut(chance, query):
    at = chance.randrange(len(query) + 1)
    return query[:at] + query[at + 1 :]


def letter_put(chance, query):
    at = chance.randrange(len(query) + 1)
    return query[:at] + chance.choice(SIGNS) + query[at:]


def nested(chance, query):
    depth = chance.randrange(1, MAX_DEPTH + 2)
    return "(" * depth + query + ")" * depth


def spliced(chance, query):
    other = chance.choice(QUERIES)
    return query[: chance.randrange(len(query) + 1)] + other[chance.randrange(len(other) + 1) :]


def joined(chance, query):
    return f"{query}{chance.choice([' ', ' AND ', ' OR ', ' NOT ', ' NEAR3 ', '~2 '])}{chance.choice(QUERIES)}"


def repeated(chance, query):
    times = MAX_LENGTH // (len(query) + 1)
    return chance.choice(["", " "]).join([query] * max(times, 1))[:MAX_LENGTH]


DAMAGES = (cut, doubled, swapped, letter_cut, letter_put, nested, spliced, joined, repeated)


def holds(query):
    """Check what must hold of any query."""
    node = read(query)
    if node is None:
        return
    with contextlib.suppress(QueryError):
        resolve(node)
    assert words(node)
    assert scope(node, {})
    written = canonical(node)
    assert parse(written).node == node


@pytest.mark.parametrize("damage", DAMAGES)
def test_every_query_of_the_tables_may_be_damaged(damage):
    for number, query in enumerate(QUERIES[:: 8 if damage is repeated else 1]):
        holds(damage(random.Random(number), query))


@given(st.sampled_from(QUERIES), st.lists(st.sampled_from(DAMAGES[:-1]), min_size=2, max_size=5), st.integers(0, 10**6))
@settings(max_examples=500, derandomize=True)
def test_a_query_may_be_damaged_again_and_again(query, damages, seed):
    chance = random.Random(seed)
    for damage in damages:
        query = damage(chance, query)
    assume(len(query) <= MAX_LENGTH)
    holds(query)
