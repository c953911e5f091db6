"""Tables: heads in many spellings, rows that do not fit, hostile ones, and the offices' own."""

import csv
import io
import json
import re
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from ingest.archive import Member, members
from ingest.document import Delivered, Event, Name, Number, Related, Symbol, Unreadable
from ingest.formats import tables
from ingest.formats.mapping import load_text
from ingest.formats.rows import LINE
from ingest.offices.profiles import FOLDER

README = (FOLDER / "README.md").read_text(encoding="utf-8")
EXAMPLE = load_text(re.findall(r"```toml\n(.*?)```", README, re.DOTALL)[0], "README.md")
TABLE = re.findall(r"```\n(No\..*?)```", README, re.DOTALL)[0]
HEAD, FIRST, *_ = TABLE.splitlines()


@pytest.fixture(autouse=True)
def example(monkeypatch):
    """Let the README's mapping be one of the project's."""
    others = tables.mappings()
    monkeypatch.setattr(tables, "mappings", lambda: (*others, EXAMPLE))


def member(content: str | bytes, name: str = "t.csv") -> Member:
    given = content.encode() if isinstance(content, str) else content
    return Member(name, lambda: io.BytesIO(given))


def read(content: str | bytes) -> list[Delivered | Unreadable]:
    return list(tables.read(member(content), None))


def told(found: list[Delivered | Unreadable]) -> list[tuple[str, str]]:
    """Place and what became of it: the number of a document, the code of what is none."""
    return [
        (one.place, one.application.value if isinstance(one, Delivered) else one.problem.code) for one in found
    ]  # fmt: skip


def problems(content: str) -> list[tuple[str, str]]:
    return [(p.code, p.severity) for one in read(content) if isinstance(one, Delivered) for p in one.problems]


def test_the_readme_s_table_is_read_as_it_says():
    first, second, total = read(TABLE)
    assert isinstance(first, Delivered)
    assert isinstance(second, Delivered)
    assert first.application == Number("TH", "EX/P/2020/00001", date="02/03/2020")
    assert first.publications == [Number("TH", "EX/P/2020/00001", "B", "15/06/2023", kind_inferred=True)]
    assert (first.right, first.granted_on, first.as_of) == ("patent", "15/06/2023", "")
    assert first.names == [Name("owner", "Siam Filter", "TH"), Name("owner", "Vientiane Works", "LA")]
    assert first.symbols == [Symbol("ipc", "B01D 39/18", "2006.01")]
    assert (first.texts[0].paragraphs[0]["t"], first.texts[0].language) == ("Rice husk filter", "en")
    assert (second.publications, second.granted_on, second.symbols) == ([], "", [])
    assert isinstance(total, Unreadable)
    assert total.problem.sentence == "Not one of the records of example-grants: the line of totals."
    assert total.content == b"Total,2,,,,,,\n"
    assert not first.problems + second.problems


@pytest.mark.parametrize(
    "content",
    [
        TABLE,
        "\ufeff" + TABLE,
        TABLE.encode("utf-16"),
        TABLE.replace(HEAD, HEAD.upper().replace(",", " , ")),
        TABLE.replace("\n", "\r\n"),
        TABLE.replace("\n", "\r"),
        "Grants of 2020\n\n" + TABLE,
        TABLE.replace(",,", ",;,").replace(";", "").replace(",", ";"),
        TABLE.replace(",", "\t"),
        TABLE.replace("\n", "\n\n,,,\n"),
    ],
)
def test_a_table_is_told_by_its_head_in_any_spelling(content):
    start = content.encode() if isinstance(content, str) else content
    assert tables.told(member(content), start) is EXAMPLE
    numbers = [one.application.value for one in read(content) if isinstance(one, Delivered)]
    assert numbers == ["EX/P/2020/00001", "EX/P/2020/00002"]


@pytest.mark.parametrize(
    "start", [b"", b"a,b\n1,2\n", b"PK\x03\x04 no zip", b"\xff\xfe\x00", TABLE.encode()[200:], b'"' * 200_000]
)
def test_what_has_no_such_head_is_no_table(start):
    assert tables.told(member(start), start) is None


