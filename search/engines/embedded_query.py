"""Clauses as tantivy queries, the schema they are asked of, and what phrases among them read at most.

There is no filter that does not score (a constant score of 0 stands in), and a boolean of exclusions only finds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product
from typing import Any

import tantivy

from search import clauses as c
from search.engines.base import TooSlow
from search.engines.schema import DATES, KEYS, KEYWORDS, TEXTS

t: Any = tantivy  # its type stubs lag behind the wheel
_MAX_READ = 20_000_000  # places in texts that the phrases of a query may read: one to three seconds
# tantivy's BM25 is Lucene's times (k1 + 1) with k1 = 1.2; constant scores are not. Scaled, both add up alike.
_BM25 = 1 / 2.2
_TABLES = re.compile(r'(Regex\("(?:[^"\\]|\\.)*"\))\n[^"]*?\n(?=, field)')


def _schema() -> Any:
    builder = t.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    for name in TEXTS:
        builder.add_text_field(name, tokenizer_name="blank", index_option="position")
    for name in KEYWORDS:
        builder.add_text_field(name, stored=name == "family", fast=True, tokenizer_name="raw", index_option="basic")
    for name in (*DATES, *KEYS):
        builder.add_unsigned_field(name, indexed=True, fast=True)
    return builder.build()


SCHEMA = _schema()


def form(clause: c.Clause) -> str:
    """Return a clause as tantivy writes its own queries, for people to read: patterns without the tables made of them."""
    return _TABLES.sub(r"\1", str(Compiler().query(clause)))


def unscored(query: Any) -> Any:
    """Return a query that finds the same and scores nothing."""
    return t.Query.const_score_query(query, 0.0)


def all_of(queries: list[Any]) -> Any:
    """Return a query for what all of some queries find."""
    return queries[0] if len(queries) == 1 else t.Query.boolean_query([(t.Occur.Must, query) for query in queries])


def _any_of(queries: list[Any]) -> Any:
    if not queries:
        return t.Query.empty_query()
    return queries[0] if len(queries) == 1 else t.Query.boolean_query([(t.Occur.Should, query) for query in queries])


def _one_of(field: str, values: Sequence[str]) -> Any:
    """Return a query for any of some values. A set is made into an automaton, which for one value is most of the work."""
    if len(values) == 1:
        return t.Query.term_query(SCHEMA, field, values[0], "basic")
    return t.Query.term_set_query(SCHEMA, field, list(values))


def _alike(field: str, word: c.Alike) -> Any:
    return t.Query.fuzzy_term_query(SCHEMA, field, word.term, word.edits, transposition_cost_one=True)


class Compiler:
    """Clauses to tantivy queries; with a searcher, raises TooSlow for phrases that read too much of its index."""

    def __init__(self, searcher: Any = None) -> None:
        self._searcher = searcher
        self._read = 0
        self._held: dict[tuple[str, c.Word], int] = {}

    def query(self, clause: c.Clause) -> Any:
        """Return the query for a clause."""
        return getattr(self, f"_{type(clause).__name__.lower()}")(clause)

    def _everything(self, _: c.Everything) -> Any:
        return unscored(t.Query.all_query())

    def _nothing(self, _: c.Nothing) -> Any:
        return t.Query.empty_query()

    def _allof(self, clause: c.AllOf) -> Any:
        return all_of([self.query(inner) for inner in clause.clauses] or [t.Query.all_query()])

    def _anyof(self, clause: c.AnyOf) -> Any:
        return _any_of([self.query(inner) for inner in clause.clauses])

    def _best(self, clause: c.Best) -> Any:
        return t.Query.disjunction_max_query([self.query(inner) for inner in clause.clauses], c.TIE)

    def _without(self, clause: c.Without) -> Any:
        everything = unscored(t.Query.all_query())
        return t.Query.boolean_query([(t.Occur.Must, everything), (t.Occur.MustNot, self.query(clause.clause))])

    def _raised(self, clause: c.Raised) -> Any:
        return t.Query.boolean_query(
            [(t.Occur.Must, self.query(clause.clause)), (t.Occur.Should, self.query(clause.by))]
        )

    def _in(self, clause: c.In) -> Any:
        return t.Query.const_score_query(_one_of(clause.field, clause.values), clause.boost)

    def _between(self, clause: c.Between) -> Any:
        bounds = {"lower_bound": clause.low or 0}
        if clause.high is not None:
            bounds["upper_bound"] = clause.high
        return unscored(t.Query.range_query(SCHEMA, clause.field, t.FieldType.Unsigned, **bounds))

    def _words(self, clause: c.Words) -> Any:
        word = clause.words[0]
        if isinstance(word, c.Alike):
            return t.Query.const_score_query(_alike(clause.field, word), clause.boost)
        if len(clause.words) == 1 and isinstance(word, c.Glob):
            found = t.Query.regex_query(SCHEMA, clause.field, word.regex)
            return t.Query.const_score_query(found, clause.boost)
        if all(isinstance(word, str) for word in clause.words):
            return t.Query.boost_query(self._placed(clause.field, [(0, clause.words)]), clause.boost * _BM25)
        return self._filtered(self._placed(clause.field, [(0, clause.words)]), clause)

    def _near(self, clause: c.Near) -> Any:
        ways = (
            [(clause.left, clause.right)]
            if clause.ordered
            else [(clause.left, clause.right), (clause.right, clause.left)]
        )
        placed = [
            self._placed(clause.field, [(0, first), (len(first) - 1 + step, second)], spread)
            for firsts, seconds in ways
            for first, second in product(firsts, seconds)
            for step, spread in _steps(clause.distance, len(first) + len(second))
        ]
        return self._filtered(_any_of(placed), clause)

    def _filtered(self, found: Any, clause: c.Words | c.Near) -> Any:
        """Return a query that `found` decides and the plain words score."""
        words = [self._placed(clause.field, [(0, (word,))]) for word in c.plain(clause)]
        scored = [(t.Occur.Should, t.Query.boost_query(word, clause.boost * _BM25)) for word in words]
        return t.Query.boolean_query([(t.Occur.Must, unscored(found)), *scored])

    def _placed(self, field: str, parts: list[tuple[int, c.Sequence]], spread: int = 0) -> Any:
        """Return a query for words at fixed distances from each other: each part is (offset of its first word, words).

        Of two words the distance may differ by `spread` either way.
        """
        places = [(offset + i, word) for offset, words in parts for i, word in enumerate(words)]
        if len(places) == 1:
            return t.Query.term_query(SCHEMA, field, places[0][1], "freq")
        self._account(field, [word for _, word in places])
        if all(isinstance(word, str) for _, word in places):
            return t.Query.phrase_query(SCHEMA, field, places, spread)
        patterns = [(place, word.regex if isinstance(word, c.Glob) else word) for place, word in places]
        return t.Query.regex_phrase_query(SCHEMA, field, patterns, spread)

    def _account(self, field: str, words: list[c.Word]) -> None:
        """Add what a phrase reads: its rarest word leads through the others, while truncated words are read whole."""
        if self._searcher is None:
            return
        held = [self._postings(field, word) for word in words]
        plain = all(isinstance(word, str) for word in words)
        self._read += len(held) * min(held) if plain else sum(held)
        if self._read > _MAX_READ:
            raise TooSlow

    def _postings(self, field: str, word: c.Word) -> int:
        if (field, word) not in self._held:
            self._held[field, word] = (
                self._searcher.doc_freq(field, word)
                if isinstance(word, str)
                else sum(n for term, n in self._searcher.terms_with_prefix(field, word.head) if c.matches(word, term))
            )
        return self._held[field, word]


def _steps(distance: int, words: int) -> list[tuple[int, int]]:
    """Return the steps from 1 to `distance`, each with how far it may be missed either way.

    tantivy's slop misses alike before and behind, so about the middle step it reaches from the first to the last; an even
    distance has its last besides. Of more than two words each may miss its place, so there every step is asked.
    """
    if words > 2:
        return [(step, 0) for step in range(1, distance + 1)]
    middle = (distance + 1) // 2
    return [(middle, middle - 1)] if distance % 2 else [(middle, middle - 1), (distance, 0)]
