"""Numbers against dates, offices and each other (WIPO ST.6, ST.13, ST.16)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ingest.quality.check import Check
from portal.records.models import Right
from portal.records.store import Draft
from portal.standards import kinds, numbers, offices

ENTRY = 3  # years from an international filing to the number of its entry, and a year more
PATENTS = {Right.PATENT, Right.UTILITY_MODEL}
SLACK, FAR = 1, 60  # years between a number and its date: an office may count by fiscal year; too far is no year at all
ZEROS, LONGEST = 5, 60  # digits that may be missing; characters of a number
_LAST = re.compile(r"\d+(?=\D*$)")
_PREFIX = re.compile(r"([A-Z]{2})(?:\d{6,}|[/ -]+\d)")
_LETTERS = re.compile(r"([A-Z]{2})[/ -]*(\d.*)")
_ST13 = re.compile(r"[1-9]\d(?:19|20)\d\d\d{9}")
_PARENT = {"divided_from", "addition_to", "related"}


@lru_cache(maxsize=4096)
def _year(office: str, number: str, right: str = "") -> int | None:
    return numbers.parse_application(office, number, right=right).year


def _given(draft: Draft) -> tuple[int, int] | None:
    """The years of the number and of the filing, where both are known."""
    record = draft.record
    year = _year(record.office_id, record.number, record.right)
    return (year, record.filing_date.year) if year and record.filing_date else None


def number_year(draft: Draft) -> Iterator[str]:
    """A file gets its number when it is filed; entries from the PCT and divisions carry an older filing date."""
    if (years := _given(draft)) and years[1] > years[0]:
        yield f"The number {draft.record.number} was given in {years[0]}, the filing date is of {years[1]}."


def number_late(draft: Draft) -> Iterator[str]:
    """An entry from the PCT gets its number two years and a half after the filing; a division at any time."""
    parent = any(related.relation in _PARENT for related in draft.related)
    if (years := _given(draft)) and years[0] > years[1] + ENTRY and not parent:
        yield f"The number {draft.record.number} is of {years[0]}, the filing of {years[1]}, and no parent is named."


def number_ahead(draft: Draft) -> Iterator[str]:
    """No number is given before its year; the day that counts is the one the office published these values on."""
    record = draft.record
    year, days = _year(record.office_id, record.number, record.right), [row.as_of for row in draft.elements]
    if year and days and year > max(days).year:
        yield f"The number {record.number} is of {year}, but was published in {max(days).year}."


def other_office(draft: Draft) -> Iterator[str]:
    """A number that begins with another office's code and that no form of its own office reads."""
    given, office = draft.record.number_original.upper(), draft.record.office_id
    if office in ("WO", "IB"):  # its numbers have the code of the receiving office
        return
    number, found = numbers.parse_application(office, given), _PREFIX.match(given) or _PREFIX.match(_bare(given))
    code = number.office if number.office != office else found[1] if found and not number.serial else ""
    if code in offices.OFFICES and code != office:
        yield f"The number {given} begins with the code of {offices.name(code)}, the record is of {offices.name(office)}."


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def no_form(draft: Draft) -> Iterator[str]:
    """The forms of an office are those of its numbers that are known; a new series has none yet."""
    record = draft.record
    read, office = numbers.parse_application(record.office_id, record.number), offices.name(record.office_id)
    if _ST13.fullmatch(read.key):
        yield (
            f"The number {record.number} is written under ST.13, and cannot be turned into the one {office} itself gives: "
            "the file may stand here under that as well."
        )
    elif read.serial or not numbers.has_forms(record.office_id):
        return
    elif record.right in PATENTS:
        yield f"The number {record.number} is in no known form of {office}."
    elif whole := _lengthened(record.office_id, record.number, record.right):
        yield f"The number {record.number} has fewer digits than those of {office}, as {whole}."


def _lengthened(office: str, number: str, right: str) -> str:
    """The number with zeros before its last digits, where that is in a form of its right that says the year; nothing else is sure to be one cut short."""
    for zeros in range(1, ZEROS + 1):
        whole = _LAST.sub(rf"{'0' * zeros}\g<0>", number, count=1)
        read = numbers.parse_application(office, whole, right=right) if len(whole) <= LONGEST else None
        if read and read.serial and read.year and read.right == right:
            return whole
    return ""