def test_the_same_columns_in_another_order_give_the_same_document():
    rows = list(csv.reader(io.StringIO(f"{HEAD}\n{FIRST}\n")))
    turned = io.StringIO()
    csv.writer(turned).writerows([row[::-1] for row in rows])
    (one,), (other,) = read(f"{HEAD}\n{FIRST}\n"), read(turned.getvalue())
    assert one == other


def test_a_head_without_rows_is_worth_knowing():
    for content in (HEAD, HEAD + "\n" * 7, HEAD + "\n,,,\n"):
        (empty,) = read(content)
        assert isinstance(empty, Unreadable)
        assert (empty.problem.code, empty.problem.severity, empty.content) == ("READ-EMPTY", "info", b"")


ROW = "EX/1,,,Patent,T,,,"


@pytest.mark.parametrize(
    ("row", "became", "said"),
    [
        (ROW, "EX/1", []),
        ("EX/1,,,Patent,T", "EX/1", [("READ-WIDTH", "warning")]),
        ("EX/1,,,Patent,#N/A,,,", "EX/1", [("READ-VALUE", "warning")]),
        ("EX/1,,,Patent,#REF!,,,", "EX/1", [("READ-VALUE", "warning")]),
        (ROW + ",,", "EX/1", []),
        (ROW + ",x", "READ-WIDTH", []),
        (ROW + "," * 2000, "READ-WIDTH", []),
        ("EX/1,,,Circuit,T,,,", "READ-RIGHT", []),
        ("EX/1", "READ-RIGHT", []),
        ('EX/1,,,Patent,"two\nlines",,,', "EX/1", []),
        ("EX/1,,,Patent,a\x00b,,,", "READ-BYTES", []),
        ("7,,,Patent,T,,,", "READ-OTHER", []),
        (f"EX/1,,,Patent,{'x' * 200_000},,,", "READ-ROW", []),
    ],
)
def test_rows_that_do_not_fit_are_told_and_the_rest_is_read(row, became, said):
    content = f"{HEAD}\n{row}\nEX/2,,,Patent,T,,,\n"
    found = told(read(content))
    assert found[0] == ("t.csv:2", became)
    assert found[-1][1] == "EX/2"
    assert problems(content) == said


@pytest.mark.parametrize(
    ("narrow", "whole", "refused"),
    [(2, 1, "2 of 3 rows have fewer"), (1, 1, ""), (1, 0, "1 of 1 row has fewer"), (0, 2, "")],
)
def test_a_table_whose_rows_do_not_fit_its_head_is_not_stored_unseen(narrow, whole, refused):
    found = read("\n".join([HEAD, *["EX/1,,,Patent,T,,"] * narrow, *[ROW] * whole, ""]))
    assert len([one for one in found if isinstance(one, Delivered)]) == narrow + whole
    over = [one for one in found if isinstance(one, Unreadable)]
    said = [(one.problem.code, one.problem.severity, one.waits) for one in over]
    assert said == [("READ-WIDTH", "critical", False)] * bool(refused)
    assert all(one.problem.sentence.startswith(refused) for one in over)


def test_a_quotation_mark_that_is_never_closed_takes_no_other_row():
    found = told(read(f'{HEAD}\n{ROW}\n"EX/2,,,Patent,T,,,\n' + "EX/3,,,Patent,T,,,\n" * 9_000))
    assert found[0] == ("t.csv:2", "EX/1")
    assert found[1] == ("t.csv:3", "READ-ROW")
    assert found[-1] == ("t.csv:9003", "EX/3")
    assert len(found) == 9_002


@pytest.mark.parametrize(
    "after",
    [
        'EX/3,,,Patent,"T",,,\n',
        "EX/3,,,Patent,T,,,\n",
        'EX/3,,,Patent,"T, ""U""",,,\n',
    ],
)
def test_a_cell_that_goes_on_into_the_next_row_puts_its_own_row_aside(after):
    found = read(f'{HEAD}\n{ROW}\nEX/2,,,Patent,"T,,,\n{after}EX/4,,,Patent,T,,,\n')
    assert told(found) == [("t.csv:2", "EX/1"), ("t.csv:3", "READ-ROW"), ("t.csv:4", "EX/3"), (found[-1].place, "EX/4")]
    assert isinstance(found[1], Unreadable)
    assert found[1].content == b'EX/2,,,Patent,"T,,,\n'
    assert "not closed" in found[1].problem.sentence


