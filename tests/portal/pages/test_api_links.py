"""Every address of the API that a page offers answers with the same thing as data."""

import csv
import json

import pytest

from portal.records.models import Delivery

PAGES = {
    "/search?q=silica&office=TH&from=2019&to=2021&sort=newest": {"/api/v1/export"},
    "/records/TH-P-1901003456": {
        "/api/v1/records/TH-P-1901003456",
        "/api/v1/records/TH-P-1901003456/family",
        "/api/v1/records/TH-P-1901003456/similar",
    },
    "/coverage?right=utility_model&kind=S": {"/api/v1/coverage"},
    "/offices/TH?right=patent&kind=B&year=2024": {"/api/v1/coverage", "/api/v1/coverage/TH/missing"},
}


@pytest.mark.parametrize(("address", "offered"), PAGES.items())
def test_links_to_data_answer(shelf, get, client, address, offered):
    links = get(address).all("//main//a[starts-with(@href, '/api/')]/@href")
    assert {link.partition("?")[0] for link in links} == offered
    for link in links:
        assert client.get(link).status_code == 200, link


def test_findings_as_data(shelf, get, client):
    sha256 = Delivery.objects.get(name="TH-2025-01.xml").sha256
    links = get(f"/deliveries/{sha256}").all("//main//a[starts-with(@href, '/api/')]/@href")
    assert len(links) == 2
    for link in links:
        response = client.get(link)
        assert response.status_code == 200
        assert "KIND-02" in b"".join(response).decode()


def test_the_page_and_the_data_find_the_same(shelf, get, client):
    page = get("/search?q=silica&from=2019&to=2021")
    as_json, as_csv = page.all("//p[@class='opts']/a[starts-with(@href, '/api/')]/@href")
    assert page.words("//p[@class='opts'][3]") == "Export all JSON CSV"
    listed = [href.partition("?")[0].rpartition("/")[2] for href in page.all("//article//h2/a/@href")]
    assert [one["id"] for one in json.loads(client.get(as_json).getvalue())["results"]] == listed
    lines = csv.DictReader(client.get(as_csv).getvalue().decode().splitlines())
    assert [one["id"] for one in lines] == listed


def test_every_span_of_years_is_found_and_exported(shelf, get, client):
    page = get("/search?q=silica&to=2021")
    for link in page.all("//p[@class='opts']/a[starts-with(@href, '/api/')]/@href"):
        assert client.get(link).status_code == 200


def test_the_foot_leads_to_the_reference(db, get, client):
    for address in set(get("/help").all("//footer//a/@href")):
        assert client.get(address).status_code == 200, address
