"""What a query is confined to for certain, so that blind spots are counted over the right records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from portal.standards import numbers
from search.answer import Scope
from search.fields import BY_NAME, HAS, Field, FieldKind
from search.query.tree import And, Near, Node, Not, Or, Pattern, Range, Text, Value
from search.resolve import keys

Years = tuple[int | None, int | None]
Filters = Mapping[str, tuple[str, ...]]
# Fields a scope can tell of: those a record has one value of, and those it may have several of.
SINGLE, SEVERAL = ("office", "right", "status", "year"), ("kind", "language", "has")
COUNTED = SINGLE + SEVERAL


def scope(node: Node, filters: Filters) -> Scope:
    """Return what a query with its filters is confined to, and the elements it searches.

    Only what every hit must have counts: values joined by AND at the top, and alternatives of one field (`cc=(VN OR TH)`).
    Days of publication count by whole years. `wider` names the filters, closed lists and dates that the rest does not
    express. Where filter and query exclude each other there are no hits, and the filter is what is told.
    """
    required = node.nodes if isinstance(node, And) else (node,)
    single = {name: _confined(name, required, filters) for name in SINGLE}
    several = {name: frozenset(_alternatives(name, required, filters)) for name in SEVERAL}
    return Scope(
        offices=single["office"],
        rights=single["right"],
        statuses=single["status"],
        years=single["year"],
        published=_published(required),
        kinds=several["kind"],
        languages=several["language"],
        has=several["has"],
        elements=frozenset(field.element for field in _searched(node)),
        parts=frozenset(part for field in _searched(node) for part in _parts(field)),
        numbered=frozenset(_numbered(node)),
        numbers=frozenset(pair for value in _numbers(node) for pair in numbers.search_keys(value) if pair[0]),
        wider=frozenset(_wider(required, filters)),
    )


def _confined(name: str, required: tuple[Node, ...], filters: Filters) -> frozenset[str]:
    sets = list(_alternatives(name, required, filters))
    return (frozenset.intersection(*sets) or sets[0]) if sets else frozenset()


def _alternatives(name: str, required: tuple[Node, ...], filters: Filters) -> Iterator[frozenset[str]]:
    """Yield the sets of values of which a record must have one each: the ticked ones, then those of the query."""
    for values in (_ticked(name, filters), *(_values(name, node) for node in required)):
        if values and _known(name, values):
            yield values


def _ticked(name: str, filters: Filters) -> frozenset[str]:
    return frozenset(keys(name, filters.get(name, ())))


def _values(name: str, node: Node) -> frozenset[str]:
    """Return the values of a field a node allows, or nothing if it allows others too."""
    if isinstance(node, Value) and node.field == name:
        values = keys(name, (node.value,))
        return frozenset(f"{key}*" if name == "kind" and len(key) == 1 else key for key in values)
    if isinstance(node, Range) and node.field == name == "year":
        return frozenset(map(str, node.years()))
    if isinstance(node, Or):
        sets = [_values(name, inner) for inner in node.nodes]
        return frozenset.union(*sets) if all(sets) else frozenset()
    return frozenset()


def _known(name: str, values: frozenset[str]) -> bool:
    """Tell whether records are counted by these values: elements of any language, years that are numbers."""
    return values <= _HAS if name == "has" else name != "year" or all(value.isdecimal() for value in values)


_HAS = frozenset(HAS)


def _published(required: tuple[Node, ...]) -> Years:
    ranges = [node for node in required if isinstance(node, Range) and node.field == "published"]
    spans = [(one.low.year if one.low else None, one.high.year if one.high else None) for one in ranges]
    low = max((first for first, _ in spans if first), default=None)
    high = min((last for _, last in spans if last), default=None)
    return (low, high) if low is None or high is None or low <= high else spans[0]


def _whole_years(node: Node) -> bool:
    """Whether a node asks for publications of whole years."""
    if not isinstance(node, Range) or node.field != "published":
        return False
    first, last = node.low or dt.date(1, 1, 1), node.high or dt.date(1, 12, 31)
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)


def _wider(required: tuple[Node, ...], filters: Filters) -> Iterator[str]:
    """Yield the fields that narrow the search and cannot narrow the counts."""
    for name, ticked in filters.items():
        if ticked and not (name in COUNTED and _known(name, _ticked(name, filters))):
            yield name
    for node in required:
        sliced = any((values := _values(name, node)) and _known(name, values) for name in COUNTED)
        if not (sliced or _whole_years(node)):
            yield from _listed(node)


def _listed(node: Node) -> Iterator[str]:
    """Yield the fields of closed lists and dates a node asks for."""
    match node:
        case And(nodes) | Or(nodes):
            for inner in nodes:
                yield from _listed(inner)
        case Not(inner):
            yield from _listed(inner)
        case Value(name) | Range(name) if BY_NAME[name].kind in (FieldKind.KEYWORD, FieldKind.DATE):
            yield name


def _searched(node: Node) -> Iterator[Field]:
    """Yield the fields of a node whose blind spots are counted."""
    match node:
        case And(nodes) | Or(nodes):
            for inner in nodes:
                yield from _searched(inner)
        case Not(inner):
            yield from _searched(inner)
        case Near(left):
            yield from _searched(left)
        case Text(name) | Pattern(name) | Value(name) | Range(name) if BY_NAME[name].element:
            yield BY_NAME[name]


def _numbered(node: Node) -> Iterator[str]:
    """Yield the fields of numbers a node searches."""
    match node:
        case And(nodes) | Or(nodes):
            for inner in nodes:
                yield from _numbered(inner)
        case Not(inner):
            yield from _numbered(inner)
        case Value(name) | Pattern(name) if BY_NAME[name].kind is FieldKind.NUMBER:
            yield name


def _numbers(node: Node) -> Iterator[str]:
    """Yield the numbers a node asks for."""
    match node:
        case And(nodes) | Or(nodes):
            for inner in nodes:
                yield from _numbers(inner)
        case Value(name, value) if BY_NAME[name].kind is FieldKind.NUMBER:
            yield value


def _parts(field: Field) -> set[str]:
    """Return what the words of a field are sought in, as a record has it."""
    return {field.element, *(name.removesuffix("_en") for name in field.index)} & _HAS
