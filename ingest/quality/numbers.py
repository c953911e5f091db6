"""Numbers against dates, offices and each other (WIPO ST.6, ST.13, ST.16)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ingest.quality.check import Check
from portal.records.models import Right
from portal.records.store import Draft
from portal.standards import kinds, numbers, offices

SLACK, FAR = 1, 60  # years between a number and its date: an office may count by fiscal year; too far is no year at all
_PREFIX = re.compile(r"([A-Z]{2})[ /-]?\d{6,}")


@lru_cache(maxsize=4096)
def _year(office: str, number: str) -> int | None:
    return numbers.parse_application(office, number).year


def number_year(draft: Draft) -> Iterator[str]:
    """A file gets its number when it is filed; entries from the PCT and divisions carry an older filing date."""
    record = draft.record
    year = _year(record.office_id, record.number)
    if year and record.filing_date and record.filing_date.year > year:
        yield f"The number {record.number} was given in {year}, the filing date is of {record.filing_date.year}."


def number_ahead(draft: Draft) -> Iterator[str]:
    """No number is given before its year; the day that counts is the one the office published these values on."""
    record = draft.record
    year, days = _year(record.office_id, record.number), [row.as_of for row in draft.elements]
    if year and days and year > max(days).year:
        yield f"The number {record.number} is of {year}, but was published in {max(days).year}."


def other_office(draft: Draft) -> Iterator[str]:
    """A number that begins with another office's code and that no form of its own office reads."""
    given, office = draft.record.number_original.upper(), draft.record.office_id
    code = found[1] if (found := _PREFIX.match(given)) else ""
    if code in offices.OFFICES and code != office and not numbers.parse_application(office, given).serial:
        yield f"The number {given} begins with the code of {offices.name(code)}, the record is of {offices.name(office)}."


def priority_year(draft: Draft) -> Iterator[str]:
    for related in draft.related:
        if related.relation != "priority" or not related.date:
            continue
        year = _year(related.office_code, related.number_original)
        # Two digits may be a series (US 61/…, BR MU 89…); only a year written out can contradict.
        if year and str(year) in related.number_original and SLACK < abs(year - related.date.year) < FAR:
            yield f"The priority {related.number_original} is of {year} by its number, of {related.date} by its date."


def own_relation(draft: Draft) -> Iterator[str]:
    """A first filing is its own priority in DOCDB, with its own date; that is no mistake."""
    record = draft.record
    for related in draft.related:
        itself = (related.office_code, related.number_key) == (record.office_id, record.number_key)
        if itself and not (related.relation == "priority" and related.date == record.filing_date):
            yield f"The record names itself as its {related.relation.replace('_', ' ')}."


def relation_twice(draft: Draft) -> Iterator[str]:
    seen = set()
    for related in draft.related:
        key = (related.relation, related.office_code, related.number_key)
        if key in seen:
            yield f"The {related.relation.replace('_', ' ')} {related.number_original} is named twice."
        seen.add(key)


def no_kind(draft: Draft) -> Iterator[str]:
    """Designs and marks are published without one as often as not."""
    with_kinds = draft.record.right not in (Right.TRADEMARK, Right.DESIGN)
    if with_kinds and any(not publication.kind for publication in draft.publications):
        yield "A publication has no kind code."


def unknown_kind(draft: Draft) -> Iterator[str]:
    office, given = draft.record.office_id, draft.publications if draft.record.right != Right.TRADEMARK else []
    for code in dict.fromkeys(publication.kind for publication in given):
        if code and not kinds.right(office, code):
            yield f"{code} is not among the known kind codes of WIPO ST.16 and of {offices.name(office)}."


def kind_of_other_right(draft: Draft) -> Iterator[str]:
    record = draft.record
    for publication in draft.publications:
        right = kinds.right(record.office_id, publication.kind)
        if right and record.right and right != record.right:
            words = kinds.meaning(record.office_id, publication.kind)
            yield f"Kind {publication.kind} ({words}) does not fit a {Right(record.right).label.lower()}."


CHECKS = (
    Check("NUM-YEAR", "warning", number_year, "The year in the application number is before that of the filing date.",
          "Compare both with the file; one of them belongs to another application."),
    Check("NUM-AHEAD", "error", number_ahead, "The year in the application number is after the publication.",
          "Correct the number."),
    Check("NUM-OFFICE", "warning", other_office, "The application number begins with the code of another office.",
          "Check whether the file is of this office, or the number is that of a foreign priority."),
    Check("PRIORITY-YEAR", "warning", priority_year, "The year in a priority number is not that of its date.",
          "Compare number, date and country of the priority; two of them are often swapped."),
    Check("RELATED-SELF", "error", own_relation, "A record names itself as its priority or parent.",
          "Give the number of the earlier file, or leave the field empty."),
    Check("RELATED-TWICE", "info", relation_twice, "The same priority, parent or international number stands there twice.",
          "Deliver each number once."),
    Check("KIND-NONE", "warning", no_kind, "A publication has no kind code, so application and grant cannot be told apart.",
          "Deliver the kind code of WIPO ST.16 with each publication."),
    Check("KIND-UNKNOWN", "warning", unknown_kind, "A kind code is not among the known ones of WIPO ST.16 and of the office.",
          "Correct the code, or tell what it means so that it can be added."),
    Check("KIND-RIGHT", "warning", kind_of_other_right, "A kind code belongs to another right than the record.",
          "Check the kind code and the type of right."),
)  # fmt: skip
