"""A query as a form shows it: rows of field and value, dates from and to, choices of closed lists. From a tree and back to text.

Rows joined by OR belong together; such groups, dates and choices are joined by AND, a group that begins with NOT is excluded.
That says every query of that shape and no other: what cannot be said is not shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from search.answer import QueryError
from search.fields import BY_NAME, FIELDS, FieldKind
from search.query.canonical import canonical, common_field, ends, within
from search.query.parser import parse
from search.query.tree import And, Everything, Node, Not, Or, Range, Value

JOINS = ("and", "or", "not")
WAYS = ("all", "any", "exact", "written")
DATES = tuple(one.name for one in FIELDS if one.kind is FieldKind.DATE)
# Fields chosen from a list: any of the values, of `has` all of them.
LISTS = ("office", "right", "status", "kind", "language", "has")
MAX_ROWS, MAX_VALUE = 20, 500
_SEPARATORS = re.compile(r"[\s,;]+")
_DATE = re.compile(r"\d{4}(?:[-./]?\d\d){0,2}|(?:\d{1,2}[-./]){1,2}\d{4}")
_BETWEEN = {"all": "AND", "exact": "AND", "any": "OR"}
_WORDS = (FieldKind.TEXT, FieldKind.NAME)


@dataclass(frozen=True)
class Row:
    """One row: how it is joined to what stands above, the name of its field, how its value is meant, and the value.

    `all` and `any` take words or values with blanks between them; `exact` a phrase, or classes and kinds without those below them;
    `written` whatever the query language has within a bracket.
    """

    join: str
    field: str
    way: str
    value: str


@dataclass(frozen=True)
class Form:
    """What a form holds: rows, date field → (from, to) as typed, list field → values."""

    rows: tuple[Row, ...] = ()
    dates: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class NotShown(ValueError):  # noqa: N818 - says of a query that it is so
    """A query that the form cannot show; the message says what of it."""


# --- From the form to text ------------------------------------------------------------------------------------------


def text(form: Form) -> str:
    """Return the query a form asks for, in its canonical spelling. Raises QueryError without a place; see `mistakes`."""
    groups: list[list[Row]] = []
    for row in form.rows:
        if row.join == "or" and groups:
            groups[-1].append(row)
        else:
            groups.append([row])
    parts = [_group_text(rows) for rows in groups]
    parts += [_date_text(name, *span) for name, span in form.dates.items() if any(span)]
    parts += [_list_text(name, values) for name, values in form.lists.items() if values]
    return canonical(parse(" AND ".join(parts)).node) if parts else ""


def mistakes(form: Form) -> dict[str, str]:
    """Return what cannot be read: the number of the row (from 0) or the name of the field → a sentence."""
    rows = {str(i): _mistake(row_text(row), row) for i, row in enumerate(form.rows)}
    dates = {name: _mistake(_date_text(name, *span)) for name, span in form.dates.items() if any(span)}
    lists = {name: _mistake(_list_text(name, values)) for name, values in form.lists.items() if values}
    return {place: said for place, said in {**rows, **dates, **lists}.items() if said}


def _mistake(written: str, row: Row | None = None) -> str:
    try:
        node = parse(written).node
    except QueryError as error:
        return error.message
    if row and row.way == "written" and _field(node) != row.field:
        return f"This is not about {BY_NAME[row.field].label} alone: what is sought elsewhere has a row of its own."
    return ""


def _group_text(rows: list[Row]) -> str:
    # Every row in a bracket of its own: what is written in one must not reach into the next.
    whole = f"({' OR '.join(f'({row_text(row)})' for row in rows)})"
    return f"NOT {whole}" if rows[0].join == "not" else whole


def row_text(row: Row) -> str:
    """Return one row as a part of a query."""
    code, kind = BY_NAME[row.field].codes[0], BY_NAME[row.field].kind
    plain = " ".join(row.value.replace('"', " ").split())
    if row.way == "written":
        return f"{code}=({row.value})"
    if kind is FieldKind.DATE:
        return _dates_text(code, row.way, plain)
    if row.way != "exact":
        return f'{code} {row.way} "{plain}"'
    if kind is FieldKind.CLASS:
        exact = [f'{code}=="{symbol.strip()}"' for symbol in re.split(r"[,;]", plain) if symbol.strip()]
        return f"({' OR '.join(exact)})"
    return f'{code}=="{plain}"' if row.field == "kind" else f'{code}="{plain}"'


def _dates_text(code: str, way: str, plain: str) -> str:
    """Return one period, or several days, months or years with commas or blanks between them, all of them or any."""
    several = [piece for piece in _SEPARATORS.split(plain) if piece]
    if len(several) > 1 and all(map(_DATE.fullmatch, several)):
        return f"{code}=({f' {_BETWEEN[way]} '.join(several)})"
    return f'{code}="{plain}"'


def _date_text(name: str, first: str, last: str) -> str:
    code = BY_NAME[name].codes[0]
    if first and last:
        return f'{code}="{first} TO {last}"'
    return f'{code}>="{first}"' if first else f'{code}<="{last}"'


def _list_text(name: str, values: tuple[str, ...]) -> str:
    code, operator = BY_NAME[name].codes[0], " AND " if name == "has" else " OR "
    inner = operator.join('"{}"'.format(value.replace('"', " ")) for value in values)
    return f"{code}=({inner})" if len(values) > 1 and name != "has" else operator.join(f'{code}="{v}"' for v in values)


# --- From a tree to the form ----------------------------------------------------------------------------------------


def form(node: Node) -> Form:
    """Return the form that asks what a tree asks; raises NotShown with a sentence where there is none."""
    rows: list[Row] = []
    dates: dict[str, tuple[str, str]] = {}
    lists: dict[str, tuple[str, ...]] = {}
    for part in _parts(node):
        if isinstance(part, Range) and part.field not in (*dates, "year") and (part.low or part.high):
            dates[part.field] = ends(part)
        elif (
            (name := common_field(part)) in LISTS and (values := _values(part)) and (name == "has" or name not in lists)
        ):
            lists[name] = (*lists.get(name, ()), *values)
        else:
            rows += _group(part)
    shown = Form(tuple(rows), dates, lists)
    if len(rows) > MAX_ROWS or any(len(row.value) > MAX_VALUE for row in rows):
        raise NotShown(f"The form has at most {MAX_ROWS} rows of {MAX_VALUE} characters.")
    if _sorted(parse(text(shown)).node) != _sorted(node):
        raise NotShown("A part of it cannot be said in rows.")
    return shown


def _parts(node: Node) -> tuple[Node, ...]:
    """Return what is joined by AND: words of one field stay together in one row, and `*` beside others asks nothing."""
    if isinstance(node, Everything):
        return ()
    if not isinstance(node, And) or (common_field(node) and all(not isinstance(inner, Not) for inner in node.nodes)):
        return (node,)
    return tuple(part for inner in node.nodes for part in _parts(inner))


def _sorted(node: Node) -> list[str]:
    """Return the parts a tree joins by AND in one order, each in its one spelling: their order changes nothing."""
    if isinstance(node, And):
        return sorted(part for inner in node.nodes for part in _sorted(inner))
    return [] if isinstance(node, Everything) else [canonical(node)]


def _values(node: Node) -> tuple[str, ...]:
    """Return the values of a list field that a node asks for, or none if it asks for something else."""
    if isinstance(node, Value):
        return (node.value,)
    kind = And if common_field(node) == "has" else Or
    if isinstance(node, kind) and all(isinstance(inner, Value) for inner in node.nodes):
        return tuple(inner.value for inner in node.nodes if isinstance(inner, Value))
    return ()


def _group(node: Node) -> Iterator[Row]:
    join, inner = ("not", node.node) if isinstance(node, Not) else ("and", node)
    alternatives = inner.nodes if isinstance(inner, Or) and _field(inner) is None else (inner,)
    for alternative in alternatives:
        yield _row(join, alternative)
        join = "or"


def _field(node: Node) -> str | None:
    """Return the field of a node, a date's and an exact class's too, or None if there are several."""
    if isinstance(node, Or) and (fields := {_field(inner) for inner in node.nodes}) and len(fields) == 1:
        return fields.pop()
    return node.field if isinstance(node, Range | Value) else common_field(node)


def _row(join: str, node: Node) -> Row:
    name = _field(node)
    if name is None:
        raise NotShown("It groups different fields in a way that rows cannot.")
    for way in ("any", *WAYS) if isinstance(node, Or) else WAYS:
        row = Row(join, name, way, _value(node, name, way))
        if row.value and _reads_as(row, node):
            return row
    raise NotShown(f"What it asks of {BY_NAME[name].label} cannot be said in a row.")


def _value(node: Node, name: str, way: str) -> str:
    """Return what would have to be typed into a row for it to mean a node that way."""
    if isinstance(node, Range):
        return "..".join(dict.fromkeys(ends(node)))
    if way == "written":
        return within(node, name)
    leaves = node.nodes if isinstance(node, And | Or) else (node,)
    if BY_NAME[name].kind not in _WORDS:
        return ", ".join(leaf.value if isinstance(leaf, Value) else within(leaf, name) for leaf in leaves)
    written = " ".join(within(leaf, name) for leaf in leaves)
    return written.strip('"') if way == "exact" else written


def _reads_as(row: Row, node: Node) -> bool:
    try:
        return parse(row_text(row)).node == node
    except QueryError:
        return False
