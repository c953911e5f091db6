"""A query tree written back as text: the one spelling of a query that links and reports can carry."""

from __future__ import annotations

import re
from itertools import pairwise, starmap

from search.analysis.characters import MARK
from search.fields import BY_NAME, DEFAULT, HAS, FieldKind
from search.query.kinds.precision import Precision, precision
from search.query.tree import And, Everything, Leaf, Near, Node, Not, Or, Pattern, Range, Text, Value

_PLAIN_VALUE = re.compile(
    r"(?!(?:AND|OR|NOT|XOR|(?:O?NEAR|O?ADJ|PRE|BEFORE)\d*)\Z)\w+(?:[.]\w+)*", re.IGNORECASE
)  # no operator
_PLAIN_PATTERN = re.compile(rf"[\w{MARK}*?#]+(?:['-]+[\w{MARK}*?#]+)*")  # a dot may be before a field
_PLAIN_NUMBER = re.compile(r"[\w*?#]+")
_BUT = re.compile(r"\bBUT\Z", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_SIMILAR = re.compile(r"~\d(?![^\s()])")
_DISTANCE = re.compile(rf" (?:NEAR|ADJ)\d+ |{_SIMILAR.pattern}")
_ISO_LENGTH = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}


def canonical(node: Node) -> str:
    """Return the text that `search.query.parser.parse` reads as `node`.

    Operators are in capitals and every group that is not the whole query in brackets; a field is named once for the words
    it governs. Words without a digit in the default field need no name.
    """
    return _named(node)[0]


def _named(node: Node) -> tuple[str, bool]:
    """Return the node as text with its fields named, and whether it needs brackets beside others."""
    name = common_field(node)
    if name is None or isinstance(node, Leaf):
        return _written(node, ""), isinstance(node, And | Or)
    inner = _written(node, name)
    if name == DEFAULT.name and not _DIGIT.search(_DISTANCE.sub("", inner)):
        return inner, True
    return f"{BY_NAME[name].codes[0]}=({inner})", False


def within(node: Node, name: str) -> str:
    """Return a node all of whose words and values are in one field as it stands within that field's bracket."""
    return _written(node, name)


def ends(node: Range) -> tuple[str, str]:
    """Return the first and the last day of a range in the shortest way they can be written; an open end is empty."""
    unit = precision(node.low, node.high)
    low, high = (day.isoformat()[: _ISO_LENGTH[unit]] if day else "" for day in (node.low, node.high))
    return low, high


def common_field(node: Node) -> str | None:
    """Return the field all words and values under a node are in, or None if there are several or it is a matter of dates."""
    match node:
        case Value(exact=True):
            return None  # the relation stands with each value
        case Text(name) | Pattern(name) | Value(name):
            return name
        case And(nodes) | Or(nodes):
            names = {common_field(inner) for inner in nodes}
        case Near(left, right):
            names = {common_field(left), common_field(right)}
        case Not(inner):
            return common_field(inner)
        case _:
            return None
    return names.pop() if len(names) == 1 else None


def _written(node: Node, within: str) -> str:
    """Return the node as text where the field `within` is named already (or empty)."""
    match node:
        case And(nodes):
            parts = [_part(inner, within) for inner in nodes]
            return parts[0] + "".join(starmap(_joined, pairwise(parts)))
        case Or(nodes):
            return " OR ".join(
                f"({_part(inner, within)})" if isinstance(inner, Not) else _part(inner, within) for inner in nodes
            )
        case Not(Text(DEFAULT.name, text, quoted=False, edits=0)) if not within and text.lower() in HAS:
            return f"NOT {DEFAULT.codes[0]}={text}"  # behind has=… it would be one of its values
        case Not(inner):
            return f"NOT {_part(inner, within)}"
        case Near(left, right, distance, ordered):
            operator = f"{'ADJ' if ordered else 'NEAR'}{distance}"
            return f"{_part(left, within)} {operator} {_part(right, within)}"
        case _:
            return _leaf(node, within)


def _joined(before: str, part: str) -> str:
    """Return a part as it follows another of an AND; the word BUT and NOT side by side would be one operator."""
    return f" {part}" if part.startswith("NOT ") and not _BUT.search(before) else f" AND {part}"


def _leaf(node: Leaf, within: str) -> str:
    if isinstance(node, Everything):
        return "*"
    if isinstance(node, Range):
        return _range(node)
    value = _value(node)
    if isinstance(node, Value) and node.exact:
        return f"{BY_NAME[node.field].codes[0]}=={value}"
    bare = within or (node.field == DEFAULT.name and not _DIGIT.search(_SIMILAR.sub("", value)))
    return value if bare else f"{BY_NAME[node.field].codes[0]}={value}"


def _part(node: Node, within: str) -> str:
    """Return the node as a part of a larger one: in brackets, if it is an operation of its own."""
    if isinstance(node, Not):
        return _written(node, within)
    text, loose = (_written(node, within), not isinstance(node, Leaf)) if within else _named(node)
    return f"({text})" if loose else text


def _value(node: Text | Pattern | Value) -> str:
    match node:
        case Text(_, text, quoted, edits):
            return f'"{text}"' if quoted else f"{text}~{edits}" if edits else text
        case Pattern(name, pattern):
            coded = BY_NAME[name].kind in (FieldKind.NUMBER, FieldKind.CLASS)  # a hyphen in one may be of a range
            plain = _PLAIN_NUMBER if coded else _PLAIN_PATTERN
            return pattern if plain.fullmatch(pattern) else f'"{pattern}"'
        case Value(name, value):
            if BY_NAME[name].kind is FieldKind.CLASS:
                return value.replace(" ", "")
            # Words of other scripts may part two numbers.
            parted = BY_NAME[name].kind is FieldKind.NUMBER and not value.isascii()
            return value if _PLAIN_VALUE.fullmatch(value) and not parted else f'"{value}"'


def _range(node: Range) -> str:
    code, (low, high) = BY_NAME[node.field].codes[0], ends(node)
    if low and high:
        return f"{code}={low}" if low == high else f"{code}={low}..{high}"
    return f"{code}>={low}" if low else f"{code}<={high}" if high else f"{code}=[* TO *]"
