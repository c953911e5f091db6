"""How far a delivery has come: stages, what waits, and why nothing goes on."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone
from redis.exceptions import ConnectionError as Refused

from ingest.models import Run
from portal import health
from portal.coverage.models import PendingOffice
from portal.pages.progress import came, steps, stuck
from portal.records.models import Delivery
from search.models import Pending
from tests.portal.pages.html import spoken


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"stage": "count", "position": 500}, [("now", 500, None), ("waiting", None, None), ("waiting", None, None)]),
        ({"stage": "read", "position": 500, "total": 900}, [("done", 900, None), ("now", 500, 900), ("waiting", None, None)]),
        ({"stage": "translate", "position": 900, "total": 900, "texts_done": 6},
         [("done", 900, None), ("done", 900, 900), ("now", 6, None)]),
        ({"stage": "done", "position": 900, "total": 900, "texts_done": 6},
         [("done", 900, None), ("done", 900, 900), ("done", 6, None)]),
        ({"stage": "translate", "total": 900, "texts_done": 50, "texts_total": 70},
         [("done", 900, None), ("done", 900, 900), ("now", 50, 70)]),
        ({"stage": "held", "total": 900}, [("done", 900, None), ("waiting", None, 900), ("waiting", None, None)]),
        ({"stage": "rejected", "total": 900}, [("done", 900, None), ("not reached", None, 900), ("not reached", None, None)]),
        ({"stage": "failed"}, [("stopped", 0, None), ("not reached", None, None), ("not reached", None, None)]),
        ({"stage": "failed", "position": 5, "total": 9}, [("done", 9, None), ("stopped", 5, 9), ("not reached", None, None)]),
    ],
)  # fmt: skip
def test_stages_are_done_now_or_waiting(fields, shown):
    found = steps(Run(**fields))
    assert [(one.state, one.done, one.total) for one in found] == shown
    assert [one.label for one in found] == ["Counting", "Reading and storing", "Translating"]


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({}, ""),
        ({"entries": 3}, ""),
        ({"records": {"new": 1_109, "changed": 44, "unchanged": 1}}, "1,109 new, 44 changed"),
        ({"records": {"unchanged": 3, "quarantined": 1}}, "nothing new, 1 in quarantine"),
        ({"records": {"changed": 1, "again": 2}}, "3 changed"),
        ({"records": {"new": 0}}, "nothing new"),
    ],
)
def test_a_pass_says_what_came_of_it(counts, words):
    assert came(Run(counts=counts)) == words


def test_each_stage_has_its_seconds():
    assert [one.seconds for one in steps(Run(stage="done", seconds={"count": 1.5, "translate": 2}))] == [1.5, None, 2]


@pytest.fixture
def busy(shelf):
    found = Delivery.objects.get(name="TH-2025-01.xml")
    Delivery.objects.filter(pk=found.pk).update(state="running")
    Run.objects.filter(delivery=found).update(stage="read", position=12_345, total=20_000, seconds={"count": 3.5})
    return f"/deliveries/{found.sha256}"


def test_work_under_way_shows_its_stages_and_how_much_is_done(busy, get):
    page = get(busy)
    rows = [spoken(row) for row in page.all("//section[@id='progress']//tbody/tr")]
    assert rows == ["Counting done 20,000 3.5", "Reading and storing now 12,345 20,000", "Translating waiting"]
    (bar,) = page.all("//progress[@id='work']")
    assert (bar.get("value"), bar.get("max")) == ("12345", "20000")


def test_a_page_of_work_under_way_renews_itself_with_script_and_without(busy, get):
    page = get(busy)
    assert page.all("//section[@id='progress'][@data-live]")
    assert page.all("//script[contains(@src, 'live')]")
    assert page.all("//noscript/meta[@http-equiv='refresh']/@content") == ["10"]
    over = get(f"/deliveries/{Delivery.objects.filter(state='stored').first().sha256}")
    assert not over.all("//*[@data-live] | //script[contains(@src, 'live')] | //noscript")


def test_the_list_renews_itself_while_anything_is_under_way(busy, get):
    page = get("/deliveries")
    assert page.all("//section[@id='received'][@data-live]")
    assert "Being read 12,345 of 20,000" in page.words("//section[@id='received']")
    Delivery.objects.update(state="stored")
    Run.objects.update(stage="done")
    assert not get("/deliveries").all("//*[@data-live]")


def test_what_is_stored_is_under_way_until_it_is_translated(shelf, get):
    found = Delivery.objects.get(name="TH-2025-01.xml")
    Run.objects.filter(delivery=found).update(stage="translate", texts_done=1050, texts_total=1171)
    page = get(f"/deliveries/{found.sha256}")
    assert "Translating: 1,050 of 1,171 texts" in page.words("//section[@id='progress'][@data-live]")
    assert get("/deliveries").all("//section[@id='received'][@data-live]")
    Run.objects.update(stage="done")
    assert not get(f"/deliveries/{found.sha256}").all("//*[@data-live]")
    assert not get("/deliveries").all("//*[@data-live]")
    Pending.objects.create(record_id="TH-P-1")
    assert get("/deliveries").all("//section[@id='received'][@data-live]")


def test_what_waits_is_counted(busy, get):
    Pending.objects.create(record_id="TH-P-1")
    for _ in range(2):
        PendingOffice.objects.create(office_id="TH")
    words = "Waiting: 1 delivery to be read or translated, 1 record to be indexed, 1 office to be counted."
    assert words in get("/deliveries").words()
    assert words in get(busy).words()


def test_a_broker_that_is_down_is_said_with_what_to_do(busy, get, monkeypatch):
    def down():
        raise Refused("Connection refused")

    monkeypatch.setattr(health, "_broker", down)
    for address in ("/deliveries", busy):
        said = get(address).words("//p[@role='status']")
        assert said.startswith(
            "The broker does not answer (Connection refused). Deliveries are kept but not carried on"
        )
        assert "make run" in said
        assert "manage.py retry" in said
    Delivery.objects.update(state="stored")
    Run.objects.update(stage="done")
    assert not get(busy).all("//p[@role='status']")  # nothing of it waits


@pytest.mark.parametrize(("minutes", "said"), [(1, False), (11, True)])
def test_a_worker_that_is_gone_is_missed(busy, settings, monkeypatch, minutes, said):
    monkeypatch.setattr(health, "_broker", lambda: "")
    settings.BROKER_URL = "redis://127.0.0.1:1/0"
    Run.objects.filter(stage="read").update(updated_at=timezone.now() - dt.timedelta(minutes=minutes))
    sentence = stuck(Run.objects.get(stage="read"))
    assert ("Is a worker running?" in sentence) is said
    Run.objects.update(stage="held")
    assert stuck(Run.objects.filter(stage="held").first()) == ""


def test_without_a_broker_nothing_is_missed(db, settings):
    settings.BROKER_URL = ""
    assert stuck(None) == ""
