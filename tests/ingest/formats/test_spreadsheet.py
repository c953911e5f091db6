"""Workbooks: values of cells as texts, several sheets, and workbooks that are no tables of an office."""

import datetime as dt
import io
import zipfile

import pytest
from openpyxl import Workbook

from ingest.archive import BadArchive, Member
from ingest.dialects import UnknownDialect, detect, documents
from ingest.document import Delivered, Unreadable
from ingest.formats import spreadsheet

HEAD = ["ApplicationNumber", "RegistrationNumber", "Applicants", "FilingDate", "PublicationDate", "RegistrationDate", "Title",
        "TypeName", "SubtypeName", "Status", "Priorities", "LastUpdatedDate"]  # fmt: skip
FILED, UPDATED = dt.datetime.fromisoformat("2015-01-02"), dt.datetime.fromisoformat("2021-10-05T06:15")
ROW = [201500001, None, "(US) A, INC..BR.(99) B", FILED, dt.datetime.fromisoformat("2015-06-05"), None, "UN TÍTULO", "Patente de Invención",
       "Patente de invención", "Abandonada", "(US) 61/000,001 03.01.2014; (GB) 1400001.4 07.01.2014; ", UPDATED]  # fmt: skip


def workbook(**sheets: list[list[object]]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def member(content: bytes) -> Member:
    return Member("t.xlsx", lambda: io.BytesIO(content))


def rows(content: bytes) -> dict[str, list[list[str]]]:
    return {name: [cells for _, cells in lines] for name, lines in spreadsheet.sheets(member(content))}


def changed(content: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """The same workbook with bytes replaced in one of its parts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            part = source.read(info)
            target.writestr(info.filename, part.replace(old, new) if info.filename == name else part)
    return packed.getvalue()


@pytest.fixture
def delivery(tmp_path):
    def write(content: bytes):
        path = tmp_path / "received"
        path.write_bytes(content)
        return path

    return write


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""), (" a ", " a "), (201500001, "201500001"), (201500001.0, "201500001"), (1.5, "1.5"), (FILED, "2015-01-02"),
        (UPDATED, "2021-10-05 06:15:00"), (dt.date(2015, 1, 2), "2015-01-02"), (True, "true"), ("x" * 40_000, "x" * 40_000),
    ],
)  # fmt: skip
def test_cells_as_texts(value, text):
    assert spreadsheet.text(value) == text


def test_rows_keep_their_places_and_lose_their_empty_ends():
    assert rows(workbook(a=[["x", None, 1, None], [], ["y"]], b=[[dt.date(2020, 2, 29)]])) == {
        "a": [["x", "", "1"], [], ["y"]],
        "b": [["2020-02-29"]],
    }


def test_a_formula_is_the_value_last_computed():
    content = workbook(a=[["=1+1"]])
    assert rows(changed(content, "xl/worksheets/sheet1.xml", b"<v></v>", b"<v>2</v>"))["a"] == [["2"]]


def test_a_formula_without_its_value_is_told_with_its_cell(delivery):
    content = workbook(One=[HEAD, [*ROW[:2], '=A1&"x"', "=B1", *ROW[4:]]])
    (one,) = documents(delivery(content), None, "CL.xlsx")
    assert isinstance(one, Delivered)
    assert (one.names, one.application.date) == ([], "")
    (told,) = one.problems
    assert (told.code, told.severity, told.place) == ("READ-VALUE", "warning", "CL.xlsx:One:2")
    assert "without its value stands under Applicants (cell C2), FilingDate (cell D2); save" in told.sentence


def test_a_formula_that_gives_no_letters_is_an_empty_cell():
    nothing = changed(workbook(a=[["x", '=""', "y"]]), "xl/worksheets/sheet1.xml", b'r="B1"', b'r="B1" t="str"')
    assert rows(nothing)["a"] == [["x", "", "y"]]


def test_a_workbook_of_chile_with_every_value(delivery):
    (one,) = documents(delivery(workbook(Notes=[], Applications=[HEAD, ROW])), None, "CL.xlsx")
    assert isinstance(one, Delivered)
    assert one.place == "CL.xlsx:Applications:2"
    assert (one.application.value, one.application.date, one.right) == ("201500001", "2015-01-02", "patent")
    assert [(p.value, p.kind, p.date) for p in one.publications] == [("201500001", "A1", "2015-06-05")]
    assert [(n.name, n.country) for n in one.names] == [("A, INC.", "US"), ("B", "")]
    assert [(r.number.office, r.number.value, r.number.date) for r in one.related] == [
        ("US", "61/000,001", "03.01.2014"),
        ("GB", "1400001.4", "07.01.2014"),
    ]
    assert [(e.name, e.date) for e in one.events] == [("Abandonada", "2021-10-05 06:15:00")]
    assert one.problems == []


def test_sheets_of_other_tables_are_told_and_the_rest_is_read(delivery):
    found = list(
        documents(
            delivery(workbook(Other=[["a"], ["b"]], One=[HEAD, ROW], Two=[["Open data"], HEAD, ROW], Head=[HEAD]))
        )
    )
    kinds = [one.problem.code if isinstance(one, Unreadable) else one.place.rpartition(":")[2] for one in found]
    assert kinds == ["READ-OTHER", "2", "3", "READ-EMPTY"]


def test_empty_cells_at_the_end_of_a_row_are_no_fault_of_a_workbook(delivery):
    (one,) = documents(delivery(workbook(One=[HEAD, ROW[:-1]])), None, "CL.xlsx")
    assert "READ-WIDTH" not in {problem.code for problem in one.problems}


def test_a_workbook_in_an_archive_is_read(delivery):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("2015/CL.xlsx", workbook(One=[HEAD, ROW]))
    path = delivery(packed.getvalue())
    assert detect(path).name == "cl-open-data"
    assert [one.place for one in documents(path, None, "D.zip")] == ["D.zip/2015/CL.xlsx:One:2"]


GOOD = workbook(One=[HEAD, ROW])


@pytest.mark.parametrize(
    "content",
    [
        GOOD[:-200],
        changed(GOOD, "xl/workbook.xml", b"<sheets>", b"<sheets"),
        changed(GOOD, "[Content_Types].xml", b"workbook", b"wordbook"),
    ],
    ids=["cut", "not well formed", "a text document"],
)
def test_a_damaged_workbook_is_refused_with_a_sentence(delivery, content):
    with pytest.raises((BadArchive, UnknownDialect)):
        detect(delivery(content))


def test_a_sheet_that_breaks_off_is_told_after_the_rows_before(delivery):
    broken = changed(GOOD, "xl/worksheets/sheet1.xml", b"</sheetData>", b"<row></c>")
    good, rest = documents(delivery(broken))
    assert isinstance(good, Delivered)
    assert isinstance(rest, Unreadable)
    assert (rest.problem.code, "damaged" in rest.problem.sentence) == ("READ-DAMAGED", True)


def test_dimensions_that_lie_make_no_rows():
    lying = changed(GOOD, "xl/worksheets/sheet1.xml", b"A1:L2", b"A1:XFD1048576")
    assert [len(lines) for lines in rows(lying).values()] == [2]
    assert b"XFD" in zipfile.ZipFile(io.BytesIO(lying)).read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(("limit", "most"), [("HELD", 100), ("MEMBER", 100), ("SHEETS", 0)])
def test_a_workbook_beyond_a_limit_is_refused_before_it_is_read(monkeypatch, limit, most):
    monkeypatch.setattr(spreadsheet, limit, most)
    with pytest.raises(BadArchive, match=r"deliver it in parts"):
        rows(GOOD)


def test_a_bomb_in_a_workbook_is_refused_by_the_archive_s_directory(delivery):
    packed = io.BytesIO(GOOD)
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/image1.emf", bytes(100 << 20))
    with pytest.raises(BadArchive, match="-fold"):
        detect(delivery(packed.getvalue()))


def test_entities_in_a_workbook_are_not_expanded(delivery):
    bomb = b'<!DOCTYPE a [<!ENTITY a "%s">%s]>' % (
        b"x" * 1000,
        b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 20 if n else b"&a;") for n in range(8)),
    )
    content = changed(GOOD, "xl/worksheets/sheet1.xml", b"<worksheet", bomb + b"<worksheet")
    content = changed(content, "xl/worksheets/sheet1.xml", b"<v>201500001</v>", b"<v>&a7;</v>")
    with pytest.raises((BadArchive, UnknownDialect)):
        list(documents(delivery(content))) and detect(delivery(content))


@pytest.mark.parametrize(("limit", "row"), [(50, b"51"), (50, b"2000000000")])
def test_rows_that_only_a_number_leaves_out_are_not_made_without_end(monkeypatch, limit, row):
    monkeypatch.setattr(spreadsheet, "ROWS", limit)
    far = changed(GOOD, "xl/worksheets/sheet1.xml", b'<row r="2"', b'<row r="%s"' % row)
    with pytest.raises(BadArchive, match="more than 50 rows"):
        rows(far)


def test_a_row_is_as_long_as_its_cells_are():
    assert [len(cells) for lines in rows(GOOD).values() for cells in lines] == [len(HEAD), len(ROW)]
