import csv

import pytest

from portal.records.models import Delivery
from tests.search.filing import delivery

pytestmark = pytest.mark.usefixtures("portal")


def test_deliveries_are_listed_the_latest_first_page_by_page(ask):
    found, cursor = [], ""
    while cursor is not None:
        answer = ask(f"deliveries?size=1&cursor={cursor}")
        found += [row["sha256"] for row in answer["results"]]
        cursor = answer["next"]
    assert found == list(Delivery.objects.order_by("-pk").values_list("sha256", flat=True))
    assert len(found) > 2


def test_deliveries_are_chosen_by_office_and_state(ask):
    assert {row["office"] for row in ask("deliveries?office=ID")["results"]} == {"ID"}
    assert ask("deliveries?state=failed")["results"] == []


def test_a_delivery_has_its_runs_and_findings_by_severity(ask):
    found = ask(f"deliveries/{delivery('BR').sha256.upper()}")
    assert (found["name"], found["state"]) == ("issue.xml", "received")
    assert found["findings"] == {"warning": 1, "info": 2}
    (run,) = found["runs"]
    assert (run["stage"], run["counts"], run["seconds"]) == ("read", {"events": 1}, {"read": 0.5})


def test_findings_are_listed_chosen_and_paged(ask):
    address = f"deliveries/{delivery('BR').sha256}/findings"
    answer = ask(f"{address}?size=2")
    assert (answer["total"], len(answer["results"])) == (3, 2)
    assert answer["results"][0]["sentence"] == "Said, “0”"
    rest = ask(f"{address}?size=2&cursor={answer['next']}")
    assert [row["ordinal"] for row in rest["results"]] == [2]
    assert rest["next"] is None
    assert ask(f"{address}?severity=warning")["total"] == 1
    assert ask(f"{address}?code=other-code", 400)["parameter"] == "code"
    assert ask(f"{address}?code=OTHER")["total"] == 0


def test_findings_come_as_a_table_too(client):
    response = client.get(f"/api/v1/deliveries/{delivery('BR').sha256}/findings?format=csv")
    rows = list(csv.DictReader(response.getvalue().decode().splitlines()))
    assert [row["severity"] for row in rows] == ["warning", "info", "info"]
    assert rows[0]["record"] == "BR-P-102012004079"


@pytest.mark.parametrize("address", ["deliveries/abc", "deliveries/abc/findings"])
def test_an_unknown_delivery_says_where_all_are_listed(ask, address):
    assert "/api/v1/deliveries" in ask(address, 404)["detail"]


@pytest.mark.parametrize("cursor", ["x", "9" * 19, "-1"])
def test_a_damaged_cursor_is_refused(ask, cursor):
    assert ask(f"deliveries?cursor={cursor}", 400)["parameter"] == "cursor"
