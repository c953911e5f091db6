"""The term of a right: when it ends at the latest, what says so, and what follows once that day is past."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from portal.records.derive import Rows
from portal.records.models import Classification, LegalEvent, Publication, Record, Relation, Right, Scheme, Status
from portal.standards import kinds, numbers
from portal.standards.dates import after
from portal.standards.sentences import counted, written

BEYOND = "G"  # ST.27: protection beyond the term, which no rule of years knows
RENEWED = (Right.DESIGN, Right.TRADEMARK)  # for which the day an office gives ends a period that others may follow
MAIN = "filing of its main patent"
YEAR, GRANT, PUBLICATION, CORRECTION, EVENT = (
    "the last day of the year in its number",
    "grant",
    "publication",
    "publication of a correction",
    "the last event of known meaning",
)
NO_FILING = ", as no filing date is held"
SURELY, PERHAPS = "surely", "perhaps"  # the law's years from grant never counted for what a right protects
DAYS = re.compile(r"(\d{1,5}) days?")
# The offices that give any earlier file, continued or not, as related, from which the years count too (35 USC 154(a)(2)).
CONTINUED = ("US",)
ADDITION = re.compile(r"C[1-9]")  # before the number of a Brazilian certificate of addition
ENTRY = dt.timedelta(5 * 366)  # a file enters the national phase within that after the international filing
DIVIDED = dt.timedelta(20 * 366)  # what is divided from such a file may come later, within its term
# The longest usual terms in years: patents by TRIPS 33, utility models and designs as most laws have them; of a mark one period
# (Singapore Treaty 13(7)), which others follow.
USUAL = {Right.PATENT: 20, Right.UTILITY_MODEL: 15, Right.DESIGN: 25, Right.TRADEMARK: 10}


@dataclass(frozen=True)
class _Years:
    """The years of a law from filing and, where it has or had both, from a grant up to `last`; `struck` as `_struck`, for what `of` says."""

    filing: int
    grant: int = 0
    last: dt.date = dt.date.min
    struck: str = ""
    of: str = ""


@dataclass(frozen=True)
class _Term:
    """A term by years: its end, the words for it, what makes it uncertain, and whether it can end later."""

    end: dt.date
    words: str
    doubt: str
    later: bool = False


def set_term(record: Record, rows: Rows, profile: Mapping[str, Any]) -> bool:
    """Set the end of the term and what it rests on: the day the office gives, the years of its law, or the longest usual ones.

    `term` in the profile of an office maps a right to years from filing and, where the law has both, from grant: the later day
    counts; `former` has those of the laws before. Where the law no longer has the second, `from_grant` says of what it had
    (`_last_grant`) or never had them (`_struck`).
    Where an event tells of protection beyond the term, the end is later by its days, and not known where it does not say them. Without
    a filing date the years are counted from the latest day it can have been. A day of expiry not after filing and grant is no such day.
    The filing is that of an earlier file in the related numbers where the years count from it. The end is uncertain where that is not
    dated, where the years from a grant may count or not, and where the office's years are not known. Return whether it can be later.
    """
    record.term_end, record.term_rule, record.term_uncertain = None, "", False
    start = _period(record) if record.right == Right.TRADEMARK else _filed(record, rows)
    rule, other = _law(record, profile, start)
    years = _years(record, rule or (USUAL[Right(record.right)],), rows.classes, profile.get("from_grant", {}))
    given = record.expiry_date
    by_grant = years.struck and years.last == record.grant_date and given == after(years.last, years.grant)
    if given and _can_expire(record, given) and not by_grant:
        record.term_end, record.term_rule = given, "the day of expiry the office gives"
        return False
    extension = _extension(rows.events)
    if extension is None or not start:
        return False
    day, what, doubt = *start[:2], start[2] or other
    end, words = _end(day, years.filing, what)
    if not record.filing_date and what in (YEAR, GRANT, PUBLICATION, CORRECTION, EVENT):
        words += NO_FILING
    term = _Term(end, words, doubt) if rule else _Term(end, words, f", the longest usual term{doubt}", later=True)
    if years.last > after(day, years.filing - years.grant):
        term = _by_grant(record, term, what, years)
    record.term_end, record.term_rule, record.term_uncertain = term.end, term.words + term.doubt, bool(term.doubt)
    if extension:
        record.term_end += dt.timedelta(extension)
        record.term_rule += f", and {counted(extension, 'day')} of extension"
    return term.later


def _law(
    record: Record, profile: Mapping[str, Any], start: tuple[dt.date, str, str] | None
) -> tuple[Sequence[int] | None, str]:
    """Return the years of the law under which a right was filed, None where they are not known, and what else they may be.

    The law before (`former`) holds for what was filed before a day; for what was filed before it abroad, or of which no filing
    date is held, it may.
    """
    rule, laws = (profile.get(key, {}).get(record.right) for key in ("term", "former"))
    if start is None or not laws:
        return rule, ""
    for until, years in laws:
        before = dt.date.fromisoformat(until)
        if start[0] < before:
            later = record.filing_date and record.filing_date >= before
            return (rule, f", or {years} under the law before {written(before)}") if later else ([years], "")
    if not record.filing_date and (start[1] != YEAR or before.year == start[0].year):
        return rule, f", or {years} if filed before {written(before)}"
    return rule, ""


def _years(record: Record, rule: Sequence[int], classes: Iterable[Classification], until: Mapping[str, Any]) -> _Years:
    first, *second = rule
    if not second:
        return _Years(first)
    return _Years(first, second[0], _last_grant(record, until), _struck(classes, until), until.get("struck", ""))


def _by_grant(record: Record, filed: _Term, what: str, years: _Years) -> _Term:
    """Return the term where the years from grant may end after those from the filing of `what`, whose term is `filed`."""
    if years.struck == SURELY:
        return replace(filed, words=f"{filed.words}, as none count from the grant of {years.of}")
    if record.grant_date and what != MAIN:  # of an addition that of its main patent counts, which may last longer
        end, words = _end(record.grant_date, years.grant, GRANT)
        return _Term(end, words, filed.doubt or (years.struck and f", or {years.filing} from filing if of {years.of}"))
    return replace(filed, doubt=filed.doubt or ", or later by a grant that is not held", later=True)


def _filed(record: Record, rows: Rows) -> tuple[dt.date, str, str] | None:
    """Return the day from which the years from filing count, whose filing that is, and what not dated here may end them before.

    It is that of the main patent for an addition, which ends with it, and of the earliest parent or the international application
    (PCT 11(3)) where it is before that of the file itself. None where nothing bounds it.
    """
    own, country, related = _own_filing(record, rows.publications), record.office_id, rows.related
    main = [one for one in related if one.relation == Relation.ADDITION_TO]
    if main or (country == "BR" and ADDITION.match(record.number)):
        day = min((one.date for one in main if one.date), default=None)
        return (day, MAIN, "") if day else own and (*own, ", or with its main patent before")
    if own is None:
        return None
    ways = (Relation.DIVIDED_FROM, Relation.RELATED) if country in CONTINUED else (Relation.DIVIDED_FROM,)
    parents = [one for one in related if one.relation in ways and one.whose in ("", country)]
    whole = [one for one in related if one.relation == Relation.PCT_APPLICATION]
    days = [(one.date, "filing of its earliest parent") for one in parents if one.date and one.date < own[0]]
    days += [(one.date, "international filing") for one in whole if one.date and own[0] - ENTRY < one.date < own[0]]
    if not days and country in CONTINUED and any(one.date is None for one in parents):
        return *own, ", or of a parent's filing before"
    long = [one.date for one in whole if one.date and own[0] - DIVIDED < one.date < own[0]]
    if not days and long:
        return *own, f", or from the international filing on {written(max(long))}"
    return *min(days, default=own), ""


def _own_filing(record: Record, papers: Iterable[Publication]) -> tuple[dt.date, str] | None:
    """Return the filing date, or the latest day it can have been and what says so: no number is given before the file is there."""
    if record.filing_date:
        return record.filing_date, "filing"
    year = (
        numbers.parse_application(record.office_id, record.number, right=record.right).year if record.number else None
    )
    own = [(dt.date(year, 12, 31), YEAR)] if year else []
    corrected = [
        (p.date, CORRECTION) for p in papers if p.date and kinds.level(record.office_id, p.kind) == "correction"
    ]
    return min([*own, *_later(record), *corrected], default=None, key=lambda one: (one[0], one[1] == EVENT))


def _extension(events: Iterable[LegalEvent]) -> int | None:
    """Return the days by which events say that the term is extended; None where one does not say how long."""
    said = [DAYS.fullmatch(event.comment) for event in events if event.category == BEYOND]
    return sum(int(one[1]) for one in said if one) if all(said) else None


def _last_grant(record: Record, until: Mapping[str, Any]) -> dt.date:
    """Return the day of grant or, where none is held, the last it can have for its years to count; `date.min` where they do not."""
    filed, before = (dt.date.fromisoformat(until.get(f"{what}_before", "9999-12-31")) for what in ("filed", "granted"))
    not_yet = record.status_as_of if record.status == Status.PENDING else None
    if (record.grant_date or not_yet or dt.date.min) >= before:
        return dt.date.min
    if record.filing_date and record.filing_date >= filed:
        return dt.date.min
    return record.grant_date or before


def _struck(classes: Iterable[Classification], until: Mapping[str, Any]) -> str:
    """Tell whether the years from grant were struck down from the beginning for what the classes of a right say it protects."""
    surely, perhaps = (tuple(until.get(key, ())) for key in ("struck_ipc", "struck_perhaps"))
    symbols = [one.symbol for one in classes if one.scheme in (Scheme.IPC, Scheme.CPC)] if surely else [""]
    doubtful = [symbol for symbol in symbols if symbol.startswith(perhaps)]
    if any(symbol.startswith(surely) for symbol in symbols if symbol not in doubtful):
        return SURELY
    return PERHAPS if doubtful or not symbols else ""


def _can_expire(record: Record, day: dt.date) -> bool:
    """Tell whether a right can expire on a day: one that lies before its filing or grant is an error and ends nothing."""
    return all(other is None or other < day for other in (record.filing_date, record.grant_date))


def _period(record: Record) -> tuple[dt.date, str, str] | None:
    """Return the day the last known period of a mark begins; the first begins with its registration: one only applied for has none."""
    if not (record.grant_date or record.status == Status.IN_FORCE):
        return None
    filed = [(record.filing_date, "filing")] if record.filing_date else []
    last = max([*filed, *_later(record)], default=None, key=lambda one: one[0])
    return (*last, "") if last else None


def _later(record: Record) -> list[tuple[dt.date, str]]:
    """Return the days known of a record that no filing follows; the day of a receipt is no day of the right."""
    event = None if record.status_received else record.status_as_of
    known = ((record.grant_date, GRANT), (record.publication_date, PUBLICATION), (event, EVENT))
    return [(day, what) for day, what in known if day]


def _end(start: dt.date, years: int, what: str) -> tuple[dt.date, str]:
    return after(start, years), f"{years} years from {what} on {written(start)}"


def lapse(record: Record, today: dt.date, *, later: bool) -> bool:
    """End a right whose term is past and of which no event says that it ended; True if its status follows from that.

    Where the end may be `later` than the one held, and of a design or mark that may have been renewed on the day of expiry its
    office gave, the status is then unknown. `status_as_of` stays the day of the last thing known: the term is a rule, and not news of the office.
    """
    if record.by_term or record.status == Status.ENDED or not record.term_end or record.term_end >= today:
        return False
    renewable = record.term_end == record.expiry_date and record.right in RENEWED
    record.status, record.by_term = (Status.UNKNOWN if renewable or later else Status.ENDED), True
    record.status_since = None
    ended = f"{written(record.term_end)}, {record.term_rule}"
    if record.term_uncertain:
        record.status_reason = f"When the term ended is not certain: {ended}. No event held says what became of it"
    else:
        told = "Whether and until when it was renewed is not known" if renewable else "No event held says so"
        record.status_reason = f"By term: it ended on {ended}. {told}"
    return True
