"""The rows of an XLSX workbook as texts, sheet by sheet, under limits that hold before anything is expanded.

Formulas give the value the office's program last computed; one whose value it did not write becomes `UNCOMPUTED`. Dates become ISO dates, with the time where there is one.
"""

from __future__ import annotations

import datetime as dt
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet import _read_only
from openpyxl.worksheet._reader import WorkSheetParser

from ingest import faults
from ingest.archive import BROKEN, MIB, BadArchive, Cut, Member, seekable

SHEETS = 100
ROWS = 1_048_576  # the format's own limit; openpyxl fills in the rows that a number leaves out
STRINGS = 1_000_000  # different texts in a workbook
MEMBER = 1024 * MIB  # of one part expanded: a sheet is streamed
HELD = 128 * MIB  # of the parts that are held in memory whole
STREAMED = "xl/worksheets/"
UNCOMPUTED = "#FORMULA!"  # in the manner of the values a program shows for formulas that fail
FAILED = frozenset({"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", UNCOMPUTED})
# What openpyxl lets through; the errors of both XML parsers it may use are SyntaxErrors.
DAMAGED = (*BROKEN, SyntaxError, ArithmeticError, KeyError, IndexError, TypeError, AttributeError)


class _Parser(WorkSheetParser):
    """Tells a formula without a value from an empty cell; the value of one that gives no letters is of the type `str`."""

    def parse_cell(self, element: Any) -> dict[str, Any]:
        cell: dict[str, Any] = super().parse_cell(element)
        if cell["value"] is None and element.get("t") != "str" and element.find("{*}f") is not None:
            cell["value"] = UNCOMPUTED
        return cell


_read_only.WorkSheetParser = _Parser  # type: ignore[attr-defined]  # what the library reads streamed sheets by


def sheets(member: Member) -> Iterator[tuple[str, Iterator[tuple[str, list[str]]]]]:
    """Yield the name and the rows (place and cells) of each sheet; go through one before asking for the next.

    Raises BadArchive, also while rows are gone through, where the workbook is damaged or passes a limit.
    """
    with seekable(member) as stream, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # openpyxl's, about styles and extensions that hold no data
        try:
            _check(member.name, zipfile.ZipFile(stream))
            book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        except DAMAGED as error:
            raise _damaged(member.name, error) from error
        try:
            if len(book.worksheets) > SHEETS:
                raise BadArchive(f"{member.name}: more than {SHEETS} sheets; deliver it in parts.")
            for sheet in book.worksheets:
                yield sheet.title, _rows(f"{member.name}:{sheet.title}", sheet)
        finally:
            book.close()


def _check(name: str, archive: zipfile.ZipFile) -> None:
    infos = archive.infolist()
    held = sum(info.file_size for info in infos if not info.filename.startswith(STREAMED))
    if held > HELD or any(info.file_size > MEMBER for info in infos):
        raise BadArchive(
            f"{name}: the workbook expands to more than a table of an office does "
            f"({HELD // MIB} MiB of texts, {MEMBER // MIB:,} MiB a sheet); deliver it in parts or as CSV."
        )
    for info in infos:
        if info.filename.endswith("sharedStrings.xml") and _tags(archive, info) > 2 * STRINGS:
            raise BadArchive(f"{name}: more than {STRINGS:,} different texts; deliver it in parts or as CSV.")


def _tags(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> int:
    """Return how many tags of shared strings there are: openpyxl takes half a minute for a million of them."""
    with archive.open(info) as part:
        return sum(block.count(b"si>") for block in iter(lambda: part.read(MIB), b""))


def _damaged(name: str, error: Exception) -> BadArchive:
    """Return the error as one of a damaged workbook; what has been put into words already as it is."""
    if isinstance(error, BadArchive):
        return error
    return Cut(f"{name}: the workbook is damaged: {faults.of_archive(error)}; ask the office to send it again.")


def _rows(place: str, sheet: Any) -> Iterator[tuple[str, list[str]]]:
    # The dimensions a file declares may be wrong, and make rows of millions of empty cells.
    sheet.reset_dimensions()
    try:
        for n, row in enumerate(sheet.iter_rows(values_only=True), 1):
            if n > ROWS:
                raise BadArchive(
                    f"{place}: more than {ROWS:,} rows, which no workbook has; ask the office to send it again."
                )
            yield f"{place}:{n}", _texts(row)
    except DAMAGED as error:
        raise _damaged(place, error) from error


def _texts(row: tuple[Any, ...]) -> list[str]:
    """Return the cells as texts, those empty at the end left out."""
    texts = [text(value) for value in row]
    while texts and not texts[-1]:
        texts.pop()
    return texts


def text(value: Any) -> str:
    """Return the value of a cell as an office would write it: whole numbers without a point, dates as ISO, truth values in small letters."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def failed(columns: Iterable[str], cells: Iterable[str], place: str) -> Iterator[str]:
    """Say which cells of the row at `place` hold a formula without a value, those of the same failure together."""
    found: dict[str, list[str]] = {}
    line = place.rpartition(":")[2]
    for n, (column, cell) in enumerate(zip(columns, cells, strict=False), 1):
        if (shown := cell.strip()) in FAILED:
            where = f"{column} (cell {get_column_letter(n)}{line})" if shown == UNCOMPUTED else column
            found.setdefault(shown, []).append(where)
    for shown, where_all in found.items():
        if shown == UNCOMPUTED:
            what, do = (
                "A formula without its value stands under",
                "; save the workbook in a spreadsheet program and deliver that.",
            )
        else:
            what, do = f"“{shown}” under", " is what a spreadsheet shows for a formula that fails, and no value."
        yield f"{what} {', '.join(where_all)}{do}"