def test_a_cell_may_hold_lines_with_as_many_separators_as_the_head():
    found = read(f'{HEAD}\nEX/1,,,Patent,"a\nb, c, d, e, f, g, h, i",,,\n')
    assert told(found) == [("t.csv:2", "EX/1")]


@pytest.mark.parametrize(("office", "encoding", "title"), [
    ("BR", "cp1252", "Filtração"), ("TH", "cp874", "เครื่องกรอง"), ("UA", "cp1251", "Спосіб"), ("VN", "cp1258", "thiết".encode("cp1258", "ignore").decode("cp1258") + "ê"),
])  # fmt: skip
def test_a_table_without_a_letter_in_utf_8_is_of_the_encoding_of_the_office_s_language(
    monkeypatch, office, encoding, title
):
    own = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)[0].replace('office = "TH"', f'office = "{office}"')
    monkeypatch.setattr(tables, "mappings", lambda: (load_text(own, "x"),))
    found = read(f"{HEAD}\nEX/1,,,Patent,{title},,,\n".encode(encoding))
    assert [where for where, _ in told(found)] == ["t.csv", "t.csv:2"]
    assert isinstance(found[0], Unreadable)
    assert (found[0].problem.code, encoding in found[0].problem.sentence) == ("READ-ENCODING", True)
    assert isinstance(found[1], Delivered)
    assert found[1].texts[0].paragraphs[0]["t"] == title


def test_bytes_of_another_encoding_put_a_row_aside_unless_the_mapping_says_which(monkeypatch):
    good, bad = (
        f"{HEAD}\nEX/0,,,Patent,ação,,,\n".encode(),
        "EX/1,,,Patent,Filtração,,,\nEX/2,,,Patent,T,,,\n".encode("cp1252"),
    )
    assert told(read(good + bad)) == [("t.csv:2", "EX/0"), ("t.csv:3", "READ-BYTES"), ("t.csv:4", "EX/2")]
    content = HEAD.encode() + b"\n" + bad
    assert isinstance(found := read(good + bad)[1], Unreadable)
    assert "Filtra\xe7".encode("cp1252") in found.content
    latin = load_text('encoding = "cp1252"\n' + re.findall(r"```toml\n(.*?)```", README, re.DOTALL)[0], "x")
    monkeypatch.setattr(tables, "mappings", lambda: (latin,))
    (first, _) = read(content)
    assert isinstance(first, Delivered)
    assert first.texts[0].paragraphs[0]["t"] == "Filtração"


def test_a_line_without_end_stops_the_table_and_says_so():
    found = read(f"{HEAD}\n{ROW}\n" + "x" * (LINE + 5))
    assert told(found) == [("t.csv:2", "EX/1"), ("t.csv", "READ-TABLE")]
    assert isinstance(found[-1], Unreadable)
    assert found[-1].problem.sentence.endswith("The rows before it were read, the rest was not.")


def test_utf_16_that_breaks_off_is_told():
    found = told(read(f"{HEAD}\n{ROW}\n{ROW}".encode("utf-16")[:-1]))
    assert found[-1][1] == "READ-TABLE"


def test_new_columns_are_told_once_and_not_with_every_row():
    found = read(f"{HEAD},Novelty,,No.\n{ROW},a,b,c\n{ROW},,,\n")
    sentences = [one.problem.sentence.split(" is new")[0] for one in found if isinstance(one, Unreadable)]
    assert sentences == [f"The column or key {name}" for name in ("Novelty", "column 10", "No. (column 11)")]
    assert problems(f"{HEAD},Novelty\n{ROW},a\n") == []
    assert [one.application.value for one in found if isinstance(one, Delivered)] == ["EX/1", "EX/1"]


@given(st.text(max_size=300))
def test_any_text_below_a_head_is_read_or_refused(text):
    content = f"{HEAD}\n{text}".encode("utf-8", "surrogatepass")
    found = list(tables._csv(member(content), content)) if tables._csv_head(content) else []
    assert all(isinstance(one, Delivered | Unreadable) for one in found)


# --- the offices' own ----------------------------------------------------------------------------------------------

GRANTS = "Serial No.,Patent Number,Application Number,Date of Application,Date of Priority,Title of Invention,Patentee Name,Date of Application Publication,Office,journal\n"


