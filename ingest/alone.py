"""One process at a time works on a run: whoever is asked for the same one meanwhile leaves it alone."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings


@contextmanager
def alone(run_id: int) -> Iterator[bool]:
    """Hold the run for the time of the block; False where another process, or thread, of this data folder holds it.

    Tasks come twice: after a crash both the broker and the rows bring a run back. Two at the same batch would take each other's
    processors, and both would count as tries. The lock is the system's, which lets go of it when its process dies; that no batch
    is stored twice does not rest on it, see `ingest.batch.Gone`.
    """
    folder = settings.LONTAR_DATA / "runs"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{run_id}.lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
