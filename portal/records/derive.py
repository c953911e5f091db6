"""What a record's publications and events say together: kind, dates and legal status."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass, field
from typing import NamedTuple

from portal.records.models import Classification, LegalEvent, Publication, Record, RelatedNumber
from portal.standards import events as st27
from portal.standards import kinds
from portal.standards.sentences import written

NO_DAY = dt.date.min  # where what has no date stands among what has one
AHEAD = dt.timedelta(days=31)  # an office may announce the gazette of the weeks to come, not more
PLANNED = dt.timedelta(days=366)  # and what takes effect later within a year; a day beyond is taken for a mistake
# A publication says as much as the event it documents (ST.27 F: granted, Q: published).
LEVEL_CATEGORY = {"application": "Q", "grant": "F"}
# Where an event of a category is undone, the document of its day is void that says this; a national entry (A) publishes the application.
DOCUMENTS = {"A": "Q", "Q": "Q", "F": "F"}
# What the reader is told beside an event that leaves the status unknown.
DOUBTS = {
    st27.DOUBTED: "; whether it had ended before is not known",
    st27.UNSHELVED: "; whether what had ended it before still stands is not known",
}


class Fact(NamedTuple):
    """What moves a status, on its day; `shown`: no event, but what a register shows of a day; `later`: it happened before its day."""

    date: dt.date
    shown: bool
    category: str
    words: str
    effective: dt.date | None = None
    later: bool = False


@dataclass(frozen=True)
class Rows:
    """The rows of a record that its state and its term follow from."""

    publications: list[Publication] = field(default_factory=list)
    events: list[LegalEvent] = field(default_factory=list)
    related: list[RelatedNumber] = field(default_factory=list)
    classes: list[Classification] = field(default_factory=list)


def derive(
    record: Record, publications: list[Publication], events: list[LegalEvent], until: dt.date = dt.date.max
) -> None:
    """Set the derived fields of `record` from its rows. Pure: the same rows always give the same fields.

    The status is the state after the last event that decides one (ST.27, replay by date); it holds as of that record's
    last known event, and since the day of the one that decided it; what a register shows does not tell that day. A record
    without any event or publication is `unknown`. An event without a date comes when the office
    published it, and gives no date to anything; the status of an extract without a date holds as of the day it was received.
    A grant published without a date, or of which a correction alone is held, comes before all that has one, and tells nothing where
    the day of the grant is known.
    Events come in the order delivered, which decides among those of one day.
    What is dated after `until` has not happened yet: it decides nothing, and the first of it is `planned`.
    A grant or publication that was undone gives no kind, day or status, though its document stays among the publications.
    """
    record.planned = min(_to_come(record, publications, events, until), default=None)
    papers = sorted((p for p in publications if _day(p) <= until), key=lambda p: (_day(p), p.kind))
    events = [event for event in events if _when(event) <= until]
    standing, void = stand(events), _grants_void_until(events)
    valid = [*_published(record, papers, events)]
    record.publication_date = next((p.date for p in valid if p.date and not _corrects(record, p)), None)
    granted = {event.date for event in standing if event.category == "F"}
    _set_kind(record, valid if papers else publications, granted, void)
    told = [*_from_publications(record, valid)]
    known = [event.date for event in standing if event.tells and event.date]
    known += [p.date for p in valid if p.date and _says(record, p)]
    facts = _in_order([*(f for f in told if f.category != "F" or _outlives(f.date, void)), *_from_events(standing)])
    facts, known = _with_grant(record, facts, known, void, until)
    dated = any(fact.category == "F" and fact.date in known and not fact.shown for fact in facts)
    facts = [fact for fact in facts if fact.date > NO_DAY or fact.category != "F" or not dated]
    state, reason = _state(facts)
    record.status, record.by_term = state, False
    received = [event.as_of for event in standing if event.shows_status and not event.date and event.as_of]
    received += [p.as_of for p in papers if not (p.date or dated) and p.as_of and _grants(record, p)]
    record.status_as_of = max([*known, *received], default=None)
    record.status_received = bool(received) and record.status_as_of not in known
    doubt = _doubt(state, reason, facts) if reason else ""
    record.status_reason = reason.words[: 200 - len(doubt)] + doubt if reason else ""
    own_day = reason and not (reason.shown or reason.later) and reason.date in known
    record.status_since = (reason.effective or reason.date) if reason and own_day else None


def _state(facts: Iterable[Fact]) -> tuple[str, Fact | None]:
    """Return the state that facts in their order leave, and the one that decided it."""
    held = [*facts]
    state, deciding = st27.status_from([st27.Step(fact.date, fact.category, fact.shown) for fact in held])
    return state, None if deciding is None else held[deciding]


def _doubt(state: str, reason: Fact, facts: list[Fact]) -> str:
    """Return what the reader is told behind the reason: what leaves the status unknown, or had ended a right that a register shows in force."""
    if state != "in_force" or not reason.shown:
        return DOUBTS.get(reason.category, "") if state == "unknown" else ""
    ended, by = _state(fact for fact in facts if not fact.shown)
    when = f" ({written(by.date)})" if by and by.date > NO_DAY else ""
    return f"; it had ended before: {by.words[:80]}{when}" if by and ended == "ended" else ""


def _to_come(
    record: Record, publications: list[Publication], events: list[LegalEvent], until: dt.date
) -> Iterator[dt.date]:
    days = [record.grant_date, *(p.date for p in publications)]
    days += [event.date for event in events if event.tells]
    return (day for day in days if day and day > until)


def _set_kind(record: Record, papers: list[Publication], granted: set[dt.date | None], void: dt.date | None) -> None:
    """Set the kind to that of the latest publication that holds; none where none does.

    What is published of the application after the grant makes no application of it again. Of a void grant neither the document
    nor the day the office gave for it says that there is one.
    """
    valid = [p for p in papers if not _grants(record, p) or _outlives(_day(p), void) or p.date in granted]
    latest = max(valid, key=lambda p: (_grants(record, p), _day(p), p.kind), default=Publication())
    record.kind, record.kind_inferred = latest.kind, latest.kind_inferred


def _with_grant(
    record: Record, facts: list[Fact], known: list[dt.date], void: dt.date | None, until: dt.date
) -> tuple[list[Fact], list[dt.date]]:
    """Set the day of the grant, the office's own before that of a document; where only the former says it, it is a fact."""
    grants = [fact.date for fact in facts if fact.category == "F" and fact.date in known and not fact.shown]
    given = record.grant_date if "grant_date" in record.sources else None
    given = given if given and _outlives(given, void) else None
    record.grant_date = given or next(iter(grants), None)
    if not given or grants or given > until:
        return facts, known
    return _in_order([Fact(given, shown=False, category="F", words="Granted"), *facts]), [*known, given]


