"""Offices: the list, and each with its cells, elements, missing documents, terms and deliveries."""

import datetime as dt
import re

import pytest
from django.utils import timezone

from portal.coverage import listing
from portal.coverage.counting import recount
from portal.coverage.models import Cell, Counted
from portal.pages.offices import MISSING
from portal.records.models import AuthorityEntry, AuthorityFile, Delivery, Office
from tests.portal.pages.html import spoken


def test_the_list_gives_each_offices_figures(shelf, get):
    rows = {spoken(row.xpath("th/a")[0]): spoken(row) for row in get("/offices").all("//tbody/tr")}
    assert rows["Thailand"].startswith("Thailand TH, sample 1 5 20.0% ")
    assert "30 May 2025 Thai Free re-use with the source named." in rows["Thailand"]
    assert rows["Cambodia"].startswith("Cambodia KH, sample 1 unknown 1 document ")
    assert "no list" in rows["Cambodia"]
    assert len(rows) == 8


def test_an_undated_list_is_a_list(shelf, get):
    AuthorityFile.objects.filter(office="TH").update(produced=None)
    rows = {spoken(row.xpath("th/a")[0]): spoken(row) for row in get("/offices").all("//tbody/tr")}
    assert "undated" in rows["Thailand"]
    assert "Authority file (ST.37) without a date" in get("/offices/TH").words("//div[@class='trio']")


def test_the_figures_of_an_office(shelf, get):
    page = get("/offices/TH")
    assert page.words("//h1") == "Thailand"
    assert page.words("//p[@class='lede']") == "Department of Intellectual Property. Publishes in Thai."
    assert [spoken(one) for one in page.all("//p[@class='big']")] == ["5", "1", "1"]
    assert "20.0% of the list, 4 missing" in page.words("//div[@class='trio']")


def test_elements_are_counted_by_language_and_origin(shelf, get):
    rows = [spoken(row) for row in get("/offices/TH").all("//ul[@class='strips meters']/li")]
    assert rows == [
        "Description 0 · 0.0%" if element == "Description" else f"{element} 1 · 100.0%"
        for element in (
            "Title",
            "Title in English",
            "Title in Thai",
            "Abstract",
            "Abstract in Thai",
            "Claims",
            "Claims in English, machine",
            "Claims in Thai",
            "Description",
            "IPC",
            "Applicant",
            "Filing date",
            "Priority date",
        )
    ]


@pytest.mark.parametrize(
    ("right", "parts"),
    [
        ("utility_model", ["Title", "Abstract", "Claims", "Description"]),
        ("design", ["Title", "Description"]),
        ("trademark", ["Title", "Description"]),
    ],
)
def test_shares_are_of_what_is_held_and_a_part_that_none_has_is_told(shelf, get, right, parts):
    Cell.objects.filter(office="KH").update(right=right, held=3, elements={"title": 2})
    Cell.objects.create(office_id="KH", right="patent", kind="A", year=2020, mentioned=2)
    rows = [spoken(row) for row in get("/offices/KH").all("//ul[@class='strips meters']/li")]
    assert rows == [f"{part} 2 · 66.6%" if part == "Title" else f"{part} 0 · 0.0%" for part in parts]


def test_what_the_law_does_not_publish_is_not_missing(shelf, get):
    page = get("/offices/ID")
    rows = [spoken(row) for row in page.all("//ul[@class='strips meters']/li")]
    assert "Claims not published by law" in rows
    assert "Description not published by law" in rows
    assert "Claims: not published by law" in page.all("//svg[@class='meter']/@aria-label")
    assert "by law not published: claims, description of utility_model" in page.words("//div[@class='trio']")


def test_kinds_and_years_are_a_table(shelf, get):
    page = get("/offices/TH")
    (row,) = [spoken(one) for one in page.all("//section[@id='cells']//tbody/tr[not(@class)]")]
    assert row.startswith("B Granted patent")
    assert row.endswith("? 20 5 1")
    assert page.links("//section[@id='cells']//tbody")["20"] == "?right=patent&kind=B&year=2024#missing"


def test_missing_documents_are_listed_with_their_reason(shelf, get):
    AuthorityEntry.objects.filter(office="TH", number_key="990").update(exception="M")
    page = get("/offices/TH")
    rows = [spoken(row) for row in page.all("//section[@id='missing']//tbody/tr")]
    assert len(rows) == listing.missing(Office.objects.get(pk="TH")).count() == 4
    assert rows[0] == "TH 990 B Granted patent 5 Jul 2024 M, Document missing"
    assert rows[1] == "TH 991 B Granted patent 5 Jul 2024 listed, no exception"
    assert page.links("//section[@id='missing']")["CSV"] == "/api/v1/coverage/TH/missing?format=csv"


def test_the_missing_list_can_be_narrowed(shelf, get):
    page = get("/offices/TH?right=patent&kind=B&year=2023")
    assert "Everything the list names here is held." in page.words("//section[@id='missing']")
    page = get("/offices/TH?right=patent&kind=B&year=2024")
    assert "Only patent, kind B, 2024." in page.words("//section[@id='missing']")
    data = page.links("//section[@id='missing']")["JSON"]
    assert data == "/api/v1/coverage/TH/missing?right=patent&kind=B&year=2024&format=json"


