"""Dates against each other and against the day they arrived."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from ingest.quality.check import Check
from portal.records.derive import AHEAD, PLANNED
from portal.records.models import Right, Status
from portal.records.store import Draft
from portal.standards.events import Step, move, status_from

# Paris Convention article 4 C: six months for designs and marks, twelve for patents; with two in which the right may be
# restored. Many offices give the national entry of an international application as its filing: 30 or 31 months after the
# priority (PCT article 22), with some months of grace. A month is 31 days here, so that no day is doubted wrongly.
PRIORITY_DAYS = {Right.PATENT: 36 * 31, Right.UTILITY_MODEL: 36 * 31, Right.DESIGN: 8 * 31, Right.TRADEMARK: 8 * 31}
LAST = 40  # years from filing to expiry, where the term counted from a late grant
PROGRAMS = {dt.date(1970, 1, 1), dt.date(2099, 12, 31)}
CEASED = "H"  # a category of ST.27
LATE = 30  # years from filing to publication
# A filing date from elsewhere: the day of the international filing, of the parent, or of the national entry.
_OTHER_DAY = {"pct_application", "pct_publication", "divided_from", "addition_to", "related"}


def published_before_filing(draft: Draft) -> Iterator[str]:
    filed = draft.record.filing_date
    for publication in draft.publications:
        if filed and publication.date and publication.date < filed:
            yield f"Published on {publication.date}, before it was filed on {filed}."


def granted_before_filing(draft: Draft) -> Iterator[str]:
    filed, granted = draft.record.filing_date, draft.record.grant_date
    if filed and granted and granted < filed:
        yield f"Granted on {granted}, before it was filed on {filed}."


def event_before_filing(draft: Draft) -> Iterator[str]:
    filed = draft.record.filing_date
    for event in draft.events:
        if filed and event.date and event.date < filed:
            yield f"The event “{event.name[:60]}” of {event.date} is older than the filing on {filed}."


def _priorities(draft: Draft) -> list[dt.date]:
    return [related.date for related in draft.related if related.relation == "priority" and related.date]


def priority_after_filing(draft: Draft) -> Iterator[str]:
    filed = draft.record.filing_date
    for date in _priorities(draft):
        if filed and date > filed:
            yield f"The priority of {date} is younger than the filing on {filed}."


def priority_too_old(draft: Draft) -> Iterator[str]:
    filed, days = draft.record.filing_date, PRIORITY_DAYS.get(Right(draft.record.right or Right.PATENT), 0)
    if filed is None or any(related.relation in _OTHER_DAY for related in draft.related):
        return
    for related in draft.related:  # one of the same office may be a parent (continuations)
        date = (
            related.date if related.relation == "priority" and related.office_code != draft.record.office_id else None
        )
        if date and (filed - date).days > days:
            yield f"The priority of {date} is {(filed - date).days // 30} months older than the filing on {filed}."


def _dates(draft: Draft) -> Iterator[tuple[str, dt.date | None]]:
    yield "filing date", draft.record.filing_date
    yield "grant date", draft.record.grant_date
    yield from (("publication date", publication.date) for publication in draft.publications)
    yield from (("priority date", date) for date in _priorities(draft))


def future_date(draft: Draft) -> Iterator[str]:
    """The delivery's own day counts, not today's."""
    limit = draft.record.latest_delivery.received_at.date() + AHEAD
    for words, date in _dates(draft):
        if date and date > limit:
            yield f"The {words} {date} lies after the delivery."
    for event in draft.events:
        if event.date and event.date > limit:
            yet = "" if event.date > limit - AHEAD + PLANNED else " yet"
            yield f"The event “{event.name[:60]}” of {event.date} lies after the delivery; it decides no status{yet}."


def expired_before_filing(draft: Draft) -> Iterator[str]:
    filed, expires = draft.record.filing_date, draft.record.expiry_date
    if filed and expires and expires <= filed:
        yield f"It expires on {expires}, no later than it was filed on {filed}."


def expired_before_grant(draft: Draft) -> Iterator[str]:
    granted, expires = draft.record.grant_date, draft.record.expiry_date
    if granted and expires and expires <= granted:
        yield f"It expires on {expires}, no later than it was granted on {granted}; the day does not decide its term."


def expires_late(draft: Draft) -> Iterator[str]:
    """A mark is renewed for ever; a patent whose term began with a late grant may last for more than thirty years."""
    filed, expires = draft.record.filing_date, draft.record.expiry_date
    if filed and expires and draft.record.right != Right.TRADEMARK and expires.year - filed.year > LAST:
        yield f"It expires on {expires}, more than {LAST} years after the filing on {filed}."


def _against_grant(draft: Draft, categories: str) -> Iterator[str]:
    """What a register shows of an application that was not granted, or not yet, though the same record gives a grant."""
    for event in draft.events:
        if event.shows_status and event.category and event.category in categories and draft.record.grant_date:
            yield f"The register shows “{event.name[:60]}”, which is of an application, and a grant of {draft.record.grant_date}."


def refused_and_granted(draft: Draft) -> Iterator[str]:
    return _against_grant(draft, "B")


def pending_and_granted(draft: Draft) -> Iterator[str]:
    """Some registers are not kept up after the grant."""
    return _against_grant(draft, "ADEQ")


def status_against_events(draft: Draft) -> Iterator[str]:
    """A right that a register shows in force, though the last of its events ended it."""
    happened = [
        Step(event.date, event.effect or event.category)
        for event in draft.events
        if event.date and not event.shows_status
    ]
    last = status_from(happened)
    day = happened[last.event].day if last.event is not None else None
    for event in draft.events:
        before = event.date and day and event.date < day
        if event.shows_status and not before and move(event.category) == Status.IN_FORCE and last.state == Status.ENDED:
            yield f"The register shows “{event.name[:60]}”, and the last of its events ended the right or the application."


def expired_early(draft: Draft) -> Iterator[str]:
    expires = draft.record.expiry_date
    for event in draft.events:
        day = event.date or event.as_of
        said = f"{event.name} {event.name_english}".lower()
        if expires and event.category == CEASED and "expired" in said and "fee" not in said and day and day < expires:
            yield f"“{event.name[:60]}” is of {day}, before the day of expiry {expires}."


def of_a_program(draft: Draft) -> Iterator[str]:
    """A holiday that is the first day computers count from, or the last an office's table holds."""
    for words, date in [*_dates(draft), ("expiry date", draft.record.expiry_date)]:
        if date in PROGRAMS:
            yield f"The {words} {date} is a day programs write where there is none."


