"""The rows of a table as delivered, and the lines of a CSV one by one."""

from __future__ import annotations

import csv
import io
from collections import deque
from dataclasses import dataclass

LINE = 1 << 20  # letters of a line


@dataclass(frozen=True)
class Row:
    """A row of a table: where it stands, its cells, and its lines as delivered, which a workbook does not have."""

    place: str
    cells: list[str]
    lines: str = ""
    encoding: str = "utf-8"

    def content(self) -> bytes:
        """Return the row's own bytes; for that of a workbook, its cells."""
        written = io.StringIO(self.lines)
        if not self.lines:
            csv.writer(written).writerow(self.cells)
        return written.getvalue().encode(self.encoding.removesuffix("-sig"), "surrogateescape")


class BadTable(ValueError):  # noqa: N818 - named for what it is
    """A table that cannot be read further; the sentence says why."""


class Lines:
    """The lines of a table, one by one: those `held` are of the row at hand, those `ahead` are to be read again."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self.text = text
        self.held: list[str] = []
        self.ahead: deque[str] = deque()
        self.taken = 0

    def __iter__(self) -> Lines:
        return self

    def __next__(self) -> str:
        line = self.ahead.popleft() if self.ahead else self._line()
        if not line:
            raise StopIteration
        self.held.append(line)
        self.taken += 1
        return line

    def _line(self) -> str:
        try:
            line = self.text.readline(LINE)
        except UnicodeDecodeError as error:
            raise BadTable("The bytes are not of the table's encoding.") from error
        if len(line) == LINE:
            raise BadTable(f"A line is longer than {LINE:,} letters.")
        return line

    def back(self) -> None:
        """Keep the first line of the row at hand; the others are read again."""
        self.ahead.extendleft(reversed(self.held[1:]))
        self.taken -= len(self.held) - 1
        del self.held[1:]

    def row(self, place: str, cells: list[str]) -> Row:
        """Return the row at hand."""
        return Row(place, cells, "".join(self.held), self.text.encoding)
