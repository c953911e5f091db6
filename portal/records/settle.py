"""The state of records on a day: when they are stored, and when a day comes on which something planned or their term is due."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Q

from portal.records.derive import Rows, derive
from portal.records.models import Classification, Element, LegalEvent, Publication, Record, RelatedNumber, Status
from portal.records.signals import records_changed
from portal.records.term import lapse, set_term

Row = TypeVar("Row", bound=Element)
AT_ONCE = 1000  # records of a transaction
DERIVED = (
    *("kind", "kind_inferred", "publication_date", "grant_date", "planned"),
    *("term_end", "term_rule", "term_uncertain", "by_term"),
    *("status", "status_reason", "status_since", "status_as_of", "status_received"),
)


def settle(record: Record, rows: Rows, profile: Mapping[str, Any], today: dt.date) -> None:
    """Set all that follows from the rows of `record` as it is today; `profile` of its office holds the terms (`term.set_term`)."""
    derive(record, rows.publications, rows.events, today)
    lapse(record, today, later=set_term(record, rows, profile))


def age(today: dt.date) -> int:
    """Settle anew the records something of which is due since they were stored, and announce them; return their number.

    Due is what an office has announced for a day that has come, and the end of a right whose term has passed.
    """
    over = Q(by_term=False, term_end__lt=today) & ~Q(status=Status.ENDED)
    due = Record.objects.filter(over | Q(planned__lte=today)).order_by("pk")
    ids = list(due.values_list("pk", flat=True))
    for place in range(0, len(ids), AT_ONCE):
        with transaction.atomic():
            records = list(
                due.select_for_update(of=("self",)).select_related("office").filter(pk__in=ids[place : place + AT_ONCE])
            )
            _settle_all(records, today)
    return len(ids)


def _settle_all(records: list[Record], today: dt.date) -> None:
    ids = [record.pk for record in records]
    publications, events = _rows(Publication, ids), _rows(LegalEvent, ids)
    related, classes = _rows(RelatedNumber, ids), _rows(Classification, ids)
    for record in records:
        at = record.pk
        settle(record, Rows(publications[at], events[at], related[at], classes[at]), record.office.profile, today)
    Record.objects.bulk_update(records, DERIVED)
    if ids:
        records_changed.send(sender=Record, record_ids=ids)


def _rows(model: type[Row], ids: Sequence[str]) -> dict[str, list[Row]]:
    """Return the rows of records by record, in the order they came."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in model._default_manager.filter(record__in=ids).order_by("pk"):
        rows[row.record_id].append(row)
    return rows
