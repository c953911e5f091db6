"""Which of two values goes before the other: the later published, and of the spellings of a number the sound one."""

from __future__ import annotations

import re
from typing import Any

from portal.records.models import RIGHT_LETTERS, LegalEvent, Publication, Record, Right
from portal.standards import numbers

RIGHTS = {letter: right for right, letter in RIGHT_LETTERS.items()}
SPELT = ("number_original", "number")
IN_A_ROW = re.compile(
    r"(?:[A-Z]{2}\W?)?[A-Z]{0,2}\d*(?:[A-Z]\d?)?"
)  # as databases write a number, without the office's signs


def guessed(row: Publication) -> bool:
    """Tell whether of a publication only the day was given, and its kind was not."""
    return bool(row.kind_inferred and not row.whole and row.date)


def goes_before(row: Any, held: Any) -> bool:
    """Tell whether a row takes the place of the one held: the later does, but an event only in other words.

    Of a document that is delivered as published on two days, each time as of that day, the first is the day of publication; of marks,
    whose bulletins have no kinds, the first goes before a later day whenever it is told.
    """
    if isinstance(row, LegalEvent) and (row.name, row.comment) == (held.name, held.comment):
        return False
    if isinstance(row, Publication) and row.date and held.date and row.date != held.date:
        first = min(row, held, key=lambda one: one.date)
        if _is_of_mark(row) or all(one.date == one.as_of for one in (row, held)):
            return first is row
    return age(held) <= age(row)


def _is_of_mark(row: Publication) -> bool:
    return RIGHTS.get(row.record_id.split("-")[1]) == Right.TRADEMARK and not row.kind


def shown_again(row: Any, held: Any) -> bool:
    """Tell whether a register shows on a later day the status that is held, still or again."""
    return isinstance(row, LegalEvent) and row.shows_status and not row.date and age(held) < age(row)


def respell(row: Any, other: Any) -> bool:
    """Write the number of a publication as `other` does, where that goes before; tell whether it does."""
    better = isinstance(row, Publication) and spelt(other, "number_original") > spelt(row, "number_original")
    if better:
        row.number_original, row.number = other.number_original, other.number
    return better


def spelt(row: Record | Publication, name: str) -> tuple[bool, bool]:
    """Return what of the row's own number goes before, whenever it came; of other values nothing does.

    One with a wrong check digit never replaces another, nor one in a row of characters that in the office's own spelling.
    """
    if name not in SPELT:
        return False, False
    value, office, letter = getattr(row, name), *(row.id if isinstance(row, Record) else row.record_id).split("-")[:2]
    return not numbers.wrong(office, value, RIGHTS.get(letter, "")), not IN_A_ROW.fullmatch(value)


def age(row: Any) -> tuple[Any, Any, int]:
    """What a value is as new as: the publication it stands in, and of one publication the day it was last passed on."""
    return (row.as_of, row.amended or row.as_of, row.delivery_id)


def source_age(source: list[Any]) -> tuple[Any, Any, int]:
    """The same of a field of the record: `as_of`, delivery, and `amended` where it was."""
    as_of, delivery, *amended = source
    return (as_of, *(amended or [as_of]), delivery)
