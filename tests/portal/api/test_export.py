"""A whole result list as a file: everything, in the order of the list, with what could not be seen, up to a limit that is said."""

import csv
import json

import pytest

from search import service
from tests.portal.api.conftest import HUSK

pytestmark = pytest.mark.usefixtures("indexed")


@pytest.fixture
def sent(client):
    """Return a function that gets the text of an exported file."""

    def get(asked, status=200):
        response = client.get(f"/api/v1/export?{asked}")
        assert response.status_code == status
        assert response.headers["Cache-Control"] == "no-store"
        return response.getvalue().decode()

    return get


@pytest.mark.parametrize("size", [1, 2, 100])
@pytest.mark.parametrize(
    "asked", ["sort=newest", "q=casca&sort=oldest", "sort=oldest&office=BR", "q=zyzzyva", "collapse=family"]
)
def test_a_file_has_what_the_search_finds_in_its_order(sent, ask, monkeypatch, asked, size):
    monkeypatch.setattr(service, "MAX_SIZE", size)
    answer, made = (
        ask(f"search?{asked}&size=1") if size == 1 else ask(f"search?{asked}&size={min(size, 2)}"),
        json.loads(sent(asked)),
    )
    assert {name: made[name] for name in ("query", "total", "families", "blind_spots")} == {
        name: answer[name] for name in ("query", "total", "families", "blind_spots")
    }
    ids = [hit["id"] for hit in made["results"]]
    assert len(ids) == len(set(ids)) == (answer["families"] if "collapse" in asked else answer["total"])
    assert made["results"][: len(answer["results"])] == answer["results"]
    assert [row["id"] for row in csv.DictReader(sent(f"{asked}&format=csv").splitlines())] == ids


def test_a_line_says_what_a_record_is(sent):
    (row,) = csv.DictReader(sent("q=silica%20husk&format=csv").splitlines())
    assert (row["id"], row["office"], row["right"], row["kind"]) == (HUSK, "BR", "patent", "A1")
    assert row["title"]
    assert row["publications"].endswith(" A1")
    assert (row["status"], row["status_as_received"], row["status_by_term"]) == ("unknown", "false", "false")
    assert row["sample"] == "false"


def test_a_file_ends_at_a_limit_and_says_so(sent, monkeypatch):
    monkeypatch.setattr(service, "MAX_SIZE", 1)
    monkeypatch.setattr(service, "MOST_EXPORTED", 2)
    made = json.loads(sent("sort=newest"))
    assert (made["total"], made["most"], len(made["results"])) == (3, 2, 2)
    assert len(sent("sort=newest&format=csv").splitlines()) == 3


@pytest.mark.parametrize("asked", ["q=ti%3D(a", "office=xyz", "size=5", "cursor=x", "kind=granted"])
def test_what_cannot_be_read_is_a_problem_and_no_file(sent, asked):
    assert json.loads(sent(asked, 400))["status"] == 400
