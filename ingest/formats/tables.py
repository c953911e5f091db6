"""Tables, CSV and XLSX, read by the mapping their head row belongs to (`ingest.formats.mapping`).

A row is a document. Rows of other tables, and rows that cannot be told apart by the head, go to quarantine one by one; the
rest of the table is read.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from ingest.archive import ZIP, BadArchive, Member
from ingest.document import Delivered, Problem, Unreadable
from ingest.formats import spreadsheet
from ingest.formats.lacking import lacking, nearest, problems
from ingest.formats.mapped import document, new
from ingest.formats.mapping import Mapping, mappings
from ingest.formats.reading import kept
from ingest.formats.rows import LINE, BadTable, Lines, Row
from ingest.offices.profiles import Profile, profile_of
from ingest.safe_xml import KEPT
from portal.standards.names import bare
from portal.standards.sentences import counted

DELIMITERS = ",;\t|"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
HEAD_ROWS = 20  # rows looked at for the head: some tables begin with a line about themselves
COLUMNS = 1000
# What programs of an office's language write where they do not write UTF-8; the others write Windows-1252.
ENCODINGS = {"th": "cp874", "ru": "cp1251", "uk": "cp1251", "vi": "cp1258", "ar": "cp1256", "he": "cp1255"}
WESTERN = "cp1252"


@dataclass(frozen=True)
class Head:
    """A head row that belongs to a mapping: the names of its columns as the mapping spells them."""

    mapping: Mapping
    columns: tuple[str, ...]


@dataclass
class Tail:
    """How a CSV ends: its last line, and how many cells its last two rows have."""

    line: str = ""
    before: int = 0
    last: int = 0

    def row(self, cells: list[str], lines: list[str]) -> None:
        """Take in the next row and its lines as delivered."""
        self.line = lines[-1]
        if cells:
            self.before, self.last = self.last, len(cells)

    def cut(self) -> bool:
        """Tell whether the last row breaks off: with fewer cells than the one before, and no end of its line."""
        return bool(self.line) and not self.line.endswith(("\n", "\r")) and 0 < self.last < self.before


def told(member: Member, start: bytes) -> Mapping | None:
    """Return the mapping of the table in a file that begins with the bytes `start`; None where it belongs to none."""
    try:
        if start.startswith(ZIP):
            sheets = islice(spreadsheet.sheets(member), spreadsheet.SHEETS)
            return next((head.mapping for _, rows in sheets if (head := _head(cells for _, cells in rows))), None)
        found = _csv_head(start)
    except (BadArchive, BadTable, csv.Error, UnicodeError):
        return None
    return found[0].mapping if found else None


def read(member: Member, profile: Profile | None) -> Iterator[Delivered | Unreadable]:  # noqa: ARG001
    """Yield the rows of a table as documents, in order; a sheet of another table becomes one Unreadable."""
    with member.open() as stream:
        start = stream.read(LINE)
    if start.startswith(ZIP):
        for name, rows in spreadsheet.sheets(member):
            yield from _table(f"{member.name}:{name}", (Row(*row) for row in rows), None)
    else:
        yield from _csv(member, start)


# --- CSV -----------------------------------------------------------------------------------------------------------


def _encoding(start: bytes, mapping: Mapping) -> str:
    """Return the encoding of a table that begins with `start`: the mapping's where it can be, else that of the office's language."""
    if start.startswith(UTF_16):
        return "utf-16"
    if mapping.encoding != "utf-8-sig" or not other_bytes(start):
        return mapping.encoding
    return ENCODINGS.get(profile_of(mapping.office).languages[0], WESTERN)


def other_bytes(start: bytes) -> bool:
    """Tell whether most of what is beyond ASCII is not UTF-8; a damaged letter among good ones is no other encoding."""
    beyond = [letter for letter in start.decode("utf-8", "replace") if letter > "\x7f"]
    return 2 * beyond.count("\ufffd") > len(beyond)


def _csv_head(start: bytes) -> tuple[Head, str] | None:
    """Return the head of a CSV table and its delimiter."""
    others = sorted({WESTERN, *ENCODINGS.values()}) if other_bytes(start) else []
    for encoding in ["utf-16" if start.startswith(UTF_16) else "utf-8-sig", *others]:
        text = start.decode(encoding, "replace")
        for delimiter in DELIMITERS:
            lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
            if head := _head(_rows_of(lines)):
                return head, delimiter
    return None


def _rows_of(lines: Iterator[list[str]]) -> Iterator[list[str]]:
    """The rows up to one that cannot be read: enough to look for a head in."""
    try:
        yield from lines
    except csv.Error:
        return


def _csv(member: Member, start: bytes) -> Iterator[Delivered | Unreadable]:
    found = _csv_head(start)
    if found is None:
        yield _no_table(member.name, start)
        return
    head, delimiter = found
    encoding = _encoding(start, head.mapping)
    if encoding not in ("utf-16", head.mapping.encoding):
        sentence = f"The table is not in UTF-8; it was read as {encoding}, which its letters beyond A to Z depend on."
        yield Unreadable(member.name, Problem("READ-ENCODING", "info", sentence, member.name))
    with io.TextIOWrapper(member.open(), encoding=encoding, errors="surrogateescape", newline="") as text:
        tail = Tail()
        yield from _table(member.name, _csv_rows(member.name, Lines(text), head, delimiter, tail), head)
        if tail.cut():
            sentence = f"The table breaks off: its last row has {tail.last} cells, the one before it {tail.before}."
            end = Unreadable(member.name, Problem("READ-TABLE", "error", sentence, member.name))
            end.cut = True
            yield end


def _csv_rows(name: str, lines: Lines, table: Head, delimiter: str, tail: Tail) -> Iterator[Row | Unreadable]:
    reader = csv.reader(lines, delimiter=delimiter)
    width = len(table.columns)
    while True:
        place = f"{name}:{lines.taken + 1}"
        lines.held.clear()
        try:
            cells = next(reader, None)
        except csv.Error:
            sentence = f"A cell of the row is longer than {csv.field_size_limit():,} letters; a quotation mark may not be closed."
            if _swallowed(lines.held, delimiter, width):
                lines.back()
            yield _bad(lines.row(place, []), "READ-ROW", sentence)
            continue
        if cells is None:
            return
        if (len(cells) != width or not _closed(lines.held, delimiter)) and _swallowed(lines.held, delimiter, width):
            lines.back()
            sentence = (
                "A quotation mark in the row is not closed: a cell goes on into the next row, which was read by itself."
            )
            yield _bad(lines.row(place, []), "READ-ROW", sentence)
            continue
        tail.row(cells, lines.held)
        yield lines.row(place, cells)


def _closed(lines: list[str], delimiter: str) -> bool:
    """Tell whether each quotation mark of a row of several lines stands where one may (RFC 4180, section 2)."""
    try:
        return len(lines) == 1 or bool([*csv.reader(lines, delimiter=delimiter, strict=True)])
    except csv.Error:
        return False


def _swallowed(lines: list[str], delimiter: str, width: int) -> bool:
    """Tell whether a line after the first of a row has the cells of a whole one."""
    return width > 1 and any(line.count(delimiter) >= width - 1 for line in lines[1:])


# --- both ----------------------------------------------------------------------------------------------------------


def _head(rows: Iterable[list[str]]) -> Head | None:
    """Return the head among the cells of the first rows."""
    return next(filter(None, map(_as_head, islice(rows, HEAD_ROWS))), None)


def _as_head(cells: list[str]) -> Head | None:
    if len(cells) > COLUMNS:
        return None
    known = [mapping for mapping in mappings() if mapping.format == "table"]
    names = {bare(cell) for cell in cells} - {""}
    told = (m for m in known if set(m.told_by) <= {m.spelled.get(name) for name in names})
    mapping = next(told, None) or nearest(known, names, lambda m, name: name in m.spelled)
    return Head(mapping, _columns(mapping, cells)) if mapping else None


def _columns(mapping: Mapping, cells: list[str]) -> tuple[str, ...]:
    """The columns as the mapping spells them; those without a name, and those named twice, by their place."""
    names: dict[str, None] = {}
    for n, cell in enumerate(cells, 1):
        name = mapping.spelled.get(bare(cell), " ".join(cell.split())) or f"column {n}"
        names[f"{name} (column {n})" if name in names else name] = None
    return tuple(names)


def _table(name: str, rows: Iterable[Row | Unreadable], known: Head | None) -> Iterator[Delivered | Unreadable]:
    """Yield what stands below the head, which is looked for; `known` only tells that there is one."""
    head: Head | None = None
    titles: frozenset[str] = frozenset()
    above: list[Row] = []
    count = narrow = 0
    try:
        for row in filter(_filled, rows):
            if isinstance(row, Unreadable):
                yield row
            elif head is None:
                above.extend([row] if len(above) < HEAD_ROWS else [])
                if head := _as_head(row.cells) if row is above[-1] else None:
                    titles = frozenset(map(str.strip, row.cells))
                    yield from _new_columns(head, row.place)
                    yield from (refusal := list(_missing(head, row)))
                    if any(one.waits for one in refusal):
                        return
            elif again := _again(row.cells, titles):
                head = again
                yield _bad(
                    row, "READ-HEAD", "The head stands there once more; the rows below it were read by it.", remark=True
                )
            else:
                count += 1
                narrow += _narrow(head, row)
                yield _row(head, row)
    except BadTable as error:
        rest = _bad(Row(name, []), "READ-TABLE", f"{error} The rows before it were read, the rest was not.")
        rest.cut = True
        yield rest
        return
    if head is None and (above or known):
        yield _no_table(name, b"".join(row.content() for row in above))
    elif head:
        yield from _judged(name, len(head.columns), count, narrow)


def _judged(name: str, width: int, count: int, narrow: int) -> Iterator[Unreadable]:
    """Yield what is said of a table by the number of its rows: of none, and of more than half that are narrower than its head."""
    if not count:
        yield Unreadable(name, Problem("READ-EMPTY", "info", "The table has a head and no row below it.", name))
    if 2 * narrow > count:
        sentence = (
            f"{narrow:,} of {counted(count, 'row')} {'has' if narrow == 1 else 'have'} fewer cells than the head ({width}): "
            "it or they may be shifted, each value into the column beside its own."
        )
        yield Unreadable(name, Problem("READ-WIDTH", "critical", sentence, name), remark=True)


def _narrow(head: Head, row: Row) -> bool:
    """Tell whether a row has fewer cells than the head; a workbook has no empty cells at the end of a row."""
    return bool(row.lines) and len(row.cells) < len(head.columns)


def _filled(row: Row | Unreadable) -> bool:
    return isinstance(row, Unreadable) or any(cell.strip() for cell in row.cells)


def _again(cells: list[str], titles: frozenset[str]) -> Head | None:
    """Return the head that a row below the first is, as in tables put together: most of its cells are names of columns."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    return _as_head(cells) if 2 * sum(cell in titles for cell in filled) > len(filled) > 1 else None


