"""The tables of offices as another program, year or person would write them: the same documents, or a finding that says why."""

import csv
import io
import random
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import islice

import openpyxl
import pytest
from django.conf import settings

from ingest.archive import Member
from ingest.dialects import Dialect, of
from ingest.document import Delivered, Unreadable
from ingest.formats import lacking, spreadsheet
from ingest.formats.mapping import mappings
from portal.standards.names import bare

Rows = list[list[str]]
MAPPED_BY_NAME = {mapping.name: mapping for mapping in mappings()}
INDIA = [
    ["Serial No.", "Patent Number", "Application Number", "Date of Application", "Date of Priority", "Title of Invention",
     "Patentee Name", "Date of Application Publication", "Office", "journal"],
    ["1", "300001", "1234/DELNP/2012", "07/07/2011", "07/07/2010", "LAMP – A “NEW” ONE", "EXÁMPLE, S.A.", "05/09/2014", "DELHI", "01/2018 Dated 05/01/2018"],
    ["2", "300002", "201617040360", "23/06/2015", "", "PUMP; WITH | VALVE", "B LP", "", "DELHI", "01/2018 Dated 05/01/2018"],
]  # fmt: skip
CHILE = [
    ["ApplicationNumber", "RegistrationNumber", "Applicants", "FilingDate", "PublicationDate", "RegistrationDate", "Title",
     "TypeName", "SubtypeName", "Status", "Priorities", "LastUpdatedDate"],
    ["200900001", "50001", "(CL) UNIVERSIDAD DE ÑUÑOA.BR.(US) B INC", "2009-01-05", "2009-03-06", "2012-02-01", "MÁQUINA PARA PESCAR",
     "Patente de Invención", "Patente", "Registrada", "(US) 61/000.001 04.01.2008; ", "2016-05-04 10:11:12"],
    ["200900002", "", "(CL) C", "2009-01-06", "", "", "SILLA", "Dibujo o Diseño Industrial", "Diseño", "Abandonada", "", "2016-05-04 10:11:12"],
]  # fmt: skip
MEXICO = [
    ["Oficina, No de Patente y Tipo de documento", "Número de solicitud", "Fecha de presentación", "Título", "Titular", "Inventor(es)",
     "Clasificación CIP", "Resumen"],
    ["MX 300001 B", "MX/a/2007/000788", "18/01/2007", "Método de filtración", "EJEMPLO, S.A. DE C.V. [MX]", "Peña, José [MX]; B, C [US]",
     "A61K 31/00 (2006.01)", "Se describe un método."],
]  # fmt: skip
TABLES = {"in-grants": INDIA, "cl-open-data": CHILE, "mx-results": MEXICO}


def written(rows: Rows, delimiter: str = ",", encoding: str = "utf-8", end: str = "\r\n") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerows(rows)
    return text.getvalue().encode(encoding)


def head(change: Callable[[str], str]) -> Callable[[Rows], bytes]:
    return lambda rows: written([[change(name) for name in rows[0]], *rows[1:]])


def cells(change: Callable[[str], str]) -> Callable[[Rows], bytes]:
    return lambda rows: written([rows[0], *([change(cell) for cell in row] for row in rows[1:])])


def shuffled(rows: Rows) -> bytes:
    order = random.Random(7).sample(range(len(rows[0])), len(rows[0]))
    return written([[row[n] for n in order] for row in rows])


def workbook(rows: Rows) -> bytes:
    book, packed = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["Datos abiertos"])
    sheet = book.create_sheet("Datos")
    for row in rows:
        sheet.append(row)
    book.save(packed)
    return packed.getvalue()


def plain(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))


def words(text: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)


def titled(rows: Rows) -> bytes:
    return written([["A list"], [""], *rows])


