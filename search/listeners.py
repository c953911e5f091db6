"""Hearing of changes in the store."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from search import indexing, tasks


def note_change(record_ids: list[str], **_: Any) -> None:
    """Note the changed records in the same transaction and index them once it is committed."""
    indexing.note(record_ids)
    # Robust: the change is noted, so a broker that is down must not fail the delivery.
    transaction.on_commit(tasks.drain.delay, robust=True)
