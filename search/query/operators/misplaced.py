"""Operators and signs that stand where they cannot: refused, with what to put instead where that is sure."""

from __future__ import annotations

import re

from search.query import closeness
from search.query.scanner import Scanner
from search.query.written_fields import Prefix

_OPERATOR_AT_END = re.compile(r"(?:\b(?:AND|OR|NOT|ADJ\d*)|NEAR\d*|[&|])\Z", re.IGNORECASE)


def refuse_operator(scanner: Scanner, after: Prefix | None = None) -> None:
    """Raise QueryError where an operator stands in the place of an operand; `after` the field it stands behind.

    Of a NOT behind its field the same before it is proposed.
    """
    scanner.skip()
    start = scanner.at
    excludes = scanner.operator() == "NOT"
    written = scanner.take_operator() if scanner.operator() else ""
    if after and excludes and scanner.text[scanner.at :].strip() not in ("", ")"):
        _refuse_behind_field(scanner, after, written)
    if written or (scanner.prefix() is None and closeness.take(scanner)):
        name = scanner.text[start : scanner.at]
        message = f"“{name}” needs something before it; as a word, quote it."
        raise scanner.error(message, start, scanner.at, _without(scanner, name, start, fielded=after is not None))


def refuse_behind_near(scanner: Scanner, near: str) -> None:
    """Raise QueryError where an operator stands behind `near`, one of closeness; an AND, which it is anyway, is left out in the proposal."""
    start, operator = scanner.at, scanner.operator()
    if not operator:
        return
    written = scanner.take_operator()
    message = f"“{near}” and “{written}” stand side by side; keep one of them."
    raise scanner.error(message, start, scanner.at, "" if operator == "AND" else None)


def _without(scanner: Scanner, operator: str, start: int, *, fielded: bool) -> str | None:
    """Return what to put where an operator lacks what stands before it: nothing, if none is lost so; else None.

    `fielded` tells that it stands behind a field.
    """
    text, end = scanner.text, scanner.at
    if fielded:
        return f'"{operator}"' if text[end:].strip() in ("", ")") else None
    before = text[:start].rstrip()
    doubled = before.upper().endswith(operator.upper())
    return "" if doubled or not before or before[-1] in "()" or _OPERATOR_AT_END.search(before) is None else None


def refuse_exclusion(scanner: Scanner, prefix: Prefix) -> None:
    """Raise QueryError where `-` or `!` excludes what follows it but stands behind the field, as in `ti=-silica`."""
    if scanner.operator() == "NOT" and (sign := scanner.text[scanner.at]) in "-!":
        scanner.at += 1
        _refuse_behind_field(scanner, prefix, sign)


def _refuse_behind_field(scanner: Scanner, prefix: Prefix, sign: str) -> None:
    """Raise for a sign or word that excludes and was just taken behind a field."""
    field = scanner.text[prefix.start : prefix.end].strip()
    scanner.skip()
    message = f"“{sign}” stands behind its field; to exclude what follows write NOT before the field."
    raise scanner.error(message, prefix.start, scanner.at, f"NOT {field}")
