"""What a query is confined to for certain, so that blind spots are counted over the right records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from search.answer import Scope
from search.fields import BY_NAME, FieldKind
from search.query.tree import And, Everything, Near, Node, Not, Or, Pattern, Range, Text, Value

Years = tuple[int | None, int | None]
SLICED = ("office", "right", "kind", "year")


def scope(node: Node, filters: Mapping[str, tuple[str, ...]]) -> Scope:
    """Return offices, rights, kinds and years a query with its filters is confined to, and the elements it searches.

    `wider` names the filters and the closed lists and dates of the query that the rest does not express. Only what every hit must have counts: values joined by AND at the top, and alternatives of one field (`cc=(VN OR TH)`).
    Where filter and query exclude each other there are no hits, and the filter is what is told.
    """
    required = node.nodes if isinstance(node, And) else (node,)
    return Scope(
        offices=_confined("office", required, filters),
        rights=_confined("right", required, filters),
        kinds=_confined("kind", required, filters),
        years=_years(required, filters),
        elements=frozenset(_elements(node)),
        wider=frozenset(_wider(required, filters)),
    )


def _confined(name: str, required: tuple[Node, ...], filters: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    sets = [values for values in (_values(name, node) for node in required) if values]
    ticked = frozenset(filters.get(name, ()))
    if ticked:
        sets.insert(0, ticked)
    if not sets:
        return frozenset()
    return frozenset.intersection(*sets) or sets[0]


def _values(name: str, node: Node) -> frozenset[str]:
    """Return the values of a field a node allows, or nothing if it allows others too."""
    if isinstance(node, Value) and node.field == name:
        return frozenset({node.value})
    if isinstance(node, Or):
        sets = [_values(name, inner) for inner in node.nodes]
        return frozenset.union(*sets) if all(sets) else frozenset()
    return frozenset()


def _years(required: tuple[Node, ...], filters: Mapping[str, tuple[str, ...]]) -> Years:
    spans = [
        (node.low.year if node.low else None, node.high.year if node.high else None)
        for node in required
        if isinstance(node, Range) and node.field == "published"
    ]
    for years in (frozenset(filters.get("year", ())), *(_values("year", node) for node in required)):
        if years and all(year.isdecimal() for year in years):
            numbers = [int(year) for year in years]
            spans.insert(0, (min(numbers), max(numbers)))
    low = max((first for first, _ in spans if first is not None), default=None)
    high = min((last for _, last in spans if last is not None), default=None)
    return (low, high) if low is None or high is None or low <= high else spans[0]


def _wider(required: tuple[Node, ...], filters: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield the fields that narrow the search and cannot narrow the counts."""
    yield from (name for name, values in filters.items() if values and name not in SLICED)
    if not all(year.isdecimal() for year in filters.get("year", ())):
        yield "year"
    for node in required:
        if not (any(_values(name, node) for name in SLICED) or (isinstance(node, Range) and node.field == "published")):
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


def _elements(node: Node) -> Iterator[str]:
    match node:
        case And(nodes) | Or(nodes):
            for inner in nodes:
                yield from _elements(inner)
        case Not(inner):
            yield from _elements(inner)
        case Near(left):
            yield from _elements(left)
        case Text(name) | Pattern(name) | Value(name):
            if element := BY_NAME[name].element:
                yield element
        case Range() | Everything():
            pass
