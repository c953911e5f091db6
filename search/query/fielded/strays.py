"""Words that stray out of a field: `ti=rice husk` seeks husk everywhere, `pa=samsung OR huawei` seeks huawei in texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from search.fields import BY_NAME, DEFAULT, FieldKind
from search.query.canonical import common_field
from search.query.elsewhere import habits, prose
from search.query.kinds import lists
from search.query.kinds.dates import COMPARISONS
from search.query.reading import Context, Reader
from search.query.tree import And, Node, Not, Text, Value, place

_WORDS = (FieldKind.TEXT, FieldKind.NAME)

_OF_LISTS = ("kind", "has")  # whose values behind NOT are asked of no text
_SIGN = {"==": "==", "<>": "<>", "any": " any ", "all": " all "}
# One of a list of names or words; a comma before a company's form, as in Co., Ltd., is within a name.
_ITEM = re.compile(
    r'(?:"[^"]*"|[^",;]|,(?=\s*(?:Ltda?|Inc|LL[CP]|Corp|Co|GmbH|PLC|Limited|S\.?\s?[AL])\b))+', re.IGNORECASE
)
_QUOTED = re.compile('"[^"]*"')
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
                _refuse_excluded(reader, first, last[0])
                _note(reader, first.fielded, operands[i + 1], last[0], readable)
            elif (word := _first_word(reader, operands[i + 1], context)) and first.fielded.context.field.kind in _WORDS:
                label = BY_NAME[context.field.name].label
                reader.note(f"“{word}” is sought in {label}: a field reaches only what stands right behind it.")
            elif first.fielded.context.field.kind is FieldKind.KEYWORD:
                _note_values(reader, first, operands[i + 1 :], readable)


def _first_word(reader: Reader, operand: Operand, context: Context) -> str:
    """Return the word an alternative begins with that goes on with AND, as huawei in `pa=samsung OR huawei AND cc=BR`."""
    grouped = operand.bare or reader.scanner.text[operand.start] == "("
    first = operand.node.nodes[0] if isinstance(operand.node, And) and operand.before == "OR" and not grouped else None
    return first.text if isinstance(first, Text) and first.field == context.field.name else ""


def _refuse_excluded(reader: Reader, first: Operand, last: Operand) -> None:
    """Raise where a list goes on behind NOT and a field of words, as `NOT pa=Toyota, Honda`, with all of it excluded as proposal.

    Read as it stands, the first of the list would be excluded and the rest be asked for.
    """
    field, text = first.fielded, reader.scanner.text
    if field is None or not isinstance(first.node, Not) or field.context.field.kind not in _WORDS:
        return
    here, listed = field.context, text[field.value : last.end].rstrip()
    items = [item.strip() for item in _ITEM.findall(f"{text[field.start : field.code]}{listed}") if item.strip()]
    if len(items) > 1 or "," in _QUOTED.sub("", listed):
        instead = f"{here.written}{_SIGN.get(here.relation, '=')}({' OR '.join(items)})"
        message = (
            "Only the first of this list would be excluded, and the rest asked for; a name with a comma is quoted."
        )
        raise reader.scanner.error(message, field.start, field.value + len(listed), instead)


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


def _is_value(name: str) -> Callable[[Operand], bool]:
    """Return what tells whether an operand behind AND or NOT is a word that is a value of the closed list of a field."""
    return lambda operand: bool(
        operand.bare and (operand.before or isinstance(operand.node, Not)) and _word(operand, name)
    )


def _word(operand: Operand, name: str) -> str:
    """Return the word an operand is, perhaps behind NOT, where a closed list has it as a value; small words of a sentence are none."""
    node = operand.node.node if isinstance(operand.node, Not) else operand.node
    word = (
        node.text if isinstance(node, Text) and node.field == DEFAULT.name and not (node.quoted or node.edits) else ""
    )
    return word if word and lists.choice(name, word) is not None and not prose.is_function(word) else ""


def _note_values(reader: Reader, first: Operand, others: Sequence[Operand], readable: Callable[[str], bool]) -> None:
    """Say that values of a closed list behind AND or NOT are sought as words, and how they are sought in the list."""
    assert first.fielded is not None
    text, here = reader.scanner.text, first.fielded.context
    name = here.field.name
    values = [*takewhile(_is_value(name), others)]
    words = [_word(operand, name) for operand in values]
    joint = "OR" if name in lists.SINGLE else "AND"
    signs = ["NOT" if isinstance(operand.node, Not) else joint for operand in values]
    written = " ".join(f"{sign} {word}" for sign, word in zip(signs, words, strict=True))
    value = text[first.fielded.value : first.end].strip()
    instead = f"{here.written}{_SIGN.get(here.relation, '=')}({value} {written})"
    if words and readable(instead):
        for word in words:
            reader.drop(f"“{word}” is sought as a word")
        strays = f"“{'”, “'.join(words)}” {'is' if len(words) == 1 else 'are'}"
        reader.note(f"{strays} sought in {DEFAULT.label}; for one field write {instead}.")


def in_lists(reader: Reader, operands: Sequence[Operand]) -> list[Operand]:
    """Return the operands with kinds and elements behind NOT that no text is asked for, as in `kd=A NOT A1`, read in their field."""
    read = [operands[0]]
    for operand, after in zip(operands[1:], [*operands[2:], None], strict=False):
        field = read[-1].fielded
        goes_on = after is not None and after.bare and not (after.before or isinstance(after.node, Not))
        value = "" if goes_on else _excluded(reader, operand, field.context.field.name if field else "")
        node = Not(Value(field.context.field.name, value, place(operand.node))) if field and value else operand.node
        read.append(replace(operand, node=node, fielded=field if value else operand.fielded))
    return read


def _excluded(reader: Reader, operand: Operand, name: str) -> str:
    """Return the value of a list that a word behind NOT is for certain, saying so, or nothing."""
    bracketed = reader.scanner.text[operand.start] == "("
    if name not in _OF_LISTS or not operand.bare or bracketed or not isinstance(operand.node, Not):
        return ""
    word = _word(operand, name)
    if not word or (name == "kind" and word.isalpha()):
        return ""
    reader.note(f"“{word}” behind NOT was read as {BY_NAME[name].codes[0]}={word}; as a word quote it.")
    return lists.choice(name, word) or ""
