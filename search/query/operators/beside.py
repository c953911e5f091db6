"""What operands side by side mean together: lists of values, the two ends of a date."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from itertools import pairwise, permutations, zip_longest

from search.fields import BY_NAME, FIELDS, FieldKind
from search.query.canonical import within
from search.query.elsewhere import prose
from search.query.fielded.strays import Operand
from search.query.reading import Reader, joined
from search.query.tree import And, Everything, Node, Not, Or, Pattern, Range, Text, Value, leaves, place

# Fields of which a record has one value, or of which nobody asks for two at once.
_SINGLE = {"office", "right", "kind", "status", "year"} | {
    field.name for field in FIELDS if field.kind in (FieldKind.NUMBER, FieldKind.DATE)
}
_BRACKET = re.compile(r"\w*\W?\s*\(")  # right behind NOT
_COMMA = re.compile(r"[,;\n]\s*\Z")
# Between the items of a list in a bracket, of names or not; a new line may break a bracket anywhere.
_PARTED, _NAMES_PARTED, _LETTER = re.compile("[,;，；、،؛]"), re.compile("[;；؛]"), re.compile(r"\w")
_CODE = re.compile("[A-Z]{2}")  # of an office, as IN
_SEMICOLON = re.compile(r";\s*\Z")
_NOT = re.compile("(?:AND)?NOT|(?:AND|BUT)\\s+NOT")
_WORDS = (FieldKind.TEXT, FieldKind.NAME)


def folded(reader: Reader, operands: Sequence[Operand], relation: str) -> list[Node]:
    """Return the nodes of operands with runs of values of one field made alternatives, and say so; words are no such values.

    The relation `all` asks for all of the values side by side.
    """
    text = reader.scanner.text
    runs = [_values(text, operands[0])]
    for operand in operands[1:]:
        values = _values(text, operand)
        single = _listed(values[0]) in _SINGLE
        if not operand.before and _alternatives(values[0], runs[-1][-1]) and (single or relation != "all"):
            reader.note(
                "Values of one field side by side were read as alternatives: any of them."
                if single
                else "Values of one field side by side were read as alternatives: any of them; for all of them write AND between."
            )
            runs[-1] += values
        else:
            runs.append(values)
    return [joined(Or, run) for run in runs]


def excluded(reader: Reader, operands: Sequence[Operand]) -> list[Operand]:
    """Return the operands with the values a list has behind NOT, as `silica NOT A61K, C07D`, excluded together, and say so.

    Numbers, and other values of which a record has one, need no comma between; a field, bracket or operator ends the list. Words
    and phrases are such values where each stands alone between commas.
    """
    kept, text = [operands[0]], reader.scanner.text
    for operand, after in zip_longest(operands[1:], operands[2:]):
        before = kept[-1]
        more = _values(text, operand)
        values = _alone(before.node.node) if isinstance(before.node, Not) and before.bare else []
        beside = operand.bare and not operand.before and not _BRACKET.match(text, before.start)
        comma = _COMMA.search(text, before.start, operand.start)
        listed = values and _alternatives(more[0], values[0]) and (comma or _listed(more[0]) in _SINGLE)
        words = values and comma and _word(operand.node) == _word(values[0]) != ""
        if beside and (listed or (words and _is_item(text, before, operand, after))):
            kept[-1] = dataclasses.replace(before, node=Not(Or((*values, *more))), end=operand.end)
            reader.note("The values listed behind NOT are all excluded; for what is asked for write AND before it.")
            continue
        if _goes_on(text, kept, operand):
            reader.note("NOT excludes the word behind it, not what follows the comma; for both write NOT (a OR b).")
        kept.append(operand)
    return kept


def any_excluded(reader: Reader, node: Node) -> Node:
    """Return what NOT excludes, with the items of a list in a bracket, as `NOT (zeolite, gel)`, made alternatives, and say so.

    A comma may be within a name, as in `pa=(Silva, Ana)`, and beside an operator or in several fields it makes no list.
    """
    if not isinstance(node, And) or any(isinstance(one, Not) for one in node.nodes):
        return node
    spans, text = [place(one) for one in node.nodes], reader.scanner.pasted.original
    signs = [text[one[1] : other[0]] for one, other in pairwise(spans)]
    if not any(map(_PARTED.search, signs)):
        return node
    fields = [{leaf.field for leaf in leaves(one) if not isinstance(leaf, Everything)} for one in node.nodes]
    names = any(BY_NAME[name].kind is FieldKind.NAME for name in fields[0])
    parted = [*map((_NAMES_PARTED if names else _PARTED).search, signs)]
    if not any(parted) or any(map(_LETTER.search, signs)) or any(other != fields[0] for other in fields):
        if fields[0] != {"inventor"}:
            reader.note("NOT excludes only what has all that stands in its bracket; for any of it write OR between.")
        return node
    items = [[node.nodes[0]]]
    for one, begins in zip(node.nodes[1:], parted, strict=True):
        items[len(items) if begins else -1 :] = [[one]] if begins else [[*items[-1], one]]
    reader.drop("The names with “;”")
    reader.note(
        "The items of a list in a bracket behind NOT are all excluded; for what has all of them write AND between."
    )
    return Or(tuple(joined(And, item) for item in items))


def say_semicolons(reader: Reader, operands: Sequence[Operand], name: str) -> None:
    """Say of several names with semicolons between, as in `pa=(Embrapa; Petrobras)`, that all of them are asked for."""
    pairs = [(one, other) for one, other in pairwise(operands) if other.bare and not other.before]
    if BY_NAME[name].kind is FieldKind.NAME and any(
        _SEMICOLON.search(reader.scanner.text, one.start, other.start) for one, other in pairs
    ):
        reader.note("The names with “;” between were read as all asked for; for any of them write OR between.")


def _word(node: Node, kinds: Sequence[FieldKind] = (FieldKind.TEXT,)) -> str:
    """Return the field of a word or phrase; nothing for a function word, whose comma is one of a sentence, or for an inventor, whose name has one."""
    if not isinstance(node, Text | Pattern) or BY_NAME[node.field].kind not in kinds or node.field == "inventor":
        return ""
    if isinstance(node, Pattern) or node.quoted or _CODE.fullmatch(node.text):
        return node.field
    return "" if prose.is_function(node.text.lower()) else node.field


def _goes_on(text: str, before: Sequence[Operand], word: Operand) -> bool:
    """Return whether something stands behind a comma in a list that NOT begins and does not exclude: `NOT Toyota Motor, Honda`, `NOT A61K, husk`."""
    beside = word.bare and not word.before and _COMMA.search(text, before[-1].start, word.start)
    first = next((one for one in reversed(before) if one.before or not one.bare or isinstance(one.node, Not)), None)
    if not (beside and first and isinstance(first.node, Not)) or _BRACKET.match(text, first.start):
        return False
    return not isinstance(word.node, Text | Not) or _word(word.node, _WORDS) != ""


def _is_item(text: str, before: Operand, word: Operand, after: Operand | None) -> bool:
    """Return whether a word or phrase stands alone between the commas of a list that NOT begins: `NOT husk, bran`."""
    ends = after is None or after.before or isinstance(after.node, Not) or _COMMA.search(text, word.start, after.start)
    return bool(ends) and _NOT.match(text, before.start) is not None


def _values(text: str, operand: Operand) -> list[Node]:
    """Return the values of an operand that is a list of one field without a bracket, as `A61K 31/00, 31/12`; else its node alone."""
    values = _alone(operand.node)
    is_list = operand.bare and text[operand.start : operand.start + 1] != "("
    return values if is_list and all(_alternatives(value, values[0]) for value in values) else [operand.node]


def _alone(node: Node) -> list[Node]:
    return [*node.nodes] if isinstance(node, Or) else [node]


def _alternatives(one: Node, other: Node) -> bool:
    """Return whether two nodes are values of one field; a grant in a list of numbers is a number too."""
    fields = {_listed(one), _listed(other)}
    return "" not in fields and (len(fields) == 1 or fields == {"number", "publication_number"})


def _listed(node: Node) -> str:
    """Return the field of a value or of a period with two ends; nothing for words and for open periods."""
    if isinstance(node, Range):
        return node.field if node.low and node.high else ""
    return node.field if isinstance(node, Value | Pattern) and BY_NAME[node.field].kind not in _WORDS else ""


def closed(reader: Reader, nodes: list[Node]) -> list[Node]:
    """Return the nodes with `pd>=2015` and `pd<=2018` made one range: one and the same date is meant to be in both.

    Where no date can be, a note says what is found all the same.
    """
    for low, high in permutations(nodes, 2):
        if not (isinstance(low, Range) and isinstance(high, Range) and low.field == high.field):
            continue
        if low.low and high.high and low.low > high.high:
            _note_gap(reader, low, high)
        elif low.low and not low.high and high.high and not high.low:
            both = Range(low.field, low.low, high.high, low.span)
            return closed(reader, [both if node is low else node for node in nodes if node is not high])
    return nodes


def _note_gap(reader: Reader, low: Range, high: Range) -> None:
    """Say once of a field that none of its dates can be in two periods."""
    none = f"No one {BY_NAME[low.field].label} is both in "
    found = "none are found" if low.field in ("filed", "year") else "only records with several are found, one in each"
    if not any(note.startswith(none) for note in reader.notes):
        reader.note(f"{none}{within(high, high.field)} and in {within(low, low.field)}: {found}.")
