"""What an operator does in a browser: see why a delivery waits, sign in, decide, and watch the work go on."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from ingest.models import Run
from portal.records.models import Delivery, Record
from tests.factories.deliveries import br_number, dispatch, rpi
from tests.ingest.test_pipeline import carry
from tests.journeys.test_reader import sound

pytestmark = pytest.mark.browser
PASSWORD = "palm-leaf-manuscript"


@pytest.fixture
def waiting(site, settings, tmp_path):
    """Two gazette issues with too few dispatches, after a usual one."""
    settings.DELIVERIES_DIR, settings.TRANSLATION_PROVIDER = tmp_path / "deliveries", "none"
    User.objects.create_user("ana", password=PASSWORD, is_staff=True)
    for number, dispatches in ((2601, 120), (2602, 12), (2603, 13)):
        rows = [dispatch(br_number(n), title=f"Forno {number}") for n in range(1, dispatches + 1)]
        carry(rpi(tmp_path / f"{number}.xml", rows, issue=number))
    found = {name: f"/deliveries/{sha}" for name, sha in Delivery.objects.values_list("name", "sha256")}
    return found["2602.xml"], found["2603.xml"]


def title():
    return Record.objects.get(pk="BR-P-102020000001").texts.get(origin="office").content


def test_a_delivery_is_released_and_another_rejected(reader, waiting):
    page, (first, second) = reader.page, waiting
    page.goto("/deliveries")
    sound(page)
    page.click("text=2602.xml")
    assert "12 documents came, 10% of the 120" in page.inner_text("#decide")
    sound(page)
    page.click("text=Sign in to decide")
    sound(page)
    page.fill("#id_username", "ana")
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")
    assert page.url.endswith(f"{first}#decide")
    assert title() == "Forno 2601"
    sound(page)
    page.fill("#why", "A holiday week.")
    page.click("button[value=release]")
    assert page.inner_text(".lede").startswith("Stored.")
    assert title() == "Forno 2602"
    assert "Released" in page.inner_text("text=Decisions >> xpath=..")
    page.goto(second)
    page.fill("#why", f"Cut off. {'Patente_2603_' * 9}.xml")
    page.click("button[value=reject]")
    assert page.inner_text(".lede").startswith("Rejected.")
    assert "Cut off." in page.inner_text("#decide")
    sound(page)
    assert title() == "Forno 2602"
    page.goto(f"{second}/report")
    assert "13 documents came" in page.inner_text("main")
    sound(page)


def test_work_goes_on_before_ones_eyes(reader, waiting):
    page, (first, _) = reader.page, waiting
    run = Run.objects.filter(delivery__sha256=first.rpartition("/")[2])
    Delivery.objects.filter(runs__in=run).update(state="running")
    run.update(stage="read", position=4, error="")
    page.goto(first)
    page.evaluate("window.here = true")  # gone when the page is loaded anew
    sound(page)
    assert "Reading and storing: 4 of 12 documents" in page.inner_text("#progress")
    run.update(position=9)
    page.wait_for_selector("#progress:has-text('9 of 12')")
    assert page.evaluate("window.here") is True
    Delivery.objects.filter(runs__in=run).update(state="stored")
    run.update(stage="done")
    page.wait_for_selector(".lede:has-text('Stored.')")
    assert page.evaluate("window.here") is None
