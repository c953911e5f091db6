"""Deliveries: the list, and each with its state, counts, passes and findings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.models import Finding, Run
from portal.pages.deliveries import SIZE, counts
from portal.records.models import Delivery
from tests.portal.pages.html import spoken


def finding(run, severity, n=0, **fields):
    return Finding.objects.create(run=run, ordinal=n, code="READ-1", severity=severity, sentence=f"Said {n}.", **fields)


@pytest.fixture
def thai(shelf):
    return Delivery.objects.get(name="TH-2025-01.xml")


def test_the_list_gives_the_latest_first(thai, get):
    page = get("/deliveries")
    rows = [spoken(row) for row in page.all("//tbody/tr")]
    assert len(rows) == Delivery.objects.count()
    assert "PH_AF.csv st36, sample Stored 1 0 0 none" in rows[0]
    (row,) = [row for row in rows if "TH-2025-01.xml" in row]
    assert row.endswith("1 warning")


def test_findings_are_tallied_the_gravest_first(thai, get):
    run = thai.runs.get()
    for n, severity in enumerate(["error", "error", "critical", "critical", "info"]):
        finding(run, severity, n)
    (row,) = [spoken(row) for row in get("/deliveries").all("//tbody/tr") if "TH-2025-01.xml" in spoken(row)]
    assert row.endswith("2 critical, 2 errors, 1 warning, 1 note")


def test_one_delivery(thai, get):
    page = get(f"/deliveries/{thai.sha256}")
    assert page.words("//h1") == "TH-2025-01.xml"
    assert page.words("//p[@class='lede']").startswith("Stored. Received ")
    assert "dated 30 May 2025 by the office" in page.words("//p[@class='lede']")
    assert "Sample data, invented." in page.words("//p[@class='lede']")
    assert "2,048 bytes" in page.words("//dl")
    rows = [spoken(row) for row in page.all("//table[not(@class)]//tbody/tr")]
    assert "Records, new 1" in rows
    assert "Publications 2" in rows
    assert page.links("//section[@id='findings']")["TH-P-1901003456"] == "/records/TH-P-1901003456"
    assert "Done 1 1 new 0 read 0.2" in spoken(page.all("//table[@class='stack']//tbody/tr")[-1])


def test_findings_have_pages_and_can_be_chosen_by_severity(thai, get):
    run = thai.runs.get()
    for n in range(SIZE + 5):
        finding(run, "error", n)
    page = get(f"/deliveries/{thai.sha256}")
    assert len(page.all("//div[@class='find']")) == SIZE
    links = page.links("//section[@id='findings']")
    errors = get(f"/deliveries/{thai.sha256}{links['errors, 55'].partition('#')[0]}")
    assert not [one for one in errors.all("//p[contains(@class, 'sev')]") if one.text != "Error"]
    after = get(f"/deliveries/{thai.sha256}{errors.links()['Next'].partition('#')[0]}")
    assert spoken(after.all("//div[@class='find']")[0]).startswith("Error Said 50.")
    assert after.links()["Previous"] == "?severity=error&place=0#findings"
    assert links["CSV"] == f"/api/v1/deliveries/{thai.sha256}/findings?format=csv"


def test_what_came_of_another_pass_is_said_beside_what_the_delivery_brought(thai, get):
    page = get(f"/deliveries/{thai.sha256}")
    assert "Read again" not in page.words()
    run = Run.objects.create(delivery=thai, stage="done", counts={"records": {"unchanged": 1, "quarantined": 2}})
    page = get(f"/deliveries/{thai.sha256}")
    assert page.words("//p[@role='status']").endswith(": nothing new, 2 in quarantine.")
    rows = [spoken(row) for row in page.all("//tbody/tr")]
    assert "Records, new 1" in rows
    assert "Records, quarantined 2" in rows
    finding(run, "error")
    links = get(f"/deliveries/{thai.sha256}").links("//section[@id='findings']")
    assert {"warnings, 1", "errors, 1"} <= set(links)
    (row,) = [spoken(row) for row in get("/deliveries").all("//tbody/tr") if "TH-2025-01.xml" in spoken(row)]
    assert row.endswith("Stored 1 0 2 1 error, 1 warning")


@pytest.mark.parametrize("address", ["/deliveries", "/deliveries/{}", "/deliveries/{}/report", "/offices/TH"])
def test_a_delivery_of_which_nothing_could_be_read_is_not_said_to_be_stored(thai, get, address):
    said = "Nothing in it could be read"
    assert said not in get(address.format(thai.sha256)).words()
    Run.objects.filter(delivery=thai).update(counts={"records": {"new": 0, "quarantined": 2}})
    assert said in get(address.format(thai.sha256)).words()


def test_why_it_failed_is_said(thai, get):
    Delivery.objects.filter(pk=thai.pk).update(state="failed")
    Run.objects.filter(delivery=thai).update(stage="failed", error="The archive is <broken> at member 3.")
    page = get(f"/deliveries/{thai.sha256}")
    assert page.words("//p[@class='lede']").startswith("Failed.")
    assert "The archive is <broken> at member 3." in page.words()
    assert "<broken>" not in page.text


@pytest.mark.parametrize("query", ["before=x", "before=-1", "before=" + "9" * 40])
def test_an_odd_place_in_the_list_is_refused(db, get, query):
    assert "begin again at its first page" in get(f"/deliveries?{query}", 400).words()


@pytest.mark.parametrize("query", ["severity=grave", "place=x"])
def test_an_odd_part_of_the_findings_is_refused(thai, get, query):
    get(f"/deliveries/{thai.sha256}?{query}", 400)


def test_an_unknown_delivery_is_not_found(db, get):
    assert get("/deliveries/abc", 404).words("//h1") == "There is no such page"


@given(st.recursive(st.integers(), lambda inner: st.dictionaries(st.text("abc_", min_size=1), inner, max_size=3)))
def test_every_number_of_a_run_is_a_line(found):
    def leaves(value):
        return sum(map(leaves, value.values())) if isinstance(value, dict) else 1

    if isinstance(found, dict):
        assert len(counts(found)) == leaves(found)
