import csv
from xml.etree import ElementTree as ET

import pytest

from portal.records.models import AuthorityEntry
from tests.factories.rows import authority, office

pytestmark = pytest.mark.usefixtures("portal")
MISSING = ["77", "78", "80"]


def rows(response):
    return list(csv.DictReader(response.getvalue().decode().splitlines()))


def test_cells_have_figures_elements_and_the_way_to_what_is_missing(ask):
    answer = ask("coverage?office=BR&kind=A1")
    (cell,) = answer["rows"]
    assert answer["counted_at"]
    assert {name: cell[name] for name in cell if name != "elements"} == {
        "office": "BR",
        "right": "patent",
        "kind": "A1",
        "year": 2020,
        "listed": 3,
        "expected": 2,
        "held": 1,
        "held_listed": 1,
        "mentioned": 0,
        "missing": 1,
        "rate": 0.5,
        "complete": True,
        "missing_list": "/api/v1/coverage/BR/missing?right=patent&kind=A1&year=2020",
    }
    assert cell["elements"]["claims.pt"] == cell["elements"]["ipc"] == 1
    assert answer["totals"]["missing"] == 1


def test_the_list_behind_every_number_is_as_long_as_the_number(ask):
    for cell in ask("coverage")["rows"]:
        if cell["missing"] is not None:
            listed = ask(cell["missing_list"].removeprefix("/api/v1/"))
            assert len(listed["results"]) == cell["missing"] == listed["total"]


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        ("", 3),
        ("?right=utility_model", 1),
        ("?year=2021", 1),
        ("?year=2019..2020", 2),
        ("?office=TH", 0),
    ],
)
def test_cells_are_chosen_by_the_filters(ask, asked, places):
    assert len(ask(f"coverage{asked}")["rows"]) == places


def test_cells_come_as_a_table_too(client):
    response = client.get("/api/v1/coverage?office=BR&format=csv")
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    first = rows(response)[0]
    assert (first["kind"], first["missing"], first["rate"], first["claims.pt"]) == ("A1", "1", "0.5", "1")


def test_missing_documents_are_listed_with_the_reason_the_office_gives(ask):
    answer = ask("coverage/BR/missing")
    assert [entry["number"] for entry in answer["results"]] == ["BR77", "BR78", "BR80"]
    assert answer["results"][0]["exception_words"] == "Document missing"
    assert (answer["total"], answer["next"]) == (3, None)
    assert ask("coverage/br/missing?right=patent&kind=b1&year=2021")["results"][0]["number"] == "BR78"


def test_missing_documents_of_an_office_without_a_list_are_unknown(ask):
    assert ask("coverage/ID/missing") == {"total": None, "results": [], "next": None}


def test_the_missing_list_is_paged_without_losing_or_doubling(ask):
    found, cursor = [], ""
    while cursor is not None:
        answer = ask(f"coverage/BR/missing?size=1&cursor={cursor}")
        found += [entry["number_key"] for entry in answer["results"]]
        cursor = answer["next"]
    assert found == MISSING


@pytest.mark.parametrize("cursor", ["x", "999999999", "-1", "1e9", "9" * 30])
def test_a_damaged_cursor_is_refused(ask, cursor):
    assert ask(f"coverage/BR/missing?cursor={cursor}", 400)["parameter"] == "cursor"


@pytest.mark.parametrize(
    ("query", "accept", "media"),
    [
        ("", "*/*", "application/json"),
        ("", "text/csv", "text/csv; charset=utf-8"),
        ("", "application/xml", "application/xml; charset=utf-8"),
        ("", "text/plain", "text/plain; charset=utf-8"),
        ("", "text/csv; charset=utf-8", "text/csv; charset=utf-8"),
        ("", "text/csv;q=0.5, application/xml", "application/xml; charset=utf-8"),
        ("", "text/html,application/xml;q=0.9,*/*;q=0.8", "application/json"),
        ("?format=csv", "application/json", "text/csv; charset=utf-8"),
        ("?format=st37", "*/*", "application/xml; charset=utf-8"),
    ],
)
def test_the_form_is_that_of_format_or_accept(client, query, accept, media):
    response = client.get(f"/api/v1/coverage/BR/missing{query}", headers={"Accept": accept})
    assert (response.status_code, response.headers["Content-Type"]) == (200, media)


def test_all_forms_of_the_missing_list_name_the_same_documents(client):
    table, xml, text = (
        client.get(f"/api/v1/coverage/BR/missing?format={form}&size=1") for form in ("csv", "st37", "st37-text")
    )
    assert [row["number_key"] for row in rows(table)] == MISSING
    numbers = [element.text for element in ET.fromstring(xml.getvalue()).iter("doc-number")]
    assert numbers == ["BR77", "BR78", "BR80"]
    assert [line.split(",")[1] for line in text.getvalue().decode().splitlines()] == numbers


def test_a_form_there_is_not_is_named(ask):
    assert "json" in ask("coverage?format=xlsx", 400)["detail"]


def test_numbers_that_look_like_formulas_or_break_lines_stay_in_their_cell(client):
    of = office("TH")
    authority(of, [('=1+1,"\n', "A", 2020, "")])
    assert AuthorityEntry.objects.filter(office=of).count() == 1
    table = client.get("/api/v1/coverage/TH/missing?format=csv").getvalue().decode()
    assert [row["number_key"] for row in csv.DictReader(table.splitlines(keepends=True))] == ['=1+1,"\n']


def test_coverage_of_an_office_that_is_not_here_names_those_that_are(ask):
    assert ask("coverage?office=br,zz", 404)["near"]
    assert {row["office"] for row in ask("coverage?office=br")["rows"]} == {"BR"}


@pytest.mark.parametrize("form", ["csv", "st37", "st37-text"])
def test_without_a_list_what_is_missing_is_unknown_and_not_nothing(ask, client, form):
    office("KH")
    assert ask("coverage/KH/missing")["total"] is None
    answer = client.get(f"/api/v1/coverage/KH/missing?format={form}")
    assert answer.status_code == 404
    assert "unknown" in answer.json()["detail"]
