"""Tables as CSV (RFC 4180, UTF-8, a header line), written row by row."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping


class _Line:
    """What csv writes to: hands each line back instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def table(columns: Iterable[str], rows: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """Yield the lines of a table; None is an empty field, and columns of a row that are not named are left out."""
    names = list(columns)
    writer = csv.writer(_Line())
    yield writer.writerow(names)
    for row in rows:
        yield writer.writerow(row[name] for name in names)
