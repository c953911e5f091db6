"""What is held, record by record: the one reading of the store that all counts are made from."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, reduce
from itertools import islice
from operator import or_

from django.db.models import Q

from portal.coverage.elements import LATIN, OF_RECORDS, RELATED, ROLE_ELEMENTS, bits, text_elements
from portal.coverage.models import RecordCell
from portal.records.models import Classification, Office, Party, Publication, Record, RelatedNumber, Relation, Text
from portal.standards.scripts import letters

AT_ONCE = 2000  # records read together: few statements, and little memory however many there are


@dataclass(frozen=True, slots=True)
class Document:
    """A publication of a record: where it counts, the elements it has, and whether it is held or only mentioned by others."""

    right: str
    kind: str
    year: int | None
    elements: frozenset[str]
    held: bool = True


@dataclass(frozen=True, slots=True)
class Holding:
    """A record: where it counts, its status, the elements it has in whichever of its publications, and these."""

    right: str
    year: int | None
    status: str
    elements: frozenset[str]
    documents: tuple[Document, ...]


def holdings(office: Office) -> Iterator[Holding]:
    """Yield what is held of every record of the office, in order of ids; five statements every 2,000 records.

    A text belongs to the publication it names in `document`, or to all publications of its record where it names none;
    parties and classes belong to the record and so to each of its publications.
    """
    records = Record.objects.filter(office=office).order_by("pk")
    rows = records.values_list("pk", "right", "publication_date", "status", "filing_date").iterator(chunk_size=AT_ONCE)
    while batch := list(islice(rows, AT_ONCE)):
        yield from _held(batch)


def _held(batch: list[tuple[str, str, dt.date | None, str, dt.date | None]]) -> Iterator[Holding]:
    between = Q(record__gte=batch[0][0], record__lte=batch[-1][0])  # far quicker than naming 2,000 ids
    publications, texts, facts = _publications(between), _texts(between), _facts(between)
    for record, right, published, status, filed in batch:
        numbered = any(number for number, *_ in publications[record])
        own = facts[record] | {name for name, has in (("filing_date", filed), ("publication_number", numbered)) if has}
        said = texts[record]
        documents = tuple(
            Document(
                right,
                kind,
                year,
                own.difference(OF_RECORDS).union(said.get("", ()), said.get(f"{number}-{kind}", ())),
                held,
            )
            for number, kind, year, held in publications[record]
        )
        year = published.year if published else None
        yield Holding(right, year, status, own.union(*said.values()), documents)


def _publications(between: Q) -> dict[str, list[tuple[str, str, int | None, bool]]]:
    """Return number key, kind and year of each publication, and whether it is held, by record."""
    found: dict[str, list[tuple[str, str, int | None, bool]]] = defaultdict(list)
    columns = ("record_id", "number_key", "kind", "date", "whole")
    for record, number, kind, date, whole in Publication.objects.filter(between).order_by("pk").values_list(*columns):
        found[record].append((number, kind, date.year if date else None, bool(whole)))
    return found


def _texts(between: Q) -> dict[str, dict[str, set[str]]]:
    """Return the elements that texts are, by record and the publication they stand in."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    columns = ("record_id", "document", "part", "language", "origin")
    for record, document, *text in Text.objects.filter(between).order_by().values_list(*columns):
        found[record][document].update(text_elements(*text))
    return found


def _facts(between: Q) -> dict[str, frozenset[str]]:
    """Return the elements a record has beside its texts, by record."""
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    parties = Party.objects.filter(between).order_by().values_list("record_id", "role", "name", "name_latin")
    for record, role, name, latin in parties:
        found[record] |= _party(role, in_latin=bool(latin or name.isascii() or letters(name)["Latn"]))
    classes = Classification.objects.filter(between).order_by().values_list("record_id", "scheme")
    for record, scheme in classes.distinct():
        found[record] |= {scheme}
    related = RelatedNumber.objects.filter(between, relation__in=RELATED).order_by()
    for record, relation, number, date in related.values_list("record_id", "relation", "number_key", "date"):
        found[record] |= {RELATED[Relation(relation)]} if number else set()
        found[record] |= {"priority_date"} if date and relation == Relation.PRIORITY else set()
    return found


@cache
def _party(role: str, *, in_latin: bool) -> frozenset[str]:
    """Return the elements a party is, in Latin letters or in others only."""
    roles = ROLE_ELEMENTS[role]
    return frozenset((*roles, *(LATIN[role] for role in roles if in_latin)))


def record_cells(office: Office, held: Mapping[Holding, int]) -> list[RecordCell]:
    """Return the office's record cells, unsaved: records alike in all that a search can be confined to, `held` counting them.

    The year is that of the first publication, as the filter `year` has it; a record with nothing published has no kind and
    no year, one of which only a correction is held no year, and both still count.
    """
    alike: Counter[tuple[str, int | None, int | None, int | None, str, str, str, str, int]] = Counter()
    for one, count in held.items():
        years = sorted({year for year in (one.year, *(document.year for document in one.documents)) if year})
        first, last = (years[0], years[-1]) if years else (None, None)
        published = in_blanks(map(str, years))
        kinds = in_blanks(document.kind for document in one.documents)
        elements = reduce(or_, map(bits, one.elements), 0)
        languages = in_blanks(_languages(one.elements))
        alike[one.right, one.year, first, last, published, one.status, kinds, languages, elements] += count
    names = ("right", "year", "first_year", "last_year", "years", "status", "kinds", "languages", "elements")
    return [
        RecordCell(office=office, records=count, **dict(zip(names, values, strict=True)))
        for values, count in alike.items()
    ]


def _languages(elements: Iterable[str]) -> Iterator[str]:
    """Yield the languages of the office's own texts: `th` for `claims.th`, none for `claims.en.machine`."""
    for element in elements:
        language = element.partition(".")[2]
        if not language.endswith(".machine"):
            yield language


def in_blanks(values: Iterable[str]) -> str:
    """Return values as a set in blanks, sorted, so that ` A1 ` is found in it: ` A1 B1 `; empty for none."""
    found = sorted(set(values) - {""})
    return f" {' '.join(found)} " if found else ""
