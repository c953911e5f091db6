"""The home page: what is held at a glance, what came last, what is missing, and examples that find something."""

import pytest

from ingest.models import Run
from portal.pages.home import EXAMPLES
from portal.records.models import Delivery
from search.query.parser import parse
from tests.portal.pages.html import spoken
from tests.portal.pages.shelf import OFFICES


@pytest.mark.parametrize("query", [query for query, _, _ in EXAMPLES])
def test_examples_can_be_read_and_lead_to_their_search(shelf, get, query):
    assert parse(query).warnings == ()
    (address,) = [href for words, href in get("/").links("//ul[@class='try']").items() if words == query]
    assert get(address).all("//input[@id='q']/@value") == [query]


def test_every_office_is_a_leaf(shelf, get):
    page = get("/")
    assert "Search the patents of 8 offices" in page.words("//h1")
    rows = page.all("//ul[@class='strips']/li[not(@class)]")
    assert sorted(spoken(row.xpath("a")[0]) for row in rows) == sorted(one["country"] for one in OFFICES.values())
    held = {spoken(row.xpath("a")[0]): spoken(row.xpath("span")[0]) for row in rows}
    assert held["Cambodia"] == "unknown"
    assert held["Indonesia"] == "by law"
    assert held["Thailand"] == "20%"
    assert held["Philippines"] == "100%"


def test_a_leaf_says_in_words_what_it_shows(shelf, get):
    labels = get("/").all("//svg[@class='leaves']/@aria-label")
    assert "Thailand, claims held by year in per cent: 2024 20" in labels
    assert "Indonesia, claims held by year in per cent: 2021 §" in labels


def test_what_came_last_and_what_is_missing(shelf, get):
    page = get("/")
    newest, missing = (spoken(one) for one in page.all("//ul[@class='news']"))
    assert newest.count("delivered") == 5
    assert "Thailand : 4 published, not held" in missing
    assert "Cambodia : no list of what was published" in missing


def test_an_authority_file_brings_a_list_and_no_records(shelf, get):
    run = Run.objects.get(delivery=Delivery.objects.order_by("-id").first())
    run.counts = {"entries": 4}
    run.save()
    assert "a list of what it published" in get("/").words("//ul[@class='news']")
