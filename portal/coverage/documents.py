"""Counting documents: what the office lists, what is held of it, and what the held publications have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from django.db.models import Count, F, Q
from django.db.models.functions import ExtractYear

from portal.coverage.holdings import Holding
from portal.coverage.listing import entries, is_held, never_documents
from portal.coverage.models import Cell
from portal.records.models import Office

Place: TypeAlias = tuple[str, str, int | None]  # right, kind, year


def document_cells(office: Office, held: Mapping[Holding, int]) -> list[Cell]:
    """Return the office's document cells, unsaved: its list, beside the documents of the records that `held` counts."""
    cells = {place: _cell(office, place, counts) for place, counts in _listed(office)}
    reach = _reach(list(cells))
    for document, count in ((document, count) for one, count in held.items() for document in one.documents):
        place = (document.right, document.kind, document.year)
        if place not in cells:
            cells[place] = _cell(office, place, (0, 0, 0) if _reached(place, reach) else (None, None, 0))
        if not document.held:
            cells[place].mentioned += count
            continue
        cells[place].held += count
        for element in document.elements:
            cells[place].elements[element] = cells[place].elements.get(element, 0) + count
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
