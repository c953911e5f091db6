"""What a query is confined to for certain, so that blind spots are counted over the right records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from portal.standards import numbers
from search.answer import Scope, Span
from search.fields import BY_NAME, HAS, Field, FieldKind
from search.query.tree import And, Everything, Node, Not, Or, Pattern, Range, Value, leaves
from search.resolve import EVERY, keys

Filters = Mapping[str, tuple[str, ...]]
# Fields a scope can tell of: those a record has one value of, and those it may have several of.
SINGLE, SEVERAL = ("office", "right", "status", "year"), ("kind", "language", "has")
COUNTED = SINGLE + SEVERAL


def scope(node: Node, filters: Filters) -> Scope:
    """Return what a query with its filters is confined to, and the elements it searches.

    Only what every hit must have counts: values joined by AND at the top, alternatives of one field (`cc=(VN OR TH)`), and values
    that NOT excludes. Days of publication count by whole years. `wider` names the filters, closed lists and dates that the rest
    does not express, `published_day` where it does so by years. Where filter and query exclude each other there are no hits, and the filter is what is told.
    """
    required = node.nodes if isinstance(node, And) else (node,)
    single = {name: _confined(name, required, filters) for name in SINGLE}
    several = {name: frozenset(_alternatives(name, required, filters)) for name in SEVERAL}
    return Scope(
        offices=single["office"],
        rights=single["right"],
        statuses=single["status"],
        years=single["year"],
        published=frozenset(filter(None, map(_spans, required))),
        kinds=several["kind"],
        languages=several["language"],
        has=several["has"],
        excluded=frozenset(pair for node in required for pair in _excluded(node)),
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
    ticked = _ticked(name, filters)
    each = [frozenset({value}) for value in sorted(ticked)] if name in EVERY else [ticked]
    for values in (*each, *(_values(name, node) for node in required)):
        if values and _known(name, values):
            yield values


def _ticked(name: str, filters: Filters) -> frozenset[str]:
    return frozenset(keys(name, filters.get(name, ())))


def _values(name: str, node: Node) -> frozenset[str]:
    """Return the values of a field a node allows, or nothing if it allows others too."""
    if isinstance(node, Value) and node.field == name:
        values = keys(name, (node.value,))
        begins = name == "kind" and not node.exact
        return frozenset(f"{key}*" if begins and len(key) == 1 else key for key in values)
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


def _excluded(node: Node) -> frozenset[tuple[str, str]]:
    """Return the values, each with its field, that a record must not have by a NOT; nothing if it excludes other things too."""
    if not isinstance(node, Not):
        return frozenset()
    inner = node.node.nodes if isinstance(node.node, Or) else (node.node,)
    found = [
        {(name, value) for name in COUNTED if _known(name, values := _values(name, one)) for value in values}
        for one in inner
    ]
    return frozenset().union(*found) if all(found) else frozenset()


def _spans(node: Node) -> frozenset[Span]:
    """Return the years of publication a node allows, or nothing if it allows other things too."""
    match node:
        case Range("published", low, high):
            return frozenset({(low.year if low else None, high.year if high else None)})
        case Or(nodes):
            sets = [_spans(inner) for inner in nodes]
            return frozenset[Span]().union(*sets) if all(sets) else frozenset()
    return frozenset()


def _whole_years(node: Node) -> bool:
    """Whether a node asks for publications of whole years."""
    match node:
        case Range("published", low, high):
            first, last = low or dt.date(1, 1, 1), high or dt.date(1, 12, 31)
            return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
        case Or(nodes):
            return all(map(_whole_years, nodes))
    return False


def _wider(required: tuple[Node, ...], filters: Filters) -> Iterator[str]:
    """Yield the fields that narrow the search and cannot narrow the counts."""
    for name, ticked in filters.items():
        if ticked and not (name in COUNTED and _known(name, _ticked(name, filters))):
            yield name
    for node in required:
        sliced = any((values := _values(name, node)) and _known(name, values) for name in COUNTED) or _excluded(node)
        if _spans(node):
            yield from () if _whole_years(node) else ("published_day",)
        elif not sliced:
            yield from _listed(node)


def _listed(node: Node) -> Iterator[str]:
    """Yield the fields of closed lists and dates a node asks for."""
    of = (leaf.field for leaf in leaves(node) if isinstance(leaf, Value | Range))
    return (name for name in of if BY_NAME[name].kind in (FieldKind.KEYWORD, FieldKind.DATE))


def _searched(node: Node) -> Iterator[Field]:
    """Yield the fields of a node whose blind spots are counted."""
    fields = (BY_NAME[leaf.field] for leaf in leaves(node) if not isinstance(leaf, Everything))
    return (field for field in fields if field.element)


def _numbered(node: Node) -> Iterator[str]:
    """Yield the fields of numbers a node searches."""
    of = (leaf.field for leaf in leaves(node) if isinstance(leaf, Value | Pattern))
    return (name for name in of if BY_NAME[name].kind is FieldKind.NUMBER)


def _numbers(node: Node) -> Iterator[str]:
    """Yield the numbers a node asks for, without those excluded."""
    values = (leaf for leaf in leaves(node, excluded=False) if isinstance(leaf, Value))
    return (leaf.value for leaf in values if BY_NAME[leaf.field].kind is FieldKind.NUMBER)


def _parts(field: Field) -> set[str]:
    """Return what the words of a field are sought in, as a record has it."""
    return {field.element, *(name.removesuffix("_en") for name in field.index)} & _HAS
