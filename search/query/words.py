"""A query tree in plain English, as it is shown above the results and in reports."""

from __future__ import annotations

from collections.abc import Iterator

from portal.standards import languages, numbers, offices
from search.fields import BY_NAME, FieldKind
from search.query.canonical import common_field
from search.query.kinds.names import either_way
from search.query.kinds.precision import Precision, precision
from search.query.tree import And, Everything, Near, Node, Not, Or, Pattern, Range, Text, Value

_MOST_LISTED = 12  # alternatives said one by one; of more only the number is said
_OF_WORDS = (FieldKind.TEXT, FieldKind.NAME)
_EITHER_WAY = ", either way round"
TWIN = ", in the original or in English"
_VERBS = {"published": "published", "filed": "filed", "priority_date": "with a priority", "year": "first published"}
_ALIKE = ("", " or a word that differs in one letter", " or a word that differs in one or two letters")
_SAID = {Precision.DAY: "%d %B %Y", Precision.MONTH: "%B %Y", Precision.YEAR: "%Y"}
_AT = {Precision.DAY: "on", Precision.MONTH: "in", Precision.YEAR: "in"}
_CHOICES = {
    "office": "office: {}",
    "right": "right: {}",
    "kind": "kind code {}",
    "language": "text in {}",
    "status": "legal status: {}",
    "year": "first published in {}",
    "has": "with {}",
}


def words(node: Node) -> str:
    """Return what a query asks for as one piece of a sentence: plain text, no full stop."""
    parts = _gathered(node.nodes) if isinstance(node, And) and common_field(node) is None else (node,)
    return "; ".join(f"{_clause(part)}{TWIN if _has_twin(part) else ''}" for part in parts)


def _has_twin(node: Node) -> bool:
    """Return whether words of a node are sought both in the original and in English."""
    match node:
        case And(nodes) | Or(nodes):
            return any(map(_has_twin, nodes))
        case Not(inner) | Near(inner):
            return _has_twin(inner)
        case Text(name) | Pattern(name):
            return BY_NAME[name].kind is FieldKind.TEXT
    return False


def _gathered(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """Yield the nodes with the words of one field together, in the order the fields come."""
    by_field: dict[object, list[Node]] = {}
    for place, node in enumerate(nodes):
        by_field.setdefault(common_field(node) or place, []).append(node)
    for together in by_field.values():
        yield together[0] if len(together) == 1 else And(tuple(together))


def _clause(node: Node) -> str:
    """Return a node that stands by itself, with the name of its field."""
    if isinstance(node, Everything):
        return "every record"
    if isinstance(node, Range):
        return _period(node)
    if isinstance(node, Not):
        return f"not: {_clause(node.node)}"
    name = node.field if isinstance(node, Value) else common_field(node)
    if name is None:
        return _operation(node)
    if BY_NAME[name].kind in _OF_WORDS:
        return f"{BY_NAME[name].label} with {_inner(node)}"
    return _CHOICES.get(name, f"{BY_NAME[name].label} {{}}").format(_inner(node))


def _operation(node: Node) -> str:
    """Return an AND or OR of clauses in different fields."""
    assert isinstance(node, And | Or)
    parts = [_bracketed(inner) for inner in node.nodes]
    return " and ".join(parts) if isinstance(node, And) else f"either {' or '.join(parts)}"


def _bracketed(node: Node) -> str:
    return f"({_clause(node)})" if isinstance(node, And | Or | Near | Not) else _clause(node)


def _inner(node: Node) -> str:
    """Return what is asked of a field that has been named."""
    match node:
        case And((first, *rest)):
            return _piece(first) + "".join(f" {_joined(inner)}" for inner in rest)
        case Or(nodes) if len(nodes) > _MOST_LISTED:
            return f"{_piece(nodes[0])} or any of {len(nodes) - 1} others"
        case Or(nodes):
            return " or ".join(_piece(inner) for inner in nodes)
        case Not(inner):
            return f"not {_piece(inner)}"
        case Near(left, right, distance, ordered):
            return f"{_piece(left)} {_distance(distance, ordered=ordered)} {_piece(right)}"
        case _:
            return _leaf(node)


def _joined(node: Node) -> str:
    return f"but not {_piece(node.node)}" if isinstance(node, Not) else f"and {_piece(node)}"


def _leaf(node: Node) -> str:
    if isinstance(node, Text):
        return f"“{node.text}”{_ALIKE[node.edits]}{_EITHER_WAY if len(either_way(node)) > 1 else ''}"
    if isinstance(node, Pattern):
        return _pattern(node.pattern, "a word " if BY_NAME[node.field].kind in _OF_WORDS else "")
    assert isinstance(node, Value), node  # ranges and everything have no field that could be named before them
    return _value(node.field, node.value, exact=node.exact)


def _piece(node: Node) -> str:
    return f"({_inner(node)})" if isinstance(node, And | Or | Near | Not) else _inner(node)


def _distance(distance: int, *, ordered: bool) -> str:
    if distance == 1:
        return "directly before" if ordered else "next to"
    return f"at most {distance} words before" if ordered else f"within {distance} words of"


def _pattern(pattern: str, word: str) -> str:
    stem = pattern.removesuffix("*")
    if stem and not set(stem) & set("*?# "):
        return f"{word}beginning with “{stem}”"
    return f"“{pattern}” (* any letters, ? one or none, # exactly one)"


def _is_subgroup(symbol: str) -> bool:
    return "/" in symbol and not symbol.endswith("/00")


def _value(name: str, value: str, *, exact: bool) -> str:
    match BY_NAME[name].kind:
        case FieldKind.CLASS:
            return f"{value} ({'exactly' if exact else 'or below'})" if exact or not _is_subgroup(value) else value
        case FieldKind.NUMBER:
            return f"{value}{_read_as(value)}"
    if name == "office":
        return offices.name(value)
    if name == "language":
        return languages.name(value)
    if name == "has":
        return _element(value)
    return f"{value.replace('_', ' ')}{' alone' if exact else ''}"


def _element(value: str) -> str:
    """Return `claims.en.machine` as `claims in English by machine`."""
    part, *rest = value.split(".")
    said = {"original": "in another language", "machine": "by machine"}
    return " ".join([part, *(said.get(word) or f"in {languages.name(word)}" for word in rest)])


def _read_as(value: str) -> str:
    """Return which office's number it was taken for, where that is sure and not plain from how it is written.

    Where several offices come into question and no check digit decides, `search.numbers_held` says which. A number that is also
    sought as it stands is sure only if it has the same digits.
    """
    found = [n for n in numbers.candidates(value) if n.check_ok is not False]
    any_office = any(not n.office for n in found)
    fits = [n for n in found if n.office and (not any_office or _digits(n.display) == _digits(value))]
    if len({n.office for n in fits}) != 1:
        return ""
    number, others = fits[0], {n.office for n in found} - {"", fits[0].office}
    sure = number.display != value and (number.check_ok or not others)
    return f" (read as {number.display}, {offices.name(number.office)})" if sure else ""


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _period(node: Range) -> str:
    verb, unit = _VERBS[node.field], precision(node.low, node.high)
    low, high = (day and f"{day:{_SAID[unit]}}".lstrip("0") for day in (node.low, node.high))
    if low and high:
        return f"{verb} {_AT[unit]} {low}" if low == high else f"{verb} from {low} to {high}"
    return f"{verb} from {low} on" if low else f"{verb} up to {high}" if high else f"{verb} on a known date"
