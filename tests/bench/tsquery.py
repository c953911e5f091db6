"""Clauses in PostgreSQL's words: a tsquery where they are of words, conditions on arrays where they are of values.

One tsvector a record holds the same terms that the engines index, each with its place and the label of its part, so that a
clause finds the same records, up to what a tsvector cannot hold: places beyond 16,383 and more than 256 of one word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product

from search import clauses as c
from search.engines.base import Document
from search.engines.schema import SENTINEL

LABELS = {"title": "A", "title_en": "A", "abstract": "B", "abstract_en": "B", "claims": "C", "claims_en": "C"}
WEIGHTS = [0.0, 0.33, 0.5, 1.0]  # of D, C, B and A: the boosts of `search.fields`
_APART = 50  # places between two parts: no phrase or NEAR of the benchmark reaches over them
_BETWEEN = 6  # places between two passages, for the same; a tsvector has few
_LONGEST = 500  # characters of a word; PostgreSQL takes 2,046 bytes


class Unsayable(ValueError):  # noqa: N818 - says of what
    """PostgreSQL has no way to ask this of a tsvector."""


@dataclass(frozen=True)
class Asked:
    """A condition on a row, its parameters, and the tsquery that ranks the rows ('' for none)."""

    sql: str
    parameters: tuple[object, ...]
    ranking: str = ""


def tsvector(document: Document) -> str:
    """Return the terms of a record's title, abstract and claims as PostgreSQL reads a tsvector."""
    return " ".join(_lexemes(document))


def _lexemes(document: Document) -> Iterator[str]:
    place = 1
    for field, label in LABELS.items():
        for word in document.texts.get(field, "").split():
            if word == SENTINEL:
                place += _BETWEEN
                continue
            yield f"{_quoted(word[:_LONGEST])}:{place}{label}"
            place += 1
        place += _APART


def asked(clause: c.Clause) -> Asked:
    """Return a clause as a condition; raises Unsayable."""
    if all(isinstance(leaf, c.Words | c.Near) for leaf in c.leaves(clause)):
        said = tsquery(clause)
        return Asked("words @@ %s::tsquery", (said,), said)
    match clause:
        case c.AllOf(clauses):
            return _joined(" AND ", map(asked, clauses))
        case c.AnyOf(clauses):
            return _joined(" OR ", map(asked, clauses))
        case c.Raised(clause=inner):
            return asked(inner)
        case c.In(field=field, values=values):
            return Asked(f'"{field}" && %s', (list(values),))
        case c.Between(field=field, low=low, high=high):
            return Asked(f'EXISTS (SELECT FROM unnest("{field}") d WHERE d BETWEEN %s AND %s)', (low, high))
        case _:
            raise Unsayable(type(clause).__name__)


def _joined(between: str, parts: Iterable[Asked]) -> Asked:
    found = list(parts)
    ranking = " & ".join(part.ranking for part in found if part.ranking)
    return Asked(
        f"({between.join(part.sql for part in found)})", tuple(p for part in found for p in part.parameters), ranking
    )


def tsquery(clause: c.Clause) -> str:
    """Return a clause of words as a tsquery; the same words sought in several parts are one word with several labels."""
    match clause:
        case c.AllOf(clauses):
            return _group(" & ", map(tsquery, clauses))
        case c.AnyOf(clauses):
            return _group(" | ", map(tsquery, clauses))
        case c.Raised(clause=inner):
            return tsquery(inner)
        case c.Best(clauses):
            labels: dict[c.Clause, str] = {}
            for leaf in clauses:
                same = replace(leaf, field="", boost=1.0)
                labels[same] = "".join(sorted({*labels.get(same, ""), _label(leaf.field)}))
            return _group(" | ", (_leaf(leaf, label) for leaf, label in labels.items()))
        case c.Words() | c.Near():
            return _leaf(clause, _label(clause.field))
        case _:
            raise Unsayable(type(clause).__name__)


def _leaf(leaf: c.Words | c.Near, labels: str) -> str:
    if isinstance(leaf, c.Words):
        return _phrase(leaf.words, labels)
    ways = [(leaf.left, leaf.right)] if leaf.ordered else [(leaf.left, leaf.right), (leaf.right, leaf.left)]
    return _group(
        " | ",
        (
            f"({_phrase(first, labels)} <{step}> {_phrase(second, labels)})"
            for firsts, seconds in ways
            for first, second in product(firsts, seconds)
            for step in range(1, leaf.distance + 1)
        ),
    )


def _phrase(words: c.Sequence, labels: str) -> str:
    return _group(" <-> ", (_word(word, labels) for word in words))


def _word(word: c.Word, labels: str) -> str:
    if isinstance(word, str):
        return f"{_quoted(word)}:{labels}"
    if isinstance(word, c.Glob) and word.pattern == f"{word.head}*":
        return f"{_quoted(word.head)}:*{labels}"
    raise Unsayable(word.pattern)


def _group(between: str, parts: Iterable[str]) -> str:
    found = list(dict.fromkeys(parts))
    return found[0] if len(found) == 1 else f"({between.join(found)})"


def _label(field: str) -> str:
    if field not in LABELS:
        raise Unsayable(field)
    return LABELS[field]


def _quoted(word: str) -> str:
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'"
