"""The publications a document is of or mentions, and those the events in it stand for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from ingest import numbering
from ingest.document import Event, Number, Related
from ingest.normalise.event_rules import rule_of
from ingest.normalise.texts import worded
from ingest.normalise.work import Work
from portal.records.models import Publication, Record, Right
from portal.records.rows import new
from portal.standards import kinds


def publications(work: Work, record: Record, as_of: dt.date) -> tuple[list[Publication], str]:
    """The publications the document names and those its events stand for; and which of them it is, as NUMBER-KIND, "" where unsure.

    Texts stand in the publication this document is: the one of its own date, not one it only mentions.
    """
    given = (one for number in work.delivered.publications for one in work.each(number))
    own = [*_numbered(record, _first([row for one in given if (row := _publication(work, one))]))]
    day = work.printed_on or max((row.date for row in own if row.date), default=None)
    this = [row for row in own if row.date in (None, day) and (row.date or row.whole)]
    _mention(own, work.printed_on or as_of)
    rows = [*own, *_announced(work, record, own)]
    _say_repeated(work, rows)
    every = {(row.number_key, row.kind): row for row in rows}
    return list(every.values()), this[0].document if len(this) == 1 else ""


def of_other_files(work: Work, record: Record) -> list[Related]:
    """Take out of the document the publications it mentions under other numbers that are older than its filing, and return them.

    None of them can be of this file, whatever element they stand in (ST.36 and ST.96 have one for “related” publications).
    """
    given, filed = work.delivered.publications, record.filing_date
    own = {record.number_key, *(_key(work, one) for one in given if not one.mentioned)}
    others = [
        one
        for one in given
        if one.mentioned and filed and (day := work.day(one.date)) and day < filed and _key(work, one) not in own
    ]
    for one in others:
        told = f"{one.value[:60]} {one.kind}".strip()
        work.say(
            "PUB-OLDER",
            "warning",
            f"The publication {told} of {work.day(one.date)} is older than the filing of {filed}; kept as that of a related file.",
        )
    work.delivered = replace(work.delivered, publications=[one for one in given if one not in others])
    return [Related("pct_publication" if one.office == "WO" else "related", one) for one in others]


def _key(work: Work, given: Number) -> str:
    try:
        return numbering.publication(given.office or work.office, given.value, given.kind, work.right).key
    except ValueError:
        return given.value


def _numbered(record: Record, rows: list[Publication]) -> Iterator[Publication]:
    """Leave out what only a mapping makes of a day, under the number of the application, where it came under one of its own."""
    numbered = {row.kind for row in rows if row.number_key != record.number_key}
    return (r for r in rows if not (r.kind_inferred and r.number_key == record.number_key and r.kind in numbered))


def _first(rows: list[Publication]) -> list[Publication]:
    """Of several bulletins of one number without a kind, as marks have them, only the first counts."""
    first: dict[str, Publication] = {}
    for row in sorted(rows, key=lambda row: row.date or dt.date.max):
        first.setdefault(row.number_key, row)
    return [row for row in rows if row.kind or row is first[row.number_key]]


def _say_repeated(work: Work, rows: list[Publication]) -> None:
    """Say where one publication has two days; the one that stands later is kept."""
    first: dict[tuple[str, str], Publication] = {}
    for row in rows:
        other = first.setdefault((row.number_key, row.kind), row)
        if row.date and other.date and row.date != other.date and work.right in (Right.PATENT, Right.UTILITY_MODEL):
            days = f"of {other.date} and of {row.date}"
            work.say("PUB-TWICE", "warning", f"The publication {row.numbered} is there twice, {days}.")


def _publication(work: Work, given: Number) -> Publication | None:
    given = work.number(given)
    try:
        number = numbering.publication(given.office or work.office, given.value, given.kind, work.right)
    except ValueError as error:
        work.say("NUM-PUB", "error", f"Publication number: {error}")
        return None
    if numbering.other_form(numbering.publication, given.office or work.office, given, number):
        work.say_forms("publication", given, given.value)
        given = replace(given, printed="")
    return new(
        Publication,
        number_original=(given.printed or given.value).strip(),
        number=number.shown(given.printed or given.value),
        number_key=number.key,
        kind=(given.kind or number.kind).strip().upper(),
        kind_inferred=given.kind_inferred,
        date=work.planned(given.date, "DATE-PUB"),
        date_original=given.date.strip(),
        whole=None if given.mentioned else True,
        image_only=sorted({p.part for p in work.delivered.texts if p.image_only} - worded(work)),
    )


def _announced(work: Work, record: Record, own: list[Publication]) -> list[Publication]:
    """Publications an event stands for, as the office profile says, but for those that came themselves.

    Such came under a number of their own, or with a kind of the same level on the same day.
    """
    found, numbered = [], {row.kind for row in own if row.number_key != record.number_key}
    levels = {(kinds.level(work.office, row.kind), row.date) for row in own if row.number_key == record.number_key}
    for event in work.events:
        rule = rule_of(work.profile, event)
        if kind := rule.kind.get(work.right, "") if rule else "":
            printed = _printed_kind(work, event, kind)
            value = work.delivered.application.value
            number = Number(work.office, value, printed or kind, event.date, kind_inferred=not printed)
            row = _publication(work, number)
            stands = not printed and row and (kinds.level(work.office, row.kind), row.date) in levels
            found.extend([row] if row and row.kind not in numbered and not stands else [])
    return found


def _printed_kind(work: Work, event: Event, kind: str) -> str:
    """The kind the office prints with the event, which goes before that of the event, unless it is of another level, which is said."""
    said, wanted = (kinds.level(work.office, one) for one in (event.kind, kind))
    if {said, wanted} != {"application", "grant"}:
        return event.kind
    sentence = (
        f"The kind {event.kind} is not that of the event “{event.name[:80]}”, which publishes {kind}; {kind} is kept."
    )
    work.say("EVENT-KIND", "warning", sentence)
    return ""


def _mention(own: list[Publication], printed_on: dt.date) -> None:
    """Mark the publications whose data did not come with this document: it is that of its day, or else the latest it names."""
    days = {row.date for row in own if row.date and row.whole}
    this = printed_on if printed_on in days else max(days, default=None)
    for row in own:
        if row.date not in (None, this):
            row.whole = None