def test_a_grant_of_india_with_every_value():
    row = (
        "1,300001,1234/DELNP/2012,07/07/2011,07/07/2010,A LAMP,EXAMPLE LTD,05/09/2014,DELHI,01/2018 Dated 05/01/2018\n"
    )
    (one,) = read(GRANTS + row)
    assert isinstance(one, Delivered)
    assert one.application == Number("IN", "1234/DELNP/2012", date="07/07/2011")
    assert [(p.value, p.kind, p.date) for p in one.publications] == [
        ("1234/DELNP/2012", "A", "05/09/2014"),
        ("300001", "B", "05/01/2018"),
    ]
    assert one.events == [
        Event("43(2)", "Publication under section 43(2) in respect of the grant", "05/01/2018", "", "01/2018")
    ]
    assert (one.as_of, one.names, one.problems) == ("05/01/2018", [Name("owner", "EXAMPLE LTD")], [])


@pytest.mark.parametrize(
    ("journal", "date", "events", "said"),
    [("01/2018 05/01/2018", "05/01/2018", 1, 0), ("01/2018 Dated", "", 0, 1), ("", "", 0, 0), ("nan", "", 0, 0)],
)
def test_a_grant_without_a_dated_journal_has_no_event(journal, date, events, said):
    (one,) = read(f"{GRANTS}1,300001,1234/DELNP/2012,07/07/2011,,A LAMP,EX,05/09/2014,DELHI,{journal}\n")
    assert isinstance(one, Delivered)
    assert (one.publications[1].date, len(one.events), len(one.problems)) == (date, events, said)
    assert one.as_of == date


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        ("LOCATION", "head of another table"),
        ("981/KOLNP/2010", "row of another table"),
        ("?", "“?” under Patent Number is none of these records'."),
    ],
)
def test_rows_of_other_notices_of_india_are_put_aside_by_reason(number, reason):
    (one,) = read(f"{GRANTS}1,{number},x,,,,,,,\n")
    assert isinstance(one, Unreadable)
    assert reason in one.problem.sentence


@pytest.mark.parametrize("value", ["3531/DEL/2012", "201617040360", "IN/PCT/2002/00231/DEL"])
def test_a_first_examination_report_among_the_grants_of_india_is_an_event_of_its_application(value):
    (one,) = read(f"{GRANTS}1,DELHI,{value},26/02/2018,1 A ROAD,a@b.in,,nan,,10/2018 Dated 09/03/2018\n")
    assert isinstance(one, Delivered)
    assert (one.application, one.right, one.as_of) == (Number("IN", value), "patent", "09/03/2018")
    assert one.events == [Event("FER", "First Examination Report issued", "26/02/2018", gazette="10/2018")]
    assert (one.texts, one.names, one.publications, one.problems) == ([], [], [], [])


def test_a_grant_of_mexico_with_every_value():
    head = (office_data("mx-impi") / "resultados.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    row = ["MX 300001 B", "Patente", "15/03/2021", "MX/a/2015/000001", "10/01/2015", "PCT/US2013/000001", "09/07/2013",
           "WO 2014/000001", "16/01/2014", "Ana Ejemplo [MX]; B", "Ejemplo, S.A. [MX]", "Agente", "US 61/000,001 09/07/2012",
           "A61K 9/52 (2006.01); A61P 1/00", "A61K 9/5084", "TÍTULO", "RESUMEN", "22/03/2021"]  # fmt: skip
    text = io.StringIO()
    csv.writer(text).writerow(row)
    (one,) = read(f"{head}\n{text.getvalue()}")
    assert isinstance(one, Delivered)
    assert (one.application, one.granted_on) == (Number("MX", "MX/a/2015/000001", date="10/01/2015"), "15/03/2021")
    assert one.publications == [Number("MX", "300001", "B", "22/03/2021")]
    assert [(n.role, n.name, n.country) for n in one.names] == [
        ("inventor", "Ana Ejemplo", "MX"), ("inventor", "B", ""), ("owner", "Ejemplo, S.A.", "MX"), ("agent", "Agente", ""),
    ]  # fmt: skip
    assert one.symbols == [
        Symbol("ipc", "A61K 9/52", "2006.01"),
        Symbol("ipc", "A61P 1/00"),
        Symbol("cpc", "A61K 9/5084"),
    ]
    assert one.related == [
        Related("priority", Number("US", "61/000,001", date="09/07/2012")),
        Related("pct_application", Number("WO", "PCT/US2013/000001", date="09/07/2013")),
        Related("pct_publication", Number("WO", "WO 2014/000001", date="16/01/2014")),
    ]
    assert (len(one.texts), one.problems) == (2, [])


