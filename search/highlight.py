"""Marks in the original text: the same terms and the same meaning as in the index, so a mark is where the engine matched.

No engine marks anything here: they see only terms. A phrase is marked whole, a NEAR only where both sides stand near enough.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from search import clauses as c
from search.analysis import Token, folded, syllables, terms
from search.answer import Piece
from search.engines.schema import SENTINEL, SYLLABLES, TEXTS

_PARTED = frozenset(SYLLABLES.values())
_WIDTH = 140  # characters of a snippet
_CUT = Piece("…", marked=False)
_Place = tuple[int, int]  # first and last position of an occurrence
Hit = tuple[c.Words | c.Near, list[_Place]]


@dataclass(frozen=True)
class _Sought:
    """One of the clause's words or phrases: what it means, among words or among syllables, and letters a text with it has.

    Of each of `ways` one row of letters is there whole; `only` are the letters of a single word, else empty.
    """

    leaf: c.Words | c.Near
    meaning: object
    parted: bool
    ways: tuple[tuple[tuple[str, ...], ...], ...]
    only: str

    def may_stand(self, letters: str) -> bool:
        """Whether a text of these letters can hold it at all. Most texts of a page cannot, and need not be cut."""
        if self.only:
            return self.only in letters
        return all(any(all(head in letters for head in heads) for heads in way) for way in self.ways)


class _Passage:
    """A text, cut only as far as it is asked: the same is looked at twice or thrice."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.letters = folded(text)

    @cached_property
    def words(self) -> list[Token]:
        return terms(self.text)

    @cached_property
    def syllables(self) -> list[Token]:
        runs = syllables(self.text)
        return [token for run in runs for token in (*run, Token(SENTINEL, run[-1].end, run[-1].end))]

    @cached_property
    def _parts(self) -> tuple[list[str], list[str]]:
        """The parts between blanks, and the letters of each. No term reaches over a blank."""
        parts, folds = self.text.split(" "), self.letters.split(" ")
        return (parts, folds) if len(parts) == len(folds) else ([self.text], [self.letters])

    def parts_with(self, head: str) -> Iterator[tuple[int, str]]:
        """Yield the parts between blanks that have some letters, each with its place in the text."""
        parts, folds = self._parts
        at = last = 0
        for i in [i for i, letters in enumerate(folds) if head in letters]:
            at, last = at + sum(map(len, parts[last:i])) + i - last, i
            yield at, parts[i]


class Marker:
    """The words a clause looks for (not what it excludes), by index field. It lives as long as a page is made."""

    def __init__(self, clause: c.Clause) -> None:
        self._leaves: dict[str, list[c.Words | c.Near]] = {}
        self._by_field: dict[str, list[_Sought]] = {}
        self._passages: dict[str, _Passage] = {}
        self._possible: dict[tuple[str, str], list[_Sought]] = {}
        self._hits: dict[tuple[str, str], list[Hit]] = {}
        self._terms = cache(terms)  # the words found are few, and stand in many passages
        for leaf in c.leaves(clause, excluded=False):
            if isinstance(leaf, c.Words | c.Near) and leaf.field in TEXTS:
                self._leaves.setdefault(leaf.field, []).append(leaf)

    @property
    def fields(self) -> frozenset[str]:
        """The index fields in which words are looked for, each with its twin of syllables."""
        return frozenset(self._leaves)

    def possible(self, text: str, field: str) -> frozenset[object]:
        """Return what of the clause's words and phrases a text can hold, from its letters alone: `hits` gives no more."""
        return frozenset(sought.meaning for sought in self._standing(text, field))

    def fits_whole(self, text: str, field: str) -> bool:
        """Return whether a text holds every one of the clause's words and phrases: none can hold more."""
        every = len(self._looked_for(field))
        return len(self._standing(text, field)) == every and len(self.hits(text, field)) == every

    def found(self, text: str, field: str = "") -> tuple[int, list[_Place]]:
        """Return how many of the clause's words and phrases a text holds, and the character spans to mark, in order.

        `field` is an index field; without it the words of every field are marked.
        """
        hits = self.hits(text, field)
        return len(hits), merged(hits)

    def hits(self, text: str, field: str = "") -> list[Hit]:
        """Return each of the clause's words and phrases that a text holds, with the character spans where it stands."""
        if (text, field) not in self._hits:
            found = ((sought.leaf, self._spans(sought, text)) for sought in self._standing(text, field))
            self._hits[text, field] = [(leaf, spans) for leaf, spans in found if spans]
        return self._hits[text, field]

    def pieces(self, text: str, field: str = "") -> tuple[Piece, ...]:
        """Return the whole text in marked and unmarked pieces; together they are the text."""
        return _pieces(text, self.found(text, field)[1], 0, len(text))

    def _spans(self, sought: _Sought, text: str) -> list[_Place]:
        """Return where something stands. A single word is looked for in the parts that may hold it.

        The whole text is cut only where places count.
        """
        passage = self._passages[text]
        if sought.parted:
            return _spans(sought.leaf, passage.syllables)
        if not sought.only:
            return _spans(sought.leaf, passage.words)
        tokens = [
            Token(token.term, start + token.start, start + token.end)
            for start, part in passage.parts_with(sought.only)
            for token in self._terms(part)
        ]
        return _spans(sought.leaf, tokens)

    def _standing(self, text: str, field: str) -> list[_Sought]:
        """Return what is looked for and may stand in a text, each once."""
        if (text, field) not in self._possible:
            every = self._looked_for(field)
            letters = self._passage(text).letters if every else ""
            self._possible[text, field] = [sought for sought in every if sought.may_stand(letters)]
        return self._possible[text, field]

    def _passage(self, text: str) -> _Passage:
        if text not in self._passages:
            self._passages[text] = _Passage(text)
        return self._passages[text]

    def _looked_for(self, field: str) -> list[_Sought]:
        if field not in self._by_field:
            fields = [field, SYLLABLES.get(field, "")] if field else list(self._leaves)
            found = [_sought(leaf) for name in fields for leaf in self._leaves.get(name, ())]
            self._by_field[field] = list({(one.parted, one.meaning): one for one in found}.values())
        return self._by_field[field]


def _sought(leaf: c.Words | c.Near) -> _Sought:
    ways = ((leaf.words,),) if isinstance(leaf, c.Words) else (leaf.left, leaf.right)
    heads = tuple(tuple(tuple(map(_head, words)) for words in way) for way in ways)
    parted = leaf.field in _PARTED
    single = isinstance(leaf, c.Words) and len(leaf.words) == 1 and not parted
    return _Sought(leaf, meaning(leaf), parted, heads, heads[0][0][0] if single else "")


def _head(word: c.Word) -> str:
    """Return letters that every term a word stands for has."""
    return word if isinstance(word, str) else word.head


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
