"""The same questions put to PostgreSQL's full text search, on the same analysed words: `python -m tests.bench.postgres`.

`--folder` is the folder a run of `tests.bench.search` kept; `DATABASE_URL` names an empty PostgreSQL database. One column of words a
record (title, abstract and claims, original and English), a GIN index, `ts_rank` for the order, three facets by GROUP BY.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import django
import psycopg

TABLE = """CREATE TABLE found (id text PRIMARY KEY, office text, status text, year int, words tsvector)"""
INDEX = "CREATE INDEX ON found USING gin (words)"
PAGE = """SELECT id, ts_rank(words, q) AS rank FROM found, to_tsquery('simple', %s) AS q WHERE words @@ q
ORDER BY rank DESC, id LIMIT 20"""
COUNT = "SELECT count(*) FROM found WHERE words @@ to_tsquery('simple', %s)"
FACET = "SELECT {0}, count(*) FROM found WHERE words @@ to_tsquery('simple', %s) GROUP BY {0} ORDER BY 2 DESC"
FACETS = [FACET.format(column) for column in ("office", "status", "year")]
PARTS = ("title", "title_en", "abstract", "abstract_en", "claims", "claims_en")
MOST = 1_000_000  # bytes of a tsvector, less than PostgreSQL takes


def main() -> int:
    """Load the words of every record, then time each class that `to_tsquery` can say."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.postgres", description=__doc__)
    parser.add_argument("--folder", type=Path, required=True)
    address = os.environ["DATABASE_URL"]
    os.environ |= {"LONTAR_DATA": str(parser.parse_args().folder), "BROKER_URL": "", "DATABASE_URL": ""}
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    django.setup()
    with psycopg.connect(address, autocommit=True) as connection:
        load(connection)
        ask(connection)
    return 0


def load(connection: psycopg.Connection[tuple[object, ...]]) -> None:
    """Copy every record's analysed words into PostgreSQL, and index them."""
    began = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS found")
        cursor.execute(TABLE)
        cursor.execute("CREATE TEMPORARY TABLE loaded (id text, office text, status text, year int, words text)")
        with cursor.copy("COPY loaded FROM STDIN") as copy:
            for row in rows():
                copy.write_row(row)
        cursor.execute("INSERT INTO found SELECT id, office, status, year, to_tsvector('simple', words) FROM loaded")
        cursor.execute(INDEX)
        cursor.execute("VACUUM ANALYZE found")
    print(f"Loaded and indexed: {time.perf_counter() - began:,.1f} s\n")


def rows() -> Iterator[tuple[str, str, str, int, str]]:
    from search import indexing
    from search.documents import documents

    for ids in indexing.record_ids():
        for document in documents(ids):
            words = " ".join(document.texts.get(part, "") for part in PARTS)[:MOST]
            keywords = document.keywords
            yield document.id, keywords["office"][0], keywords["status"][0], int(keywords["year"][0]), words


def asked() -> dict[str, list[str]]:
    """Return class → queries as `to_tsquery` writes them, of the words that `tests.bench.search` asks too."""
    from tests.bench import corpus, queries

    found = queries.classes(corpus.vocabularies())
    plain = {
        "a common word": " & ",
        "a middling word": " & ",
        "three words, one rare": " & ",
        "three common words": " & ",
        "a phrase": " <-> ",
        "thirty alternatives": " | ",
    }
    said = {
        name: [between.join(request.q.strip('"').lower().replace(" or ", " ").split()) for request in found[name]]
        for name, between in plain.items()
    }
    return said | {"a beginning": [request.q.lower().replace("*", ":*") for request in found["a beginning"]]}


def ask(connection: psycopg.Connection[tuple[object, ...]]) -> None:
    """Print a line for each class: a page of twenty with its total and three facets."""
    print("| query | hits | page, total and facets p50 / p95 (ms) |\n|---|---|---|")
    for name, queries in asked().items():
        times, hits = [], []
        for query in [*queries, *queries]:
            began = time.perf_counter()
            for statement in (PAGE, *FACETS):
                connection.execute(statement, [query]).fetchall()  # type: ignore[arg-type]
            (total,) = connection.execute(COUNT, [query]).fetchone()  # type: ignore[misc]
            times.append(1000 * (time.perf_counter() - began))
            hits.append(total)
        last = statistics.quantiles(times, n=20)[-1]
        print(f"| {name} | {statistics.median(hits):,.0f} | {statistics.median(times):.1f} / {last:.1f} |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
