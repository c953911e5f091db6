"""The embedded engine: tantivy, one directory a generation, a small file that names the published one.

tantivy's traps that shape this module: a panic is a BaseException; one sort key and no cursor; ties come in no lasting order;
there is no filter that does not score (a constant score of 0 stands in), and a boolean of exclusions only finds nothing.
"""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Any

import tantivy

from search import clauses as c
from search.answer import EngineDown
from search.engines.base import MAX_EXPANSIONS, Document, Found, IndexBusy, Position, Question, TooManyWords, TooSlow
from search.engines.schema import DATES, GAP, KEYS, KEYWORDS, ORDERS, SENTINEL, TEXTS, passages

t: Any = tantivy  # its type stubs lag behind the wheel
_MAX_READ = 20_000_000  # places in texts that the phrases of a query may read: one to three seconds
# tantivy's BM25 is Lucene's times (k1 + 1) with k1 = 1.2; constant scores are not. Scaled, both add up alike.
_BM25 = 1 / 2.2
_TABLES = re.compile(r'(Regex\("(?:[^"\\]|\\.)*"\))\n[^"]*?\n(?=, field)')
_HEAP = 128_000_000
_PATIENCE = 20.0  # seconds to wait for another writer
_WHOLE = 1_000_000  # a facet is counted over all its values, so that the most frequent are exact
_BREAK = t.PreTokenizedString(SENTINEL, [t.Token(SENTINEL, GAP, 0)])
_NOT_BUILT = "The search index has not been built yet. Build it with: python manage.py index --rebuild"


@contextmanager
def _answering() -> Iterator[None]:
    """Turn what tantivy raises, its panics too, into a state the house knows."""
    try:
        yield
    except (ValueError, OSError) as error:
        raise EngineDown(
            f"The embedded index cannot be read ({error}). Rebuild it: python manage.py index --rebuild"
        ) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise EngineDown(f"The embedded index failed on this query ({error}). Please report it.") from error


def _open(path: Path) -> Any:
    index = t.Index(SCHEMA, path=str(path))
    index.register_tokenizer("blank", t.TextAnalyzerBuilder(t.Tokenizer.whitespace()).build())
    return index


class Embedded:
    """The embedded engine over one folder."""

    name = "embedded"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pointer = folder / "published"
        self._reader: tuple[str, Any] = ("", None)

    def create(self, generation: str) -> None:
        path = self._folder / generation
        path.mkdir(parents=True)
        with _answering():
            _open(path)

    @contextmanager
    def writer(self, generation: str) -> Iterator[_Writer]:
        with _answering():
            index = _open(self._path(generation))
        writer = _locked(index, time.monotonic() + _PATIENCE)
        try:
            yield _Writer(writer)
            with _answering():
                writer.commit()
        except BaseException:
            writer.rollback()
            raise
        finally:
            writer.wait_merging_threads()  # gives the lock back

    def count(self, generation: str) -> int:
        with _answering():
            return int(_open(self._path(generation)).searcher().num_docs)

    def publish(self, generation: str) -> None:
        self._path(generation)
        draft = self._pointer.with_name(f"published.{os.getpid()}")
        draft.write_text(generation)
        draft.replace(self._pointer)

    def published(self) -> str:
        try:
            return self._pointer.read_text()
        except FileNotFoundError:
            return ""

    def generations(self) -> list[str]:
        return sorted(path.name for path in self._folder.glob("*/")) if self._folder.exists() else []

    def drop(self, generation: str) -> None:
        shutil.rmtree(self._folder / generation, ignore_errors=True)

    def search(self, question: Question) -> Found:
        generation, searcher = self._searcher()
        with _answering():
            return _answer(generation, searcher, question)

    def totals(self, clauses: Sequence[c.Clause]) -> tuple[int, ...]:
        searcher = self._searcher()[1]
        with _answering():
            return tuple(searcher.search(Compiler(searcher).query(clause), 1, count=True).count for clause in clauses)

    def frequencies(self, words: Mapping[str, Collection[str]]) -> dict[str, dict[str, int]]:
        searcher = self._searcher()[1]
        with _answering():
            # The dictionary answers at once, and of most words asked for it knows nothing; but it counts deleted records too.
            known = {name: [word for word in asked if searcher.doc_freq(name, word)] for name, asked in words.items()}
            return {name: {word: _held(searcher, name, word) for word in found} for name, found in known.items()}

    def expansions(self, field: str, word: c.Glob | c.Alike) -> list[str]:
        searcher = self._searcher()[1]
        with _answering():
            terms = searcher.terms_with_prefix(field, word.head)
        found = sorted(term for term, _ in terms if c.matches(word, term))
        if len(found) > MAX_EXPANSIONS:
            raise TooManyWords(word.pattern)
        return found

    def _path(self, generation: str) -> Path:
        path = self._folder / generation
        if not generation or not path.is_dir():
            raise EngineDown(_NOT_BUILT)
        return path

    def _searcher(self) -> tuple[str, Any]:
        generation = self.published()
        path = self._path(generation)
        with _answering():
            if self._reader[0] != generation:
                self._reader = (generation, _open(path))
            index = self._reader[1]
            index.reload()
            return generation, index.searcher()


def _held(searcher: Any, field: str, word: str) -> int:
    return int(searcher.search(t.Query.term_query(SCHEMA, field, word, "basic"), 1, count=True).count)


def _locked(index: Any, until: float) -> Any:
    while True:
        try:
            return index.writer(heap_size=_HEAP, num_threads=1)
        except ValueError as error:
            if "LockBusy" not in str(error):
                raise EngineDown(f"The embedded index cannot be written ({error}).") from error
            if time.monotonic() > until:
                raise IndexBusy("Another process is writing to the index.") from error
            time.sleep(0.1)


