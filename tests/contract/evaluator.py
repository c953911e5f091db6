"""The meaning of a clause in plain Python, slow and plain: what both engines are held to, scores included.

BM25 as Lucene has it (k1 = 1.2, b = 0.75, no factor k1 + 1); texts are short enough that the length byte is exact.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, cached_property

from search import clauses as c
from search.engines.base import Document
from search.engines.schema import GAP, SENTINEL

K1, B = 1.2, 0.75


class Evaluator:
    def __init__(self, documents: Iterable[Document]) -> None:
        self.documents = {document.id: document for document in documents}
        self._words: dict[tuple[str, str], list[str]] = {}

    def words(self, record_id: str, field: str) -> list[str]:
        key = record_id, field
        if key not in self._words:
            self._words[key] = [SENTINEL, *self.documents[record_id].texts.get(field, "").split()]
        return self._words[key]

    def scores(self, clause: c.Clause) -> dict[str, float]:
        """Return id → score of the records found."""
        return {
            record_id: score for record_id in self.documents if (score := self._score(clause, record_id)) is not None
        }

    def ranked(self, clause: c.Clause, sort: str = "relevance") -> list[tuple[float, str]]:
        """Return (score, id) in the order promised."""
        rows = [(score, self.documents[record_id]) for record_id, score in self.scores(clause).items()]
        orders = {
            "relevance": lambda row: (-row[0], -row[1].keys["newest"]),
            "newest": lambda row: -row[1].keys["newest"],
            "oldest": lambda row: row[1].keys["oldest"],
            "filed": lambda row: -row[1].keys["filed_newest"],
            "filed_oldest": lambda row: row[1].keys["filed_oldest"],
        }
        return [(score, document.id) for score, document in sorted(rows, key=orders[sort])]

    def _score(self, clause: c.Clause, record_id: str) -> float | None:
        """Return what the clause gives a record, None where it does not find it."""
        match clause:
            case c.AllOf(inner) | c.AnyOf(inner) | c.Best(inner):
                scores = [self._score(one, record_id) for one in inner]
                return _combined(clause, [score for score in scores if score is not None])
            case c.Raised(inner, by):
                score = self._score(inner, record_id)
                return None if score is None else score + (self._score(by, record_id) or 0.0)
            case c.Without(inner):
                return 0.0 if self._score(inner, record_id) is None else None
            case c.Words():
                return self._words_score(clause, record_id)
            case c.Near():
                words = self.words(record_id, clause.field)
                return self._plain(clause, record_id) if _near(clause, _spread(words)) else None
            case _:
                boost = clause.boost if isinstance(clause, c.In) else 0.0
                return boost if _holds(clause, self.documents[record_id]) else None

    def _words_score(self, clause: c.Words, record_id: str) -> float | None:
        places = list(_places(clause.words, self.words(record_id, clause.field)))
        if not places:
            return None
        if all(isinstance(word, str) for word in clause.words):
            return clause.boost * self._bm25(clause.field, clause.words, len(places), record_id)
        return clause.boost if len(clause.words) == 1 else self._plain(clause, record_id)

    def _plain(self, clause: c.Words | c.Near, record_id: str) -> float:
        words = self.words(record_id, clause.field)
        return sum(
            clause.boost * self._bm25(clause.field, (word,), words.count(word), record_id)
            for word in c.plain(clause)
            if word in words
        )

    def _bm25(self, field: str, terms: tuple[str, ...], frequency: int, record_id: str) -> float:
        idf = 0.0
        for term in terms:
            holding = self._holding[field][term]
            idf += math.log(1 + (len(self.documents) - holding + 0.5) / (holding + 0.5))
        length = len(self.words(record_id, field))
        assert length <= 40, "longer texts have inexact lengths in both engines"
        return idf * frequency / (frequency + K1 * (1 - B + B * length / self._average[field]))

    @cached_property
    def _holding(self) -> dict[str, Counter[str]]:
        """Return field → term → the number of documents that hold it."""
        fields = {field for document in self.documents.values() for field in document.texts}
        return {
            field: Counter(term for record_id in self.documents for term in set(self.words(record_id, field)))
            for field in fields
        }

    @cached_property
    def _average(self) -> dict[str, float]:
        fields = {field for document in self.documents.values() for field in document.texts}
        return {
            field: sum(len(self.words(record_id, field)) for record_id in self.documents) / len(self.documents)
            for field in fields
        }


def _holds(clause: c.Clause, document: Document) -> bool:
    match clause:
        case c.In(field, values):
            return bool(set(values) & set(document.keywords.get(field, ())))
        case c.Between(field, low, high):
            return any((low or 0) <= day <= (high or 99999999) for day in document.dates.get(field, ()))
        case _:
            return isinstance(clause, c.Everything)


def _combined(clause: c.AllOf | c.AnyOf | c.Best, scores: list[float]) -> float | None:
    if isinstance(clause, c.AllOf):
        return sum(scores) if len(scores) == len(clause.clauses) else None
    if not scores:
        return None
    return sum(scores) if isinstance(clause, c.AnyOf) else max(scores) + c.TIE * (sum(scores) - max(scores))


@cache
def _fits(word: c.Word, term: str) -> bool:
    if isinstance(word, str):
        return word == term
    if isinstance(word, c.Alike):
        return distance(word.term, term) <= word.edits
    signs = {"*": ".*", "?": ".?", "#": "."}
    return re.fullmatch("".join(signs.get(sign, re.escape(sign)) for sign in word.pattern), term) is not None


@cache
def distance(one: str, other: str) -> int:
    """Return the least number of letters to change, add, leave out or swap, counted from the end in the plainest way."""
    if not one or not other:
        return len(one) + len(other)
    found = [
        distance(one[:-1], other[:-1]) + (one[-1] != other[-1]),
        distance(one[:-1], other) + 1,
        distance(one, other[:-1]) + 1,
    ]
    if len(one) > 1 and len(other) > 1 and one[-2:] == other[:-3:-1]:
        found.append(distance(one[:-2], other[:-2]) + 1)
    return min(found)


def _places(sequence: c.Sequence, words: list[str]) -> Iterable[tuple[int, int]]:
    for i in range(len(words) - len(sequence) + 1):
        if all(map(_fits, sequence, words[i : i + len(sequence)])):
            yield i, i + len(sequence) - 1


def _spread(words: list[str]) -> list[str]:
    """Return words with as many signs between passages as there are free places."""
    return [place for word in words for place in [word] * (GAP + 1 if word == SENTINEL else 1)]


def _near(clause: c.Near, words: list[str]) -> bool:
    left = [place for sequence in clause.left for place in _places(sequence, words)]
    right = [place for sequence in clause.right for place in _places(sequence, words)]
    pairs = [(one, other) for one in left for other in right]
    if not clause.ordered:
        pairs += [(other, one) for one, other in pairs]
    return any(1 <= second[0] - first[1] <= clause.distance for first, second in pairs)
