"""Words that stray out of a field: `ti=rice husk` seeks husk everywhere, `pa=samsung OR huawei` seeks huawei in texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from search.fields import BY_NAME, FieldKind
from search.query.canonical import common_field
from search.query.elsewhere import habits
from search.query.kinds.dates import COMPARISONS
from search.query.reading import Context, Reader
from search.query.tree import Node, Not

_WORDS = (FieldKind.TEXT, FieldKind.NAME)

_SIGN = {"==": "==", "<>": "<>", "any": " any ", "all": " all "}
_SIGNS = re.compile(r"\s*(?:[,;:](?!\d)|\.(?=\s|$)|(?<=\s)-(?=\s))\s*")  # that carry nothing within a bracket


@dataclass(frozen=True)
class Fielded:
    """A field that reaches what stands behind it: the places where its operand, its code and its value begin."""

    context: Context
    start: int
    code: int
    value: int


@dataclass(frozen=True)
class Operand:
    """An operand read from text[start:end], or several joined by AND: `bare` if it names no field.

    `before` is what joins it to the one before, nothing where they stand side by side, and & where that may be of a name; `fielded` the field of its last value.
    """

    node: Node
    start: int
    end: int
    bare: bool
    fielded: Fielded | None
    before: str = ""


def note(reader: Reader, operands: Sequence[Operand], context: Context, readable: Callable[[str], bool]) -> None:
    """Say what words behind a field are sought elsewhere; `readable` tells whether what would be proposed can be read."""
    for i, first in enumerate(operands[:-1]):
        if first.fielded is not None and first.fielded.context.relation not in COMPARISONS:
            last = [*takewhile(_strays(first.fielded, context), operands[i + 1 :])][-1:]
            if last:
                _note(reader, first.fielded, operands[i + 1], last[0], readable)


def _strays(field: Fielded, context: Context) -> Callable[[Operand], bool]:
    """Return what tells whether an operand may have been meant for a field before it."""
    kind = field.context.field.kind
    asked = ("AND",) if kind is FieldKind.NAME else ("AND", "&")
    fields = (context.field.name, *(["class"] if kind is FieldKind.CLASS and not context.explicit else []))
    return lambda operand: (
        operand.bare
        and operand.before not in asked
        and not isinstance(operand.node, Not)
        and common_field(operand.node) in fields
    )


def _note(reader: Reader, field: Fielded, first: Operand, last: Operand, readable: Callable[[str], bool]) -> None:
    text, here = reader.scanner.text, field.context
    written = habits.TITLED.sub("", f"{text[field.start : field.code]}{text[field.value : last.end]}")
    written = _SIGNS.sub(" ", written).strip()
    instead = f"{here.written}{_SIGN.get(here.relation, '=')}({written})"
    strays, label = _SIGNS.sub(" ", text[first.start : last.end]).strip(), BY_NAME[common_field(first.node) or ""].label
    if readable(instead):
        if here.field.kind not in _WORDS:
            reader.drop(f"“{strays}” is sought as a word")
        reader.note(f"“{strays}” is sought in {label}; for one field write {instead}.")
    elif here.field.kind in _WORDS:
        reader.note(f"“{strays}” is sought in {label}: a field reaches only what stands right behind it.")
