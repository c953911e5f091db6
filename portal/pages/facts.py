"""The facts beside a record's texts: publications with what each holds, parties, classes, numbers of other files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q

from portal.pages.wording import part_words, written_language
from portal.records.models import Classification, Part, Party, Publication, Record, RelatedNumber, Role, Scheme
from portal.standards import kinds


@dataclass(frozen=True)
class Published:
    """A publication, its kind in words, the parts held of it and those delivered as page images only."""

    row: Publication
    kind: str
    held: tuple[str, ...]
    images: tuple[str, ...]


@dataclass(frozen=True)
class Name:
    """A party and the language its name is most likely in."""

    row: Party
    language: str


@dataclass(frozen=True)
class Related:
    """A number of another file, and the record of it where it is held."""

    row: RelatedNumber
    record_id: str

    @property
    def number(self) -> str:
        """The number with its office, once; of an international application the day alone may be given."""
        office, number = self.row.office_code, self.row.number_original
        if not number:
            return "no number given"
        return number if number.upper().startswith((office, "PCT")) else f"{office} {number}"


def publications(record: Record) -> list[Published]:
    """Return the publications of a record by date. A text that names no publication belongs to all of them."""
    texts = list(record.texts.all())
    found = []
    for row in record.publications.all():
        stands_in = ("", row.document) if row.whole else (row.document,)
        own = {text.part for text in texts if text.document in stands_in}
        held = tuple(part_words(record.right, part) for part in Part.values if part in own)
        images = tuple(part_words(record.right, part) for part in row.image_only if part in Part.values)
        found.append(Published(row, kinds.meaning(record.office_id, row.kind), held, images))
    return found


def documents(record: Record) -> dict[str, str]:
    """Return the publications a text may name, as it names them (`NUMBER_KEY-KIND`), in the office's writing."""
    return {row.document: row.numbered for row in record.publications.all()}


def days(record: Record) -> dict[str, dt.date]:
    """Return the days on which these publications were published, where they are known."""
    return {row.document: row.date for row in record.publications.all() if row.date}


def parties(record: Record) -> dict[str, list[Name]]:
    """Return the names by role, each list in the office's order."""
    found: dict[str, list[Name]] = {}
    for role in Role.values:
        names = [row for row in record.parties.all() if row.role == role]
        if names:
            found[str(Role(role).label)] = [
                Name(row, written_language(row.name, record.office.languages)) for row in names
            ]
    return found


def classes(record: Record) -> dict[str, list[Classification]]:
    """Return the class symbols by scheme."""
    found: dict[str, list[Classification]] = {}
    for row in record.classifications.all():
        found.setdefault(str(Scheme(row.scheme).label), []).append(row)
    return found


def related(record: Record) -> list[Related]:
    """Return the related numbers, each with the record it leads to where one is held; one query for all."""
    rows = list(record.relatednumbers.all())
    held = _held(rows)
    return [Related(row, held.get((row.whose, row.number_key), "")) for row in rows]


def _held(rows: Iterable[RelatedNumber]) -> dict[tuple[str, str], str]:
    wanted = [Q(office=row.whose, number_key=row.number_key) for row in rows if row.office_code and row.number_key]
    if not wanted:
        return {}
    found = Record.objects.filter(reduce(or_, wanted)).values_list("office", "number_key", "id")
    return {(office, key): record_id for office, key, record_id in found}
