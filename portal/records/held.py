"""A record as it is read: its rows, the deliveries they came from, up to when anything is known of it, and the ids beside one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db.models import Max

from portal.records.models import Change, Delivery, DeliveryState, Record

ROWS = ("publications", "texts", "parties", "classifications", "relatednumbers", "legalevents")
NEAR = 2  # ids named on either side of one that is not held
LONGEST = 48  # letters of an id


@dataclass(frozen=True)
class Known:
    """The day up to which anything is known of a record, None where no value has one, and what is of that day."""

    until: dt.date | None
    what: str


def find(record_id: str, *rows: str) -> Record | None:
    """Return the record with this id, in any case, some of its rows prefetched."""
    found = Record.objects.select_related("office").prefetch_related(*rows)
    return found.filter(pk=record_id.upper()).first()


def nearest(record_id: str) -> list[str]:
    """Return the ids held before and after one that is not, of the same office and right."""
    wanted = record_id.upper()[:LONGEST]
    family = Record.objects.filter(pk__startswith=wanted[:5]) if len(wanted) > 5 else Record.objects.none()
    before = family.filter(pk__lte=wanted).order_by("-pk")[:NEAR]
    return [one.pk for one in [*reversed(before), *family.filter(pk__gt=wanted).order_by("pk")[:NEAR]]]


def sources(record: Record) -> Iterator[tuple[str, dt.date | None, int]]:
    """Yield the fields of the record itself, each with its day and the key of the delivery it came from."""
    for field, (day, key, *_) in record.sources.items():
        yield field, dt.date.fromisoformat(day) if day else None, key


def deliveries(record: Record, changes: Iterable[Change]) -> dict[int, Delivery]:
    """Return every delivery that a row or a field of the record came from, now or before, by its key."""
    keys = {key for one in changes for key in (one.old_delivery_id, one.new_delivery_id)}
    keys |= {key for key, _ in _dated(record)} | {record.first_delivery_id, record.latest_delivery_id}
    return Delivery.objects.in_bulk(sorted(keys))


def known(record: Record, senders: Mapping[int, Delivery]) -> Known:
    """Return up to when anything is known: the last delivery stored of the office in the dialects of these, or a newer value.

    A gazette of patents tells nothing of marks, nor one of marks of patents.
    """
    values = max((day for _, day in _dated(record) if day), default=None)
    newest = max(filter(None, (values, record.status_as_of)), default=None)
    stored = Delivery.objects.filter(office=record.office, state=DeliveryState.STORED)
    dialects = {sender.dialect for sender in senders.values()}
    last = stored.filter(dialect__in=dialects).aggregate(last=Max("published"))["last"]
    if last and last >= (newest or last):
        return Known(last, f"The last delivery of this form held of {record.office.country} is of")
    dated = any(day and day == newest and key in senders and senders[key].dates(day) for key, day in _dated(record))
    told = "is of" if dated or newest != values else "was received on"  # an event may be of a later day than all values
    return Known(newest, f"The newest value held of this record {told}")


def _dated(record: Record) -> set[tuple[int, dt.date | None]]:
    """Return the key of the delivery of each value, and the value's day."""
    own = {(key, day) for _, day, key in sources(record)}
    return own | {(row.delivery_id, row.as_of) for name in ROWS for row in getattr(record, name).all()}
