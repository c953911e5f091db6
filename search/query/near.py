"""What may stand on either side of a NEAR: words, patterns, phrases, and alternatives of them, in one field."""

from __future__ import annotations

import dataclasses
import re

from search.fields import BY_NAME, DEFAULT, FieldKind
from search.query import habits
from search.query.canonical import within
from search.query.closeness import Closeness
from search.query.paste import plain
from search.query.scanner import Scanner
from search.query.tree import And, Near, Node, Or, Pattern, Text, Value

_OPERATOR = re.compile(r"\bAND\b|&", re.IGNORECASE)
Side = Text | Pattern | Or


def side(scanner: Scanner, node: Node, start: int, end: int) -> Side:
    """Return what was read from text[start:end] as an operand of NEAR; raises QueryError if it cannot be one."""
    written = scanner.text[start:end].strip()
    if (operand := _operand(scanner, node)) is not None:
        return operand
    if isinstance(node, Text) and node.edits:
        raise scanner.error("“~” cannot stand beside NEAR; write the spellings, as (colour OR color).", start, end)
    side_by_side = _is_words(node) and written.count("(") == 1 and not _OPERATOR.search(written)
    phrase = written.replace("(", '"').replace(")", '"') if side_by_side else None
    raise scanner.error('NEAR stands between words, "phrases" or (a OR b).', start, start + len(written), phrase)


def near(scanner: Scanner, left: Side, right: Side, step: Closeness, start: int) -> Near:
    """Return two operands near each other; one without a field takes the other's. Raises QueryError if the fields differ."""
    fields = {leaf.field for side in (left, right) for leaf in leaves(side)}
    named = fields - {DEFAULT.name} or {DEFAULT.name}
    if len(named) > 1:
        labels = " and ".join(sorted(BY_NAME[name].label for name in named))
        raise scanner.error(f"Both sides of NEAR must be in one field; these are in {labels}.", start, scanner.at)
    name = named.pop()
    return Near(_moved(left, name), _moved(right, name), step.distance, step.ordered, scanner.span(start))


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
            written = plain(scanner.pasted.original[slice(*span)]).text.strip("\"'")
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
    match node:
        case Text() | Pattern():
            return (node,)
        case Or(nodes) | And(nodes):
            return tuple(leaf for inner in nodes for leaf in leaves(inner))
    return ()


def _moved(node: Side, name: str) -> Side:
    """Return an operand in another field."""
    if isinstance(node, Or):
        return Or(tuple(dataclasses.replace(leaf, field=name) for leaf in leaves(node)))
    return dataclasses.replace(node, field=name)


def _is_words(node: Node) -> bool:
    """Return whether a node is plain words joined by AND, as a phrase could have been meant."""
    return isinstance(node, And) and all(isinstance(inner, Text) and not inner.quoted for inner in node.nodes)
