"""`python -m tests.bench.ingest [--kind dispatches|full-text] [RECORDS…]`: speed and memory of the pipeline on real records.

Each size is measured in a process and a data folder of its own, against a bare lxml parse of the same bytes in that process.
The deliveries (`tests.bench.deliveries`) are made of the files in OFFICE_DATA_DIR, each document under a number of its own.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.bench.deliveries import MADE

MIB = 1 << 20
WARM = 200  # documents read before anything is measured: profiles, patterns and the language model are loaded then
COLUMNS = (
    *("records", "MiB", "parse, s", "read, s", "store, s", "ingest, s", "records/s"),
    *("read ÷ parse", "ingest ÷ parse", "index, s", "clock, s", "peak, MiB"),
)


class Clock:
    """Seconds of work spent inside a function of the house, which it replaces."""

    def __init__(self, module: ModuleType, name: str) -> None:
        self.seconds, self.inner = 0.0, getattr(module, name)
        setattr(module, name, self)

    def __call__(self, *given: Any, **named: Any) -> Any:
        began = time.process_time()
        try:
            return self.inner(*given, **named)
        finally:
            self.seconds += time.process_time() - began


def readings(path: Path) -> Iterator[None]:
    """Read, normalise and check each document of a delivery, as the pipeline does, but store nothing."""
    from django.utils import timezone

    from ingest import dialects
    from ingest.document import Delivered
    from ingest.normalise.drafts import normalise
    from ingest.offices.profiles import profile_of
    from ingest.quality import checks
    from portal.records.models import Delivery

    delivery = Delivery(pk=1, received_at=timezone.now())
    for document in dialects.documents(path, None):
        assert isinstance(document, Delivered), document.problem.sentence
        draft, _ = normalise(document, profile_of(document.office), delivery)
        checks.run(draft, document.place)
        yield


def apart(work: Callable[[Path], float], path: Path) -> float:
    """Do some work in a process of its own, so that what it remembers and takes of the memory is not this one's."""
    with ProcessPoolExecutor(1, get_context("fork")) as other:
        return other.submit(work, path).result()


def read(path: Path) -> float:
    """Seconds of work that reading, normalising and checking take."""
    return took(readings(path))


def took(work: Iterator[Any]) -> float:
    """Seconds of work that going through an iterator takes."""
    began = time.process_time()
    deque(work, maxlen=0)
    return time.process_time() - began


def measure(path: Path, kind: str, *, indexed: bool) -> None:
    """Print one row: this process has a data folder of its own, and is asked for its peak of memory at the end.

    Unless `indexed`, the changes wait to be indexed, as where another worker does that.
    """
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from ingest import batch, pipeline
    from portal.records.models import Record
    from search import indexing

    deque(islice(readings(path), WARM), maxlen=0)
    parse, reading = took(MADE[kind].bare(path)), apart(read, path)
    if not indexed:
        indexing.drain = lambda: 0
    store, index = Clock(batch, "store_drafts"), Clock(indexing, "drain")
    run, _ = pipeline.start(path)
    began, clock = time.process_time(), time.monotonic()
    while pipeline.advance(run.pk, seconds=86_400):
        pass
    ingest = time.process_time() - began - index.seconds
    parse = (parse + took(MADE[kind].bare(path))) / 2  # before and after, as the machine is not the same all the time
    records, peak = Record.objects.count(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    figures = (
        *(f"{records:,}", f"{path.stat().st_size / MIB:.1f}", f"{parse:.2f}", f"{reading:.1f}", f"{store.seconds:.1f}"),
        *(f"{ingest:.1f}", f"{records / ingest:,.0f}", f"{reading / parse:.1f}", f"{ingest / parse:.1f}"),
        *(f"{index.seconds:.1f}", f"{time.monotonic() - clock:,.0f}", f"{peak // MIB}"),
    )
    print(f"| {' | '.join(figures)} |", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.ingest", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, metavar="RECORDS")
    parser.add_argument("--kind", choices=MADE, default="dispatches")
    parser.add_argument(
        "--without-index", action="store_true", help="leave indexing to others: what a worker needs that only reads"
    )
    parser.add_argument("--file", type=Path, help="measure this delivery in this process")
    given = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    if given.file:
        measure(given.file, given.kind, indexed=not given.without_index)
        return 0
    from django.conf import settings

    from ops.run import PROCESS

    made = MADE[given.kind]
    real = made.real(settings.OFFICE_DATA_DIR / made.folder)
    if not real:
        print(
            f"There is nothing to make deliveries of in {settings.OFFICE_DATA_DIR / made.folder}; set OFFICE_DATA_DIR."
        )
        return 1
    print(f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}", flush=True)
    for size in given.sizes or made.sizes:
        with tempfile.TemporaryDirectory(prefix="lontar-bench-") as folder:
            path = Path(folder) / "delivery.xml"
            made.write(path, real, size)
            own = {"LONTAR_DATA": folder, "BROKER_URL": "", "DATABASE_URL": "", "TRANSLATION_PROVIDER": "none"}
            words = [sys.executable, "-m", "tests.bench.ingest", "--kind", given.kind, "--file", str(path)]
            words += ["--without-index"] * given.without_index
            subprocess.run(words, env=os.environ | PROCESS | own, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
