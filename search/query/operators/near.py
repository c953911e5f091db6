"""What may stand on either side of a NEAR: words, patterns, phrases, and alternatives of them, in one field."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable

from search.answer import QueryError
from search.fields import BY_NAME, DEFAULT, FieldKind
from search.query import recognise, tree
from search.query.canonical import canonical, common_field, within
from search.query.closeness import Closeness
from search.query.elsewhere import habits
from search.query.kinds import texts
from search.query.paste import plain
from search.query.scanner import Scanner
from search.query.tree import And, Near, Node, Or, Pattern, Span, Text, Value

_OPERATOR = re.compile(r"\bAND\b|&", re.IGNORECASE)
_MOST = 200  # pairs of words a proposal is written out for
Side = Text | Pattern | Or


@dataclasses.dataclass(frozen=True)
class Operand:
    """What stands beside NEAR, read from text[start:end]; `bare` if it names no field."""

    node: Node
    start: int
    end: int
    bare: bool = False


def pair(scanner: Scanner, left: Operand, right: Operand, step: Closeness, field: str) -> Near:
    """Return the operands of NEAR as one node; `field` is that of the bracket around them.

    Raises QueryError if one cannot be an operand or the fields differ, and proposes what finds at least as much.
    """
    if BY_NAME[field].kind in (FieldKind.NUMBER, FieldKind.CLASS):
        message = f"NEAR stands between words, and {BY_NAME[field].label} has none."
        brackets = len(scanner.text[: left.start].rstrip(" ("))
        instead = scanner.text[brackets : scanner.at]
        raise scanner.error(message, scanner.prefix_before(brackets), scanner.at, instead)
    try:
        return near(scanner, _side(scanner, left), _side(scanner, right), step, left.start)
    except QueryError as error:
        apart = _apart(scanner, left.node, right.node, step)
        if error.proposal or apart is None:
            raise
        written = within(apart, field) if common_field(apart) == field else canonical(apart)
        proposal = scanner.error(error.message, left.start, right.end, f"({written})").proposal
        raise QueryError(error.message, error.position, proposal) from None


def moved(scanner: Scanner, left: Operand, right: Operand, pair: Near, field: str) -> str:
    """Return a sentence where words without a field before NEAR took that of the words behind it, or nothing."""
    name = common_field(pair)
    if not left.bare or right.bare or name is None or name == field:
        return ""
    words, label = scanner.text[left.start : left.end].strip(), BY_NAME[name].label
    return f"“{words}” is sought in {label} too: both sides of NEAR are in one field."


def _side(scanner: Scanner, side: Operand) -> Side:
    """Return what was read as an operand of NEAR; raises QueryError if it cannot be one."""
    node, written = side.node, scanner.text[side.start : side.end].strip()
    if (operand := _operand(scanner, node)) is not None:
        return operand
    if isinstance(node, Text) and node.edits:
        message = "“~” cannot stand beside NEAR; write the spellings, as (colour OR color)."
        raise scanner.error(message, side.start, side.end)
    side_by_side = _is_words(node) and written.count("(") == 1 and not _OPERATOR.search(written)
    phrase = written.replace("(", '"').replace(")", '"') if side_by_side else None
    message = 'NEAR stands between words, "phrases" or (a OR b).'
    raise scanner.error(message, side.start, side.start + len(written), phrase)


def _apart(scanner: Scanner, left: Node, right: Node, step: Closeness) -> Node | None:
    """Return two groups as pairs near each other: `a NEAR5 (b AND c)` as `(a NEAR5 b) AND (a NEAR5 c)`.

    Of `a NEAR5 (b NEAR2 c)` a is near b or c. None where what is left cannot be near anything, or would be long.
    """
    if len([*tree.leaves(left)]) * len([*tree.leaves(right)]) > _MOST:
        return None
    first, second = _operand(scanner, left), _operand(scanner, right)
    if first and second:
        return _together(first, second, step) if len(_fields(first, second)) == 1 else None
    if first:
        return _each(right, lambda part: _apart(scanner, left, part, step))
    return _each(left, lambda part: _apart(scanner, part, right, step))


def _each(group: Node, pair_with: Callable[[Node], Node | None]) -> Node | None:
    """Return a group with each of its parts made a pair; of what is near each other one part at least, and the group itself."""
    match group:
        case Near():
            found = [pair_with(Or(leaves(group))), group]
        case And(nodes) | Or(nodes):
            found = [pair_with(node) for node in nodes]
        case _:
            return None
    made = tuple(node for node in found if node is not None)
    return (Or if isinstance(group, Or) else And)(made) if len(made) == len(found) else None


def near(scanner: Scanner, left: Side, right: Side, step: Closeness, start: int) -> Near:
    """Return two operands near each other; one without a field takes the other's. Raises QueryError if the fields differ."""
    names = _fields(left, right)
    if len(names) > 1:
        labels = " and ".join(sorted(BY_NAME[name].label for name in names))
        raise scanner.error(f"Both sides of NEAR must be in one field; these are in {labels}.", start, scanner.at)
    return _together(left, right, step, scanner.span(start))


