"""Queries near to one that finds nothing, from the words the index itself holds.

A word no record has in its field is tried with one letter left out, put in, changed, or two changed about; a short one of a
script without blanks, within longer words; a number in any field of numbers. Both engines are asked for the same candidates, so both propose the same.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice, product

from portal.standards import offices
from search import clauses as c
from search.analysis import folded, terms
from search.answer import Proposal
from search.engines.base import Engine
from search.fields import BY_NAME, DEFAULT, FieldKind
from search.numbers_held import anywhere
from search.query import tree
from search.query.canonical import canonical
from search.query.reading import joined
from search.query.words import words
from search.resolve import resolve, sought_whole

SHORTEST = 4  # letters of a word that is worth correcting: a shorter one has too many neighbours
LONGEST = 20
MOST_WORDS = 12  # of a query that are looked up
MOST_UNKNOWN = 2  # of those that are corrected
MOST_WITHIN = 3  # words sought within longer ones: each is held against every word of several fields
MOST_EACH = 3  # spellings tried of each unknown word
MOST = 3  # proposals
_TRIED = 6  # corrected queries that are counted
_DIGIT = re.compile(r"\d")
_LETTERS = ("Ll", "Lo", "Mn", "Mc")
_WORDS = (FieldKind.TEXT, FieldKind.NAME)
_Word = tuple[str, str]  # canonical field, term


def proposals(index: Engine, node: tree.Node, filters: Mapping[str, c.Clause]) -> tuple[Proposal, ...]:
    """Return the query read otherwise or in other spellings, where that finds something under the same filters, the likeliest first."""
    nodes = dict.fromkeys((anywhere(node), *of_names(node), *_spelt(index, node), within(node)))
    nodes.pop(node, None)
    totals = index.totals([c.AllOf((resolve(one), *filters.values())) for one in nodes])
    found = [Proposal(canonical(one), words(one), total) for one, total in zip(nodes, totals, strict=True) if total]
    return tuple(found[:MOST])


def of_names(node: tree.Node) -> list[tree.Node]:
    """Return a query with its words without a field as names of applicants, and of inventors; an office among them as the office."""
    nodes = node.nodes if isinstance(node, tree.And) else (node,)
    texts = [one for one in nodes if isinstance(one, tree.Text | tree.Pattern) and one.field == DEFAULT.name]
    if not texts or any(isinstance(one, tree.Text) and one.edits for one in texts):
        return []
    return [joined(tree.And, [_named(one, name) for one in nodes]) for name in ("applicant", "inventor")]


def _named(node: tree.Node, field: str) -> tree.Node:
    match node:
        case tree.Text(DEFAULT.name, text, quoted=False) if text in offices.OFFICES:
            return tree.Value("office", text)
        case tree.Text(DEFAULT.name) | tree.Pattern(DEFAULT.name):
            return dataclasses.replace(node, field=field)
        case _:
            return node


def within(node: tree.Node, most: int = MOST_WITHIN) -> tree.Node:
    """Return a query with its first words of scripts without blanks that are sought whole, for being short, truncated at both ends."""
    match node:
        case tree.And(nodes) | tree.Or(nodes):
            left, found = most, []
            for inner in nodes:
                found.append(within(inner, left))
                left -= found[-1] != inner
            return dataclasses.replace(node, nodes=tuple(found))
        case tree.Text(field, text) if most > 0 and BY_NAME[field].kind in _WORDS and sought_whole(text):
            return tree.Pattern(field, f"*{text}*")
        case _:
            return node


def _spelt(index: Engine, node: tree.Node) -> list[tree.Node]:
    """Return the query with words that no record has as others are spelt, the most frequent first."""
    asked = list(dict.fromkeys(_words(node)))[:MOST_WORDS]
    known = _counts(index, {word: [word[1]] for word in asked})
    unknown = [word for word in asked if not known[word]][:MOST_UNKNOWN]
    if not unknown:
        return []
    near = _counts(index, {word: neighbours(word[1]) for word in unknown})
    likely = [
        [(word, term) for term, _ in sorted(near[word].items(), key=lambda item: (-item[1], item[0]))[:MOST_EACH]]
        or [(word, word[1])]
        for word in unknown
    ]
    return [rewritten(node, dict(chosen)) for chosen in islice(product(*likely), _TRIED)]


def neighbours(word: str) -> list[str]:
    """Return the words one slip away: a letter left out, put in or changed, or two neighbours changed about."""
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    letters = alphabet(frozenset(ord(letter) >> 7 for letter in word))
    found = [head + tail[1:] for head, tail in cuts if tail]
    found += [head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1]
    found += [head + letter + tail[1:] for head, tail in cuts if tail for letter in letters]
    found += [head + letter + tail for head, tail in cuts for letter in letters]
    return sorted({*found} - {word})


@lru_cache(maxsize=64)
def alphabet(blocks: frozenset[int]) -> str:
    """Return the letters and signs a term may hold in some blocks of 128 code points, as the index folds them."""
    every = (chr(point) for block in blocks for point in range(block << 7, (block + 1) << 7))
    return "".join(one for one in every if unicodedata.category(one) in _LETTERS and folded(one) == one)


def _words(node: tree.Node) -> Iterator[_Word]:
    """Yield the words of a query that may be misspelt, not those it excludes."""
    match node:
        case tree.And(nodes) | tree.Or(nodes):
            for inner in nodes:
                yield from _words(inner)
        case tree.Near(left, right):
            yield from _words(left)
            yield from _words(right)
        case tree.Text(field, text) if BY_NAME[field].kind in _WORDS:
            for token in terms(text):
                if SHORTEST <= len(token.term) <= LONGEST and not _DIGIT.search(token.term):
                    yield field, token.term


def _counts(index: Engine, asked: Mapping[_Word, Sequence[str]]) -> dict[_Word, dict[str, int]]:
    """Return for each word the terms asked for that the index holds in its field, each with the records of its best part."""
    wanted: dict[str, dict[str, None]] = {}
    for (field, _), candidates in asked.items():
        for name in BY_NAME[field].index:
            wanted.setdefault(name, {}).update(dict.fromkeys(candidates))
    held = index.frequencies(wanted)
    found: dict[_Word, dict[str, int]] = {}
    for (field, word), candidates in asked.items():
        counts = {term: max(held[name].get(term, 0) for name in BY_NAME[field].index) for term in candidates}
        found[field, word] = {term: count for term, count in counts.items() if count}
    return found


def rewritten(node: tree.Node, spelling: Mapping[_Word, str]) -> tree.Node:
    """Return a query with some words of some fields replaced."""
    match node:
        case tree.And(nodes) | tree.Or(nodes):
            return dataclasses.replace(node, nodes=tuple(rewritten(inner, spelling) for inner in nodes))
        case tree.Near(left, right):
            return dataclasses.replace(node, left=rewritten(left, spelling), right=rewritten(right, spelling))
        case tree.Text(field, text):
            for token in reversed(terms(text)):
                if (field, token.term) in spelling:
                    text = text[: token.start] + spelling[field, token.term] + text[token.end :]
            return dataclasses.replace(node, text=text)
        case _:
            return node
