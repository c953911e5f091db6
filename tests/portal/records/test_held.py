"""A record as it is read: the ids beside one that is not held, and up to when anything is known."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from portal.records import held
from portal.records.held import Known
from portal.records.models import Record
from portal.records.store import store
from tests.factories.records import delivery, draft

pytestmark = pytest.mark.django_db
LAST = "The last delivery of this form held of Brazil is of"
NEWEST = "The newest value held of this record"
EARLIER, PUBLISHED, LATER = dt.date(2019, 12, 31), dt.date(2020, 1, 7), dt.date(2020, 2, 4)


def test_the_ids_beside_one_are_of_its_office_and_right_two_on_either_side() -> None:
    source = delivery()
    store([draft(f"BR-P-10202000000{n}", source) for n in range(1, 8)] + [draft("BR-U-202020000004", source)])
    Record.objects.filter(pk="BR-P-102020000004").delete()
    assert held.nearest("br-p-102020000004") == [f"BR-P-10202000000{n}" for n in (2, 3, 5, 6)]
    assert held.nearest("BR-D-1") == held.nearest("BR-P-") == held.nearest("x" * 500) == []


def test_of_an_id_that_is_too_long_its_beginning_is_near() -> None:
    longest = f"BR-P-{'1' * 43}"
    source = delivery()
    Record.objects.create(
        pk=longest, office=source.office, right="patent", first_delivery=source, latest_delivery=source
    )
    assert held.nearest(f"{longest}1") == [longest]


@pytest.mark.parametrize(
    ("own", "other", "known"),
    [
        ({"published": PUBLISHED}, {}, Known(PUBLISHED, LAST)),
        ({"published": PUBLISHED}, {"published": LATER}, Known(LATER, LAST)),
        ({"published": PUBLISHED}, {"published": LATER, "dialect": "st66"}, Known(PUBLISHED, LAST)),
        ({"published": PUBLISHED}, {"published": LATER, "state": "held"}, Known(PUBLISHED, LAST)),
        ({"published": EARLIER}, {}, Known(PUBLISHED, f"{NEWEST} was received on")),
        ({}, {}, Known(PUBLISHED, f"{NEWEST} was received on")),
        ({"published": PUBLISHED, "state": "running"}, {}, Known(PUBLISHED, f"{NEWEST} is of")),
    ],
)
def test_known_is_what_the_last_delivery_of_its_form_could_say_else_the_newest_value(
    own: dict[str, Any], other: dict[str, Any], known: Known
) -> None:
    source, _ = delivery(**own), delivery(**other)
    store([draft("BR-P-102020000001", source, filed="2019-01-01", events=(("2020-01-07", "16.1", "F"),))])
    record = held.find("br-p-102020000001", *held.ROWS)
    assert record is not None
    senders = held.deliveries(record, ())
    assert list(senders) == [source.pk]
    assert held.known(record, senders) == known