# How else the table may come, and the findings that then say so.
WAYS: dict[str, tuple[Callable[[Rows], bytes], list[str]]] = {
    "as it is": (written, []),
    "columns in another order": (shuffled, []),
    "head in capitals": (head(str.upper), []),
    "head in small letters": (head(str.lower), []),
    "head with underscores": (head(lambda name: words(name).replace(" ", "_")), []),
    "head in words": (head(words), []),
    "head without accents": (head(plain), []),
    "head with decomposed accents": (head(lambda name: unicodedata.normalize("NFD", name)), []),
    "head with blanks around": (head(lambda name: f"  {name}\u00a0"), []),
    "head on two lines": (head(lambda name: name.replace(" ", "\n", 1)), []),
    "cells with blanks around": (cells(lambda cell: f" {cell} "), []),
    "NULL for nothing": (cells(lambda cell: cell or "NULL"), []),
    "a dash for nothing": (cells(lambda cell: cell or "-"), []),
    "mark of the byte order": (lambda rows: b"\xef\xbb\xbf" + written(rows), []),
    "semicolons": (lambda rows: written(rows, ";"), []),
    "tabs": (lambda rows: written(rows, "\t"), []),
    "lines without returns": (lambda rows: written(rows, end="\n"), []),
    "UTF-16": (lambda rows: written(rows, "\t", "utf-16"), []),
    "Windows-1252": (lambda rows: written(rows, encoding="cp1252"), ["READ-ENCODING"]),
    "a line above the head": (titled, []),
    "a line that names the separator": (lambda rows: b"sep=,\r\n" + written(rows), []),
    "a column more": (lambda rows: written([[*row, "Novel" if row is rows[0] else "x"] for row in rows]), ["READ-NEW"]),
    "the second sheet of a workbook": (workbook, ["READ-OTHER"]),
}


@cache
def real(file: str) -> Rows:
    """The first rows of a real table."""
    path = settings.OFFICE_DATA_DIR / file
    if not path.is_file():
        pytest.skip("The folder of real office data is not on this machine.")
    if path.suffix == ".xlsx":
        (rows,) = (
            [row for _, row in islice(rows, 60)] for _, rows in spreadsheet.sheets(Member("t", lambda: path.open("rb")))
        )
    else:
        rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))[:60]
    return [[*row, *[""] * (len(rows[0]) - len(row))] for row in rows if "•" not in "".join(row)]


def read(content: bytes) -> tuple[str, list[Delivered], list[str]]:
    member = Member("t", lambda: io.BytesIO(content))
    dialect = of(member)
    assert isinstance(dialect, Dialect)
    found = list(dialect.read(member, None))
    good = [replace(one, place="", problems=[]) for one in found if isinstance(one, Delivered)]
    return dialect.name, good, [one.problem.code for one in found if isinstance(one, Unreadable)]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", TABLES)
def test_a_table_written_in_another_way_gives_the_same_documents(name, way):
    rows, (write, findings) = TABLES[name], WAYS[way]
    expected = read(written(rows))[1]
    assert len(expected) == len(rows) - 1
    found = read(write(rows))
    assert found == (name, expected, findings)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("name", "file"),
    [("in-grants", "in-grants/2018_grants.csv"), ("cl-open-data", "cl-inapi/Applications-2009.xlsx")],
)
def test_the_real_tables_written_in_another_way_give_the_same_documents(name, file, way):
    rows = real(file)
    write, findings = WAYS[way]
    assert read(write(rows)) == (name, read(written(rows))[1], findings)


@pytest.mark.parametrize("name", [name for name in TABLES if name != "mx-results"])
def test_what_a_table_leaves_out_is_only_what_it_leaves_out(name):
    """A column that is not delivered takes its own values away and nothing else."""
    rows, mapping = TABLES[name], MAPPED_BY_NAME[name]
    whole = read(written(rows))[1]
    needed = {paths[0]: what for what, paths in lacking.core(mapping).items() if len(paths) == 1}
    for n, column in enumerate(rows[0]):
        _, found, codes = read(written([[*row[:n], *row[n + 1 :]] for row in rows]))
        what = needed.get(mapping.spelled[bare(column)], "")
        expected = 0 if what and what not in lacking.TOLD else len(whole)
        assert (len(found), codes) == (expected, ["READ-COLUMN"] if what else []), column
