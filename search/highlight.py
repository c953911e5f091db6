"""Marks in the original text: the same terms and the same meaning as in the index, so a mark is where the engine matched.

No engine marks anything here: they see only terms. A phrase is marked whole, a NEAR only where both sides stand near enough.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from search import clauses as c
from search.analysis import Token, folded, syllables, terms
from search.answer import Piece
from search.engines.schema import SENTINEL, SYLLABLES, TEXTS

_PARTED = frozenset(SYLLABLES.values())
_WIDTH = 140  # characters of a snippet
_CUT = Piece("…", marked=False)
_Place = tuple[int, int]  # first and last position of an occurrence
Hit = tuple[c.Words | c.Near, list[_Place]]


class Marker:
    """The words a clause looks for (not what it excludes), by index field."""

    def __init__(self, clause: c.Clause) -> None:
        self._leaves: dict[str, list[c.Words | c.Near]] = {}
        self._distinct_leaves: dict[str, dict[tuple[bool, object], c.Words | c.Near]] = {}
        # A passage is looked at twice or thrice; a marker lives as long as a page is made.
        self._letters = cache(folded)
        self._hits: dict[tuple[str, str], list[Hit]] = {}
        for leaf in c.leaves(clause, excluded=False):
            if isinstance(leaf, c.Words | c.Near) and leaf.field in TEXTS:
                self._leaves.setdefault(leaf.field, []).append(leaf)

    @property
    def fields(self) -> frozenset[str]:
        """The index fields in which words are looked for, each with its twin of syllables."""
        return frozenset(self._leaves)

    def possible(self, text: str, field: str) -> frozenset[object]:
        """Return what of the clause's words and phrases a text can hold, from its letters alone: `hits` gives no more."""
        return frozenset(key for _, key in self._distinct(text, field))

    def fits_whole(self, text: str, field: str) -> bool:
        """Return whether a text holds every one of the clause's words and phrases: none can hold more."""
        sought = len(self._looked_for(field))
        return len(self._distinct(text, field)) == sought and len(self.hits(text, field)) == sought

    def found(self, text: str, field: str = "") -> tuple[int, list[_Place]]:
        """Return how many of the clause's words and phrases a text holds, and the character spans to mark, in order.

        `field` is an index field; without it the words of every field are marked.
        """
        hits = self.hits(text, field)
        return len(hits), merged(hits)

    def hits(self, text: str, field: str = "") -> list[Hit]:
        """Return each of the clause's words and phrases that a text holds, with the character spans where it stands."""
        if (text, field) not in self._hits:
            self._hits[text, field] = [
                (leaf, spans) for leaf, tokens in self._sought(text, field) if (spans := _spans(leaf, tokens))
            ]
        return self._hits[text, field]

    def _sought(self, text: str, field: str) -> Iterator[tuple[c.Words | c.Near, Sequence[Token]]]:
        """Yield what is looked for, each once, with the tokens to look in: words of the text, or its syllables.

        A single word is looked for in the chunks that may hold it. The whole text is cut only where places count.
        """
        distinct = self._distinct(text, field)
        cut = cache(lambda parted: _tokens(text, parted=parted))
        chunks = cache(lambda: _chunks(text, self._letters(text)))
        for (parted, _), leaf in distinct.items():
            if parted or isinstance(leaf, c.Near) or len(leaf.words) > 1:
                yield leaf, cut(parted)
            else:
                yield leaf, _tokens_like(_head(leaf.words[0]), chunks())

    def _distinct(self, text: str, field: str) -> dict[tuple[bool, object], c.Words | c.Near]:
        """Return what is looked for and may stand in a text, each once; True with what is looked for among syllables."""
        leaves = self._looked_for(field)
        letters = self._letters(text) if leaves else ""
        return {key: leaf for key, leaf in leaves.items() if _may_stand(leaf, letters)}

    def _looked_for(self, field: str) -> dict[tuple[bool, object], c.Words | c.Near]:
        if field not in self._distinct_leaves:
            fields = [field, SYLLABLES.get(field, "")] if field else list(self._leaves)
            self._distinct_leaves[field] = {
                (name in _PARTED, meaning(leaf)): leaf for name in fields for leaf in self._leaves.get(name, ())
            }
        return self._distinct_leaves[field]

    def pieces(self, text: str, field: str = "") -> tuple[Piece, ...]:
        """Return the whole text in marked and unmarked pieces; together they are the text."""
        return _pieces(text, self.found(text, field)[1], 0, len(text))


def _may_stand(leaf: c.Words | c.Near, letters: str) -> bool:
    """Whether a text of these letters can hold the leaf at all. Most texts of a page cannot, and need not be cut."""
    if isinstance(leaf, c.Near):
        return any(_all_in(words, letters) for words in leaf.left) and any(
            _all_in(words, letters) for words in leaf.right
        )
    return _all_in(leaf.words, letters)


