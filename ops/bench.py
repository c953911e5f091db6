"""`make bench`: how long reading, indexing and searching take here, on the sample deliveries and in a folder of its own.

`ARGS="PATH…"` adds deliveries: files or folders of an office's own, for figures that say more.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.core.management import call_command

ROUNDS = 20
QUERIES = {
    "one word": "water",
    "two words": "solar drying",
    "Thai": "น้ำ",
    "Vietnamese without tones": "nuoc",
    "phrase": '"rice husk"',
    "prefix": "dry*",
    "field and dates": "cc=TH AND pd=2020:2024",
    "everything": "",
}


@contextmanager
def timed(what: str, count: list[int]) -> Iterator[None]:
    """Print how long a step took, and how many of what it counted a second."""
    began = time.perf_counter()
    yield
    seconds = time.perf_counter() - began
    print(f"{what:28} {seconds:8.2f} s {sum(count):8,} {sum(count) / seconds:10,.0f} a second", flush=True)


def searches() -> None:
    """Print the time of a page of twenty results, facets and marks included: the median and the slowest of twenty."""
    from search.answer import Request  # noqa: PLC0415 - Django is set up by now
    from search.service import search  # noqa: PLC0415

    print(f"\n{'query':28} {'results':>8} {'median':>10} {'slowest':>10}")
    for name, query in QUERIES.items():
        times = []
        for _ in range(ROUNDS):
            began = time.perf_counter()
            answer = search(Request(q=query))
            times.append(1000 * (time.perf_counter() - began))
        print(f"{name:28} {answer.total:8,} {statistics.median(times):7.1f} ms {max(times):7.1f} ms")


def measure(paths: list[Path]) -> None:
    """Read, index and search in the data folder the settings name, which must be empty."""
    from portal.records.models import Record  # noqa: PLC0415

    call_command("migrate", interactive=False, verbosity=0)
    records = [0]
    with timed("read, translate and index", records):
        call_command("load_samples")
        for path in paths:
            call_command("ingest", str(path))
        records[0] = Record.objects.count()
    with timed("rebuild the index", records):
        call_command("index", rebuild=True, json=True, stdout=sys.stderr)
    searches()


def main() -> int:
    """Measure in a folder that is removed afterwards; no broker, so that all work is done in this process."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path)
    paths = parser.parse_args().paths
    with tempfile.TemporaryDirectory(prefix="lontar-bench-") as folder:
        os.environ |= {"LONTAR_DATA": folder, "BROKER_URL": "", "DATABASE_URL": ""}
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
        django.setup()
        measure(paths)
    return 0


if __name__ == "__main__":
    sys.exit(main())
