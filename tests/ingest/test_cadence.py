"""Offices that are late by the cadence of their profile."""

from __future__ import annotations

import datetime as dt

import pytest

from ingest.quality.cadence import late
from portal.records.models import Delivery
from tests.factories.records import delivery, office

pytestmark = pytest.mark.django_db
CAME = dt.datetime(2026, 3, 1, 23, 59, tzinfo=dt.UTC)


def sent(code: str, every: int | None, when: dt.datetime = CAME, **fields: object) -> None:
    office(code, profile={"cadence_days": every})
    made = delivery(code, **fields)
    Delivery.objects.filter(pk=made.pk).update(received_at=when)


@pytest.mark.parametrize(("day", "days"), [(8, None), (9, 1), (20, 12)])
def test_an_office_is_late_from_the_day_after_its_next_delivery_was_due(day: int, days: int | None) -> None:
    sent("BR", 7)
    assert [one.days for one in late(dt.date(2026, 3, day))] == ([days] if days else [])


@pytest.mark.parametrize("fields", [{"sample": True}, {"state": "failed"}, {"state": "rejected"}])
def test_only_a_delivery_of_its_own_that_was_taken_counts(fields: dict[str, object]) -> None:
    sent("BR", 7)
    sent("BR", 7, CAME + dt.timedelta(30), **fields)
    assert [one.days for one in late(dt.date(2026, 4, 1))] == [24]


@pytest.mark.parametrize("state", ["held", "running", "received"])
def test_one_that_is_still_on_its_way_has_come(state: str) -> None:
    sent("BR", 7)
    sent("BR", 7, CAME + dt.timedelta(30), state=state)
    assert late(dt.date(2026, 4, 1)) == []


def test_the_latest_stand_first_and_one_can_be_asked_for() -> None:
    sent("BR", 7)
    sent("VN", 30)
    sent("KH", None)
    sent("TH", 7, sample=True)
    today = dt.date(2026, 6, 1)
    assert [(one.office.code, one.every, one.last) for one in late(today)] == [
        ("BR", 7, CAME.date()),
        ("VN", 30, CAME.date()),
    ]
    assert [one.office.code for one in late(today, "VN")] == ["VN"]
    assert late(today, "KH") == []
