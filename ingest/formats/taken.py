"""Which elements of a delivery were used, left on purpose, or are new to its reader: noted while it is counted, for its report.

Readers note as they read; nothing is kept unless somebody asked (`noting`), as all but the count of a delivery is read for
its values alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

KINDS = ("used", "ignored", "new")
MOST = 500  # names of a kind; a delivery that invents more is not worth listing
Notes = dict[str, dict[str, int]]
_notes: ContextVar[Notes | None] = ContextVar("notes", default=None)


@contextmanager
def noting(notes: Notes | None) -> Iterator[None]:
    """Have what readers note within the block added to `notes` (kind → name → times); None: nothing is kept."""
    before = _notes.set(notes)
    try:
        yield
    finally:
        _notes.reset(before)


def note(kind: str, names: Iterable[str]) -> None:
    """Note elements, columns or keys by their names, as often as they occur."""
    notes = _notes.get()
    if notes is None:
        return
    counts = notes.setdefault(kind, {})
    for name in names:
        if name in counts or len(counts) < MOST:
            counts[name] = counts.get(name, 0) + 1
