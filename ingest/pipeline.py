"""The stages in order, one screen: receive → count → read → normalise → check → store → (announce) → translate.

A delivery is read once to be counted, with nothing stored, and held back where it is not as expected (`ingest.held`).

Reading, normalising, checking and storing go batch by batch in one transaction each, together with `Run.position`: whatever
is killed, the next attempt goes on after the last stored batch, and nothing is stored twice.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from ingest import authority, batch, held, retry, tally, tasks
from ingest.archive import BadArchive
from ingest.batch import Gone
from ingest.dialects import NEW, AuthorityDialect, UnknownDialect, authority_list, detect, documents
from ingest.document import Problem
from ingest.formats.st37 import BadAuthorityFile
from ingest.formats.taken import noting
from ingest.models import AT_WORK, Finding, Run, Stage
from ingest.offices.profiles import BadProfile, profile_of
from ingest.receive import kept, receive
from ingest.translate import translate_next
from portal.records.alone import alone
from portal.records.models import AuthorityFile, Delivery, DeliveryState
from portal.records.settle import age

BATCH = 500  # documents a transaction
ATTEMPTS = 5  # tries at the same batch before the delivery is given up
LOOK = 1.0  # seconds between looks at a run that is at work elsewhere
Report = Callable[[Run], None]


def start(path: Path, office: str = "", *, sample: bool = False) -> tuple[Run, bool]:
    """Receive the file at `path`; return its run and whether there is work to do on it.

    A delivery whose earlier run failed is tried again from where it stopped; one stored, held back or rejected is left alone.
    Raises ValueError where it is stored as the list of another office; BadProfile, before anything is kept, where the office is none or
    its profile is wrong.
    """
    if office:
        profile_of(office)
    delivery, _ = receive(path, sample=sample)
    with transaction.atomic():
        delivery = Delivery.objects.select_for_update().get(pk=delivery.pk)
        run = delivery.runs.first() or Run.objects.create(delivery=delivery)
        unsaid = not delivery.office_id or (run.stage == Stage.FAILED and not run.position)
        if office and (unsaid or retry.listed_anew(run, office)):
            delivery.office = batch.office(office)
            delivery.save(update_fields=["office"])
        if office and office != delivery.office_id and AuthorityFile.objects.filter(delivery=delivery).exists():
            raise ValueError(f"It is stored already, as the list of {delivery.office_id}, not of {office}.")
        if run.stage == Stage.FAILED:
            retry.revive(run)
    return run, run.stage in AT_WORK


def enqueue(run: Run) -> None:
    """Hand the run to the workers (without a broker: do it now)."""
    transaction.on_commit(lambda: tasks.advance.delay(run.pk))


def advance(run_id: int, seconds: float = 300, report: Report | None = None) -> bool:
    """Work on a run for about `seconds`; True while there is more to do here. Safe to call twice, and after any crash.

    False also where another process has the run at work: tasks come twice, since after a crash both the broker and the rows bring a
    run back, and two at the same batch would take each other's processors and both count as tries. That no batch is stored twice
    does not rest on it, see `ingest.batch.Gone`.
    """
    with alone(f"runs/{run_id}") as ours:
        return ours and _advance(run_id, time.monotonic() + seconds, report or _silent)


def carry(run: Run, report: Report | None = None) -> None:
    """Carry a run to its end in this process; while another has it at work, look at it now and then."""
    while run.stage in AT_WORK:
        more = advance(run.pk, report=report)
        run.refresh_from_db()
        if not more and run.stage in AT_WORK:
            time.sleep(LOOK)
            (report or _silent)(run)


def _advance(run_id: int, until: float, report: Report) -> bool:
    run = Run.objects.select_related("delivery").get(pk=run_id)
    try:
        for stage in (Stage.COUNT, Stage.READ):
            if run.stage == stage and time.monotonic() < until and batch.attempt(run, ATTEMPTS):
                _read(run, until, report)
        while run.stage == Stage.TRANSLATE and time.monotonic() < until:
            translate_next(run)
            report(run)
            if run.stage == Stage.DONE:
                age(timezone.now().date())
                for other in retry.wake(run):
                    enqueue(other)
    except (BadArchive, BadAuthorityFile, BadProfile, UnknownDialect, batch.TooOften) as error:
        _fail(run, str(error))
    except Gone:
        return False
    return run.stage in AT_WORK


def _silent(run: Run) -> None:
    """Report to nobody."""


def _read(run: Run, until: float, report: Report) -> None:
    """Go through the documents, from the run's position to the end of its stage: counted, or stored."""
    path, name = kept(run.delivery), run.delivery.name
    dialect = detect(path, name)
    if isinstance(dialect, AuthorityDialect):
        authority.store(run, authority_list(path, name), dialect.name)
        return
    profile = profile_of(run.delivery.office_id) if run.delivery.office_id else None
    told = run.findings.filter(code=NEW).values_list("sentence", flat=True)
    rest = documents(path, profile, name, first=run.file, told=told)
    deque(islice(rest, run.position - run.before), maxlen=0)
    stage, work = run.stage, held.count if run.stage == Stage.COUNT else batch.store
    notes = run.seen.setdefault("elements", {}) if stage == Stage.COUNT else None
    while run.stage == stage and time.monotonic() < until:
        began = time.monotonic()
        with noting(notes):
            chunk = list(islice(rest, BATCH))
        work(run, chunk, dialect.name, last=len(chunk) < BATCH, began=began)
        report(run)


@transaction.atomic
def _fail(run: Run, sentence: str) -> None:
    """Give the delivery up with a finding that says why; what was stored before stays."""
    if Run.objects.select_for_update().get(pk=run.pk).stage == Stage.FAILED:
        run.refresh_from_db()  # another process came to the same end
        return
    problem = Problem(retry.FAILURE, "critical", sentence)
    Finding.objects.bulk_create([batch.finding(run, run.position, problem)])
    tally.findings(run, [problem])
    run.stage, run.error = Stage.FAILED, sentence
    run.save()
    Delivery.objects.filter(pk=run.delivery_id).update(state=DeliveryState.FAILED)
