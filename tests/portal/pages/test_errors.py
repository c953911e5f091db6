"""Error pages say what happened and what to do, and none of them needs the database."""

import pytest
from django.db import OperationalError, connection
from django.test import Client, RequestFactory
from django.urls import resolve

from portal.pages import errors, frame
from portal.pages.errors import WORDS
from tests.portal.pages.html import Html


@pytest.mark.parametrize("status", WORDS)
def test_each_says_what_happened_and_what_to_do(status):
    page = Html(errors.error(RequestFactory().get("/x"), status))  # no database: pytest forbids it here
    heading, happened, steps = WORDS[status]
    assert page.response.status_code == status
    assert page.words("//h1") == heading
    assert happened in page.words()
    assert steps in page.words()
    assert f"{status} · " in page.words()


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("/search/?q=%E0%B9%81&office=TH", "/search?q=%E0%B9%81&office=TH"),
        ("/help/", "/help"),
        ("/offices/TH//", "/offices/TH"),
        ("/nowhere/", None),
    ],
)
def test_a_slash_too_many_leads_on(client, address, leads):
    response = client.get(address)
    assert (response.status_code, response.headers.get("Location")) == ((301, leads) if leads else (404, None))
    assert client.post(address).status_code == 404


def test_an_unknown_address(client):
    response = client.get("/records")
    assert response.status_code == 404
    assert "There is no such page" in response.content.decode()


@pytest.mark.parametrize(
    "address", ["/", "/search?q=silica", "/search/advanced", "/records/BR-P-1", "/help", "/coverage"]
)
@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_a_page_that_is_only_read_says_so_and_names_the_methods(address, method):
    response = getattr(Client(enforce_csrf_checks=True), method)(address)
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert Html(response).words("//h1") == "This page is only read"


def test_the_methods_of_a_page_can_be_asked():
    response = Client(enforce_csrf_checks=True).options("/search")
    assert (response.status_code, response["Allow"], response.content) == (204, "GET, HEAD, OPTIONS", b"")


@pytest.mark.parametrize("address", ["/api/", "/api/problems/query"])
def test_the_reference_is_only_read_either(address):
    response = Client(enforce_csrf_checks=True).post(address)
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("name", ["q", "cursor", "from", "page"])
def test_what_has_one_value_is_not_taken_twice(db, get, name):
    said = get(f"/search?{name}=2011&{name}=2012", 400).words()
    assert f"“{name}” is given 2 times; give it once." in said


def test_the_same_said_twice_is_one_value(shelf, get):
    assert "silica" in get("/search?q=silica&q=silica&q=").words()


def test_a_forbidden_page():
    assert errors.forbidden(RequestFactory().get("/x"), PermissionError()).status_code == 403


def test_a_bad_address_says_which_part(db, get):
    assert "“banana” is not a year of publication" in get("/search?from=banana", 400).words()


def test_an_unknown_value_is_named_with_those_there_are(db, get):
    assert "“foo” is not known for right=: rights are patent" in get("/search?right=foo", 400).words()


def test_a_name_that_asks_nothing_is_said_above_the_results(shelf, get):
    page = get("/search?q=silica&lang=th&<b>=1")
    assert "Nothing here is asked with <b>=, lang=: it was left out. Filters are office=, right=" in page.words()


def test_too_many_parameters(db, get):
    page = get("/search?" + "&".join(f"office=A{n}" for n in range(1500)), 400)
    assert page.words("//h1") == "This address cannot be read"


@pytest.fixture
def quiet(client):
    """A client that shows the error page instead of raising."""
    client.raise_request_exception = False
    return client


def test_a_fault_of_ours(quiet, monkeypatch):
    def fault(*_):
        raise RuntimeError("secret detail")

    monkeypatch.setattr(frame, "samples_held", fault)
    response = quiet.get("/help")
    assert response.status_code == 500
    assert "Something broke here" in response.content.decode()
    assert "secret" not in response.content.decode()


@pytest.mark.parametrize(
    "address", ["/", "/search?q=a", "/records/TH-P-1", "/coverage", "/offices", "/deliveries", "/help"]
)
def test_a_database_that_does_not_answer(db, quiet, address):
    def down(*_):
        raise OperationalError("unable to open database file")

    with connection.execute_wrapper(down):
        response = quiet.get(address)
    assert response.status_code == 503
    assert "The store does not answer" in response.content.decode()
    assert "unable to open" not in response.content.decode()


@pytest.mark.parametrize(
    "address", ["/search", "/records/A-P-1", "/coverage", "/offices/TH", "/deliveries/a", "/help", "/"]
)
def test_addresses_that_others_rely_on(address):
    assert resolve(address).func.__module__.startswith("portal.pages.")


@pytest.mark.parametrize("path", ["/", "/search?q=a", "/api/v1/search"])
def test_a_host_that_is_not_this_site_is_refused_with_a_page(client, path):
    answer = client.get(path, headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert "evil.example" not in answer.content.decode()


@pytest.mark.parametrize("q", ["silica", "silica nowhere"])
def test_a_size_of_ones_own_is_said_to_be_left_out(shelf, client, q):
    assert "<b>size=</b>" in client.get("/search", {"q": q, "size": "999"}).text
