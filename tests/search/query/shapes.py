"""Short names for the nodes of expected trees."""

from __future__ import annotations

import datetime as dt

from search.query.tree import Pattern, Range, Text, Value


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
