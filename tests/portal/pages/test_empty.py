"""Before anything is delivered, and where a delivery has nothing beside its bytes."""

import pytest

from portal.pages.deliveries import SIZE
from portal.records.models import Delivery
from tests.portal.pages.html import spoken


def test_before_the_first_delivery_the_page_says_what_to_do(db, get):
    page = get("/")
    assert "Search the patents of emerging countries" in page.words("//h1")
    assert "Nothing is held yet. Deliveries come in with manage.py ingest" in page.words()
    assert "Sample data" not in page.text


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/coverage", "Nothing of this right is held or listed."),
        ("/offices", "No office has delivered anything yet."),
        ("/deliveries", "Nothing has been delivered yet. manage.py ingest"),
    ],
)
def test_an_empty_store_says_so(db, get, address, said):
    assert said in get(address).words()


def test_a_long_list_of_deliveries_has_pages(db, get):
    for n in range(SIZE + 3):
        Delivery.objects.create(sha256=f"{n:064}", name=f"d{n}.xml", size=1)
    page = get("/deliveries")
    assert len(page.all("//tbody/tr")) == SIZE
    rest = get(page.all("//a[@rel='next']/@href")[0])
    assert [spoken(a) for a in rest.all("//tbody//a")] == ["d2.xml", "d1.xml", "d0.xml"]
    assert rest.links("//nav[@aria-label='Pages']") == {"First page": "/deliveries"}
    assert not rest.all("//a[@rel='next']")


def test_a_delivery_without_office_or_run(db, get):
    made = Delivery.objects.create(sha256="a" * 64, name="odd.bin", size=3)
    assert "not known odd.bin not recognised Received" in get("/deliveries").words("//tbody")
    page = get(f"/deliveries/{made.sha256}")
    assert page.words("//p[@class='lede']").startswith("Received. Received")
    assert not page.all("//section[@id='findings']")