def test_a_long_missing_list_has_pages(shelf, get):
    file = AuthorityFile.objects.get(office="EG")
    rows = [
        AuthorityEntry(
            authority_file=file, office_id="EG", right="patent", number_original=f"{n}", number_key=f"{n}", kind="A"
        )
        for n in range(10_000, 10_000 + 2 * MISSING)
    ]
    AuthorityEntry.objects.bulk_create(rows)
    recount("EG")
    seen, address = [], "/offices/EG"
    while address:
        page = get(address.partition("#")[0])
        seen += [spoken(one) for one in page.all("//section[@id='missing']//tbody/tr/td[1]")]
        address = page.links("//section[@id='missing']").get("Next", "")
    assert len(seen) == len(set(seen)) == 2 * MISSING + 2
    assert "101 to 102 of 102" in page.words("//section[@id='missing']")
    assert page.links("//section[@id='missing']")["Previous"] == "/offices/EG?place=50#missing"
    get("/offices/EG?place=5000", 404)


def test_without_a_list_nothing_can_be_missing(shelf, get):
    page = get("/offices/KH")
    assert "Not known: the office has given no list" in page.words("//section[@id='missing']")
    assert spoken(page.all("//p[@class='big']")[0]) == "unknown"


def test_terms_register_and_deliveries(shelf, get):
    page = get("/offices/TH")
    assert "Free re-use with the source named." in page.words("//section[@id='terms']")
    assert page.all("//section[@id='terms']//a/@rel") == ["external noreferrer"]
    for address in page.links("//section[@id='deliveries']").values():
        get(address)
    Office.objects.filter(pk="TH").update(profile={})
    assert "No terms are recorded for this office’s data." in get("/offices/TH").words("//section[@id='terms']")


@pytest.mark.parametrize("query", ["right=dream", "year=abc", "year=-5", "place=x", "place=99999999999", "year=²"])
def test_what_cannot_be_read_is_refused(shelf, get, query):
    assert "Choose it on the page itself" in get(f"/offices/TH?{query}", 400).words()


@pytest.mark.parametrize("query", ["kind=" + "Z" * 500, "year=", "right="])
def test_odd_choices_find_nothing_or_everything(shelf, get, query):
    get(f"/offices/TH?{query}")


def test_an_unknown_office_is_not_found(shelf, get):
    page = get("/offices/zz", 404)
    assert "No office zz is held here" in page.words("//h1")
    assert "no code of an office in WIPO ST.3" in page.words()
    assert "TH Thailand" in page.links()
    assert "New Zealand is an office, but nothing of it is held" in get("/offices/NZ", 404).words()
    assert not get("/offices/<script>", 404).all("//h1/*")


def test_an_office_is_found_in_small_letters(shelf, client):
    assert client.get("/offices/th?year=2020")["Location"] == "/offices/TH?year=2020"


def test_an_office_that_is_late_is_shown_as_overdue(shelf, get):
    assert "Overdue" not in get("/offices/TH").words()
    Office.objects.filter(pk="TH").update(profile={"cadence_days": 7})
    Delivery.objects.filter(office="TH").update(sample=False, received_at=timezone.now() - dt.timedelta(days=9))
    assert "Overdue by 2 days: the last came on " in get("/offices/TH").words("//section[@id='deliveries']")
    words = get("/deliveries").words()
    assert "Overdue Thailand , by 2 days: the last came on " in words
    assert "one is expected every 7 days" in words
    Office.objects.filter(pk="TH").update(profile={"cadence_days": 1})
    for address in ("/deliveries", "/offices/TH"):
        assert re.search(r"one is expected every 1 day\b", get(address).words())


def test_where_the_list_and_what_is_held_disagree_is_shown_with_numbers(shelf, get):
    assert not get("/offices/TH").all("//section[@id='contradictions']")
    told = {"AF-DAY": {"count": 1234, "numbers": ["1901003456 B"]}}
    Counted.objects.update_or_create(
        office_id="TH", defaults={"at": timezone.now(), "seconds": 1, "contradictions": told}
    )
    row = get("/offices/TH").words("//section[@id='contradictions']//tbody")
    assert row == "1,234 held with another day of publication than the list has 1901003456 B and others"


def test_publications_known_only_by_number_or_date_are_counted_apart(shelf, get):
    Cell.objects.filter(office="TH").update(mentioned=0)
    assert "known only by number or date" not in get("/offices/TH").words("//main")
    Cell.objects.filter(pk=Cell.objects.filter(office="TH").first().pk).update(mentioned=1200)
    assert "1,200 more are known only by number or date" in get("/offices/TH").words("//main")
    Cell.objects.filter(office="TH", mentioned=1200).update(mentioned=1)
    assert "1 more is known only by number or date" in get("/offices/TH").words("//main")