def related_year(draft: Draft) -> Iterator[str]:
    """A parent is dated by its filing, which its number need not be of: it may be a division itself."""
    for related in draft.related:
        if related.relation in _PARENT or not (related.date and related.number_original):
            continue
        year = _year(related.office_code, related.number_original)
        # Two digits may be a series (US 61/…, BR MU 89…); only a year written out can contradict.
        if year and str(year) in related.number_original and SLACK < abs(year - related.date.year) < FAR:
            words = related.relation.replace("pct_", "PCT ")
            yield f"The {words} {related.number_original} is of {year} by its number, of {related.date} by its date."


def related_office(draft: Draft) -> Iterator[str]:
    for related in draft.related:
        if related.office_code and related.office_code not in offices.OFFICES:
            words = related.relation.replace("_", " ")
            yield f"{related.office_code} of the {words} {related.number_original} is not an office of WIPO ST.3."


def related_of_other(draft: Draft) -> Iterator[str]:
    """The number of a priority is in a form of the office whose letters it begins with, and in none of the office named."""
    for related in draft.related:
        given, office = related.number_original.upper(), related.office_code
        found = _LETTERS.match(given)
        # An international number names the office that received it, and stands beside the country of an earlier filing.
        if (
            not found
            or found[1] not in offices.OFFICES
            or office in ("", found[1])
            or {"WO", "IB"} & {office, found[1]}
        ):
            continue
        if not _serial(office, given) and _serial(found[1], found[2]):
            words = related.relation.replace("_", " ")
            yield f"The {words} {given} begins with the code of {offices.name(found[1])}, its office is {offices.name(office)}."


def _serial(office: str, given: str) -> str:
    return numbers.parse_application(office, given).serial


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


def number_of_other_right(draft: Draft) -> Iterator[str]:
    """The series of a number often says the right; one file may be changed into another, but seldom is.

    Digits alone are no series of a mark: it may have the number of its international registration.
    """
    record = draft.record
    given = [(numbers.parse_application, record.number, record.number_original)]
    others = (one for one in draft.publications if one.number_key != record.number_key)
    given += [(numbers.parse_publication, one.number, one.number_original) for one in others]
    for read, number, original in given:
        bare = record.right == Right.TRADEMARK and original.isdecimal()
        said = read(record.office_id, original).right if original and not bare else ""
        if said and record.right and said != record.right:
            words = (Right(right).label.lower() for right in (said, record.right))
            yield "The number {} is in the series of a {}, the record is of a {}.".format(number, *words)


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
        if record.right and not kinds.fits(record.office_id, publication.kind, record.right):
            words = kinds.meaning(record.office_id, publication.kind)
            yield f"Kind {publication.kind} ({words}) does not fit a {Right(record.right).label.lower()}."


CHECKS = (
    Check("NUM-YEAR", "warning", number_year, "The year in the application number is before that of the filing date.",
          "Compare both with the file; one of them belongs to another application."),
    Check("NUM-LATE", "info", number_late, "The number was given more than three years after the filing, and no parent is named.",
          "For a division deliver the parent (INID 62); else compare number and date."),
    Check("NUM-AHEAD", "error", number_ahead, "The year in the application number is after the publication.",
          "Correct the number."),
    Check("NUM-OFFICE", "warning", other_office, "The application number begins with the code of another office.",
          "Check whether the file is of this office, or the number is that of a foreign priority."),
    Check("NUM-FORM", "warning", no_form, "The application number is in no form known of its office.",
          "Compare the number with the file; for a new series, tell its form so that it can be added."),
    Check("NUM-RIGHT", "warning", number_of_other_right, "The application number is in the series of another right.",
          "Check number and type of right; deliver the file under the right it is of."),
    Check("PRIORITY-YEAR", "warning", related_year, "The year in a priority or PCT number is not that of its date.",
          "Compare number, date and country; two of them are often swapped."),
    Check("RELATED-OFFICE", "warning", related_office, "The office of a priority, parent or international number is not in WIPO ST.3.",
          "Correct the code of the office."),
    Check("RELATED-NUMBER", "warning", related_of_other, "A priority or parent has the number of one office and the code of another.",
          "Correct the code of the office, or the number."),
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
