"""How long a search takes in the engine, in `search.service` and as a page over HTTP: `python -m tests.bench.search`.

Makes a store of `--records` (see `tests.bench.corpus`) in a folder of its own, indexes it with each engine, and asks each query of
`tests.bench.queries` three times; the quickest counts, as other work of the machine only ever adds. A `--folder` that is kept is
measured again without being filled or indexed anew. For OpenSearch one must run at `OPENSEARCH_URL`. Prints tables in Markdown.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from search.answer import Request
    from tests.bench.timing import Clock

PORT = 8917
ROUNDS = 3  # times each query is asked
WRITTEN = 2_000  # documents written to see what of the time is the engine's own
HEAD = (
    "| query | hits | engine p50 / p95 (ms) | service | service ÷ engine | our path to the engine adds | page adds |\n"
    "|---|---|---|---|---|---|---|"
)


def main() -> int:
    """Measure in a folder that is removed afterwards."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search", description=__doc__)
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--shape", choices=("full", "short"), default="full")
    parser.add_argument("--engines", default="embedded", help="with commas: embedded,opensearch")
    parser.add_argument("--folder", type=Path, help="keep the store here, and use it again if it is there")
    parser.add_argument(
        "--work", action="store_true", help="count work (CPU) and not the clock: for a machine that is busy"
    )
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lontar-bench-") as own:
        folder = asked.folder or Path(own)
        os.environ |= {
            "LONTAR_DATA": str(folder),
            "BROKER_URL": "",
            "DATABASE_URL": "",
            "OPENSEARCH_INDEX": f"lontar-bench-{asked.records}",
            "ALLOWED_HOSTS": "127.0.0.1",
        }
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
        django.setup()
        measure(asked.records, asked.shape, asked.engines.split(","), work=asked.work)
    return 0


def measure(count: int, shape: str, engines: list[str], *, work: bool) -> None:
    """Fill the store where it is empty, index it where it is not, then search with each engine."""
    from django.conf import settings
    from django.core.management import call_command

    from portal.coverage.models import RecordCell
    from portal.records.models import Record
    from tests.bench import corpus, queries

    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    words = corpus.vocabularies()
    if not Record.objects.exists():
        with timed(f"{count:,} {shape} records stored"):
            corpus.fill(count, corpus.SHAPES[shape], words)
    if not RecordCell.objects.exists():
        call_command("coverage", recount=True, verbosity=0)
    requests = queries.classes(words)
    for name in engines:
        settings.SEARCH_ENGINE = name
        print(f"\n### {name}, {Record.objects.count():,} {shape} records\n", flush=True)
        index()
        write()
        ask(name, requests, time.process_time if work else time.perf_counter)


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Print how long something took."""
    began, work = time.perf_counter(), time.process_time()
    yield
    print(
        f"{what}: {time.perf_counter() - began:,.1f} s ({time.process_time() - work:,.1f} s of work here)", flush=True
    )


def index() -> None:
    """Build the index, unless it is there."""
    from search import indexing

    found = indexing.status()
    if found["documents"] != found["records"]:
        with timed("Index built"):
            indexing.rebuild()


def write() -> None:
    """Say how fast records are analysed, and how much of the time they take to be written is the engine's own."""
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


def ask(name: str, requests: dict[str, list[Request]], now: Callable[[], float]) -> None:
    """Print a line for each class of query, then the memory of the web process.

    By the work of this process pages are made within it, without the web server; what another process works is not seen.
    """
    from tests.bench.timing import milliseconds, raw

    with served(name) as process, raw(now) as clock:
        print(HEAD)
        for title, asked in requests.items():
            found = [quickest(request, clock, now) for request in asked]
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
        print(f"\nMemory of the web process: {resident(process.pid)} MB", end="", flush=True)
        for _ in range(3):
            for asked in requests.values():
                for request in asked:
                    page(request.q)
            print(f", {resident(process.pid)}", end="", flush=True)
        print(f" MB after each further {sum(map(len, requests.values()))} pages", flush=True)


def quickest(request: Request, clock: Clock, now: Callable[[], float]) -> tuple[float, ...]:
    """Return the hits of a query, and the shortest seconds within the engine, to it and back, of the service and of the page."""
    from search import service

    fetch = page if now is time.perf_counter else inside
    rounds = []
    for _ in range(ROUNDS):
        clock.restart()
        began = now()
        total = service.search(request).total
        ended, engine, path = now(), clock.seconds, clock.path
        fetch(request.q)
        rounds.append((engine, path, ended - began, now() - ended))
    return total, *map(min, zip(*rounds, strict=True))


def inside(query: str) -> None:
    """Make the page of a query in this process."""
    from django.test import Client

    Client(headers={"host": "127.0.0.1"}).get("/search", {"q": query})


def page(query: str) -> None:
    """Fetch the page of a query over HTTP."""
    with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/search?{urllib.parse.urlencode({'q': query})}") as answer:
        answer.read()


@contextmanager
def served(name: str) -> Iterator[subprocess.Popen[bytes]]:
    """Serve the portal with one worker process, and stop it afterwards."""
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "--config",
        "python:ops.web",
        "--workers",
        "1",
        "--bind",
        f"127.0.0.1:{PORT}",
        "portal.wsgi",
    ]
    environment = {**os.environ, "SEARCH_ENGINE": name}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            try:
                page("")
                break
            except OSError:
                time.sleep(0.3)
        yield process
    finally:
        process.terminate()
        process.wait(20)


def resident(pid: int) -> int:
    """Return the memory of a process's children that is their own (not of mapped files), in MB."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    lines = [line for child in children for line in Path(f"/proc/{child}/status").read_text().splitlines()]
    return sum(int(line.split()[1]) for line in lines if line.startswith("RssAnon")) // 1024


if __name__ == "__main__":
    sys.exit(main())
