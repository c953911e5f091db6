"""Coverage as pages and API show it: cells chosen, summed up, and divided honestly."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from portal.coverage.elements import never
from portal.coverage.models import Cell
from portal.records.models import Office


@dataclass(frozen=True)
class Figure:
    """The sum of some cells. `listed` and `expected` are None where no cell has a denominator.

    `complete` is False where some cell has none: a rate then speaks of the others only. `mentioned` are publications known from
    other documents by number or date alone; they are not held.
    """

    listed: int | None
    expected: int | None
    held: int
    held_listed: int
    elements: dict[str, int]
    complete: bool
    mentioned: int = 0

    @property
    def missing(self) -> int | None:
        """Documents expected and not held; None where nobody says what was published."""
        return None if self.expected is None else self.expected - self.held_listed

    @property
    def rate(self) -> float | None:
        """Held ÷ expected, 0 to 1; None where nothing was expected or nobody says."""
        return self.held_listed / self.expected if self.expected else None

    def having(self, element: str) -> int:
        """Return the held documents with `element`; empty: all of them."""
        return self.elements.get(element, 0) if element else self.held

    def share(self, element: str) -> float | None:
        """Return the held documents with `element` ÷ all known to exist (expected, or held though unlisted).

        None where nobody says what was published.
        """
        known = self.expected + self.held - self.held_listed if self.expected is not None else 0
        return self.elements.get(element, 0) / known if known else None


@dataclass(frozen=True)
class OfficeFigures:
    """One office's row of the heat map: a figure a year (None: undated), their sum, and the years its list speaks of by right."""

    office: Office
    years: dict[int | None, Figure]
    total: Figure
    reach: dict[str, range]

    def listed(self, year: int) -> bool:
        """Tell whether the office's list would name what was published in a year, of every right."""
        return all(year in years for years in self.reach.values())

    def by_law(self, right: str, element: str) -> bool:
        """Tell whether the law of the office's country leaves `element` (as `claims` or `claims.en`) unpublished, or every law."""
        return element.partition(".")[0] in {*self.office.unpublished.get(right, ()), *never(right)}


def total(cells: Iterable[Cell]) -> Figure:
    """Return the sum of `cells`."""
    found = list(cells)
    known = [cell for cell in found if cell.expected is not None]
    elements: Counter[str] = Counter()
    for cell in found:
        elements.update(cell.elements)
    return Figure(
        listed=sum(cell.listed or 0 for cell in known) if known else None,
        expected=sum(cell.expected or 0 for cell in known) if known else None,
        held=sum(cell.held for cell in found),
        held_listed=sum(cell.held_listed for cell in found),
        elements=dict(sorted(elements.items())),
        complete=len(known) == len(found),
        mentioned=sum(cell.mentioned for cell in found),
    )


def reach(cells: Iterable[Cell]) -> dict[str, range]:
    """Return the years one office's list speaks of, by right: between them its silence means that nothing was published."""
    years: dict[str, list[int]] = defaultdict(list)
    for cell in cells:
        years[cell.right] += [cell.year] if cell.year and cell.listed is not None else []
    return {right: range(min(found, default=0), max(found, default=-1) + 1) for right, found in years.items()}


def chosen(
    offices: Iterable[str] = (),
    rights: Iterable[str] = (),
    kinds: Iterable[str] = (),
    years: Iterable[int] = (),
) -> QuerySet[Cell]:
    """Return the cells of these offices, rights, kinds and years, in that order; an empty list means all."""
    wanted = {"office__in": offices, "right__in": rights, "kind__in": kinds, "year__in": years}
    filters = {name: tuple(values) for name, values in wanted.items()}
    found = Cell.objects.filter(**{name: values for name, values in filters.items() if values})
    return found.order_by("office_id", "right", "kind", "year")


def office_cells(
    code: str, rights: Iterable[str] = (), kinds: Iterable[str] = (), years: Iterable[int] = ()
) -> QuerySet[Cell]:
    """Return one office's cells, by right, kind and year."""
    return chosen([code], rights, kinds, years)


def overview(rights: Iterable[str] = (), kinds: Iterable[str] = ()) -> list[OfficeFigures]:
    """Return office × year figures of every office that lists or holds something, by country."""
    cells: dict[str, dict[int | None, list[Cell]]] = defaultdict(lambda: defaultdict(list))
    whole: dict[str, list[Cell]] = defaultdict(list)
    wanted = frozenset(kinds)
    for cell in chosen(rights=rights):
        whole[cell.office_id].append(cell)
        if not wanted or cell.kind in wanted:
            cells[cell.office_id][cell.year].append(cell)
    return [
        OfficeFigures(
            office,
            {year: total(cells[office.code][year]) for year in sorted(cells[office.code], key=lambda year: year or 0)},
            total(cell for found in cells[office.code].values() for cell in found),
            reach(whole[office.code]),
        )
        for office in Office.objects.filter(pk__in=list(cells))
    ]
