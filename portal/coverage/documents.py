"""Counting documents: what the office lists, what is held of it, and what the held publications have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat, ExtractYear

from portal.coverage.elements import ROLES, text_element
from portal.coverage.listing import entries, is_held, never_documents
from portal.coverage.models import Cell
from portal.records.models import Classification, Office, Party, Publication, Scheme

Place: TypeAlias = tuple[str, str, int | None]  # right, kind, year


def document_cells(office: Office) -> list[Cell]:
    """Return the office's document cells, unsaved, counted in a few statements whatever the number of rows."""
    cells = {place: _cell(office, place, counts) for place, counts in _listed(office)}
    reach = _reach(list(cells))
    publications = Publication.objects.filter(record__office=office)
    for place, _, held in _counts(publications):
        if place not in cells:
            cells[place] = _cell(office, place, (0, 0, 0) if _reached(place, reach) else (None, None, 0))
        cells[place].held = held
    for place, element, count in _elements(publications):
        cells[place].elements[element] = count
    return list(cells.values())


def _cell(office: Office, place: Place, counts: tuple[int | None, int | None, int]) -> Cell:
    right, kind, year = place
    listed, expected, held_listed = counts
    return Cell(
        office=office, right=right, kind=kind, year=year, listed=listed, expected=expected, held_listed=held_listed
    )


def _listed(office: Office) -> Iterator[tuple[Place, tuple[int, int, int]]]:
    """Yield how many entries are listed, expected and held at each place of the office's list."""
    document = ~Q(exception__in=never_documents(office))
    rows = (
        entries(office)
        .values(of_right=F("right"), of_kind=F("kind"), of_year=ExtractYear("date"))
        .annotate(
            listed=Count("id"),
            expected=Count("id", filter=document),
            held_listed=Count("id", filter=document & Q(is_held())),
        )
        .values_list("of_right", "of_kind", "of_year", "listed", "expected", "held_listed")
        .order_by()
    )
    for right, kind, year, *counts in rows:
        yield (right, kind, year), (counts[0], counts[1], counts[2])


def _reach(places: list[Place]) -> dict[str, tuple[int, int]]:
    """Return the first and last year the office's list speaks of, by right; (0, 0) where it gives no year at all."""
    years: dict[str, list[int]] = {}
    for right, _, year in places:
        years.setdefault(right, []).extend([year] if year else [])
    return {right: (min(found, default=0), max(found, default=0)) for right, found in years.items()}


def _reached(place: Place, reach: dict[str, tuple[int, int]]) -> bool:
    """Tell whether the list would have named a document at `place`; only then does its silence mean none."""
    right, _, year = place
    return right in reach and (year is None or reach[right][0] <= year <= reach[right][1])


def _counts(publications: QuerySet[Publication], *by: str) -> Iterator[tuple[Place, tuple[str, ...], int]]:
    """Yield place, values of the columns `by`, and the number of publications."""
    rows = (
        publications.values("record__right", "kind", *by, year=ExtractYear("date"))
        .annotate(count=Count("id", distinct=True))
        .values_list("record__right", "kind", "year", "count", *by)
        .order_by()
    )
    for right, kind, year, count, *values in rows:
        yield (right, kind, year), tuple(values), count


def _elements(publications: QuerySet[Publication]) -> Iterator[tuple[Place, str, int]]:
    """Yield how many of `publications` have each element, at each place.

    A text belongs to the publication it names in `document`, or to all publications of its record where it names none;
    parties and classes belong to the record and so to each of its publications.
    """
    in_it = Q(record__texts__document="") | Q(record__texts__document=Concat("number_key", Value("-"), "kind"))
    texts, column = publications.filter(in_it), "record__texts__"
    for place, (part,), count in _counts(texts, f"{column}part"):
        yield place, part, count
    for place, text, count in _counts(texts, f"{column}part", f"{column}language", f"{column}origin"):
        yield place, text_element(*text), count
    own = {"record": OuterRef("record")}
    facts = {element: Exists(Party.objects.filter(role__in=roles, **own)) for element, roles in ROLES.items()}
    facts |= {"ipc": Exists(Classification.objects.filter(scheme=Scheme.IPC, **own))}
    for element, fact in facts.items():
        for place, _, count in _counts(publications.filter(fact)):
            yield place, element, count
