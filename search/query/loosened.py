"""A query that finds at least as much, for one with a word truncated at its beginning near others or within a phrase."""

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


def proposal(node: Node, resolve: Callable[[Node], object]) -> str:
    """Return such a query as text, or nothing where that cannot be searched either: `resolve` raises QueryError."""
    if (looser := _loosened(node)) == node:
        return ""
    try:
        resolve(looser)
        return canonical(parse(canonical(looser)).node)
    except QueryError:
        return ""


def _loosened(node: Node) -> Node:
    """Return a query with AND for each such NEAR and between the words of each such phrase.

    What stands behind NOT stays as it is: with more excluded, less is found.
    """
    match node:
        case And(nodes) | Or(nodes):
            return type(node)(tuple(map(_loosened, nodes)))
        case Near(left, right) if any(map(_is_open, (left, right))):
            return And((_loosened(left), _loosened(right)))
        case Pattern(name, pattern) if _is_open(node) and len(words := _words(pattern)) > 1:
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
