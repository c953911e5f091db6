"""One process at a time does a piece of work: whoever is asked for the same meanwhile leaves it alone."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings


def lock(work: str) -> Path:
    """Return the lock file of a piece of work, named as `runs/12`."""
    return Path(settings.LONTAR_DATA / f"{work}.lock")


@contextmanager
def alone(work: str) -> Iterator[bool]:
    """Hold a piece of work for the time of the block; False where another process, or thread, of this data folder holds it.

    The lock is the system's, which lets go of it when its process dies, however that is.
    """
    path = lock(work)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
