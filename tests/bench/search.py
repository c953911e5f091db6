"""How long a search takes in the engine, in `search.service` and as a page over HTTP: `python -m tests.bench.search`.

Makes a store of `--records` (see `tests.bench.corpus`) in a folder of its own, indexes it with each engine, and asks each query of
`tests.bench.queries` three times; the quickest counts, as other work of the machine only ever adds. A `--folder` that is kept is
measured again without being filled or indexed anew. For OpenSearch one must run at `OPENSEARCH_URL`. Prints tables in Markdown.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.figures import keep, size
from tests.bench.kept import opened, parser
from tests.bench.web import Web, served

if TYPE_CHECKING:
    from django.test import Client

    from search.answer import Request
    from tests.bench.timing import Clock

ROUNDS = 3  # times each query is asked
STEPS = 4  # times that `--pages` are counted, to see whether the memory of the web process grows
WRITTEN = 2_000  # documents written to see what of the time is the engine's own
HEAD = (
    "| query | hits | engine p50 / p95 (ms) | service | service ÷ engine | our path to the engine adds | page adds |\n"
    "|---|---|---|---|---|---|---|"
)


def main() -> int:
    """Measure in a folder that is removed afterwards."""
    words = parser("search", __doc__, folder=False)
    words.add_argument("--records", type=int, default=10_000)
    words.add_argument("--shape", choices=("full", "short"), default="full")
    words.add_argument("--engines", default="embedded", help="with commas: embedded,opensearch")
    words.add_argument(
        "--work", action="store_true", help="count work (CPU) and not the clock: for a machine that is busy"
    )
    words.add_argument("--pages", type=int, default=1_000, help="fetched after the queries, while memory is looked at")
    asked = words.parse_args()
    with tempfile.TemporaryDirectory(prefix="lontar-bench-") as own:
        folder = asked.folder or Path(own)
        opened(folder, OPENSEARCH_INDEX=f"lontar-bench-{asked.records}")
        fill(asked.records, asked.shape)
        for name in asked.engines.split(","):
            measure(name, asked, folder)
    return 0


def fill(count: int, shape: str) -> None:
    """Make the store where there is none."""
    from django.core.management import call_command

    from portal.coverage.models import RecordCell
    from portal.records.models import Record
    from tests.bench import corpus

    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    if not Record.objects.exists():
        with timed(f"{count:,} {shape} records stored"):
            corpus.fill(count, corpus.SHAPES[shape], corpus.vocabularies())
    if not RecordCell.objects.exists():
        call_command("coverage", recount=True, verbosity=0)


def measure(name: str, asked: argparse.Namespace, folder: Path) -> None:
    """Index with an engine, unless it is done, then search; keep what was found beside the store."""
    from django.conf import settings

    from portal.records.models import Record
    from search.engines import engine
    from tests.bench import corpus, queries

    settings.SEARCH_ENGINE = name
    records = Record.objects.count()
    print(f"\n### {name}, {records:,} {asked.shape} records\n", flush=True)
    took, share = index(), write()
    now = time.process_time if asked.work else time.perf_counter
    with served(name) as web:
        requests = queries.classes(corpus.vocabularies(), asked.each)
        classes = ask(web, requests, now)
        memory = grown(web, requests, asked.pages)
    keep(
        folder,
        name,
        records=records,
        shape=asked.shape,
        indexing=took,
        writing=share,
        classes=classes,
        memory=memory,
        store=size(folder / "lontar.sqlite3"),
        index=size(Path(settings.INDEX_DIR) / engine().published()),
    )


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Print how long something took."""
    began, work = time.perf_counter(), time.process_time()
    yield
    print(
        f"{what}: {time.perf_counter() - began:,.1f} s ({time.process_time() - work:,.1f} s of work here)", flush=True
    )


