"""The term of a right: when it ends at the latest, what says so, and what follows once that day is past."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from django.db import transaction

from portal.records.models import LegalEvent, Record, Status
from portal.records.signals import records_changed

BEYOND = "G"  # ST.27: protection beyond the term, which no rule of years knows
AT_ONCE = 1000  # records of a transaction
FIELDS = ("status", "status_reason", "by_term")


def set_term(record: Record, events: Iterable[LegalEvent], years: Mapping[str, Sequence[int]]) -> None:
    """Set the end of the term and what it rests on: the day the office gives, else the years of its law.

    `years` maps a right to years from filing and, where the law has both, from grant: the later day counts. Without a rule, and
    where an event tells of protection beyond the term, the end is not known.
    """
    rule = () if any(event.category == BEYOND for event in events) else years.get(record.right, ())
    starts = ((record.filing_date, "filing"), (record.grant_date, "grant"))
    ends = [
        (after(start, count), f"{count} years from {what} on {start}")
        for count, (start, what) in zip(rule, starts, strict=False)
        if start
    ]
    given = (record.expiry_date, "the day of expiry the office gives") if record.expiry_date else (None, "")
    # Without the filing date the years from grant alone may end too early.
    record.term_end, record.term_rule = (
        given if record.expiry_date or not record.filing_date else max(ends, default=given)
    )


def after(start: dt.date, years: int) -> dt.date:
    """Return the same day some years later; of 29 February the day after where there is none."""
    year = start.year + years
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return dt.date(year, 3, 1) if (start.month, start.day) == (2, 29) and not leap else start.replace(year=year)


def lapse(record: Record, today: dt.date) -> bool:
    """End a right whose term is past and of which no event says that it ended; True if it did.

    `status_as_of` stays the day of the last thing known: the term is a rule, and not news of the office.
    """
    if record.status == Status.ENDED or not record.term_end or record.term_end >= today:
        return False
    record.status, record.by_term = Status.ENDED, True
    record.status_reason = f"By term: it ended on {record.term_end}, {record.term_rule}. No event held says so"
    return True


def age(today: dt.date) -> int:
    """End all rights whose term has passed since they were stored, and announce them; return their number."""
    due = Record.objects.exclude(status=Status.ENDED).filter(term_end__lt=today).order_by("pk")
    ids = list(due.values_list("pk", flat=True))
    for place in range(0, len(ids), AT_ONCE):
        with transaction.atomic():
            records = list(due.select_for_update().filter(pk__in=ids[place : place + AT_ONCE]))
            ended = [record for record in records if lapse(record, today)]
            Record.objects.bulk_update(ended, FIELDS)
            if ended:
                records_changed.send(sender=Record, record_ids=[record.pk for record in ended])
    return len(ids)
