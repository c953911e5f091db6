"""What every view does alike."""

import pytest

from portal.api.urls import v1
from portal.api.view import View

VIEWS = [one.callback.view_class for one in v1]
GIVEN = {"id": "BR-P-102012004079", "cc": "BR", "sha256": "br" * 32}


def addresses():
    for one in v1:
        path = str(one.pattern)
        for name, value in GIVEN.items():
            path = path.replace(f"<str:{name}>", value)
        yield f"/api/v1/{path}"


@pytest.mark.usefixtures("indexed")
@pytest.mark.parametrize("address", list(addresses()))
def test_anyone_may_read_from_any_origin_without_a_cookie(client, address):
    response = client.get(address, headers={"Origin": "https://elsewhere.example"})
    assert response.status_code == 200, response.getvalue()
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Cache-Control"] in {"no-cache", "no-store"}
    assert response.headers["Content-Type"] == "application/json"
    assert not response.cookies
    head = client.head(address)
    assert (head.status_code, head.getvalue()) == (200, b"")


@pytest.mark.usefixtures("indexed")
@pytest.mark.parametrize("accept", ["application/json", "*/*", "text/html", ""])
def test_an_answer_is_json_where_that_is_accepted_and_for_a_browser(client, accept):
    response = client.get("/api/v1/offices", headers={"Accept": accept})
    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/json")


@pytest.mark.parametrize("view", VIEWS, ids=[view.name for view in VIEWS])
def test_every_view_says_what_it_is(view):
    assert issubclass(view, View)
    assert view.shape.__doc__.strip()
    assert "json" in view.forms
    assert ("format" in {parameter.name for parameter in view.parameters}) == (len(view.forms) > 1)
    assert len({parameter.name for parameter in view.parameters}) == len(view.parameters)


def test_names_are_the_views_own():
    assert len({view.name for view in VIEWS}) == len(VIEWS)