def index() -> float | None:
    """Build the index, unless it is there; return the seconds that took."""
    from search import indexing

    found = indexing.status()
    if found["documents"] == found["records"]:
        return None
    began = time.perf_counter()
    with timed("Index built"):
        indexing.rebuild()
    return time.perf_counter() - began


def write() -> float:
    """Say how fast records are analysed; return how much of the time they take to be written is the engine's own."""
    from search import indexing
    from search.documents import documents
    from search.engines import engine
    from tests.bench.timing import raw

    ids = list(islice((one for batch in indexing.record_ids() for one in batch), WRITTEN))
    with timed(f"{len(ids):,} documents read and analysed"):
        analysed = list(documents(ids))
    size = sum(len(text.encode()) for document in analysed for text in document.texts.values()) / 1e6
    engine().create("ffffffff-bench")
    try:
        with raw() as clock:
            began = time.perf_counter()
            with engine().writer("ffffffff-bench") as writer:
                writer.put(analysed)
            whole = time.perf_counter() - began
    finally:
        engine().drop("ffffffff-bench")
    print(f"Their {size:,.1f} MB written: {whole:.1f} s, of which the engine took {clock.seconds / whole:.0%}\n")
    return clock.seconds / whole


def ask(web: Web, requests: dict[str, list[Request]], now: Callable[[], float]) -> dict[str, dict[str, float]]:
    """Print a line for each class of query; return class → medians of the milliseconds of engine, service and page.

    By the work of this process pages are made within it, without the web server; what another process works is not seen.
    """
    from tests.bench.timing import milliseconds, raw

    fetch = web.page if now is time.perf_counter else inside
    medians = {}
    print(HEAD)
    with raw(now) as clock:
        for title, asked in requests.items():
            found = [quickest(request, clock, now, fetch) for request in asked]
            hits, raw_times, path, whole, pages = map(list, zip(*found, strict=True))
            adds = [
                1000 * statistics.median(b - a for a, b in zip(*pair, strict=True))
                for pair in ((raw_times, path), (whole, pages))
            ]
            print(
                f"| {title} | {statistics.median(hits):,.0f} | {milliseconds(raw_times)} | {milliseconds(whole)} "
                f"| {sum(whole) / sum(raw_times):.1f} | {adds[0]:.1f} | {adds[1]:.1f} |",
                flush=True,
            )
            times = {"engine": raw_times, "service": whole, "page": pages}
            medians[title] = {name: 1000 * statistics.median(each) for name, each in times.items()}
    return medians


def grown(web: Web, requests: dict[str, list[Request]], pages: int) -> list[int]:
    """Return the memory of the web process now and after each quarter of so many more pages, in MB."""
    asked = cycle(request.q for each in requests.values() for request in each)
    memory = [web.resident()]
    for _ in range(STEPS):
        for query in islice(asked, pages // STEPS):
            web.page(query)
        memory.append(web.resident())
    print(
        f"\nMemory of the web process: {memory[0]} MB, then {memory[1:]} after each further {pages // STEPS} pages",
        flush=True,
    )
    return memory


def quickest(
    request: Request, clock: Clock, now: Callable[[], float], fetch: Callable[[str], None]
) -> tuple[float, ...]:
    """Return the hits of a query, and the shortest seconds within the engine, to it and back, of the service and of the page."""
    from search import service

    rounds = []
    for _ in range(ROUNDS):
        clock.restart()
        began = now()
        total = service.search(request).total
        ended, engine, path = now(), clock.seconds, clock.path
        fetch(request.q)
        rounds.append((engine, path, ended - began, now() - ended))
    return total, *map(min, zip(*rounds, strict=True))


@cache
def client() -> Client:
    """Return what asks the portal in this process: one, as each sets the portal up anew."""
    from django.test import Client

    return Client(headers={"host": "127.0.0.1"})


def inside(query: str) -> None:
    """Make the page of a query in this process."""
    client().get("/search", {"q": query})


if __name__ == "__main__":
    sys.exit(main())
