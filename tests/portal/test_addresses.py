"""A null character in an address, which SQLite would take and PostgreSQL would not, and addresses that are too long."""

from urllib.parse import quote

import pytest

from portal.addresses import LONGEST
from search.query.limits import MAX_LENGTH

FORM = "application/x-www-form-urlencoded"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    [
        "/records/BR%00",
        "/offices/%00",
        "/deliveries/a%00b",
        "/coverage?kind=%00",
        "/search?applicant=a%00",
        "/search?%00=a",
    ],
)
def test_a_null_character_is_refused_with_a_sentence(client, address):
    answer = client.get(address)
    assert answer.status_code == 400
    assert "null character" in answer.text


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/search?q=s%EDlica", "/api/v1/search?q=s%EDlica", "/api/v1/explain?q=rice&%ED=1"])
def test_an_address_in_latin_1_is_refused_with_a_sentence(client, address):
    answer = client.get(address)
    assert answer.status_code == 400
    assert "not in UTF-8" in answer.text


@pytest.mark.django_db
def test_a_form_in_latin_1_is_refused_as_json_in_it_is(client):
    form = client.post("/api/v1/explain", b"q=s%EDlica", content_type=FORM)
    data = client.post("/api/v1/explain", '{"q": "sílica"}'.encode("latin-1"), content_type="application/json")
    assert (form.status_code, data.status_code) == (400, 400)
    assert form.json()["detail"] == data.json()["detail"]
    assert client.post("/api/v1/explain", "q=s%C3%ADlica%EF%BF%BD", content_type=FORM).status_code in (200, 503)


@pytest.mark.django_db
@pytest.mark.parametrize("q", ["s%C3%ADlica", "rice%EF%BF%BD", "%F0%90%90%B7"])
def test_an_address_in_utf_8_is_read(client, q):
    assert client.get(f"/search?q={q}").status_code in (200, 503)


@pytest.mark.django_db
def test_in_a_query_a_null_character_is_a_blank(client):
    assert client.get("/search?q=rice%00husk").status_code in (200, 503)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/search", "/api/v1/search"])
def test_the_longest_query_of_four_octets_a_letter_is_read(client, path):
    assert client.get(f"{path}?q={quote('𐐷' * MAX_LENGTH)}").status_code in (200, 503)
    longer = client.get(f"{path}?q={quote('𐐷' * (MAX_LENGTH + 1))}")
    assert longer.status_code == 400
    assert f"at most {MAX_LENGTH:,} characters; this has {MAX_LENGTH + 1:,}" in longer.text


@pytest.mark.django_db
def test_an_address_that_is_too_long_is_answered_in_words(client):
    page = client.get("/search?q=" + "a" * LONGEST)
    assert (page.status_code, page["Content-Type"]) == (414, "text/html; charset=utf-8")
    assert f"at most {MAX_LENGTH:,} characters" in page.text
    assert "aaaa" not in page.text
    data = client.get("/api/v1/search?q=" + "a" * LONGEST)
    assert (data.status_code, data["Content-Type"]) == (414, "application/problem+json")
    assert "at most 65,536 are read" in data.json()["detail"]
