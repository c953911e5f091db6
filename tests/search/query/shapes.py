"""Short names for the nodes of expected trees."""

from __future__ import annotations

import datetime as dt

import pytest

from search.answer import QueryError
from search.query.canonical import canonical
from search.query.parser import parse
from search.query.tree import Pattern, Range, Text, Value
from search.resolve import resolve


def word(text: str, field: str = "text") -> Text:
    return Text(field, text)


def phrase(text: str, field: str = "text") -> Text:
    return Text(field, text, quoted=True)


def pattern(text: str, field: str = "text") -> Pattern:
    return Pattern(field, text)


def number(value: str, field: str = "number") -> Value:
    return Value(field, value)


def dates(low: str, high: str, field: str = "published") -> Range:
    """Return a range from two ISO days; an empty one is open."""
    return Range(field, dt.date.fromisoformat(low) if low else None, dt.date.fromisoformat(high) if high else None)


def read_with_warnings(query: str) -> tuple[str, ...]:
    """Return the canonical query and the last four words of each warning; the canonical query is read as the same tree."""
    parsed = parse(query)
    written = canonical(parsed.node)
    assert parse(written).node == parsed.node
    return (written, *(" ".join(warning.rstrip(".").split()[-4:]) for warning in parsed.warnings))


def refused(query: str, beginning: str) -> tuple[str, str, str]:
    """Return how the message of a refused query begins, what of the query it points at, and the proposal, which can be read."""
    with pytest.raises(QueryError) as caught:
        resolve(parse(query).node)
    error = caught.value
    assert not error.proposal or parse(error.proposal)
    return error.message[: len(beginning)], query[slice(*error.position)], error.proposal
