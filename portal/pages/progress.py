"""How far a delivery has come, what waits behind it, and what keeps it waiting."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils import timezone

from ingest.models import AT_WORK, Run, Stage
from portal.coverage.models import PendingOffice
from portal.health import broker_trouble
from portal.records.models import Delivery, DeliveryState
from search.models import Pending

BUSY = (DeliveryState.RECEIVED, DeliveryState.RUNNING)
QUIET = dt.timedelta(minutes=10)  # a worker stores a batch in seconds; longer without a word, and none is at it


def busy(delivery: Delivery, run: Run | None) -> bool:
    """Tell whether work goes on: what is stored may still be translated."""
    return delivery.state in BUSY or (run is not None and run.stage in AT_WORK)


@dataclass(frozen=True)
class Step:
    """A stage of a pass: `state` is done, now or waiting; `total` None where it is not known beforehand."""

    label: str
    state: str
    done: int | None
    total: int | None
    seconds: float | None


def steps(run: Run) -> list[Step]:
    """Return the stages of a pass in their order; those after the one where it was given up or rejected wait for nothing."""
    ended = run.stage in (Stage.FAILED, Stage.REJECTED)
    reached = AT_WORK.index(Stage(run.stage)) if run.stage in AT_WORK else _reached(run)
    done = {Stage.COUNT: run.total, Stage.READ: run.total, Stage.TRANSLATE: run.texts_done}
    found = []
    for place, stage in enumerate(AT_WORK):
        now = stage == run.stage
        state = "now" if now else "done" if place < reached else "not reached" if ended else "waiting"
        if run.stage == Stage.FAILED and place == reached:
            state = "stopped"
        count = run.position if state in ("now", "stopped") and stage != Stage.TRANSLATE else done[stage]
        total = {Stage.READ: run.total, Stage.TRANSLATE: run.texts_total}.get(stage)
        count = count if state in ("now", "stopped", "done") else None
        found.append(Step(str(stage.label), state, count, total, run.seconds.get(stage)))
    return found


def _reached(run: Run) -> int:
    """How many stages a pass that is no longer at work has behind it."""
    if run.stage == Stage.DONE:
        return len(AT_WORK)
    return 0 if run.total is None else 1


def came(run: Run) -> str:
    """Return what came of a pass, in words; empty before it has read anything."""
    records = run.counts.get("records")
    if records is None:
        return ""
    changed = records.get("changed", 0) + records.get("again", 0)
    counted = ((records.get("new"), "new"), (changed, "changed"), (records.get("quarantined"), "in quarantine"))
    nothing = [] if records.get("new") or changed else ["nothing new"]
    return ", ".join([*nothing, *(f"{n:,} {word}" for n, word in counted if n)])


def waiting() -> dict[str, Any]:
    """Return what waits in the whole portal: deliveries, records to be indexed, offices to be counted."""
    return {
        "deliveries_waiting": Run.objects.filter(stage__in=AT_WORK).count(),
        "records_waiting": Pending.objects.count(),
        "offices_waiting": PendingOffice.objects.values("office").distinct().count(),
    }


def stuck(run: Run | None) -> str:
    """Return why nothing goes on and what to do about it; empty where all goes its way."""
    if trouble := broker_trouble():
        return (
            f"{trouble} Deliveries are kept but not carried on, and indexing waits. “make run” starts a broker; one of your own "
            "must answer at BROKER_URL. A worker then takes up by itself, within ten minutes, what waits here; “manage.py retry” with the "
            "delivery’s SHA-256 does it at once."
        )
    if settings.BROKER_URL and run and run.stage in AT_WORK and run.updated_at < timezone.now() - QUIET:
        return (
            f"Nothing has happened since {run.updated_at:%H:%M} UTC. Is a worker running? “make run” starts one; "
            f"“manage.py retry {run.delivery.sha256[:12]}” does the work at once."
        )
    return ""
