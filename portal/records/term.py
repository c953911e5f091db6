"""The term of a right: when it ends at the latest, what says so, and what follows once that day is past."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from django.utils.formats import date_format

from portal.records.models import LegalEvent, Record, RelatedNumber, Relation, Right, Status

BEYOND = "G"  # ST.27: protection beyond the term, which no rule of years knows
RENEWED = (Right.DESIGN, Right.TRADEMARK)  # for which the day an office gives ends a period that others may follow
MAIN = "filing of its main patent"
DAYS = re.compile(r"(\d{1,5}) days")
# The offices that give any earlier file, continued or not, as related, from which the years count too (35 USC 154(a)(2)).
CONTINUED = ("US",)
ADDITION = re.compile(r"C[1-9]")  # before the number of a Brazilian certificate of addition
ENTRY = dt.timedelta(5 * 366)  # a file enters the national phase within that after the international filing
NO_LIMIT: Mapping[str, str] = MappingProxyType({})
# The longest usual terms in years: patents by TRIPS 33, utility models and designs as most laws have them; of a mark one period
# (Singapore Treaty 13(7)), which others follow.
USUAL = {Right.PATENT: 20, Right.UTILITY_MODEL: 15, Right.DESIGN: 25, Right.TRADEMARK: 10}


def set_term(
    record: Record,
    events: Iterable[LegalEvent],
    years: Mapping[str, Sequence[int]],
    until: Mapping[str, str] = NO_LIMIT,
    related: Sequence[RelatedNumber] = (),
) -> None:
    """Set the end of the term and what it rests on: the day the office gives, the years of its law, or the longest usual ones.

    `years` maps a right to years from filing and, where the law has both, from grant: the later day counts. Where the law no longer
    has the second, `until` says of what it had: `filed_before` or `granted_before`, with a day. Where an event tells of
    protection beyond the term, the end is later by its days, and not known where it does not say them. Without a filing date
    the years are counted from what must have come later. A day of expiry not after filing and grant is no such day.
    The filing is that of an earlier file in `related` where the years count from it; where that is not dated, the end is not firm.
    """
    extension = _extension(events)
    rule = years.get(record.right, ())
    record.term_end, record.term_rule, record.term_usual = None, "", False
    if record.expiry_date and _can_expire(record, record.expiry_date):
        record.term_end, record.term_rule = record.expiry_date, "the day of expiry the office gives"
        return
    if extension is None:
        return
    filed, whose, before = _filed(record, related)
    if rule and filed:  # without it the years from grant alone may end too early
        granted = record.grant_date if _from_grant(record, until) else None
        starts = ((filed, whose), (granted, "grant"))
        ends = [_end(start, count, what) for count, (start, what) in zip(rule, starts, strict=False) if start]
        own = whose != MAIN  # the grant of an addition is not that of its main patent, which may last as long or not
        record.term_end, record.term_rule = max(ends) if own else ends[0]
        record.term_usual = bool(before) or (not own and max(ends) != ends[0])
    elif start := _start(record, filed, whose):
        record.term_usual = bool(before) or not _bounds(rule, start[1])
        count = max((USUAL[Right(record.right)], *rule)) if not _bounds(rule, start[1]) else max(rule)
        record.term_end, record.term_rule = _end(start[0], count, start[1])
        record.term_rule += "" if record.term_usual else ", as no filing date is held"
    record.term_rule += before if record.term_end else ""
    if record.term_end and extension:
        record.term_end += dt.timedelta(extension)
        record.term_rule += f", and {extension} days of extension"


def _filed(record: Record, related: Sequence[RelatedNumber]) -> tuple[dt.date | None, str, str]:
    """Return the day from which the years from filing count, whose filing that is, and what not dated here may end them before.

    It is that of the main patent for an addition, which ends with it, and of the earliest parent or the international application
    (PCT 11(3)) where it is before that of the file itself.
    """
    own, country = record.filing_date, record.office_id
    if record.right == Right.TRADEMARK:
        return own, "filing", ""
    main = [one for one in related if one.relation == Relation.ADDITION_TO]
    if main or (country == "BR" and ADDITION.match(record.number)):
        day = min((one.date for one in main if one.date), default=None)
        return (day, MAIN, "") if day else (own, "filing", ", or with its main patent before")
    ways = (Relation.DIVIDED_FROM, Relation.RELATED) if country in CONTINUED else (Relation.DIVIDED_FROM,)
    parents = [one for one in related if one.relation in ways and one.whose in ("", country)]
    whole = [one for one in related if one.relation == Relation.PCT_APPLICATION]
    days = [(one.date, "filing of its earliest parent") for one in parents if own and one.date and one.date < own]
    days += [(one.date, "international filing") for one in whole if own and one.date and own - ENTRY < one.date < own]
    if not days and country in CONTINUED and any(one.date is None for one in parents):
        return own, "filing", ", or of a parent's filing before"
    first = min(days, default=(own, "filing"))
    return *first, ""


def _extension(events: Iterable[LegalEvent]) -> int | None:
    """Return the days by which events say that the term is extended; None where one does not say how long."""
    said = [DAYS.fullmatch(event.comment) for event in events if event.category == BEYOND]
    return sum(int(one[1]) for one in said if one) if all(said) else None


def _from_grant(record: Record, until: Mapping[str, str]) -> bool:
    """Tell whether the years from grant count for a record: it was filed or granted before they were abolished."""
    days = {"filed_before": record.filing_date, "granted_before": record.grant_date}
    return all(
        day is not None and day < dt.date.fromisoformat(until[what]) for what, day in days.items() if what in until
    )


def _can_expire(record: Record, day: dt.date) -> bool:
    """Tell whether a right can expire on a day: one that lies before its filing or grant is an error and ends nothing."""
    return all(other is None or other < day for other in (record.filing_date, record.grant_date))


def _bounds(rule: Sequence[int], what: str) -> bool:
    """Tell whether no right of this rule lasts longer than its years from such a day, which no filing follows."""
    return len(rule) == 1 or bool(rule and what == "grant")


def _start(record: Record, filed: dt.date | None, whose: str) -> tuple[dt.date, str] | None:
    """Return the day a usual term is counted from: the first there is; of a mark, whose periods follow each other, the last.

    The periods of a mark begin with its registration: one that is only applied for has none.
    """
    last = None if record.status_received else record.status_as_of  # the day of a receipt is no day of the right
    known = ((filed, whose), (record.grant_date, "grant"), (record.publication_date, "publication"))
    days = [(day, what) for day, what in (*known, (last, "the last event held")) if day]
    if record.right == Right.TRADEMARK:
        registered = record.grant_date or record.status == Status.IN_FORCE
        return max(days, default=None) if registered else None
    return next(iter(days), None)


def _end(start: dt.date, years: int, what: str) -> tuple[dt.date, str]:
    return after(start, years), f"{years} years from {what} on {_written(start)}"


def _written(day: dt.date) -> str:
    return date_format(day, "j F Y")


def after(start: dt.date, years: int) -> dt.date:
    """Return the same day some years later; of 29 February the day after where there is none."""
    year = start.year + years
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return dt.date(year, 3, 1) if (start.month, start.day) == (2, 29) and not leap else start.replace(year=year)


def lapse(record: Record, today: dt.date) -> bool:
    """End a right whose term is past and of which no event says that it ended; True if its status follows from that.

    Where the office's term is not known, and of a design or mark that may have been renewed on the day of expiry its office gave,
    the status is then unknown. `status_as_of` stays the day of the last thing known: the term is a rule, and not news of the office.
    """
    if record.by_term or record.status == Status.ENDED or not record.term_end or record.term_end >= today:
        return False
    renewable = record.term_end == record.expiry_date and record.right in RENEWED
    record.status, record.by_term = (Status.UNKNOWN if renewable or record.term_usual else Status.ENDED), True
    record.status_since = None
    if record.term_usual:
        longest = f"the longest usual term ended on {record.term_end}, {record.term_rule}"
        record.status_reason = f"The term of the office is not known; {longest}. No event held says what became of it"
    else:
        record.status_reason = f"By term: it ended on {_written(record.term_end)}, {record.term_rule}. " + (
            "Whether it was renewed is not known" if renewable else "No event held says so"
        )
    return True
