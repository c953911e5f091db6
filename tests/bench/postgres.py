"""The same questions put to PostgreSQL's full text search, on the same analysed words: `python -m tests.bench.postgres --folder PATH`.

The folder is one that `tests.bench.search` keeps, with the embedded index. A PostgreSQL server of its own is started; a record is
one row with a weighted tsvector (title, abstract, claims, original and English, in the terms that our engines index: it has no
dictionary for most of these languages) and its values as arrays, both under GIN. A page is twenty ids by `ts_rank`, the total
and the nine facets of the portal, in one statement; beside it stands what the portal asks of its own engine.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import psycopg

from tests.bench.kept import opened, parser
from tests.faults.postgres import running

if TYPE_CHECKING:
    from search.answer import Request
    from search.engines.base import Facet
    from tests.bench.timing import Clock
    from tests.bench.tsquery import Asked

ROUNDS = 3  # times each query is asked; the quickest counts, as in `tests.bench.search`
OPTIONS = ("shared_buffers=1GB", "work_mem=256MB", "maintenance_work_mem=1GB", "max_wal_size=8GB", "fsync=off")
HEAD = (
    "| query | hits | in PostgreSQL | queries with other hits | PostgreSQL p50 / p95 (ms) | our engine | PostgreSQL ÷ ours |\n"
    "|---|---|---|---|---|---|---|"
)
FACET = """UNION ALL (SELECT '{facet.name}', v, count(*) FROM hits, unnest("{facet.field}") v
GROUP BY v ORDER BY 3 DESC, v LIMIT {facet.size})"""
Connection = psycopg.Connection[Any]


def main() -> int:
    """Load the words of every record, then ask each class of both."""
    given = parser("postgres", __doc__).parse_args()
    opened(given.folder, SEARCH_ENGINE="embedded")
    with running(*OPTIONS) as server, psycopg.connect(server.address(), autocommit=True) as connection:
        connection.prepare_threshold = None  # a plan is made for each query: how many rows a word has differs
        load(connection)
        ask(connection, given.each)
    return 0


def load(connection: Connection) -> None:
    """Copy every record's analysed words and values into PostgreSQL, and index them."""
    from search.engines.schema import DATES, KEYWORDS

    columns = "".join(f', "{name}" text[]' for name in KEYWORDS) + "".join(f', "{name}" int[]' for name in DATES)
    began = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE UNLOGGED TABLE records (id text, newest bigint, words tsvector{columns})")
        with cursor.copy("COPY records FROM STDIN") as copy:
            for row in rows():
                copy.write_row(row)
        copied = time.perf_counter()
        cursor.execute("CREATE INDEX ON records USING gin (words)")
        cursor.execute("CREATE INDEX ON records USING gin ({})".format(", ".join(f'"{name}"' for name in KEYWORDS)))
        cursor.execute("VACUUM ANALYZE records")
    size = connection.execute("SELECT pg_total_relation_size('records') / 1000000").fetchone()
    print(
        f"Read, analysed and copied: {copied - began:,.1f} s; indexed: {time.perf_counter() - copied:,.1f} s; {size[0]:,} MB\n"
    )  # type: ignore[index]


def rows() -> Iterator[tuple[object, ...]]:
    from search import indexing
    from search.documents import documents
    from search.engines.schema import DATES, KEYWORDS
    from tests.bench.tsquery import tsvector

    for ids in indexing.record_ids():
        for found in documents(ids):
            keywords = (list(found.keywords.get(name, ())) for name in KEYWORDS)
            dates = (list(found.dates.get(name, ())) for name in DATES)
            yield found.id, found.keys["newest"], tsvector(found), *keywords, *dates


def statement(asked: Asked, facets: tuple[Facet, ...]) -> tuple[str, list[object]]:
    """Return the statement of a page of twenty with its total and facets, and its parameters."""
    from tests.bench.tsquery import WEIGHTS

    rank = "ts_rank(%s::real[], words, %s::tsquery)" if asked.ranking else "0"
    columns = ", ".join(dict.fromkeys(f'"{facet.field}"' for facet in facets))
    counts = " ".join(FACET.format(facet=facet) for facet in facets)
    sql = (
        f"WITH hits AS MATERIALIZED (SELECT id, newest, {rank} AS rank, {columns} FROM records WHERE {asked.sql}) "
        "(SELECT 'page', id, rank FROM hits ORDER BY rank DESC, newest DESC LIMIT 20) "
        f"UNION ALL SELECT 'total', '', count(*) FROM hits {counts}"
    )
    return sql, [*((WEIGHTS, asked.ranking) if asked.ranking else ()), *asked.parameters]


def ask(connection: Connection, each: int) -> None:
    """Print a line for each class."""
    from tests.bench import corpus, queries
    from tests.bench.timing import milliseconds, raw
    from tests.bench.tsquery import Unsayable

    print(HEAD)
    with raw() as clock:
        for name, requests in queries.classes(corpus.vocabularies(), each).items():
            try:
                found = [both(connection, request, clock) for request in requests]
            except Unsayable:
                print(f"| {name} | | no way to ask | | | | |", flush=True)
                continue
            ours, theirs, our_times, their_times = map(list, zip(*found, strict=True))
            others = sum(one != other for one, other in zip(ours, theirs, strict=True))
            print(
                f"| {name} | {statistics.median(ours):,.0f} | {statistics.median(theirs):,.0f} | {others} "
                f"| {milliseconds(their_times)} | {milliseconds(our_times)} | {sum(their_times) / sum(our_times):.1f} |",
                flush=True,
            )


def both(connection: Connection, request: Request, clock: Clock) -> tuple[int, int, float, float]:
    """Return how many records a query finds in our engine and in PostgreSQL, and the shortest seconds of each."""
    from search import service
    from search.query.parser import parse
    from search.resolve import resolve
    from tests.bench.tsquery import asked

    sql, parameters = statement(asked(resolve(parse(request.q).node)), service._facets({}))
    times = []
    for _ in range(ROUNDS):
        clock.restart()
        ours = service.search(request).total
        began = time.perf_counter()
        answer = connection.execute(sql, parameters).fetchall()  # type: ignore[arg-type]
        times.append((clock.path, time.perf_counter() - began))
    theirs = next(int(count) for what, _, count in answer if what == "total")
    return ours, theirs, *map(min, zip(*times, strict=True))  # type: ignore[return-value]


if __name__ == "__main__":
    sys.exit(main())
