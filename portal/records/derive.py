"""What a record's publications and events say together: kind, dates and legal status."""

from __future__ import annotations

import datetime as dt

from portal.records.models import LegalEvent, Publication, Record
from portal.standards import events as st27
from portal.standards import kinds

# A publication says as much as the event it documents (ST.27 F: granted, Q: published).
LEVEL_CATEGORY = {"application": "Q", "grant": "F"}


def derive(record: Record, publications: list[Publication], events: list[LegalEvent]) -> None:
    """Set the derived fields of `record` from its rows. Pure: the same rows always give the same fields.

    The status is the state after the last event that decides one (ST.27, replay by date); it holds as of that record's
    last known event. A record without any event or dated publication is `unknown`. An event without a date comes when the office
    published it, and gives no date to anything.
    """
    dated = sorted((p for p in publications if p.date), key=lambda p: (p.date, p.kind))
    record.publication_date = dated[0].date if dated else None
    latest = dated[-1] if dated else next(iter(publications), None)
    if latest:
        record.kind, record.kind_inferred = latest.kind, latest.kind_inferred
    standing = stand(events)
    undone = {event.date for event in events if event not in standing and event.category == "F" and event.date}
    facts = sorted([*_from_publications(record, [p for p in dated if p.date not in undone]), *_from_events(standing)])
    known = [event.date for event in standing if event.category and event.date]
    known += [date for date, *_ in _from_publications(record, dated)]
    grants = [date for date, category, _ in facts if category == "F" and date in known]
    if "grant_date" not in record.sources:  # the day the office itself gives goes before that of a document
        record.grant_date = grants[0] if grants else None
    elif record.grant_date and not grants:
        facts = sorted([*facts, (record.grant_date, "F", "Granted")])
        known.append(record.grant_date)
    state, deciding = st27.status_from([(date, category) for date, category, _ in facts])
    record.status, record.by_term = state, False
    record.status_as_of = max(known, default=None)
    record.status_reason = facts[deciding][2][:200] if deciding is not None else ""


def stand(events: list[LegalEvent]) -> list[LegalEvent]:
    """Return the events that hold: a correction (ST.27 Y) voids the latest event on or before its day of a code it names."""
    void: set[str] = set()
    for correction in sorted((e for e in events if e.voids), key=lambda e: (_when(e), e.code)):
        named = correction.voids.split()
        found = [e for e in events if e.code in named and _when(e) <= _when(correction) and e.key not in void]
        if found:
            void.add(max(found, key=lambda e: (_when(e), e.key)).key)
    return [event for event in events if event.key not in void]


def _when(event: LegalEvent) -> dt.date:
    """Return where an event stands among the others: its day, else the day the office published it."""
    return event.date or event.as_of or dt.date.min


def _from_publications(record: Record, publications: list[Publication]) -> list[tuple[dt.date, str, str]]:
    facts = []
    for publication in publications:
        level = kinds.level(record.office_id, publication.kind)
        if publication.date and level in LEVEL_CATEGORY:
            words = kinds.meaning(record.office_id, publication.kind)
            facts.append((publication.date, LEVEL_CATEGORY[level], f"{words} published"))
    return facts


def _from_events(events: list[LegalEvent]) -> list[tuple[dt.date, str, str]]:
    return [(_when(e), e.category, e.name_english or e.name) for e in events if e.category]
