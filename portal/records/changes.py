"""What a later delivery changed: titles, dates, parties, classes and numbers, with what stood there before.

A value that only fills a gap, comes from the same delivery or differs in blanks alone is no change.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from portal.records.models import (
    Change,
    Classification,
    Element,
    Origin,
    Part,
    Party,
    Publication,
    Record,
    RelatedNumber,
    Relation,
    Role,
    Scheme,
    Text,
)

NAMES = {
    "number": "application number",
    "filing_date": "filing date",
    "grant_date": "grant date",
    "expiry_date": "expiry date",
}


def _text(row: Text) -> str:
    return row.content if row.part == Part.TITLE and row.origin == Origin.OFFICE else ""


# Model → (what the changed value is called, the words of one row; empty where its changes are not kept).
SHOWN: dict[type[Element], tuple[Callable[[Any], str], Callable[[Any], str]]] = {
    Text: (lambda row: f"title ({row.language})", _text),
    Publication: (
        lambda row: f"publication date of {row.number} {row.kind}".strip(),
        lambda row: row.date.isoformat() if row.date else "",
    ),
    Party: (lambda row: Role(row.role).label.lower(), lambda row: row.name),
    Classification: (lambda row: Scheme(row.scheme).label, lambda row: row.symbol),
    RelatedNumber: (lambda row: Relation(row.relation).label, lambda row: f"{row.office_code} {row.number_original}"),
}


class Stood(NamedTuple):
    """What stood in the store before a row, or a whole list of rows, was written over."""

    value: str
    delivery: int

    @classmethod
    def of(cls, rows: Sequence[Element]) -> Stood | None:
        """Return what these rows say, or None where they say nothing whose change is kept."""
        value = _said(rows)
        return cls(value, rows[0].delivery_id) if value else None


def _said(rows: Sequence[Element]) -> str:
    words = SHOWN[type(rows[0])][1] if rows and type(rows[0]) in SHOWN else lambda _: ""
    return "; ".join(filter(None, (" ".join(words(row).split()) for row in rows)))


def change(stood: Stood, rows: Sequence[Element]) -> Change | None:
    """Return the change from what stood to what `rows` say now, if there is one between two deliveries."""
    value, first = _said(rows), rows[0]
    if not value or value == stood.value or stood.delivery == first.delivery_id:
        return None
    return Change(
        record_id=first.record_id,
        what=SHOWN[type(first)][0](first)[:60],
        old=stood.value,
        new=value,
        old_delivery_id=stood.delivery,
        new_delivery_id=first.delivery_id,
        as_of=first.as_of,
    )


def of_record(held: Record, record: Record, name: str) -> Change | None:
    """Return the change of a field of the record itself that is about to be taken over."""
    old, new, (as_of, delivery) = getattr(held, name), getattr(record, name), record.sources[name]
    before = held.sources.get(name, ["", delivery])[1]
    if old in (None, "") or old == new or before == delivery:
        return None
    return Change(
        record_id=held.id,
        what=NAMES[name],
        old=str(old),
        new=str(new),
        old_delivery_id=before,
        new_delivery_id=delivery,
        as_of=as_of,
    )