def _in_order(facts: list[Fact]) -> list[Fact]:
    """Return the facts by day; of one day in the order given, as delivered, and what a register shows after what happened."""
    return sorted(facts, key=lambda fact: (fact.date, fact.shown))


def stand(events: list[LegalEvent]) -> list[LegalEvent]:
    """Return the events that hold.

    A correction (ST.27 Y) voids the latest event on or before its day of a code it names; a code that leads back before the
    grant voids the grants.
    """
    void = {event.key for _, event in _voided(events) if event}
    back = max(_ungranted(events), default=None)
    return [e for e in events if e.key not in void and not (e.category == "F" and not _outlives(_when(e), back))]


def _ungranted(events: list[LegalEvent]) -> list[dt.date]:
    """Return the days of the events whose code leads from a stage after the grant to one before it (ST.27)."""
    return [_when(event) for event in events if st27.undoes_grant(event.code)]


def _grants_void_until(events: list[LegalEvent]) -> dt.date | None:
    """Return the day up to which every grant was undone, held here or not, but for those an event that stands tells."""
    undone = [_when(by) for by, event in _voided(events) if (event.category == "F" if event else by.voids_grant)]
    return max([*undone, *_ungranted(events)], default=None)


def _published(record: Record, papers: list[Publication], events: list[LegalEvent]) -> Iterator[Publication]:
    """Yield the publications but for what of the application was undone, and its corrections till then, unless an event that stands tells it."""
    days = {paper.date for paper in papers}
    undone = [
        (by, event)
        for by, event in _voided(events)
        if event and event.date in days and DOCUMENTS.get(event.category) == "Q"
    ]
    codes = {event.code for _, event in undone}
    told = {event.date for event in stand(events) if event.category == "Q" or event.code in codes} if undone else set()
    for paper in papers:
        void = any(event.date and event.date <= _day(paper) <= _when(by) for by, event in undone)
        if not void or paper.date in told or _grants(record, paper):
            yield paper


