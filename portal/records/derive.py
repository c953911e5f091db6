"""What a record's publications and events say together: kind, dates and legal status."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from portal.records.models import LegalEvent, Publication, Record
from portal.standards import events as st27
from portal.standards import kinds

AHEAD = dt.timedelta(days=31)  # an office may announce the gazette of the weeks to come, not more
# A publication says as much as the event it documents (ST.27 F: granted, Q: published).
LEVEL_CATEGORY = {"application": "Q", "grant": "F"}


class Fact(NamedTuple):
    """What moves a status, on its day; `shown`: no event, but what a register shows of a day."""

    date: dt.date
    shown: bool
    category: str
    words: str


def derive(
    record: Record, publications: list[Publication], events: list[LegalEvent], until: dt.date = dt.date.max
) -> None:
    """Set the derived fields of `record` from its rows. Pure: the same rows always give the same fields.

    The status is the state after the last event that decides one (ST.27, replay by date); it holds as of that record's
    last known event. A record without any event or dated publication is `unknown`. An event without a date comes when the office
    published it, and gives no date to anything; the status of an extract without a date holds as of the day it was received.
    Events come in the order delivered, which decides among those of one day.
    What is dated after `until` has not happened yet: it decides nothing.
    """
    dated = sorted((p for p in publications if p.date and p.date <= until), key=lambda p: (p.date, p.kind))
    record.publication_date = dated[0].date if dated else None
    events = [event for event in events if _when(event) <= until]
    standing = stand(events)
    void = _grants_void_until(events)
    # Of a void grant neither the document nor the day the office gave for it says that there is one.
    granted = {event.date for event in standing if event.category == "F"}
    valid = [p for p in dated if not _void(record, p, void) or p.date in granted] or dated
    if latest := next(iter([*valid[-1:], *publications]), None):
        record.kind, record.kind_inferred = latest.kind, latest.kind_inferred
    papers = [*_from_publications(record, dated)]
    known = [event.date for event in standing if (event.category or event.shows_status) and event.date] + [
        date for date, *_ in papers
    ]
    facts = _in_order([*(f for f in papers if f.category != "F" or f.date > void), *_from_events(standing)])
    grants = [fact.date for fact in facts if fact.category == "F" and fact.date in known]
    given = record.grant_date if "grant_date" in record.sources else None
    given = given if given and given > void else None
    # The day the office itself gives goes before that of a document.
    record.grant_date = given or next(iter(grants), None)
    if given and not grants:
        facts = _in_order([Fact(given, shown=False, category="F", words="Granted"), *facts])
        known.append(given)
    state, deciding = st27.status_from([(fact.date, fact.category) for fact in facts])
    record.status, record.by_term = state, False
    received = [event.as_of for event in standing if event.shows_status and not event.date and event.as_of]
    record.status_as_of = max([*known, *received], default=None)
    record.status_received = bool(received) and record.status_as_of not in known
    record.status_reason = facts[deciding].words[:200] if deciding is not None else ""


def _in_order(facts: list[Fact]) -> list[Fact]:
    """Return the facts by day; of one day in the order given, as delivered, and what a register shows after what happened."""
    return sorted(facts, key=lambda fact: (fact.date, fact.shown))


def stand(events: list[LegalEvent]) -> list[LegalEvent]:
    """Return the events that hold: a correction (ST.27 Y) voids the latest event on or before its day of a code it names."""
    void = {event.key for _, event in _voided(events) if event}
    return [event for event in events if event.key not in void]


def _grants_void_until(events: list[LegalEvent]) -> dt.date:
    """Return the day up to which every grant was undone, held here or not, but for those an event that stands tells."""
    undone = [_when(by) for by, event in _voided(events) if (event.category == "F" if event else by.voids_grant)]
    return max(undone, default=dt.date.min)


def _voided(events: list[LegalEvent]) -> Iterator[tuple[LegalEvent, LegalEvent | None]]:
    """Yield each correction with the event it voids: of the code and day it names, or the latest; None where it is not held."""
    void: set[str] = set()
    for correction in sorted((e for e in events if e.voids), key=lambda e: (_when(e), e.code)):
        named = [name.partition("@") for name in correction.voids.split()]
        found = [
            e
            for e in events
            if e.key not in void
            and _when(e) <= _when(correction)
            and any(e.code == code and day in ("", _when(e).isoformat()) for code, _, day in named)
        ]
        event = max(found, key=lambda e: (_when(e), e.key), default=None)
        void |= {event.key} if event else set()
        yield correction, event


def _when(event: LegalEvent) -> dt.date:
    """Return where an event stands among the others: its day, else the day the office published it."""
    return event.date or event.as_of or dt.date.min


def _category(record: Record, publication: Publication) -> str:
    return LEVEL_CATEGORY.get(kinds.level(record.office_id, publication.kind), "")


def _void(record: Record, publication: Publication, until: dt.date) -> bool:
    return bool(publication.date and publication.date <= until and _category(record, publication) == "F")


def _from_publications(record: Record, publications: list[Publication]) -> list[Fact]:
    facts = []
    for publication in publications:
        if publication.date and (category := _category(record, publication)):
            words = kinds.meaning(record.office_id, publication.kind)
            facts.append(Fact(publication.date, shown=False, category=category, words=f"{words} published"))
    return facts


def _from_events(events: list[LegalEvent]) -> Iterator[Fact]:
    """Yield what events say; a status in words that the office's profile does not explain says that it is not known."""
    for event in events:
        if event.category:
            yield Fact(_when(event), event.shows_status, event.category, event.name_english or event.name)
        elif event.shows_status:
            words = f"The register says “{event.name[:100]}”, which is not explained in the office’s profile"
            yield Fact(_when(event), shown=True, category=st27.UNTOLD, words=words)