class _Writer:
    def __init__(self, writer: Any) -> None:
        self._writer = writer

    def put(self, documents: Iterable[Document]) -> None:
        for document in documents:
            self._writer.delete_documents_by_term("id", document.id)
            self._writer.add_document(_row(document))

    def remove(self, ids: Iterable[str]) -> None:
        for record_id in ids:
            self._writer.delete_documents_by_term("id", record_id)


def _row(document: Document) -> Any:
    parted = {name: passages(document.texts.get(name, "")) for name in TEXTS}
    values: dict[str, Any] = {name: first for name, (first, *_) in parted.items()}
    values |= {name: list(found) for name, found in (*document.keywords.items(), *document.dates.items())}
    row = t.Document.from_dict(values | {"id": document.id, **document.keys}, SCHEMA)
    for name, (_, *others) in parted.items():
        for passage in others:
            # Several values of a field stand next to each other; only terms cut beforehand may say their place.
            row.add_pre_tokenized_text(name, _BREAK)
            row.add_text(name, passage.removeprefix(SENTINEL))
    return row


# --- Questions ------------------------------------------------------------------------------------------------------


def _answer(generation: str, searcher: Any, question: Question) -> Found:
    compiler = Compiler(searcher)
    clause = compiler.query(question.clause)
    filters = {name: unscored(compiler.query(inner)) for name, inner in question.filters.items()}
    query = all_of([clause, *filters.values()])
    # One more than the page tells whether another follows.
    if question.sort == "relevance" and c.scores(question.clause):
        total, hits = _ranked(searcher, query, question.after, question.size + 1)
    else:
        total, hits = _sorted(searcher, query, question)
    start = question.after.depth if question.after else 0
    shown = hits[: question.size]
    rows = [searcher.doc(address) for _, _, address in shown]
    return Found(
        total=total,
        ids=tuple(row["id"][0] for row in rows),
        families=tuple(row.get_first("family") or "" for row in rows),
        positions=tuple(Position(score, key, start + i) for i, (score, key, _) in enumerate(shown, 1)),
        counts=_counts(searcher, clause, filters, question),
        more=len(hits) > question.size,
        generation=generation,
    )


_Hit = tuple[float, int, Any]


def _ranked(searcher: Any, query: Any, after: Position | None, size: int) -> tuple[int, list[_Hit]]:
    """Return the total and the first `size` hits after a position, by score and then by `newest`.

    tantivy breaks ties as the segments lie, so hits are fetched until the page holds no tie that continues beyond them.
    """
    limit = (after.depth if after else 0) + size + 20
    while True:
        found = searcher.search(query, limit, count=True)
        hits = _keyed(searcher, found.hits)
        whole = len(hits) < limit
        last = found.hits[-1][0] if found.hits else 0.0
        settled = [hit for hit in hits if whole or hit[0] > last]
        following = [hit for hit in settled if not after or (-hit[0], -hit[1]) > (-after.score, -after.key)]
        if whole or len(following) >= size:
            return found.count, following[:size]
        limit *= 30  # each round asks the whole query again


def _keyed(searcher: Any, hits: list[tuple[float, Any]]) -> list[_Hit]:
    keys = searcher.fast_field_values("newest", [address for _, address in hits])
    rows = [(score, key, address) for (score, address), key in zip(hits, keys, strict=True)]
    return sorted(rows, key=lambda row: (-row[0], -row[1]))


def _sorted(searcher: Any, query: Any, question: Question) -> tuple[int, list[_Hit]]:
    """Return the total and the hits after a position by the key of a date; without scores relevance is `newest`."""
    key, upwards = ORDERS["newest" if question.sort == "relevance" else question.sort]
    order = t.Order.Asc if upwards else t.Order.Desc
    page = query
    if question.after:
        last = question.after.key
        bound = {"lower_bound": last + 1} if upwards else {"upper_bound": last - 1}
        beyond = t.Query.range_query(SCHEMA, key, t.FieldType.Unsigned, **bound)
        page = all_of([query, unscored(beyond)])
    found = searcher.search(page, question.size + 1, count=True, order_by_field=key, order=order)
    total = found.count if page is query else searcher.search(query, 1, count=True).count
    return total, [(0.0, value, address) for value, address in found.hits]


def _counts(searcher: Any, clause: Any, filters: Mapping[str, Any], question: Question) -> dict[str, dict[str, int]]:
    """Return facet → value → count, each facet under the filters of the others."""
    counts: dict[str, dict[str, int]] = {}
    for own in ("", *filters):  # the facets that have no filter share one pass
        facets = [facet for facet in question.facets if (facet.name if facet.name in filters else "") == own]
        if not facets:
            continue
        asked: dict[str, Any] = {}
        for facet in facets:
            terms = {"field": facet.field, "size": facet.size, "segment_size": _WHOLE}
            asked[facet.name] = {"terms": {**terms, "order": {"_count": "desc"}}}
            if facet.selected:
                chosen = {
                    "field": facet.within or facet.field,
                    "size": len(facet.selected),
                    "include": list(facet.selected),
                }
                asked[f"{facet.name} selected"] = {"terms": chosen}
        others = [query for name, query in filters.items() if name != own]
        found = searcher.aggregate(all_of([clause, *others]), asked)
        for name, buckets in found.items():
            values = counts.setdefault(name.removesuffix(" selected"), {})
            values |= {bucket["key"]: bucket["doc_count"] for bucket in buckets["buckets"]}
    return counts


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
