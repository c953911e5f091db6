"""Counting an office's cells again and putting them in place of the old ones."""

from __future__ import annotations

import time
from collections import Counter
from typing import Any

from django.db import transaction
from django.utils import timezone

from portal.coverage.documents import document_cells
from portal.coverage.holdings import holdings, record_cells
from portal.coverage.listing import entries, never_documents
from portal.coverage.models import Cell, Counted, PendingOffice, RecordCell
from portal.records.contradictions import contradictions
from portal.records.models import Office

BATCH = 500
NAMED = 20  # contradictions of a sort that are named


def recount(office_code: str) -> None:
    """Count the office's cells from its rows and replace them in one transaction; raises Office.DoesNotExist.

    The counting itself holds no lock. A change stored meanwhile leaves its own PendingOffice row and is counted next time;
    when another count that saw everything this one saw was faster, this one is thrown away.
    """
    began, clock = timezone.now(), time.monotonic()
    office = Office.objects.get(pk=office_code)
    PendingOffice.objects.create(office=office)
    noted = list(PendingOffice.objects.filter(office=office).values_list("pk", flat=True))
    held = Counter(holdings(office))
    documents, records = document_cells(office, held), record_cells(office, held)
    contradicted = _contradicted(office)
    with transaction.atomic():
        # Without the key lock, so that records of the office can be stored meanwhile; SQLite has one writer anyway.
        Office.objects.select_for_update(no_key=True).get(pk=office_code)
        cleared, _ = PendingOffice.objects.filter(pk__in=noted).delete()
        if not cleared:
            return
        Cell.objects.filter(office=office).delete()
        Cell.objects.bulk_create(documents, batch_size=BATCH)
        RecordCell.objects.filter(office=office).delete()
        RecordCell.objects.bulk_create(records, batch_size=BATCH)
        seconds = round(time.monotonic() - clock, 3)
        counted = {"at": began, "seconds": seconds, "contradictions": contradicted}
        Counted.objects.update_or_create(office=office, defaults=counted)


def _contradicted(office: Office) -> dict[str, dict[str, Any]]:
    """Return, for each sort of contradiction with the office's list that there is, how many and the first numbers."""
    listed = entries(office)
    if not listed.exists():
        return {}
    return {
        code: {"count": found.count(), "numbers": [row.numbered for row in found[:NAMED]]}
        for code, found in contradictions(office.code, listed, never_documents(office), whole=True)
        if found.exists()
    }
