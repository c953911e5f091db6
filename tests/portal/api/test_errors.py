import json

import pytest
from django.core.exceptions import SuspiciousOperation, TooManyFieldsSent
from django.db import OperationalError
from django.http import Http404

from portal.api import questions
from portal.api.errors import KINDS, problem


@pytest.mark.parametrize(
    ("raised", "status", "kind", "said"),
    [
        (Http404("No Record matches"), 404, "not-found", "nothing at this address"),
        (TooManyFieldsSent("secret settings.NAME"), 400, "request", "too many parameters; at most 1,000"),
        (SuspiciousOperation("secret settings.NAME"), 400, "request", "not read here"),
        (OperationalError("password for user lontar"), 503, "store-down", "Nothing is lost"),
        (RuntimeError("secret detail"), 500, "fault", "not in what you asked"),
    ],
)
def test_whatever_is_raised_becomes_a_problem(raised, status, kind, said, caplog):
    response = problem(raised, {})
    body = json.loads(response.content)
    assert (response.status_code, response.headers["Content-Type"]) == (status, "application/problem+json")
    assert list(body) == ["type", "title", "status", "detail"]
    assert (body["type"], body["status"]) == (f"/api/problems/{kind}", status)
    assert said in body["detail"]
    assert "secret" not in body["detail"]
    assert "password" not in body["detail"]
    assert (response.headers["Access-Control-Allow-Origin"], response.headers["Cache-Control"]) == ("*", "no-store")
    assert ("Retry-After" in response.headers) == (status == 503)


def test_a_fault_is_logged_with_its_cause_and_answered_without(client, monkeypatch, caplog):
    def broken(*_):
        raise RuntimeError("the cause")

    monkeypatch.setattr(questions, "search_answer", broken)
    response = client.get("/api/v1/search")
    assert (response.status_code, response.json()["type"]) == (500, "/api/problems/fault")
    assert "the cause" not in response.text
    assert "the cause" in caplog.text


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("post", "offices", "GET, HEAD, OPTIONS"),
        *((method, "search", "GET, HEAD, POST, OPTIONS") for method in ("put", "patch", "delete")),
    ],
)
def test_what_changes_something_is_not_answered(client, method, path, allowed):
    response = getattr(client, method)(f"/api/v1/{path}", data="{", content_type="application/json")
    assert (response.status_code, response.json()["type"]) == (405, "/api/problems/method")
    assert response.headers["Allow"] == allowed


def test_a_damaged_cursor_is_a_wrong_parameter_and_no_wrong_query(client, indexed):
    response = client.get("/api/v1/search", {"q": "silica", "cursor": "abc"})
    body = response.json()
    assert (response.status_code, body["type"], body["parameter"]) == (400, "/api/problems/parameter", "cursor")
    assert "position" not in body


ACCEPTED = [
    ("application/xml", 406),
    ("text/csv", 406),
    ("application/json;q=0", 406),
    ("*/*;q=0", 406),
    ("image/*, application/pdf", 406),
    ("application/json; charset=utf-8", 200),
    ("application/xml, application/*;q=0.1", 200),
    ("text/html,application/xhtml+xml", 200),
    ("*/*", 200),
    ("", 200),
]


@pytest.mark.parametrize(("accept", "status"), ACCEPTED)
def test_a_form_that_is_not_accepted_is_not_sent(client, indexed, accept, status):
    response = client.get("/api/v1/search", {"q": "silica"}, headers={"Accept": accept})
    assert response.status_code == status
    if status == 406:
        assert response.json()["type"] == "/api/problems/not-acceptable"
        assert "application/json" in response.json()["detail"]


def test_of_several_forms_one_is_enough_and_format_decides(client, indexed):
    for given, headers, media in (
        ({}, {"Accept": "text/csv"}, "text/csv"),
        ({"format": "csv"}, {"Accept": "application/xml"}, "text/csv"),
    ):
        response = client.get("/api/v1/coverage", given, headers=headers)
        assert (response.status_code, response.headers["Content-Type"].partition(";")[0]) == (200, media)


@pytest.mark.parametrize("address", ["/api/v1/", "/api/v1/serch", "/api/v1/search/", "/api/v2/search", "/api/x%00y"])
def test_an_unknown_address_is_a_problem_too(client, address):
    response = client.get(address)
    assert (response.status_code, response.headers["Content-Type"]) == (404, "application/problem+json")
    assert response.json()["detail"].startswith("There is nothing at /api/")
    assert (response.headers["Access-Control-Allow-Origin"], response.headers["Cache-Control"]) == ("*", "no-store")


@pytest.mark.parametrize("path", ["records/B%00", "offices/B%00", "coverage/B%00/missing", "deliveries/%00/findings"])
def test_a_character_that_no_id_has_is_nothing_anywhere(client, db, path):
    response = client.get(f"/api/v1/{path}")
    assert (response.status_code, response.json()["type"]) == (404, "/api/problems/not-found")


def test_the_type_of_every_problem_leads_somewhere(client):
    for kind, (status, title, steps) in KINDS.items():
        found = client.get(f"/api/problems/{kind}").json()
        assert found == {"kind": kind, "status": status, "title": title, "what_to_do": steps}
    assert client.get("/api/problems/other").json()["near"] == list(KINDS)


def test_too_many_parameters_of_an_address_are_a_problem_too(client, db):
    response = client.get("/api/v1/search?" + "&".join(f"a{n}=1" for n in range(1_001)))
    assert (response.status_code, response.json()["type"]) == (400, "/api/problems/request")
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_an_unknown_parameter_is_named_on_every_view(client, db):
    for path in ("search", "explain", "offices", "coverage", "deliveries", "records/BR-P-1", "offices/BR"):
        body = client.get(f"/api/v1/{path}?nonsense=1").json()
        assert (body["type"], body["parameter"]) == ("/api/problems/parameter", "nonsense")
