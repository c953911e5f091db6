"""Sample data gives way, office by office: the first real delivery of an office takes its invented records out."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q

from portal.records.models import AuthorityFile, Delivery, Record
from portal.records.signals import authority_changed, records_changed


def withdraw(offices: Collection[str]) -> int:
    """Delete what the sample deliveries of these offices left in the store; return the number of records deleted.

    Call it in the transaction that stores a real delivery of theirs. The deliveries' bytes stay where they are kept.
    """
    samples = Delivery.objects.filter(sample=True, office__in=offices)
    if not samples.exists():
        return 0
    records = Record.objects.filter(Q(first_delivery__in=samples) | Q(sample=True, office__in=offices))
    ids = list(records.order_by("id").values_list("id", flat=True))
    records.delete()
    AuthorityFile.objects.filter(delivery__in=samples).delete()
    samples.delete()
    records_changed.send(sender=Record, record_ids=ids)
    for code in sorted(offices):
        authority_changed.send(sender=AuthorityFile, office=code)
    return len(ids)
