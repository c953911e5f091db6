"""The embedded engine: tantivy, one directory a generation, a small file that names the published one.

tantivy's traps that shape this module: a panic is a BaseException; one sort key and no cursor; ties come in no lasting order.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import tantivy

from search import clauses as c
from search.answer import EngineDown
from search.engines.base import MAX_EXPANSIONS, Document, Found, IndexBusy, Position, Question, TooManyWords
from search.engines.embedded_query import SCHEMA, Compiler, all_of, unscored
from search.engines.schema import GAP, ORDERS, SENTINEL, TEXTS, passages

t: Any = tantivy  # its type stubs lag behind the wheel
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
