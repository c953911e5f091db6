"""Listening to the store: a change leaves a durable note in its own transaction and starts the counting on commit."""

from __future__ import annotations

from collections.abc import Iterable

from celery.signals import worker_ready
from django.db import transaction

from portal.coverage.models import PendingOffice
from portal.coverage.tasks import recount_pending
from portal.records.signals import authority_changed, records_changed


def connect() -> None:
    """Start listening; called once, when the app is ready."""
    records_changed.connect(_records_changed)
    authority_changed.connect(_authority_changed)
    worker_ready.connect(_worker_ready)


def _records_changed(record_ids: Iterable[str], *, more: bool = False, **_: object) -> None:
    _note({record_id.partition("-")[0] for record_id in record_ids}, more=more)


def _authority_changed(office: str, **_: object) -> None:
    _note({office}, more=False)


def _worker_ready(**_: object) -> None:
    """Take up notes left by a change whose counting was never started or never ended."""
    recount_pending.delay()


def _note(offices: Iterable[str], *, more: bool) -> None:
    PendingOffice.objects.bulk_create([PendingOffice(office_id=code) for code in sorted(offices)])
    if not more:
        # A broker that is down must not undo what is stored: the note stays, and the next change or worker takes it up.
        transaction.on_commit(recount_pending.delay, robust=True)
