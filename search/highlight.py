"""Marks in the original text: the same terms and the same meaning as in the index, so a mark is where the engine matched.

No engine marks anything here: they see only terms. A phrase is marked whole, a NEAR only where both sides stand near enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from search import clauses as c
from search.analysis import Token, terms
from search.answer import Piece
from search.engines.schema import TEXTS

_WIDTH = 140  # characters of a snippet
_CUT = Piece("…", marked=False)
_Place = tuple[int, int]  # first and last position of an occurrence


class Marker:
    """The words a clause looks for (not what it excludes), by index field."""

    def __init__(self, clause: c.Clause) -> None:
        self._leaves: dict[str, list[c.Words | c.Near]] = {}
        for leaf in c.leaves(clause, excluded=False):
            if isinstance(leaf, c.Words | c.Near) and leaf.field in TEXTS:
                self._leaves.setdefault(leaf.field, []).append(leaf)

    @property
    def fields(self) -> frozenset[str]:
        """The index fields in which words are looked for."""
        return frozenset(self._leaves)

    def found(self, text: str, field: str = "") -> tuple[int, list[_Place]]:
        """Return how many of the clause's words and phrases a text holds, and the character spans to mark, in order.

        `field` is an index field; without it the words of every field are marked.
        """
        leaves = self._leaves.get(field, []) if field else self._all()
        if not leaves:
            return 0, []
        tokens = terms(text)
        words = [token.term for token in tokens]
        hits = [places for leaf in leaves if (places := list(_places(leaf, words)))]
        spans = sorted((tokens[first].start, tokens[last].end) for places in hits for first, last in places)
        return len(hits), _merged(spans)

    def pieces(self, text: str, field: str = "") -> tuple[Piece, ...]:
        """Return the whole text in marked and unmarked pieces; together they are the text."""
        return _pieces(text, self.found(text, field)[1], 0, len(text))

    def _all(self) -> list[c.Words | c.Near]:
        distinct = {
            repr((getattr(leaf, "words", None), *_sides(leaf))): leaf
            for leaves in self._leaves.values()
            for leaf in leaves
        }
        return list(distinct.values())


def _sides(leaf: c.Words | c.Near) -> tuple[object, ...]:
    return (leaf.left, leaf.right, leaf.distance, leaf.ordered) if isinstance(leaf, c.Near) else ()


def snippet(text: str, spans: Sequence[_Place]) -> tuple[Piece, ...]:
    """Return about 140 characters around the first mark, cut between words, with an ellipsis where text is left out."""
    if len(text) <= _WIDTH or not spans:
        return _pieces(text, spans, 0, len(text))
    low, high = _window(terms(text), len(text), spans[0])
    shown = _pieces(text, spans, low, high)
    return (*([_CUT] if low else []), *shown, *([_CUT] if high < len(text) else []))


def _window(tokens: list[Token], length: int, mark: _Place) -> _Place:
    """Return where to cut: at most a third of the width before the mark, the rest after; always at the edge of a term."""
    earliest = max(0, mark[0] - _WIDTH // 3)
    low = 0 if earliest == 0 else min((t.start for t in tokens if t.start >= earliest), default=mark[0])
    latest = max(low + _WIDTH, mark[1])
    high = length if latest >= length else max((t.end for t in tokens if t.end <= latest), default=mark[1])
    return low, high


def _pieces(text: str, spans: Sequence[_Place], low: int, high: int) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    at = low
    for start, end in spans:
        if start < low or end > high:
            continue
        if start > at:
            pieces.append(Piece(text[at:start], marked=False))
        pieces.append(Piece(text[start:end], marked=True))
        at = end
    if at < high:
        pieces.append(Piece(text[at:high], marked=False))
    return tuple(pieces)


def _merged(spans: list[_Place]) -> list[_Place]:
    merged: list[_Place] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


# --- Where a clause matches -----------------------------------------------------------------------------------------


def _places(leaf: c.Words | c.Near, words: list[str]) -> Iterator[_Place]:
    if isinstance(leaf, c.Words):
        yield from sequence_places(leaf.words, words)
        return
    left = [place for sequence in leaf.left for place in sequence_places(sequence, words)]
    right = [place for sequence in leaf.right for place in sequence_places(sequence, words)]
    for one in left:
        for other in right:
            if near(one, other, leaf.distance, ordered=leaf.ordered):
                yield from (one, other)


def near(left: _Place, right: _Place, distance: int, *, ordered: bool) -> bool:
    """Whether two occurrences stand within a distance: 1 is next to each other; overlapping ones never are."""
    forward = 1 <= right[0] - left[1] <= distance
    return forward or (not ordered and 1 <= left[0] - right[1] <= distance)


def sequence_places(sequence: c.Sequence, words: list[str]) -> Iterator[_Place]:
    """Yield the places (first, last position) where the words stand next to each other and in order."""
    for i in range(len(words) - len(sequence) + 1):
        if all(c.matches(word, words[i + k]) for k, word in enumerate(sequence)):
            yield i, i + len(sequence) - 1
