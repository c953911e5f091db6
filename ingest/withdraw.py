"""A delivery taken in by mistake, of which nothing is stored, is taken out again: its rows, its findings and its bytes.

A line of `LONTAR_DATA/withdrawn.log` keeps what it was, who took it out and why; nothing of that is public.
"""

from __future__ import annotations

import json

from django.conf import settings
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone

from ingest import tally
from ingest.models import TAKEN_BACK, Finding
from ingest.receive import kept
from portal.records.models import Delivery, DeliveryState

ENDED = (DeliveryState.FAILED, DeliveryState.REJECTED, DeliveryState.STORED)


class NotWithdrawn(ValueError):  # noqa: N818 - says what the delivery is
    """The delivery stays; the sentence says why."""


def withdraw(delivery: Delivery, by: str, why: str) -> None:
    """Take a delivery out. Raises NotWithdrawn where something of it is stored, or it is not at its end."""
    with transaction.atomic():
        found = Delivery.objects.select_for_update().get(pk=delivery.pk)
        if found.state not in ENDED:
            state = found.get_state_display().lower()
            raise NotWithdrawn(
                f"{found.name} is not at its end, it is: {state}. One that is held back is rejected first."
            )
        if _brought(found):
            raise NotWithdrawn(f"{found.name} stays: records of the portal rest on it.")
        try:
            found.delete()
        except ProtectedError as error:
            raise NotWithdrawn(f"{found.name} stays: what is stored rests on it.") from error
        _note(delivery, by, why)
    kept(delivery).unlink(missing_ok=True)


def _brought(delivery: Delivery) -> bool:
    """Tell whether a delivery made, changed or confirmed a record, or took one back."""
    records = tally.brought([*delivery.runs.all()]).get("records", {})
    taken_back = Finding.objects.filter(run__delivery=delivery, code=TAKEN_BACK)
    return any(records.get(name) for name in tally.OUTCOMES[:3]) or taken_back.exists()


def _note(delivery: Delivery, by: str, why: str) -> None:
    line = {
        "at": timezone.now().isoformat(timespec="seconds"),
        "sha256": delivery.sha256,
        "name": delivery.name,
        "by": by,
        "why": why,
    }
    with (settings.LONTAR_DATA / "withdrawn.log").open("a", encoding="utf-8") as log:
        log.write(json.dumps(line, ensure_ascii=False) + "\n")