def published_late(draft: Draft) -> Iterator[str]:
    filed = draft.record.filing_date
    for publication in draft.publications:
        if filed and publication.date and publication.date.year - filed.year > LATE:
            yield f"Published on {publication.date}, more than {LATE} years after the filing on {filed}."


def undated_publication(draft: Draft) -> Iterator[str]:
    """The number of a registration beside the bulletins of a mark or design has the day of the registration, which is none of its own."""
    registered = draft.record.right in (Right.TRADEMARK, Right.DESIGN) and draft.record.grant_date
    if registered and any(row.date for row in draft.publications):
        return
    if any(row.date is None and row.whole is not None for row in draft.publications):
        yield "A publication has no date."


def no_filing_date(draft: Draft) -> Iterator[str]:
    held = draft.publications or any(event.shows_status for event in draft.events)
    if held and not draft.record.filing_date and not draft.record.filing_date_original:
        yield "No filing date is given."


CHECKS = (
    Check("DATE-ORDER", "error", published_before_filing, "A publication is older than the filing.",
          "Correct the date that is wrong; day and month are often swapped."),
    Check("GRANT-ORDER", "error", granted_before_filing, "The grant is older than the filing.",
          "Correct the date that is wrong; day and month are often swapped."),
    Check("EVENT-ORDER", "warning", event_before_filing, "A legal event is older than the filing.",
          "Check the event's date; for an entry from the PCT, whether the filing date is the international one."),
    Check("PRIORITY-ORDER", "error", priority_after_filing, "A priority is younger than the filing that claims it.",
          "Correct the date of the priority or of the filing."),
    Check("PRIORITY-LATE", "info", priority_too_old,
          "A priority is older than any filing can claim: over 8 months for designs and marks, 36 for patents (entry from the PCT).",
          "Check both dates; deliver the international application where there is one."),
    Check("DATE-FUTURE", "error", future_date, "A date lies more than a month after the delivery that brings it.",
          "Correct the date; check the calendar it was converted from."),
    Check("EXPIRY-ORDER", "error", expired_before_filing, "The right expires before it was filed for.",
          "Correct the date that is wrong."),
    Check("EXPIRY-GRANT", "error", expired_before_grant, "The right expires before it was granted.",
          "Correct the date that is wrong; a right granted for a term already past is best told by an event."),
    Check("EXPIRY-LATE", "warning", expires_late, "The right expires more than 40 years after the filing.",
          "Check both years."),
    Check("STATUS-GRANT", "warning", refused_and_granted, "A register shows an application refused or withdrawn, and its grant.",
          "Correct the status or the day of the grant; a right that ended after its grant has lapsed or was revoked."),
    Check("STATUS-PENDING", "info", pending_and_granted, "A register shows an application pending, and its grant.",
          "Deliver the status as it now is."),
    Check("STATUS-EVENTS", "warning", status_against_events, "A register shows a right in force whose last event ended it.",
          "Correct the status, or deliver the event that restored the right."),
    Check("STATUS-EXPIRY", "warning", expired_early, "A right is said to have expired before its day of expiry.",
          "Correct the status or the day; what ended earlier for another reason has lapsed."),
    Check("DATE-PROGRAM", "warning", of_a_program, "A date is one that programs write where there is none: 1970-01-01 or 2099-12-31.",
          "Correct the date, or leave the field empty."),
    Check("PUB-LATE", "warning", published_late, "A publication is more than 30 years younger than the filing.",
          "Check both years."),
    Check("PUB-UNDATED", "warning", undated_publication, "A publication has no date, so it counts for no year.",
          "Deliver the date of each publication."),
    Check("FILING-NONE", "info", no_filing_date, "A record that is published, or that a register shows, has no filing date.",
          "Deliver the filing date (INID 22)."),
)  # fmt: skip
