"""One operand in several fields, as `ti,ab=(solar AND cell)`: each word may stand in any of them."""

from __future__ import annotations

import dataclasses

from search.query.reading import joined
from search.query.tree import And, Near, Node, Not, Or, Pattern, Range, Text, Value


def spread(node: Node, names: tuple[str, ...]) -> Node:
    """Return a node read in the first of some fields with every word and value sought in all of them.

    A NEAR holds within one of the fields. What was read as a value of another field, as an office among numbers, stays.
    """
    match node:
        case And(nodes) | Or(nodes):
            return type(node)(tuple(spread(inner, names) for inner in nodes))
        case Not(inner):
            return Not(spread(inner, names))
        case Near():
            return joined(Or, [_moved(node, name) for name in names])
        case Text(name) | Pattern(name) | Value(name) | Range(name) if name == names[0]:
            return joined(Or, [_moved(node, name) for name in names])
        case _:
            return node


def _moved(node: Node, name: str) -> Node:
    match node:
        case Near(left, right):
            return dataclasses.replace(node, left=_moved(left, name), right=_moved(right, name))
        case Or(nodes):
            return Or(tuple(_moved(inner, name) for inner in nodes))
        case Text() | Pattern() | Value() | Range():
            return dataclasses.replace(node, field=name)
        case _:
            return node