def loose(scanner: Scanner, node: Node, step: Closeness, start: int) -> Near:
    """Return two words in a bracket, `(rice husk)~10`, as NEAR; raises QueryError for anything else, proposing NEAR."""
    words: tuple[Node, ...] = node.nodes if isinstance(node, And) else ()
    sides = [_operand(scanner, word) for word in words]
    if len(sides) == 2 and sides[0] and sides[1]:
        return near(scanner, sides[0], sides[1], step, start)
    name = leaves(node)[0].field if leaves(node) else ""
    written = f" NEAR{step.distance} ".join(within(word, name) for word in words) if all(sides) else ""
    message = "“~” goes after two words in a bracket or in quotes; between more words write NEAR."
    raise scanner.error(message, start, scanner.at, f"({written})" if written else None)


def _operand(scanner: Scanner, node: Node) -> Side | None:
    """Return the node as an operand; what was taken for a number or a class is a word beside NEAR."""
    match node:
        case Text(edits=1 | 2):
            return None
        case Text(name) | Pattern(name) if BY_NAME[name].kind in (FieldKind.TEXT, FieldKind.NAME):
            return node
        case Value("number" | "class", span=span):
            original = plain(scanner.pasted.original[slice(*span)]).text
            words = recognise.with_latin_symbols(original).replace('"', " ").strip(" '").split()
            written = " ".join(map(texts.as_here, words))
            is_pattern = habits.WILDCARD.search(written)
            return (
                Pattern(DEFAULT.name, written, span)
                if is_pattern
                else Text(DEFAULT.name, written, quoted=True, span=span)
            )
        case Or(nodes):
            sides = [_operand(scanner, inner) for inner in nodes]
            return Or(tuple(leaf for each in sides for leaf in leaves(each))) if None not in sides else None
    return None


def leaves(node: Node | None) -> tuple[Text | Pattern, ...]:
    """Return the words of an operand."""
    of = tree.leaves(node, excluded=False) if node else ()
    return tuple(leaf for leaf in of if isinstance(leaf, Text | Pattern))


def _fields(left: Side, right: Side) -> set[str]:
    """Return the fields of two operands, the default one only where no other is named."""
    fields = {leaf.field for side in (left, right) for leaf in leaves(side)}
    return fields - {DEFAULT.name} or {DEFAULT.name}


def _together(left: Side, right: Side, step: Closeness, span: Span = (0, 0)) -> Near:
    """Return two operands of one field near each other."""
    name = _fields(left, right).pop()
    return Near(_moved(left, name), _moved(right, name), step.distance, step.ordered, span)


def _moved(node: Side, name: str) -> Side:
    """Return an operand in another field."""
    if isinstance(node, Or):
        return Or(tuple(dataclasses.replace(leaf, field=name) for leaf in leaves(node)))
    return dataclasses.replace(node, field=name)


def _is_words(node: Node) -> bool:
    """Return whether a node is plain words joined by AND, as a phrase could have been meant."""
    return isinstance(node, And) and all(isinstance(inner, Text) and not inner.quoted for inner in node.nodes)
