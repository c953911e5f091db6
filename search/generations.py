"""The generations of the index: the one that answers, the one being built, and those kept to go back to."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from portal.records.alone import alone, lock
from search.engines.base import Engine, IndexBusy
from search.engines.schema import FORM
from search.models import Generation, Lack

BATCH = 1000
STALE = dt.timedelta(minutes=2)  # a build on another machine whose beat is older was killed


class NothingKept(RuntimeError):  # noqa: N818 - says what there is
    """There is no earlier generation to go back to."""


def fits(name: str) -> bool:
    """Whether a generation has the form that this version of the code searches."""
    return name.startswith(f"{FORM}-")


@contextmanager
def begun(index: Engine) -> Iterator[Generation]:
    """Make an empty generation beside the others, alive for the time of the block. Raises IndexBusy while another is, EngineDown."""
    name = f"{FORM}-{timezone.now():%Y%m%d-%H%M%S}-{uuid.uuid4().hex[:6]}"
    with alone(_work(name)):
        try:
            yield _made(index, name)
        finally:
            lock(_work(name)).unlink(missing_ok=True)


def _made(index: Engine, name: str) -> Generation:
    with transaction.atomic():
        unpublished = _of(index).select_for_update().filter(published_at=None)
        if any(map(_is_alive, unpublished)):
            raise IndexBusy("The index is being built by another process; try again when it is done.")
        _remove(unpublished)
        generation = Generation.objects.create(name=name, engine=index.name)
    try:
        index.create(name)
    except BaseException:
        generation.delete()
        raise
    return generation


def _remove(dead: Iterable[Generation]) -> None:
    for generation in dead:
        generation.delete()
        lock(_work(generation.name)).unlink(missing_ok=True)


def building(index: Engine) -> list[Generation]:
    """Return the generations being built; not those whose build was killed."""
    return [generation for generation in _of(index).filter(published_at=None) if _is_alive(generation)]


def _is_alive(generation: Generation) -> bool:
    """Whether a build still runs: its lock tells at once in its own data folder, elsewhere only its last beat."""
    if lock(_work(generation.name)).exists():
        with alone(_work(generation.name)) as dead:
            return not dead
    return generation.beat > timezone.now() - STALE


def _work(name: str) -> str:
    return f"builds/{name}"


def last_published(index: Engine) -> Generation | None:
    """Return the generation that answers, as far as the store knows."""
    return _of(index).exclude(published_at=None).order_by("-published_at").first()


def kept(index: Engine) -> list[Generation]:
    """Return the generations that can be gone back to, the last published first, as many as the setting says.

    A restored database names some that are no longer there.
    """
    there = set(index.generations())
    before = _of(index).exclude(published_at=None).exclude(name=index.published()).order_by("-published_at")
    return [one for one in before if fits(one.name) and one.name in there][: settings.INDEX_KEPT]


def previous(index: Engine) -> Generation:
    """Return the generation that answered before the present one. Raises NothingKept where there is none."""
    if found := kept(index):
        return found[0]
    raise NothingKept(
        "No earlier index is kept. One is kept by every `manage.py index --rebuild` after the first, unless INDEX_KEPT is 0."
    )


def locked(index: Engine, answering: str) -> list[Generation]:
    """Return all generations but the one that answers, locked until the transaction ends."""
    return [generation for generation in _of(index).select_for_update() if generation.name != answering]


def note_lacks(generation: Generation, record_ids: Iterable[str]) -> None:
    """Note that a generation does not hold what the published one was given."""
    rows = [Lack(generation=generation, record_id=record_id) for record_id in set(record_ids)]
    Lack.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)


def drop_the_rest(index: Engine) -> None:
    """Remove every generation but the one that answers, those kept, and one being built."""
    alive = building(index)  # asked first: one that is done meanwhile is then the published one
    names = {index.published(), *(one.name for one in (*kept(index), *alive))}
    _of(index).exclude(name__in=names).delete()
    for name in set(index.generations()) - names:
        index.drop(name)


def _of(index: Engine) -> QuerySet[Generation]:
    return Generation.objects.filter(engine=index.name)
