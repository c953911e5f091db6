"""Counting in the background."""

from celery import shared_task
from django.db import OperationalError

from portal.coverage.counting import recount
from portal.coverage.models import PendingOffice


@shared_task(autoretry_for=(OperationalError,), retry_backoff=True, max_retries=5)
def recount_pending() -> None:
    """Count every office that changed since it was last counted. Safe to run twice and in two workers at once."""
    for code in sorted(set(PendingOffice.objects.values_list("office_id", flat=True))):
        recount(code)
