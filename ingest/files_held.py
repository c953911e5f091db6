"""Whose file a publication belongs to, for documents that name only the publication: full texts and abstracts asked for alone.

A record is named by its application number. Where a document does not say it, the publication it is of says it, if an
earlier delivery, or an earlier document of this one, has told both.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ingest.document import Delivered, Number, Unreadable
from portal.records.models import Publication, Record
from portal.standards import numbers

Key = tuple[str, str, str]  # office, key of the publication number, kind


def find(documents: Iterable[Delivered | Unreadable]) -> None:
    """Fill in the application of each document that has none, and the date of its publication; one query at most.

    Such a document is a part of its file.
    """
    readable = [document for document in documents if isinstance(document, Delivered)]
    asked = {key for document in readable if not document.application.value.strip() for key in _keys(document)}
    told = _held(asked) if asked else {}
    for document in readable:
        keys = _keys(document)
        if document.application.value.strip():
            day = document.published or document.as_of
            told.update((key, (document.application, document.right, day)) for key in keys if key in asked)
        elif found := next((told[key] for key in keys if key in told), None):
            document.application, document.right, date = replace(found[0]), document.right or found[1], found[2]
            document.as_of, document.part = document.as_of or date, True


def _held(asked: set[Key]) -> dict[Key, tuple[Number, str, str]]:
    rows = Publication.objects.filter(number_key__in={number for _, number, _ in asked}).select_related("record")
    return {
        (row.record.office_id, row.number_key, row.kind): (
            Number(row.record.office_id, row.record.number, printed=row.record.number_original),
            row.record.right,
            row.date.isoformat() if row.date else "",
        )
        for row in rows.order_by("record_id", "id")
    }


def record_of(document: Delivered) -> str:
    """Return the id of the record held of a document, by its publications, else by its application; empty without one."""
    for office, number, kind in _keys(document):
        found = Publication.objects.filter(record__office=office, number_key=number, kind=kind)
        if row := found.order_by("record_id").first():
            return row.record_id
    try:
        given = document.application
        number = numbers.parse_application(document.office, given.value, given.kind, document.right).key
    except ValueError:
        return ""
    records = Record.objects.filter(office=document.office, number_key=number)
    return next((r.pk for r in records if document.right in ("", r.right)), "")


def awaited(document: Delivered | Unreadable) -> str:
    """Return the publication by which the file of a document may be found one day, as `EP 1234567 B1`; empty without one."""
    keys = _keys(document) if isinstance(document, Delivered) else []
    return " ".join(keys[0]) if keys else ""


def held(names: Iterable[str]) -> set[str]:
    """Return those of the publications `awaited` named that are held by now."""
    asked = {name: (office, number, kind) for name in names for office, number, kind in [name.split(" ")]}
    there = _held(set(asked.values()))
    return {name for name, key in asked.items() if key in there}


def _keys(document: Delivered) -> list[Key]:
    found = []
    for given in document.publications:
        office = given.office or document.office
        try:
            number = numbers.parse_publication(office, given.value, given.kind, document.right)
        except ValueError:
            continue
        found.append((office, number.key, (given.kind or number.kind).strip().upper()))
    return found
