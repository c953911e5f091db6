"""Held back: the delivery is counted before it is stored, and one that is not as expected waits for a person's decision.

Nothing of a delivery is stored, indexed or counted for coverage while it is counted or held back, so the last good state stays.
The price is that every delivery is read twice.
"""

from __future__ import annotations

import time
from typing import Any

from django.db import transaction

from ingest import batch, tally
from ingest.dialects import UnknownDialect
from ingest.document import Delivered, Unreadable
from ingest.models import Decision, Finding, Run, Stage
from ingest.offices.expectation import Expectation
from ingest.offices.profiles import BadProfile, profile_of
from ingest.quality import expectations
from portal.records.models import Delivery, DeliveryState, Office

FORMER = 12  # deliveries whose median is what is usual
WAITING = (Stage.HELD, Stage.REJECTED)


class NotHeld(ValueError):  # noqa: N818 - says what the delivery is
    """The delivery does not wait for a decision; the sentence says how far it is."""


@transaction.atomic
def count(run: Run, documents: list[Delivered | Unreadable], dialect: str, *, last: bool, began: float) -> None:
    """Count `documents` and move the run's position on; after the last, go on to reading or hold the delivery back.

    Raises `ingest.batch.Gone` when the stored position is no longer the run's, and UnknownDialect after the last where nothing in the
    delivery is what a reader knows, though it looks alike.
    """
    batch.locked(run)
    expectations.count(run.seen, documents, run.delivery.office_id or "")
    if last and 0 < run.seen["documents"] == run.seen.get("other"):
        said = next((d.problem.sentence for d in documents if isinstance(d, Unreadable)), "")
        raise UnknownDialect(f"It looks like {dialect}, but nothing in it is a document of that. {said}".strip())
    batch.moved(run, documents)
    run.delivery.state, run.delivery.dialect = DeliveryState.RUNNING, dialect
    if last:
        run.total, run.stage = run.position, Stage.READ
        run.position = run.file = run.before = 0
        _judge(run, dialect)
    tally.seconds(run, Stage.COUNT, time.monotonic() - began)
    run.save()
    run.delivery.save(update_fields=["state", "dialect", "office"])


def _judge(run: Run, dialect: str) -> None:
    """Hold the run back where it is not whole or brings nothing, a file is refused, or its office expects something else.

    The office is the one most documents name, whoever it was given as. Invented sample data is what it is.
    """
    if run.delivery.sample:
        return
    sender, offices = run.delivery.office_id or "", run.seen["offices"]
    office = max(offices, key=offices.get, default=sender)
    problems = [*expectations.cut(run.seen), *expectations.refused(run.seen), *expectations.empty(run.seen)]
    if expected := _expected(office, dialect):
        problems += expectations.judge(run.seen, expected, former(run.delivery, office))
    if problems:
        Finding.objects.bulk_create(batch.finding(run, 0, problem) for problem in problems)
        tally.findings(run, problems)
        run.delivery.office, run.delivery.state = _office(sender or office), DeliveryState.HELD
        run.stage, run.error = Stage.HELD, " ".join(problem.sentence for problem in problems)
        Decision.objects.create(run=run, stage=Stage.HELD, why=run.error)


def _office(code: str) -> Office | None:
    try:
        return batch.office(code) if code else None
    except BadProfile:
        return None


def _expected(office: str, dialect: str) -> Expectation | None:
    try:
        return profile_of(office).expectations.get(dialect)
    except BadProfile:  # a code that is no office: its documents will go into quarantine, each with a sentence
        return None


def former(delivery: Delivery, office: str) -> list[dict[str, Any]]:
    """Return what was counted in the stored deliveries of the same office and dialect before this one, the latest first."""
    runs = Run.objects.filter(
        delivery__office=office, delivery__dialect=delivery.dialect, delivery__state=DeliveryState.STORED
    )
    found = runs.filter(delivery__sample=False, total__isnull=False, delivery__lt=delivery.pk)
    latest = dict(found.order_by("-delivery_id", "id").values_list("delivery_id", "seen")[: 2 * FORMER])
    return list(latest.values())[:FORMER]


def release(delivery: Delivery, by: str, why: str = "") -> Run:
    """Let a delivery go on that was held back or rejected; return its run, for which there is work to do. Raises NotHeld."""
    return _decide(delivery, Stage.READ, DeliveryState.RUNNING, by, why)


def reject(delivery: Delivery, by: str, why: str) -> Run:
    """Reject a delivery that is held back: its bytes stay, nothing of it is stored. Raises NotHeld."""
    return _decide(delivery, Stage.REJECTED, DeliveryState.REJECTED, by, why)


@transaction.atomic
def _decide(delivery: Delivery, stage: Stage, state: DeliveryState, by: str, why: str) -> Run:
    run = Run.objects.select_for_update().filter(delivery=delivery).first()
    if run is None or run.stage not in WAITING or run.stage == stage:
        raise NotHeld(f"{delivery.name} does not wait for a decision. It is: {delivery.get_state_display().lower()}.")
    Decision.objects.create(run=run, stage=stage, by=by[:150], why=why)
    run.stage, run.error = stage, why if stage == Stage.REJECTED else ""
    run.save()
    run.delivery.state = state
    run.delivery.save(update_fields=["state"])
    return run
