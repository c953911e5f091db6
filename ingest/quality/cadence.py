"""Which offices are late: how often each should deliver stands in its profile."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Max

from portal.records.models import Delivery, DeliveryState, Office

CAME = (DeliveryState.RECEIVED, DeliveryState.RUNNING, DeliveryState.STORED, DeliveryState.HELD)


@dataclass(frozen=True)
class Late:
    """An office whose next delivery was due `days` ago: the last came on `last`, one is expected `every` so many days."""

    office: Office
    last: dt.date
    every: int
    days: int


def late(today: dt.date, office: str = "") -> list[Late]:
    """Return the offices that are late on `today` (or the one asked for), the latest first.

    An office that never sent a delivery of its own is not late, nor is one whose profile names no cadence.
    """
    sent = Delivery.objects.filter(
        sample=False, state__in=CAME, **({"office": office} if office else {"office__isnull": False})
    )
    last = dict(sent.values_list("office").annotate(Max("received_at")).order_by())
    found = []
    for one in Office.objects.filter(pk__in=last):
        every = one.profile.get("cadence_days")
        due = last[one.pk].date() + dt.timedelta(every or 0)
        if every and due < today:
            found.append(Late(one, last[one.pk].date(), every, (today - due).days))
    return sorted(found, key=lambda row: (-row.days, row.office.pk))
