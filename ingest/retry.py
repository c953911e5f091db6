"""Another pass over a delivery: for what waits in quarantine, after a profile was mended or the publication it names arrived.

A pass reads the whole delivery again; what is stored already stays as it is, since the same documents change no row. Its
findings and its quarantine replace those of the pass before, but for what only that one could find (`ingest.models.LASTING`): why
the delivery was held back, and which values it changed.
"""

from __future__ import annotations

from django.db import transaction

from ingest import files_held
from ingest.models import AT_WORK, LASTING, Finding, Quarantine, Run, Stage
from ingest.quality.expectations import OFFICE
from portal.records.models import AuthorityFile, Delivery, DeliveryState

FAILURE = "DELIVERY"  # the finding that says why a delivery was given up


class NotAgain(ValueError):  # noqa: N818 - says what the delivery is
    """Another pass would change nothing; the sentence says what to do instead."""


@transaction.atomic
def again(delivery: Delivery) -> Run:
    """Return the run to work on: one that is not finished, a failed one revived, else a new pass. Raises NotAgain."""
    Delivery.objects.select_for_update().get(pk=delivery.pk)
    run = delivery.runs.first()
    if run is None or run.stage in (Stage.HELD, Stage.REJECTED):
        raise NotAgain(f"{delivery.name} is {delivery.get_state_display().lower()}: release it first.")
    if run.stage == Stage.FAILED:
        revive(run)
    if run.stage in AT_WORK:
        return run
    if AuthorityFile.objects.filter(delivery=delivery).exists():
        raise NotAgain(f"{delivery.name} is an authority file: it was stored whole, and nothing of it waits.")
    Finding.objects.filter(run__delivery=delivery).exclude(code__regex=LASTING).delete()
    Quarantine.objects.filter(run__delivery=delivery).delete()
    Delivery.objects.filter(pk=delivery.pk).update(state=DeliveryState.RUNNING)
    return Run.objects.create(delivery=delivery, stage=Stage.READ, total=run.total, seen=run.seen)


def revive(run: Run) -> None:
    """Let a failed run go on where it stopped."""
    run.stage, run.attempts, run.error = Stage.COUNT if run.total is None else Stage.READ, 0, ""
    run.findings.filter(code=FAILURE).delete()
    run.counts.get("findings", {}).pop(FAILURE, None)
    run.save()


def listed_anew(run: Run, office: str) -> bool:
    """Tell whether a delivery was listed under an office of which it holds nothing, and is of this one; that is then said no longer."""
    if office not in run.seen.get("offices", {}) or not run.findings.filter(code=OFFICE).delete()[0]:
        return False
    run.counts.get("findings", {}).pop(OFFICE, None)
    run.save(update_fields=["counts"])
    return True


def with_quarantine() -> list[Delivery]:
    """Return the stored deliveries some of whose documents wait in quarantine, the oldest first."""
    waiting = Quarantine.objects.values("run__delivery")
    return list(Delivery.objects.filter(state=DeliveryState.STORED, pk__in=waiting).order_by("pk"))


def wake(run: Run) -> list[Run]:
    """Begin another pass over each delivery that holds a document of a publication which is held by now; return the passes.

    Only the first pass over a delivery wakes others, so that no two deliveries can wake each other for ever.
    """
    waiting = Quarantine.objects.exclude(waits_for="").filter(run__delivery__state=DeliveryState.STORED)
    if Run.objects.filter(delivery=run.delivery_id).count() > 1 or not waiting.exists():
        return []
    asked = dict(waiting.values_list("waits_for", "run__delivery"))
    there = files_held.held(asked)
    deliveries = Delivery.objects.filter(pk__in={asked[name] for name in there})
    return [again(delivery) for delivery in deliveries.order_by("pk")]
