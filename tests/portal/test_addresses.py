"""A null character in an address, which SQLite would take and PostgreSQL would not."""

import pytest


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
def test_in_a_query_a_null_character_is_a_blank(client):
    assert client.get("/search?q=rice%00husk").status_code in (200, 503)