def _all_in(words: c.Sequence, letters: str) -> bool:
    return all(_head(word) in letters for word in words)


def _head(word: c.Word) -> str:
    """Return letters that every term a word stands for has."""
    return word if isinstance(word, str) else word.head


def _tokens(text: str, *, parted: bool) -> list[Token]:
    if not parted:
        return terms(text)
    return [token for run in syllables(text) for token in (*run, Token(SENTINEL, run[-1].end, run[-1].end))]


def _chunks(text: str, letters: str) -> list[tuple[str, str]]:
    """Return the parts of a text between blanks, each with its letters. No term reaches over a blank."""
    parts, folds = text.split(" "), letters.split(" ")
    return list(zip(parts, folds, strict=True)) if len(parts) == len(folds) else [(text, letters)]


def _tokens_like(head: str, chunks: Sequence[tuple[str, str]]) -> list[Token]:
    """Return the tokens of those chunks that have some letters."""
    starts = accumulate((len(part) + 1 for part, _ in chunks), initial=0)
    return [
        Token(token.term, start + token.start, start + token.end)
        for (part, letters), start in zip(chunks, starts, strict=False)
        if head in letters
        for token in terms(part)
    ]


def meaning(leaf: c.Words | c.Near) -> object:
    """Return what a leaf looks for, whatever the field."""
    return leaf.words if isinstance(leaf, c.Words) else (leaf.left, leaf.right, leaf.distance, leaf.ordered)


def _spans(leaf: c.Words | c.Near, tokens: Sequence[Token]) -> list[_Place]:
    return [(tokens[first].start, tokens[last].end) for first, last in _places(leaf, [t.term for t in tokens])]


def snippet(text: str, spans: Sequence[_Place]) -> tuple[Piece, ...]:
    """Return about 140 characters around the first mark, cut between words, with an ellipsis where text is left out."""
    if len(text) <= _WIDTH or not spans:
        return _pieces(text, spans, 0, len(text))
    low, high = _window(text, spans[0])
    shown = _pieces(text, spans, low, high)
    return (*([_CUT] if low else []), *shown, *([_CUT] if high < len(text) else []))


def _window(text: str, mark: _Place) -> _Place:
    """Return where to cut: at most a third of the width before the mark, the rest after; always at the edge of a term."""
    earliest, latest = max(0, mark[0] - _WIDTH // 3), max(mark[0] + _WIDTH, mark[1])
    # No term reaches over a blank, so what lies beyond the nearest ones need not be cut.
    begin, end = text.rfind(" ", 0, earliest) + 1, text.find(" ", latest)
    tokens = [(begin + t.start, begin + t.end) for t in terms(text[begin : end if end >= 0 else len(text)])]
    low = 0 if earliest == 0 else min((start for start, _ in tokens if start >= earliest), default=mark[0])
    latest = max(low + _WIDTH, mark[1])
    high = len(text) if latest >= len(text) else max((stop for _, stop in tokens if stop <= latest), default=mark[1])
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


def merged(hits: Sequence[Hit]) -> list[_Place]:
    """Return the spans of several words and phrases in order, those that touch as one."""
    found: list[_Place] = []
    for start, end in sorted(span for _, spans in hits for span in spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


# --- Where a clause matches -----------------------------------------------------------------------------------------


def _places(leaf: c.Words | c.Near, words: list[str]) -> Iterator[_Place]:
    if isinstance(leaf, c.Words):
        yield from sequence_places(leaf.words, words)
        return
    left = [place for sequence in leaf.left for place in sequence_places(sequence, words)]
    right = [place for sequence in leaf.right for place in sequence_places(sequence, words)]
    for first, second in [(left, right)] if leaf.ordered else [(left, right), (right, left)]:
        yield from _followed(first, second, leaf.distance)


def _followed(first: list[_Place], second: list[_Place], distance: int) -> Iterator[_Place]:
    """Yield the places of `first` that one of `second` follows within a distance, and those; 1 is next to each other."""
    second = sorted(second)
    starts = [start for start, _ in second]
    for place in first:
        following = second[bisect_right(starts, place[1]) : bisect_right(starts, place[1] + distance)]
        if following:
            yield from (place, *following)


def sequence_places(sequence: c.Sequence, words: list[str]) -> Iterator[_Place]:
    """Yield the places (first, last position) where the words stand next to each other and in order."""
    head, tail = sequence[0], list(enumerate(sequence))[1:]
    for i in _word_places(head, words):
        if i + len(tail) < len(words) and all(c.matches(word, words[i + k]) for k, word in tail):
            yield i, i + len(tail)


def _word_places(word: c.Word, words: list[str]) -> Iterator[int]:
    if isinstance(word, str):
        yield from (i for i, term in enumerate(words) if term == word)
    else:
        known = {term for term in set(words) if c.matches(word, term)}
        yield from (i for i, term in enumerate(words) if term in known)
