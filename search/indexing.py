"""Building the index aside and publishing it in one step; keeping it in step with the store, one change at a time.

A change is noted in `Pending` within the transaction that stores it and taken off only when the index holds it. Whatever
stops in between (worker, engine, machine), the work is found again; done twice, it changes nothing.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable, Iterable, Iterator

from django.db import transaction
from django.utils import timezone

from portal.records.models import Record
from search.documents import CHUNK, documents
from search.engines import engine
from search.engines.base import Engine, IndexBusy
from search.engines.schema import FORM
from search.models import Generation, Pending

_BATCH = 1000
_STALE = dt.timedelta(minutes=2)
Progress = Callable[[int, int], None]


class Unfaithful(RuntimeError):  # noqa: N818 - says what the index is
    """The new index does not hold what the store holds; the published one stays."""


def note(record_ids: Iterable[str]) -> None:
    """Note that records changed. Call it in the transaction that changes them."""
    rows = [Pending(record_id=record_id) for record_id in sorted(set(record_ids))]
    Pending.objects.bulk_create(
        rows, batch_size=_BATCH, update_conflicts=True, unique_fields=["record_id"], update_fields=["change", "indexed"]
    )


def fits(generation: str) -> bool:
    """Whether a generation has the form that this version of the code searches."""
    return generation.startswith(f"{FORM}-")


def rebuild(progress: Progress = lambda *_: None) -> Generation:
    """Build a new generation from the store, compare, publish, drop the old ones, and index what changed meanwhile.

    `progress` is called with the records done and the records there are. Raises IndexBusy while another build runs,
    Unfaithful when the counts differ, EngineDown.
    """
    index = engine()
    generation = _begin(index)
    try:
        _fill(index, generation, progress)
        _verify(index, generation)
        index.publish(generation.name)
    except BaseException:
        generation.delete()
        index.drop(generation.name)
        raise
    _finish(generation)
    for name in index.generations():
        if name != generation.name:
            index.drop(name)
    drain()
    return generation


def _begin(index: Engine) -> Generation:
    with transaction.atomic():
        building = Generation.objects.select_for_update().filter(engine=index.name, published=False)
        if building.filter(beat__gt=timezone.now() - _STALE).exists():
            raise IndexBusy("The index is being built by another process; try again when it is done.")
        building.delete()
        name = f"{FORM}-{timezone.now():%Y%m%d-%H%M%S}-{uuid.uuid4().hex[:6]}"
        generation = Generation.objects.create(name=name, engine=index.name)
    try:
        index.create(name)
    except BaseException:
        generation.delete()
        raise
    return generation


def _fill(index: Engine, generation: Generation, progress: Progress) -> None:
    total = Record.objects.count()
    progress(0, total)
    with index.writer(generation.name) as writer:
        for ids in record_ids():
            found = list(documents(ids))
            writer.put(found)
            generation.documents += len(found)
            generation.save(update_fields=["documents", "beat"])
            progress(generation.documents, total)


def _verify(index: Engine, generation: Generation) -> None:
    held = index.count(generation.name)
    if held != generation.documents:
        raise Unfaithful(
            f"The new index holds {held:,} documents, {generation.documents:,} were written; the old one stays. "
            "Run `python manage.py index --rebuild` again."
        )


def record_ids() -> Iterator[list[str]]:
    """Yield the ids of every record, in order, as many at a time as are indexed together."""
    last = ""
    while ids := list(Record.objects.filter(id__gt=last).order_by("id").values_list("id", flat=True)[:CHUNK]):
        yield ids
        last = ids[-1]


def _finish(generation: Generation) -> None:
    """Say in the store which generation answers, and give what was indexed during the build to the new one as well."""
    with transaction.atomic():
        others = Generation.objects.select_for_update().filter(engine=generation.engine).exclude(pk=generation.pk)
        others.delete()
        Generation.objects.filter(pk=generation.pk).update(published=True)
        Pending.objects.filter(indexed=True).update(indexed=False)


def drain() -> int:
    """Index every noted change; return how many. Builds a generation where there is none, or one of another form.

    Raises EngineDown or IndexBusy when it cannot; what is not indexed stays noted.
    """
    index = engine()
    name = index.published()
    if not fits(name):
        return rebuild().documents
    if killed_at_the_end := Generation.objects.filter(name=name, published=False).first():
        _finish(killed_at_the_end)
    done = 0
    while batch := list(Pending.objects.filter(indexed=False).order_by("since")[:_BATCH]):
        _index(index, name, [row.record_id for row in batch])
        done += len(batch)
        if not _settle(index, name, batch):
            return done + drain()
    return done


def _index(index: Engine, generation: str, record_ids: list[str]) -> None:
    found = list(documents(record_ids))
    with index.writer(generation) as writer:
        writer.put(found)
        writer.remove(set(record_ids) - {document.id for document in found})


def _settle(index: Engine, generation: str, batch: list[Pending]) -> bool:
    """Take what was indexed off the list, or mark it while a build runs; False when another generation answers by now.

    A row that changed again has a new `change` and stays. The building generations are locked, so that `_finish` comes
    either before (and the published name differs) or after (and finds the marks).
    """
    with transaction.atomic():
        building = list(Generation.objects.select_for_update().filter(engine=index.name, published=False))
        if index.published() != generation:
            return False
        rows = Pending.objects.filter(change__in=[row.change for row in batch])
        if building:
            rows.update(indexed=True)
        else:
            rows.delete()
    return True


def status() -> dict[str, object]:
    """Return which engine and generation answer, how many records the store and the index hold, and what waits."""
    index = engine()
    name = index.published()
    waiting = Pending.objects.filter(indexed=False)
    first = waiting.order_by("since").first()
    building = Generation.objects.filter(engine=index.name, published=False).exclude(name=name).first()
    return {
        "engine": index.name,
        "generation": name,
        "documents": index.count(name) if fits(name) else 0,
        "records": Record.objects.count(),
        "pending": waiting.count(),
        "lag_seconds": round((timezone.now() - first.since).total_seconds()) if first else 0,
        "building": {"name": building.name, "documents": building.documents} if building else None,
    }
