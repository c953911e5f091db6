"""One transaction of the pipeline: normalise, check and store a batch of documents, and note how far the run has come."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator

from django.db import transaction
from django.db.models import F

from ingest import files_held, samples, tally
from ingest.document import Delivered, Problem, Unreadable
from ingest.models import LASTING, Finding, Quarantine, Run, Stage
from ingest.normalise.drafts import NotARecord, normalise
from ingest.offices.profiles import BadProfile, Profile, profile_of
from ingest.quality import across, checks, expectations
from ingest.quality.texts import leave_placeholders
from ingest.shown import short
from portal.records.models import Change, Delivery, DeliveryState, Office
from portal.records.rows import new, put
from portal.records.store import Draft
from portal.records.store import store as store_drafts

SENTENCE = 500  # letters of a finding's
KEPT_BYTES = 1 << 20  # of a document in quarantine; the whole delivery is kept anyway


class Gone(RuntimeError):  # noqa: N818 - not an error: somebody else did the work
    """Another worker has carried the run on meanwhile."""


class TooOften(RuntimeError):  # noqa: N818 - says what happened
    """The same batch brought the worker down too many times."""


def office(code: str) -> Office:
    """The office's row, made from its profile where it does not exist yet. Raises ValueError for an unknown code."""
    profile = profile_of(code)
    row, _ = Office.objects.get_or_create(code=profile.code, defaults=profile.row())
    return row


def attempt(run: Run, limit: int) -> bool:
    """Count an attempt at the next batch before touching it, so that one that kills its worker is not tried for ever."""
    Run.objects.filter(pk=run.pk).update(attempts=F("attempts") + 1)
    run.refresh_from_db(fields=["attempts"])
    if run.attempts > limit:
        raise TooOften(
            f"Reading stopped {limit} times at document {run.position + 1} without getting further. "
            "Look at the worker's log, then ingest the file again."
        )
    return True


def locked(run: Run) -> None:
    """Lock the run's row. Raises Gone when its stored position is no longer the one at hand."""
    now = Run.objects.select_for_update().get(pk=run.pk)
    if (now.position, now.stage) != (run.position, run.stage):
        raise Gone


def moved(run: Run, documents: list[Delivered | Unreadable]) -> None:
    """Move the run's position on by the documents, and note the file it is in, from which the next attempt reads."""
    run.position += len(documents)
    run.attempts = 0
    if documents and (file := documents[-1].file) != run.file:
        run.file, run.before = file, run.position - sum(document.file == file for document in documents)


@transaction.atomic
def store(run: Run, documents: list[Delivered | Unreadable], dialect: str, *, last: bool, began: float) -> None:
    """Store `documents` and move the run's position on by their number; all or nothing.

    Raises Gone when the stored position is no longer the run's.
    """
    locked(run)
    drafts, problems = _prepare(run, documents)
    _lock(run, drafts)
    _send(run, documents)
    merged = store_drafts(drafts, more=not last)
    problems.extend(_unsaid(run, _changed(run, merged.changes)))
    whole = (
        [*expectations.beside(run.seen), *expectations.strange(run.seen, run.delivery.office_id or "")] if last else []
    )
    problems.extend((0, problem, "") for problem in whole)
    put(Finding, [finding(run, ordinal, problem, id_) for ordinal, problem, id_ in problems])
    tally.findings(run, [problem for _, problem, _ in problems])
    tally.records(run, merged, drafts)
    moved(run, documents)
    run.stage = Stage.TRANSLATE if last else Stage.READ
    tally.seconds(run, Stage.READ, time.monotonic() - began)
    run.save()
    _mark(run, dialect, drafts)


def _prepare(run: Run, documents: list[Delivered | Unreadable]) -> tuple[list[Draft], list[tuple[int, Problem, str]]]:
    """Normalise and check each document; what cannot become a record goes into quarantine with its bytes."""
    read: list[tuple[int, str, Draft]] = []  # the ordinal and place of each document that is one
    problems: list[tuple[int, Problem, str]] = []
    shut: list[Quarantine] = []
    files_held.find(documents)
    for ordinal, document in enumerate(documents, run.position):
        made = _normalise(run, document)
        if not isinstance(made, Unreadable):
            draft, said = made
            read.append((ordinal, document.place, draft))
            said += checks.run(draft, document.place, part=isinstance(document, Delivered) and document.part)
            leave_placeholders(draft)
            problems.extend((ordinal, problem, draft.record.id) for problem in said)
        elif made.problem.code != expectations.BESIDE:  # which is told in sum
            problems.append((ordinal, made.problem, files_held.record_of(made.deletes) if made.deletes else ""))
            shut += [_quarantined(run, ordinal, made, document)] if made.waits else []
    drafts = [draft for *_, draft in read]
    for n, problem in across.run(drafts):
        ordinal, problem.place, draft = read[n]
        problems.append((ordinal, problem, draft.record.id))
    Quarantine.objects.bulk_create(shut)
    tally.quarantined(run, len(shut))
    return drafts, across.gathered(problems, len(documents))