def office_data(folder: str) -> Path:
    path = settings.OFFICE_DATA_DIR / folder
    if not path.is_dir():
        pytest.skip("The folder of real office data is not on this machine.")
    return path


def real(folder: str, name: str) -> tuple[list[Delivered], list[Unreadable], dict[str, object]]:
    (one,) = members(office_data(folder) / name)
    expected = json.loads((settings.OFFICE_DATA_DIR / "EXPECTED.json").read_text())[folder]
    found = list(tables.read(one, None))
    good = [d for d in found if isinstance(d, Delivered)]
    return good, [d for d in found if isinstance(d, Unreadable)], expected.get("sheets", expected)[name]


@pytest.mark.parametrize("name", ["2018_grants.csv", "2019_grants.csv"])
def test_the_real_grants_of_india_agree_with_the_counts_made_by_another_method(name):
    good, bad, expected = real("in-grants", name)
    reports = [d for d in good if d.events and d.events[0].code == "FER"]
    assert len(reports) == {"2018_grants.csv": 1681, "2019_grants.csv": 0}[name]
    good = [d for d in good if d not in reports]
    bad += reports
    numbers = Counter(d.publications[-1].value for d in good)
    applications = {d.application.value for d in good}
    undated = sum(not d.events for d in good)
    assert {
        "rows": len(good) + len(bad),
        "rows_with_a_patent_number": len(good),
        "other_rows": len(bad),
        "patent_numbers": len(numbers),
        "application_numbers": len(applications),
        "blank_titles": sum(not d.texts for d in good),
        "journal_blank": undated - sum(bool(d.problems) for d in good),
    }.items() <= expected.items()
    assert all(p.code == "READ-VALUE" for d in good for p in d.problems)


def test_the_real_table_of_mexico_has_no_row():
    good, (empty,), expected = real("mx-impi", "resultados.csv")
    assert (len(good), empty.problem.code) == (expected["rows"], "READ-EMPTY")


RIGHTS = {
    "patent": "Patente de Invención",
    "design": "Dibujo o Diseño Industrial",
    "utility_model": "Modelo de Utilidad",
}


@pytest.mark.parametrize("name", ["Applications-2012.xlsx", "Registers-2016.xlsx"])
def test_the_real_tables_of_chile_agree_with_the_counts_made_by_another_method(name):
    good, bad, expected = real("cl-inapi", name)
    assert bad == []
    assert {problem.code for document in good for problem in document.problems} <= {"READ-VALUE"}
    assert {
        "rows": len(good),
        "applications": len({d.application.value for d in good}),
        "by_right": dict(Counter(RIGHTS[d.right] for d in good)),
        "by_status": dict(Counter(d.events[-1].name for d in good)),
        "blank_titles": sum(not d.texts for d in good),
        "with_registration_number": sum(any(p.kind in ("B1", "Y1", "S") for p in d.publications) for d in good),
        "with_priorities": sum(any(r.relation == "priority" for r in d.related) for d in good),
        "with_pct_date": sum(any(r.relation == "pct_application" for r in d.related) for d in good),
    }.items() <= expected.items()


@pytest.mark.parametrize("turned", [False, True])
def test_a_head_among_the_rows_is_told_and_those_below_are_read_by_it(turned):
    again, below = (next(csv.reader([line])) for line in (HEAD, FIRST))
    if turned:
        again, below = again[::-1], below[::-1]
    written = io.StringIO()
    csv.writer(written).writerows([again, below])
    first, head, last = read(f"{HEAD}\n{FIRST}\n{written.getvalue()}")
    assert isinstance(head, Unreadable)
    assert (head.problem.code, head.waits) == ("READ-HEAD", False)
    assert isinstance(first, Delivered)
    assert isinstance(last, Delivered)
    assert (last.application, last.texts, last.names) == (first.application, first.texts, first.names)
