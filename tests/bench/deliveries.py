"""Deliveries of any size for the benchmark of ingest: real documents over and over, each on an application of its own."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator
from itertools import chain, cycle, islice
from pathlib import Path
from typing import NamedTuple

DISPATCH = re.compile(rb"<despacho>.*?</despacho>", re.DOTALL)
NUMBER = re.compile(rb"(<numero [^>]*>)[^<]*(</numero>)")
HEAD = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<revista numero="2700" dataPublicacao="04/10/2022" diretoria="Patente">\n'
)
FILE_NUMBER = re.compile(rb"(<B210>)[^<]*(</B210>)")
PUBLICATION_NUMBER = re.compile(rb'(<B110>|doc-number=")[0-9]+(</B110>|")')
LARGEST = 200_000  # bytes of a full text; one of two million would be most of a delivery


class Made(NamedTuple):
    """A kind of delivery: which folder its documents are from, and how they are found, written and merely parsed."""

    folder: str
    sizes: tuple[int, ...]
    real: Callable[[Path], list[bytes]]
    write: Callable[[Path, list[bytes], int], None]
    bare: Callable[[Path], Iterator[object]]


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


def write_gazette(path: Path, real: list[bytes], count: int) -> None:
    with path.open("wb") as file:
        file.write(HEAD)
        file.writelines(dispatch + b"\n" for dispatch in numbered(real, count))
        file.write(b"</revista>\n")


def parse_gazette(path: Path) -> Iterator[object]:
    """Have lxml parse the gazette record by record, and forget each."""
    from lxml import etree

    for _event, element in etree.iterparse(str(path), tag="despacho"):
        yield element
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


def full_texts(folder: Path) -> list[bytes]:
    """The granted patents in `folder` that have claims and a description."""
    files = (path.read_bytes() for path in sorted(folder.rglob("*.xml")) if path.stat().st_size <= LARGEST)
    return [
        file
        for file in files
        if file.startswith(b"<?xml") and FILE_NUMBER.search(file) and b"<claims" in file and b"<description" in file
    ]


def write_full_texts(path: Path, real: list[bytes], count: int) -> None:
    """One document set after another, as offices deliver them."""
    with path.open("wb") as file:
        for serial, document in enumerate(islice(cycle(real), count), 1):
            numbered = FILE_NUMBER.sub(rb"\g<1>%02d%06d\g<2>" % (serial % 20, serial), document, count=1)
            numbered = PUBLICATION_NUMBER.sub(rb"\g<1>%d\g<2>" % (3_000_000 + serial), numbered)
            file.write(numbered.strip() + b"\n")


def parse_full_texts(path: Path) -> Iterator[object]:
    """Have lxml parse the documents one by one."""
    from lxml import etree

    lines: list[bytes] = []
    with path.open("rb") as file:
        for line in chain(file, [b"<?xml"]):
            if line.startswith(b"<?xml") and lines:
                yield etree.fromstring(b"".join(lines))
                lines = []
            lines.append(line)


MADE = {
    "dispatches": Made("br-inpi-patents", (2_000, 20_000, 200_000), dispatches, write_gazette, parse_gazette),
    "full-text": Made("ep-fulltext", (200, 2_000), full_texts, write_full_texts, parse_full_texts),
}