def published_again(record: Record, publications: list[Publication], events: list[LegalEvent]) -> Iterator[Publication]:
    """Yield, of its new day, the document of a grant or publication that was undone and of which an event that stands tells again.

    It has the same number and kind both times, and of two days the first was kept; the new one is as of the event.
    """
    for by, undone in _voided(events):
        if undone is None or undone.date is None or undone.category not in DOCUMENTS:
            continue
        what = DOCUMENTS[undone.category]
        later = [e for e in stand(events) if e.date and e.date >= _when(by)]
        anew = [e for e in later if e.category == what or e.code == undone.code]
        for publication in publications if anew else ():
            if publication.date == undone.date and _category(record, publication) == what:
                first, again = min(anew, key=_when), copy(publication)
                again.date, again.date_original = first.date, str(first.date)
                again.as_of, again.amended, again.delivery_id = first.as_of, None, first.delivery_id
                yield again


def _outlives(day: dt.date, void: dt.date | None) -> bool:
    return void is None or day > void


def _voided(events: list[LegalEvent]) -> Iterator[tuple[LegalEvent, LegalEvent | None]]:
    """Yield each correction that holds, with the event it voids; None where that is not held. A later one may void a correction."""
    corrections = sorted((e for e in events if e.voids), key=lambda e: (_when(e), e.code))
    undone: dict[str, LegalEvent] = {}  # of a correction, the one it voids
    void: set[str] = set()
    for correction in reversed(corrections):
        event = None if correction.key in void else _named(correction, events, void)
        if event and event.voids:
            undone[correction.key] = event
            void.add(event.key)
    for correction in corrections:
        if any(correction is one for one in undone.values()):
            continue
        event = undone.get(correction.key) or _named(correction, events, void)
        void |= {event.key} if event else set()
        yield correction, event


def _named(correction: LegalEvent, events: list[LegalEvent], void: set[str]) -> LegalEvent | None:
    """Return the event a correction names: of a code and day or gazette, or the latest before it that is not void."""
    named = [name.partition("@") for name in correction.voids.split()]
    found = [
        e
        for e in events
        if e.key not in void
        and e is not correction
        and _when(e) <= _when(correction)
        and any(e.code == code and at in ("", _when(e).isoformat(), e.gazette) for code, _, at in named)
    ]
    return max(found, key=lambda e: (_when(e), e.key), default=None)


def _when(event: LegalEvent) -> dt.date:
    """Return where an event stands among the others: its day, else the day the office published it."""
    return event.date or event.as_of or NO_DAY


def _day(publication: Publication) -> dt.date:
    return publication.date or NO_DAY


def _category(record: Record, publication: Publication) -> str:
    return LEVEL_CATEGORY.get(kinds.level(record.office_id, publication.kind, publication.date), "")


def _corrects(record: Record, publication: Publication) -> bool:
    """Tell whether a publication corrects one that went before."""
    return kinds.level(record.office_id, publication.kind) == "correction"


def _says(record: Record, publication: Publication) -> str:
    """Return what a publication says of the right; a correction says what the document that it corrects says."""
    corrected = LEVEL_CATEGORY.get(kinds.corrects(record.office_id, publication.kind), "")
    return corrected or _category(record, publication)


def _grants(record: Record, publication: Publication) -> bool:
    """Tell whether a publication is of the grant or corrects one."""
    return _says(record, publication) == "F"


def _from_publications(record: Record, publications: list[Publication]) -> Iterator[Fact]:
    """Yield what publications say; of those without a day, of which one cannot say what went before, the grants alone.

    The day of a correction is not that of what it corrects: a grant corrected has no day.
    """
    for publication in publications:
        category, corrects = _says(record, publication), _corrects(record, publication)
        if category and (publication.date or category == "F"):
            words = f"{kinds.meaning(record.office_id, publication.kind)}{':' if corrects else ''} published"
            words += "" if publication.date else ", no day given"
            day = NO_DAY if corrects and category == "F" else _day(publication)
            yield Fact(day, shown=False, category=category, words=words, later=corrects)


def _from_events(events: list[LegalEvent]) -> Iterator[Fact]:
    """Yield what events say; a status in words, or an event for or against the right, that nobody explains says that it is not known."""
    for event in events:
        if event.category:
            letter = st27.effect(event.code, event.effect or event.category)
            words = event.name_english or event.name
            yield Fact(_when(event), event.shows_status, letter, words, event.effective)
        elif event.shows_status:
            words = f"The register says “{event.name[:100]}”, which is not explained in the office’s profile"
            yield Fact(_when(event), shown=True, category=st27.UNTOLD, words=words)
        elif event.influence:
            which = "disadvantage" if event.influence == st27.AGAINST else "advantage"
            words = f"“{event.name[:80]}” is to its {which}, and not explained in the office’s profile"
            yield Fact(_when(event), shown=False, category=event.influence, words=words)