def _quarantined(run: Run, ordinal: int, made: Unreadable, document: Delivered | Unreadable) -> Quarantine:
    """The row of what `document` was made into; one without a number waits for the publication that will name its file."""
    awaited = files_held.awaited(document) if made.problem.code == "NUM-NONE" else ""
    content = made.content[:KEPT_BYTES]
    return Quarantine(run=run, ordinal=ordinal, member=made.place[:300], content=content, waits_for=awaited[:60])


def _changed(run: Run, changes: list[Change]) -> Iterator[tuple[int, Problem, str]]:
    """A note on each value that another goes before; it stands at the batch, and names its record."""
    ids = {id_ for change in changes for id_ in (change.old_delivery_id, change.new_delivery_id)}
    names = {id_: delivery.name[:80] for id_, delivery in Delivery.objects.in_bulk(ids).items()} if ids else {}
    for change in changes:
        old, new = (f"“{' '.join(value.split())}”" for value in change.parts(140))
        new = f"spelt {new}" if change.spelling else new
        before, now = change.old_delivery_id, change.new_delivery_id
        if change.twice:
            code, severity, said = "VALUE-TWICE", "warning", f"is given twice: {old} and {new}"
        elif before == run.delivery_id:
            code, severity, said = "VALUE-KEPT", "info", f"is {old} here; kept is {new} of {names[now]}"
        else:
            code, severity, said = "VALUE-CHANGED", "info", f"was {old} in {names[before]}; now it is {new}"
        if change.spelling:
            code, severity = "VALUE-SPELLING", "info"
        yield run.position, Problem(code, severity, f"The {change.what} {said}."), change.record_id


def _unsaid(run: Run, found: Iterable[tuple[int, Problem, str]]) -> list[tuple[int, Problem, str]]:
    """Leave out what a pass before over the same delivery has said, and is kept."""
    found = list(found)
    rows = Finding.objects.filter(run__delivery=run.delivery_id, run__lt=run.pk, code__regex=LASTING)
    ids = {id_ for *_, id_ in found}
    said = set(rows.filter(record_id__in=ids).values_list("code", "sentence", "record_id")) if ids else set()
    return [one for one in found if (one[1].code, short(one[1].sentence, SENTENCE), one[2]) not in said]


def _normalise(run: Run, document: Delivered | Unreadable) -> tuple[Draft, list[Problem]] | Unreadable:
    if isinstance(document, Unreadable):
        return document
    try:
        return normalise(document, _profile(document, run.delivery.office_id or ""), run.delivery)
    except NotARecord as error:
        return Unreadable(document.place, error.problem, document.content)


def _profile(document: Delivered, sender: str) -> Profile:
    """The profile of the document's office, else the sender's. Raises NotARecord where there is no such office."""
    try:
        if code := document.office or sender:
            return profile_of(code)
        sentence = "The document does not say which office it is of. Ingest the file again with --office CC."
    except BadProfile as error:
        sentence = str(error)
    raise NotARecord(Problem("OFFICE-NONE", "error", sentence, document.place))


def _mark(run: Run, dialect: str, drafts: list[Draft]) -> None:
    """Write on the delivery what it is, how far it has come, and the newest date it gives its documents."""
    dates = [draft.published for draft in drafts if draft.published]
    run.delivery.published = max([*dates, *([run.delivery.published] if run.delivery.published else [])], default=None)
    run.delivery.dialect = dialect
    run.delivery.state = DeliveryState.RUNNING if run.stage == Stage.READ else DeliveryState.STORED
    run.delivery.save(update_fields=["published", "dialect", "state"])


def _lock(run: Run, drafts: Iterable[Draft]) -> None:
    """Make the offices' rows and lock them: two deliveries of one office never merge at the same time.

    A real delivery puts the office's sample data out.
    """
    codes = sorted({draft.record.office_id for draft in drafts})
    for code in codes:
        office(code)
    list(Office.objects.select_for_update().filter(code__in=codes).order_by("code"))
    if not run.delivery.sample:
        samples.withdraw(codes)
    if codes and not run.delivery.office_id:
        run.delivery.office_id = codes[0]
        run.delivery.save(update_fields=["office"])


def _send(run: Run, documents: Iterable[Delivered | Unreadable]) -> None:
    """Write on a delivery that brings nothing, but takes documents back, whose they are."""
    deleted = {one.deletes.office for one in documents if isinstance(one, Unreadable) and one.deletes}
    if deleted and not run.delivery.office_id:
        run.delivery.office = Office.objects.filter(code__in=deleted).order_by("code").first()
        run.delivery.save(update_fields=["office"])


def finding(run: Run, ordinal: int, problem: Problem, record_id: str = "") -> Finding:
    """The row of a problem."""
    return new(
        Finding,
        run_id=run.pk,
        ordinal=ordinal,
        code=problem.code,
        severity=problem.severity,
        sentence=short(problem.sentence, SENTENCE),
        place=problem.place[:300],
        record_id=record_id,
    )
