"""Building the index aside and publishing it in one step; keeping it in step with the store, one change at a time.

A change is noted in `Pending` within the transaction that stores it and taken off only when the index holds it. Whatever
stops in between (worker, engine, machine), the work is found again; done twice, it changes nothing. What the published
generation was given is noted as a `Lack` of those being built or kept, so that whichever is published next gets it too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

from django.db import transaction
from django.utils import timezone

from portal.records.models import Record
from search import generations
from search.answer import EngineDown
from search.documents import CHUNK, documents
from search.engines import engine
from search.engines.base import Engine
from search.generations import BATCH, fits
from search.models import Generation, Lack, Pending

Progress = Callable[[int, int], None]


class Unfaithful(RuntimeError):  # noqa: N818 - says what the index is
    """The new index does not hold what the store holds; the published one stays."""


def note(record_ids: Iterable[str]) -> None:
    """Note that records changed. Call it in the transaction that changes them."""
    rows = [Pending(record_id=record_id) for record_id in sorted(set(record_ids))]
    Pending.objects.bulk_create(
        rows,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["record_id"],
        update_fields=["change", "held_by"],
    )


def rebuild(progress: Progress = lambda *_: None) -> Generation:
    """Build a new generation from the store, compare, publish, keep the one before, and index what changed meanwhile.

    `progress` is called with the records done and the records there are. Raises IndexBusy while another build runs,
    Unfaithful when the counts differ, EngineDown; the published generation then stays and the new one is removed.
    """
    index = engine()
    with generations.begun(index) as generation:
        try:
            _fill(index, generation, progress)
            _verify(index, generation)
            index.publish(generation.name)
        except BaseException:
            generation.delete()
            with suppress(EngineDown):  # what cannot be removed now goes with the next build
                index.drop(generation.name)
            raise
        _finish(index, generation)
    drain()
    return generation


def rollback() -> Generation:
    """Publish the generation that answered before, in one step, and index in it what changed since.

    The one that answered until now is kept: a second call goes forward to it. Raises NothingKept, EngineDown, IndexBusy.
    """
    index = engine()
    generation = generations.previous(index)
    index.publish(generation.name)
    _finish(index, generation)
    drain()
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


def _finish(index: Engine, generation: Generation) -> None:
    """Say in the store which generation answers, and note what it lacks; then remove those no longer kept.

    What it lacks the one that answered before has, but for what is noted as changed since: those notes stay as they are.
    """
    with transaction.atomic():
        generations.locked(index, "")
        before = generations.last_published(index)
        Generation.objects.filter(pk=generation.pk).update(published_at=timezone.now())
        lacks = Lack.objects.filter(generation=generation)
        ids, held_by = lacks.values_list("record_id", flat=True), before.name if before else ""
        rows = [Pending(record_id=record_id, held_by=held_by) for record_id in ids]
        Pending.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)
        lacks.delete()
    generations.drop_the_rest(index)


def drain() -> int:
    """Index every noted change; return how many. Builds a generation where there is none, or one of another form.

    Raises EngineDown or IndexBusy when it cannot; what is not indexed stays noted.
    """
    index = engine()
    name = index.published()
    if not fits(name):
        return rebuild().documents
    answering = Generation.objects.filter(name=name).first()
    if answering and answering != generations.last_published(index):
        _finish(index, answering)  # whoever published it was killed at the end
    done = 0
    while batch := list(Pending.objects.order_by("since")[:BATCH]):
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


def _settle(index: Engine, name: str, batch: list[Pending]) -> bool:
    """Take what was indexed off the list and note it for the other generations; False when another one answers by now.

    A row that changed again has a new `change` and stays. The other generations are locked, so that `_finish` comes
    either before (and the published name differs) or after (and finds what is noted here).
    """
    with transaction.atomic():
        others = generations.locked(index, name)
        if index.published() != name:
            return False
        for generation in others:
            generations.note_lacks(generation, [row.record_id for row in batch if row.held_by != generation.name])
        Pending.objects.filter(change__in=[row.change for row in batch]).delete()
    return True


def waiting() -> tuple[int, int]:
    """Return how many changes wait to be indexed, and for how many seconds the first has."""
    first = Pending.objects.order_by("since").first()
    return Pending.objects.count(), round((timezone.now() - first.since).total_seconds()) if first else 0


def status() -> dict[str, object]:
    """Return which engine and generation answer, what store and index hold, what waits, and what can be gone back to."""
    index = engine()
    name = index.published()
    pending, lag = waiting()
    building = next((one for one in generations.building(index) if one.name != name), None)
    answering = generations.last_published(index)
    return {
        "engine": index.name,
        "generation": name,
        "published_at": answering.published_at if answering else None,
        "documents": index.count(name) if fits(name) else 0,
        "records": Record.objects.count(),
        "pending": pending,
        "lag_seconds": lag,
        "building": {"name": building.name, "documents": building.documents} if building else None,
        "kept": [
            {"name": one.name, "published_at": one.published_at, "lacks": one.lacks.count()}
            for one in generations.kept(index)
        ],
    }
