"""A query that finds at least as much, for one with truncated words near others or within a phrase that cannot be searched."""

from __future__ import annotations

import re
from collections.abc import Callable

from search.analysis.characters import PAIRED
from search.answer import QueryError
from search.query.canonical import canonical
from search.query.parser import parse
from search.query.tree import And, Near, Node, Or, Pattern, Text

_OPEN = re.compile("[*?#]")
_ONE_CHARACTER = re.compile(f"[{PAIRED}]")  # sought as a part of words
_BETWEEN_WORDS = re.compile(r"[\s.,:;/'’-]+")


def proposal(node: Node, resolve: Callable[[Node], object], *, every: bool = False) -> str:
    """Return such a query as text, or nothing where that cannot be searched either: `resolve` raises QueryError.

    With `every` it is one for every NEAR and every phrase with a truncated word.
    """
    if (looser := _loosened(node, every=every)) == node:
        return ""
    try:
        resolve(looser)
        return canonical(parse(canonical(looser)).node)
    except QueryError:
        return ""


def _loosened(node: Node, *, every: bool) -> Node:
    """Return a query with AND for each such NEAR and between the words of each such phrase.

    What stands behind NOT stays as it is: with more excluded, less is found.
    """
    match node:
        case And(nodes) | Or(nodes):
            return type(node)(tuple(_loosened(inner, every=every) for inner in nodes))
        case Near(left, right) if every or any(map(_is_open, (left, right))):
            return And((_loosened(left, every=every), _loosened(right, every=every)))
        case Pattern(name, pattern) if (every or _is_open(node)) and len(words := _words(pattern)) > 1:
            return And(tuple(_word(name, word) for word in words))
    return node


def _words(pattern: str) -> list[str]:
    return [word for word in _BETWEEN_WORDS.split(pattern) if word]


def _word(name: str, word: str) -> Node:
    return Pattern(name, word) if _OPEN.search(word) else Text(name, word, quoted=True)


def _is_open(node: Node) -> bool:
    """Return whether a word of an operand begins with a truncation sign."""
    match node:
        case Or(nodes):
            return any(map(_is_open, nodes))
        case Pattern(_, pattern):
            return any(_OPEN.match(word) for word in _words(pattern))
        case Text(_, text):
            return _ONE_CHARACTER.fullmatch(text) is not None
    return False
