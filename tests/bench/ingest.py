"""`python -m tests.bench.ingest`: speed and memory of the pipeline on deliveries of 2,000 to 200,000 real records.

Each size is measured in a process and a data folder of its own, against a bare lxml parse of the same bytes in that process.
The deliveries are made of the dispatches of the Brazilian gazettes in OFFICE_DATA_DIR, each under an application number of
its own, so that each becomes a record.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from types import ModuleType
from typing import Any

DISPATCH = re.compile(rb"<despacho>.*?</despacho>", re.DOTALL)
NUMBER = re.compile(rb"(<numero [^>]*>)[^<]*(</numero>)")
HEAD = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<revista numero="2700" dataPublicacao="04/10/2022" diretoria="Patente">\n'
)
SIZES = (2_000, 20_000, 200_000)
MIB = 1 << 20


def dispatches(folder: Path) -> list[bytes]:
    """Every dispatch of the gazettes in `folder` that is on an application with a number."""
    issues = (gzip.decompress(path.read_bytes()) for path in sorted(folder.glob("*.xml.gz")))
    return [found for issue in issues for found in DISPATCH.findall(issue) if NUMBER.search(found)]


def numbered(real: list[bytes], count: int) -> Iterator[bytes]:
    """Yield `count` dispatches, the real ones over and over, each on an application of its own."""
    from tests.factories.deliveries import br_number

    for serial, dispatch in enumerate(islice(cycle(real), count), 1):
        number = br_number(serial, year=2000 + serial % 22).encode()
        yield NUMBER.sub(rb"\g<1>" + number + rb"\g<2>", dispatch, count=1)


def write(path: Path, real: list[bytes], count: int) -> None:
    with path.open("wb") as file:
        file.write(HEAD)
        file.writelines(dispatch + b"\n" for dispatch in numbered(real, count))
        file.write(b"</revista>\n")


def bare(path: Path) -> float:
    """Seconds of work that lxml takes to parse the file record by record and to forget it."""
    from lxml import etree

    began = time.process_time()
    for _event, element in etree.iterparse(str(path), tag="despacho"):
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
    return time.process_time() - began


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


def measure(path: Path) -> None:
    """Print one row: this process has a data folder of its own, and is asked for its peak of memory at the end."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from ingest import pipeline
    from portal.records.models import Record
    from search import indexing

    parsing, index = bare(path), Clock(indexing, "drain")
    run, _ = pipeline.start(path)
    began, clock = time.process_time(), time.monotonic()
    while pipeline.advance(run.pk, seconds=86_400):
        pass
    ingest = time.process_time() - began - index.seconds
    records, peak = Record.objects.count(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(
        f"| {records:,} | {path.stat().st_size / MIB:.1f} | {parsing:.2f} | {ingest:.1f} | {records / ingest:,.0f} | "
        f"{ingest / parsing:.0f} | {index.seconds:.1f} | {time.monotonic() - clock:,.0f} | {peak // MIB} |",
        flush=True,
    )


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.ingest", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, metavar="RECORDS")
    parser.add_argument("--file", type=Path, help="measure this delivery in this process")
    given = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    if given.file:
        measure(given.file)
        return 0
    from django.conf import settings

    real = dispatches(settings.OFFICE_DATA_DIR / "br-inpi-patents")
    if not real:
        print(f"There are no gazettes in {settings.OFFICE_DATA_DIR / 'br-inpi-patents'}; set OFFICE_DATA_DIR.")
        return 1
    print("| records | MiB | parse, s | ingest, s | records/s | ingest ÷ parse | index, s | clock, s | peak, MiB |")
    print("|---|---|---|---|---|---|---|---|---|", flush=True)
    for size in given.sizes:
        with tempfile.TemporaryDirectory(prefix="lontar-bench-") as folder:
            path = Path(folder) / "gazette.xml"
            write(path, real, size)
            own = {"LONTAR_DATA": folder, "BROKER_URL": "", "DATABASE_URL": "", "TRANSLATION_PROVIDER": "none"}
            subprocess.run(
                [sys.executable, "-m", "tests.bench.ingest", "--file", str(path)], env=os.environ | own, check=True
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
