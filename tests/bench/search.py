"""How long a search takes in the engine, in `search.service` and as a page over HTTP: `python -m tests.bench.search`.

Makes a store of `--records` (see `tests.bench.corpus`) in a folder of its own, indexes it with each engine, and asks the queries of
`tests.bench.queries` twice each. For OpenSearch one must run at `OPENSEARCH_URL`. Prints tables in Markdown.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django

PORT = 8917
HEAD = (
    "| query | hits | engine p50 / p95 (ms) | service | service ÷ engine | page adds p50 |\n|---|---|---|---|---|---|"
)


def main() -> int:
    """Measure in a folder that is removed afterwards."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search", description=__doc__)
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--shape", choices=("full", "short"), default="full")
    parser.add_argument("--engines", default="embedded", help="with commas: embedded,opensearch")
    parser.add_argument("--folder", type=Path, help="keep the store here, and use it again if it is there")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lontar-bench-") as own:
        folder = asked.folder or Path(own)
        os.environ |= {
            "LONTAR_DATA": str(folder),
            "BROKER_URL": "",
            "DATABASE_URL": "",
            "OPENSEARCH_INDEX": "lontar-bench",
        }
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
        django.setup()
        measure(asked.records, asked.shape, asked.engines.split(","))
    return 0


def measure(count: int, shape: str, engines: list[str]) -> None:
    """Fill the store where it is empty, then index and search with each engine."""
    from django.conf import settings
    from django.core.management import call_command

    from portal.records.models import Record
    from tests.bench import corpus, queries

    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    words = corpus.vocabularies()
    if not Record.objects.exists():
        with timed(f"{count:,} {shape} records stored"):
            corpus.fill(count, corpus.SHAPES[shape], words)
    requests = queries.classes(words)
    for name in engines:
        settings.SEARCH_ENGINE = name
        print(f"\n### {name}, {Record.objects.count():,} {shape} records\n", flush=True)
        index()
        ask(name, requests)


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Print how long something took."""
    began = time.perf_counter()
    yield
    print(f"{what}: {time.perf_counter() - began:,.1f} s", flush=True)


def index() -> None:
    """Build the index, and say how much of the time the engine itself took to write."""
    from search import indexing
    from search.documents import documents

    with timed("Index built"):
        built = indexing.rebuild()
    ids = [document_id for batch in indexing.record_ids() for document_id in batch][:5_000]
    began = time.perf_counter()
    size = sum(len(text) for document in documents(ids) for text in document.texts.values())
    seconds = time.perf_counter() - began
    print(
        f"{built.documents:,} documents; reading and analysing {len(ids):,} of them: {seconds:.1f} s, {size / seconds / 1e6:.2f} MB/s"
    )


def ask(name: str, requests: dict[str, list]) -> None:
    """Print a line for each class of query, then the memory of the web process."""
    from search import service
    from tests.bench.timing import milliseconds, raw

    with served(name) as process, raw() as clock:
        print(HEAD)
        for title, asked in requests.items():
            inside, whole, pages, hits = [], [], [], []
            for request in [*asked, *asked]:
                clock.restart()
                began = time.perf_counter()
                answer = service.search(request)
                whole.append(time.perf_counter() - began)
                inside.append(clock.seconds)
                hits.append(answer.total)
                pages.append(page(request.q))
            ratio = sum(whole) / sum(inside)
            adds = 1000 * (sorted(pages)[len(pages) // 2] - sorted(whole)[len(whole) // 2])
            middle = sorted(hits)[len(hits) // 2]
            print(
                f"| {title} | {middle:,} | {milliseconds(inside)} | {milliseconds(whole)} | {ratio:.1f} | {adds:.1f} |",
                flush=True,
            )
        print(f"\nMemory of the web process: {resident(process.pid)} MB", end="", flush=True)
        for _ in range(3):
            for asked in requests.values():
                for request in asked:
                    page(request.q)
            print(f", {resident(process.pid)}", end="", flush=True)
        print(f" MB after each further {sum(map(len, requests.values()))} pages", flush=True)


def page(query: str) -> float:
    """Return the seconds that the page of a query takes over HTTP."""
    began = time.perf_counter()
    with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/search?{urllib.parse.urlencode({'q': query})}") as answer:
        answer.read()
    return time.perf_counter() - began


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
    environment = {**os.environ, "SEARCH_ENGINE": name, "ALLOWED_HOSTS": "127.0.0.1"}
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