def _new_columns(head: Head, place: str) -> Iterator[Unreadable]:
    for column in head.columns:
        if not head.mapping.knows(column):
            yield Unreadable(place, new(column, place))


def _missing(head: Head, row: Row) -> Iterator[Unreadable]:
    """Yield what is said of columns that are not there; what waits refuses the table."""
    missing = lacking(head.mapping, head.columns.__contains__)
    for problem in problems(head.mapping, missing, head.columns, row.place):
        remark = problem.severity != "critical"
        yield Unreadable(row.place, problem, b"" if remark else row.content()[:KEPT], remark)


def _row(head: Head, row: Row) -> Delivered | Unreadable:
    place, cells = row.place, row.cells
    surplus = [cell for cell in cells[len(head.columns) :] if cell.strip()]
    if surplus or len(cells) > COLUMNS:
        sentence = f"The row has {len(cells)} cells, the head {len(head.columns)}: which belongs where cannot be told."
        return _bad(row, "READ-WIDTH", sentence)
    record = {column: cell for column, cell in zip(head.columns, cells, strict=False) if cell}
    values = {column: cell for column, cell in record.items() if cell.strip() not in spreadsheet.FAILED}
    found = kept(document(head.mapping, values, place), row.content)
    if isinstance(found, Unreadable):
        return found
    # A new column was told with the head; its cells need not say so again.
    found.problems = [problem for problem in found.problems if problem.code != "READ-NEW"]
    said = spreadsheet.failed(head.columns, cells, place)
    found.problems += [Problem("READ-VALUE", "warning", sentence, place) for sentence in said]
    if _narrow(head, row):
        sentence = (
            f"The row has {counted(len(cells), 'cell')}, the head {len(head.columns)}; the last are taken to be empty."
        )
        found.problems.append(Problem("READ-WIDTH", "warning", sentence, place))
    return found


def _bad(row: Row, code: str, sentence: str, *, remark: bool = False) -> Unreadable:
    severity = "warning" if remark else "error"
    return Unreadable(row.place, Problem(code, severity, sentence, row.place), row.content()[:KEPT], remark)


def _no_table(name: str, content: bytes) -> Unreadable:
    sentence = "No row in it is the head of a table that a mapping describes."
    return Unreadable(name, Problem("READ-OTHER", "warning", sentence, name), content[:KEPT])
