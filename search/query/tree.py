"""What a query means, before any engine: frozen nodes that carry the place in the text they came from.

Fields are canonical names of `search.fields`. The parser makes this tree, `search.query.words` says it in words,
`search.query.canonical` writes it back as text, `search.resolve` turns it into clauses an engine can answer.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
FIRST_YEAR, LAST_YEAR = 1700, 2099  # of publications


@dataclass(frozen=True)
class Everything:
    """Every record: the empty query."""


@dataclass(frozen=True)
class Text:
    """Words in a text field, next to each other and in order (`quoted` or of a script without blanks: a phrase).

    With `edits` it is one word, and words that differ from it in so many letters (changed, added, left out, or two
    neighbours swapped) are sought too.
    """

    field: str
    text: str
    quoted: bool = False
    edits: int = 0
    span: Span = dataclasses.field(default=(0, 0), compare=False)


@dataclass(frozen=True)
class Pattern:
    """A word with truncation in a text field: `*` any letters, `?` none or one, `#` exactly one."""

    field: str
    pattern: str
    span: Span = dataclasses.field(default=(0, 0), compare=False)


@dataclass(frozen=True)
class Value:
    """One value of a keyword field: office, kind, status, class symbol, number; `exact` a class without those below it, or a kind that is a letter."""

    field: str
    value: str
    span: Span = dataclasses.field(default=(0, 0), compare=False)
    exact: bool = False


@dataclass(frozen=True)
class Range:
    """Dates from `low` to `high`, both included; None is open."""

    field: str
    low: dt.date | None
    high: dt.date | None
    span: Span = dataclasses.field(default=(0, 0), compare=False)

    def years(self) -> range:
        """Return the years it touches, an open end as far as any publication goes."""
        first, last = self.low.year if self.low else FIRST_YEAR, self.high.year if self.high else LAST_YEAR
        return range(first, last + 1)


@dataclass(frozen=True)
class Near:
    """Two operands within `distance` words in one text field. Operands are Text, Pattern or an Or of them."""

    left: Node
    right: Node
    distance: int
    ordered: bool = False
    span: Span = dataclasses.field(default=(0, 0), compare=False)


@dataclass(frozen=True)
class And:
    """All of `nodes`."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True)
class Or:
    """Any of `nodes`."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True)
class Not:
    """Not `node`."""

    node: Node


Leaf: TypeAlias = Everything | Text | Pattern | Value | Range
Node: TypeAlias = Leaf | Near | And | Or | Not


def leaves(node: Node, *, excluded: bool = True) -> Iterator[Leaf]:
    """Yield the words and values of a node, in their order; without those below a NOT where `excluded` is false."""
    match node:
        case And(nodes) | Or(nodes):
            for inner in nodes:
                yield from leaves(inner, excluded=excluded)
        case Near(left, right):
            yield from chain(leaves(left), leaves(right))
        case Not(inner):
            yield from leaves(inner) if excluded else ()
        case _:
            yield node


def place(node: Node) -> Span:
    """Return where in the query a node stands, from its first word or value to the end of its last."""
    match node:
        case And(nodes) | Or(nodes):
            spans = [place(inner) for inner in nodes]
        case Not(inner):
            spans = [place(inner)]
        case Near(left, right):
            spans = [place(left), place(right)]
        case Everything():
            spans = []
        case _:
            spans = [node.span]
    known = [span for span in spans if span[1]]
    return (min(start for start, _ in known), max(end for _, end in known)) if known else (0, 0)


def nesting(node: Node) -> int:
    """Return how deep operations stand within each other, as the brackets of the canonical query do."""
    match node:
        case And(nodes):
            return 1 + max(map(nesting, nodes))
        case Or(nodes):
            return 1 + max(nesting(node) + isinstance(node, Not) for node in nodes)
        case Not(inner):
            return 1 + nesting(inner)
        case Near(left, right):
            return 1 + max(nesting(left), nesting(right))
        case _:
            return 0
