"""`/api/v1/coverage` and the list of what is missing behind every number of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast
from urllib.parse import urlencode

from django.db.models import Min, Q, QuerySet
from django.http import HttpResponseBase
from django.utils import timezone
from rest_framework.response import Response

from portal.api import rows
from portal.api.answers import iso
from portal.api.errors import Problem
from portal.api.offices import CC, office_called, offices_called
from portal.api.parameters import CURSOR, KIND, OFFICE, ONE_KIND, ONE_RIGHT, ONE_YEAR, RIGHT, SIZE, YEAR, form_parameter
from portal.api.shapes import CellShape, CoverageShape, MissingEntry, MissingShape, RightName
from portal.api.tables import table
from portal.api.view import View, streamed
from portal.coverage import listing, st37
from portal.coverage.figures import chosen, total
from portal.coverage.models import Cell, Counted
from portal.records.models import AuthorityEntry, Office

CELL_COLUMNS = (
    "office",
    "right",
    "kind",
    "year",
    "listed",
    "expected",
    "held",
    "held_listed",
    "mentioned",
    "missing",
    "rate",
    "missing_list",
)
SEVERAL_FORMS = ("json", "csv")
MISSING_FORMS = ("json", "csv", "st37", "st37-text")
PLACE = ("right", "number_key", "kind", "id")  # the order of the missing list


class Coverage(View):
    """Read coverage.

    Documents published, held and missing by office, right, kind and year of publication, and how many of those held have each
    element. The denominator is the office's own list (WIPO ST.37); where it does not reach, it is null, not zero. In CSV the
    elements follow as columns.
    """

    name = "coverage"
    shape = CoverageShape
    forms = SEVERAL_FORMS
    parameters = (OFFICE, RIGHT, KIND, YEAR, form_parameter(SEVERAL_FORMS))
    problems = ("parameter", "not-found", "store-down")

    def get(self, request: object) -> HttpResponseBase:  # noqa: ARG002
        asked = self.asked
        offices_called(asked.all("office"))
        cells = list(chosen(asked.all("office"), asked.all("right"), asked.all("kind"), map(int, asked.all("year"))))
        if self.form() == "csv":
            elements = sorted({element for cell in cells for element in cell.elements})
            lines = table([*CELL_COLUMNS, *elements], _lines(cells, elements))
            return streamed(lines, "csv", "coverage.csv")
        counted = Counted.objects.filter(office__in={cell.office_id for cell in cells})
        answer: CoverageShape = {
            "counted_at": iso(counted.aggregate(first=Min("at"))["first"]),
            "rows": [_cell(cell) for cell in cells],
            "totals": rows.figure(total(cells)),
        }
        return Response(answer)


def _cell(cell: Cell) -> CellShape:
    place = {"right": cell.right, "kind": cell.kind, "year": cell.year}
    asked = urlencode({name: value for name, value in place.items() if value})
    return {
        "office": cell.office_id,
        "right": cast("RightName", cell.right),
        "kind": cell.kind,
        "year": cell.year,
        **rows.figure(total([cell])),
        "missing_list": f"/api/v1/coverage/{cell.office_id}/missing?{asked}",
    }


def _lines(cells: Iterable[Cell], elements: Iterable[str]) -> Iterator[dict[str, object]]:
    for cell in cells:
        yield {**dict.fromkeys(elements, 0), **cell.elements, **_cell(cell)}


class Missing(View):
    """List what is missing.

    The documents on the office's list that stand for a document and are not held, page by page in JSON, or whole as CSV or in
    the forms of WIPO ST.37 (XML: `st37`, text: `st37-text`).
    """

    name = "missing"
    shape = MissingShape
    forms = MISSING_FORMS
    path_parameters = (CC,)
    parameters = (ONE_RIGHT, ONE_KIND, ONE_YEAR, SIZE, CURSOR, form_parameter(MISSING_FORMS))
    problems = ("parameter", "not-found", "store-down")

    def get(self, request: object, cc: str) -> HttpResponseBase:  # noqa: ARG002
        office = office_called(cc)
        entries, form = _entries(office, *self._place()), self.form()
        if form == "json":
            return Response(self._page(office, entries))
        if self._missing(office) is None and not entries.exists():
            raise Problem(
                "not-found", f"What {office.code} published here is unknown, so nobody can list what is missing."
            )
        name = f"{office.code}_missing.{'xml' if form == 'st37' else 'csv'}"
        return streamed(_written(form, office, entries), form, name)

    def _place(self) -> tuple[str, str | None, int | None]:
        asked = self.asked
        return asked.one("right"), asked.one("kind") or None, int(asked.one("year", "0")) or None

    def _page(self, office: Office, entries: QuerySet[AuthorityEntry]) -> MissingShape:
        size = int(self.asked.one("size", "100"))
        found = list(after(entries, self.asked.one("cursor"))[: size + 1])
        return {
            "total": self._missing(office),
            "results": [rows.missing_entry(entry) for entry in found[:size]],
            "next": str(found[size - 1].pk) if len(found) > size else None,
        }

    def _missing(self, office: Office) -> int | None:
        asked = self.asked
        return total(chosen([office.code], asked.all("right"), asked.all("kind"), map(int, asked.all("year")))).missing


def _entries(office: Office, right: str, kind: str | None, year: int | None) -> QuerySet[AuthorityEntry]:
    return listing.missing(office, right, kind, year)


def after(entries: QuerySet[AuthorityEntry], cursor: str) -> QuerySet[AuthorityEntry]:
    """Return the entries that follow the one the cursor names. Raises Problem for a cursor that names none."""
    if not cursor:
        return entries
    last = AuthorityEntry.objects.filter(pk=cursor).values(*PLACE).first() if cursor.isdecimal() else None
    if last is None:
        raise Problem(
            "parameter", "The cursor names no entry of the list. Start from the first page.", parameter="cursor"
        )
    beyond = Q()
    for depth, name in enumerate(PLACE):
        same = {earlier: last[earlier] for earlier in PLACE[:depth]}
        beyond |= Q(**same, **{f"{name}__gt": last[name]})
    return entries.filter(beyond)


def _written(form: str, office: Office, entries: QuerySet[AuthorityEntry]) -> Iterator[str]:
    found = entries.iterator(chunk_size=2000)
    if form == "st37":
        return st37.xml(office.code, found, timezone.now().date())
    if form == "st37-text":
        return st37.text(found)
    return table(MissingEntry.__annotations__, (rows.missing_entry(entry) for entry in found))
