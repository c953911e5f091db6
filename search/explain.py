"""How a query was read, analysed and asked: for people who must rely on it."""

from __future__ import annotations

import dataclasses
import time

from portal.standards import numbers
from search import bounds, numbers_held
from search import clauses as c
from search.answer import EngineDown
from search.engines import engine, forms
from search.engines.base import MAX_EXPANSIONS, Engine, TooManyWords
from search.fields import BY_NAME, FieldKind
from search.no_hits import counted
from search.query import tree
from search.query.canonical import canonical
from search.query.parser import parse
from search.query.words import words
from search.resolve import resolve

_SECONDS = 2.0  # after which no further word is counted: in a large index each may take a second


def explain(q: str) -> dict[str, object]:
    """Return the reading of a query as JSON data: see DESIGN's names. Raises QueryError as a search would.

    `expansions` counts the words of the index each truncated or similar word stands for, up to one more than the limit
    within phrases; None while no index answers, and for each word that there is no time left to count. `total` is what the
    query finds and `parts` what each of its parts does, as where nothing is found; None while no index answers.
    """
    parsed = parse(q)
    clause = resolve(parsed.node)
    counts = _counts(parsed.node, clause)
    nodes = list(_ends(parsed.node))
    return {
        "canonical": canonical(parsed.node),
        "words": words(parsed.node),
        "warnings": [*parsed.warnings, *_number_notes(parsed.node)],
        "tree": as_json(parsed.node),
        "numbers": [number for node in nodes for number in _numbers(node)],
        "dates": [
            {"field": node.field, "from": _iso(node.low), "to": _iso(node.high)}
            for node in nodes
            if isinstance(node, tree.Range)
        ],
        "terms": _terms(clause),
        "engines": forms(clause),
        "expansions": _expansions(clause),
        **counts,
    }


def _counts(node: tree.Node, clause: c.Clause) -> dict[str, object]:
    try:
        index = engine()
        with bounds.within(index, node, clause):
            return {
                "total": index.totals([clause])[0],
                "parts": [dataclasses.asdict(part) for part in counted(index, node)],
            }
    except EngineDown:
        return {"total": None, "parts": None}


def _number_notes(node: tree.Node) -> tuple[str, ...]:
    """Return what is to be said of numbers; of what is held only while an index answers."""
    try:
        return numbers_held.notes(node, engine().published())
    except EngineDown:
        return numbers_held.notes(node, "")


def as_json(value: object) -> object:
    """Return query nodes as JSON data: the name of the node, then its parts, what NOT excludes as `operand`; places in the text are left out."""
    if dataclasses.is_dataclass(value):
        parts = {
            {"node": "operand"}.get(field.name, field.name): as_json(getattr(value, field.name))
            for field in dataclasses.fields(value)
            if field.name != "span"
        }
        return {"node": type(value).__name__.lower(), **parts}
    if isinstance(value, tuple):
        return [as_json(inner) for inner in value]
    return value if isinstance(value, str | int | None) else str(value)


def _ends(node: tree.Node) -> list[tree.Node]:
    match node:
        case tree.And(nodes) | tree.Or(nodes):
            return [end for inner in nodes for end in _ends(inner)]
        case tree.Not(inner):
            return _ends(inner)
        case _:
            return [node]


def _numbers(node: tree.Node) -> list[dict[str, str]]:
    if not isinstance(node, tree.Value) or BY_NAME[node.field].kind is not FieldKind.NUMBER:
        return []
    read = numbers.candidates(node.value)
    return [{"office": number.office, "key": number.key, "kind": number.kind} for number in read]


def _iso(day: object) -> str | None:
    return None if day is None else str(day)


def _terms(clause: c.Clause) -> dict[str, list[str]]:
    """Return index field → the words and patterns looked for in it, each once."""
    found: dict[str, dict[str, None]] = {}
    for leaf in c.leaves(clause):
        if isinstance(leaf, c.Words | c.Near):
            for word in c.all_words(leaf):
                found.setdefault(leaf.field, {})[word if isinstance(word, str) else word.pattern] = None
    return {field: list(terms) for field, terms in found.items()}


def _expansions(clause: c.Clause) -> dict[str, int | None] | None:
    index, until = engine(), time.monotonic() + _SECONDS
    try:
        return {
            f"{leaf.field}={glob.pattern}": _count(index, leaf.field, glob) if time.monotonic() < until else None
            for leaf in c.leaves(clause)
            if isinstance(leaf, c.Words | c.Near)
            for glob in c.all_words(leaf)
            if not isinstance(glob, str)
        }
    except EngineDown:
        return None


def _count(index: Engine, field: str, glob: c.Glob | c.Alike) -> int:
    try:
        return len(index.expansions(field, glob))
    except TooManyWords:
        return MAX_EXPANSIONS + 1
