"""The list of offices, and the page of one: what it published, what of it is held, what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.db.models import Max, Sum
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone

from ingest.quality.cadence import late
from portal.coverage import listing
from portal.coverage.elements import PARTS, SELDOM
from portal.coverage.figures import Figure, office_cells, overview, reach, total
from portal.coverage.models import Cell, Counted, RecordCell
from portal.pages.frame import page, sample_offices
from portal.pages.heat import LEGEND, Square, span, square
from portal.pages.wording import element_words
from portal.records.contradictions import WORDS
from portal.records.models import AuthorityEntry, AuthorityFile, Delivery, Office, Record, Right
from portal.standards import authority, kinds
from portal.standards import offices as names

MISSING = 50  # entries a page of the missing list
DELIVERIES = 10
LONGEST_CODE = 40  # as it is shown where there is no such office
FORMS = {"CSV": "csv", "JSON": "json", "ST.37": "st37"}


@dataclass(frozen=True)
class Part:
    """What the page is narrowed to: right, kind and year; empty means all. `place` is where the missing list begins."""

    right: str = ""
    kind: str = ""
    year: int | None = None
    place: int = 0

    def covers(self, cell: Cell) -> bool:
        """Tell whether a cell lies within this part."""
        wanted = ((self.right, cell.right), (self.kind, cell.kind), (self.year, cell.year))
        return all(mine == its for mine, its in wanted if mine)

    def query(self, **extra: object) -> str:
        values = {"right": self.right, "kind": self.kind, "year": self.year, **extra}
        return urlencode({name: value for name, value in values.items() if value})


def offices(request: HttpRequest) -> HttpResponse:
    """List the offices held, with their figures, latest delivery and terms."""
    figures = {one.office.code: one.total for one in overview()}
    latest = dict(Delivery.objects.exclude(office=None).values_list("office").annotate(Max("received_at")).order_by())
    files = dict(AuthorityFile.objects.values_list("office").annotate(Max("produced")).order_by())
    records = dict(RecordCell.objects.values_list("office").annotate(Sum("records")).order_by())
    rows = [
        (
            one,
            figures.get(one.code),
            records.get(one.code, 0),
            latest.get(one.code),
            one.code in files,
            files.get(one.code),
        )
        for one in Office.objects.all()
        if one.code in records or one.code in figures
    ]
    invented = {one.code for one in sample_offices()}
    return page(request, "pages/offices.html", {"here": "offices", "rows": rows, "invented": invented})


def office(request: HttpRequest, code: str) -> HttpResponse:
    """Show one office."""
    found = Office.objects.filter(pk=code.upper()).first()
    if found is None:
        return no_office(request, code)
    if found.code != code:
        return redirect(f"/offices/{found.code}{'?' if request.GET else ''}{request.GET.urlencode()}", permanent=True)
    part = read(request.GET)
    cells = list(office_cells(code))
    counted = Counted.objects.filter(office=found).first()
    files = AuthorityFile.objects.filter(office=found).order_by("-produced", "-id")
    context = {
        "here": "offices",
        "office": found,
        "part": part,
        "total": total(cells),
        "records": RecordCell.objects.filter(office=found).aggregate(sum=Sum("records"))["sum"] or 0,
        "elements": [(right, rows) for right, rows in elements(found, cells)],
        "maps": maps(found, cells),
        "years": span(cell.year for cell in cells),
        "legend": LEGEND,
        "counted": counted,
        "contradictions": [(WORDS[code], told) for code, told in counted.contradictions.items()] if counted else [],
        "file": files.select_related("delivery").first(),
        "deliveries": Delivery.objects.filter(office=found)
        .prefetch_related("runs")
        .order_by("-received_at")[:DELIVERIES],
        "invented": Record.objects.filter(office=found, sample=True).count(),
        "late": next(iter(late(timezone.now().date(), code)), None),
        **missing(found, part, cells),
    }
    return page(request, "pages/office.html", context)


def no_office(request: HttpRequest, code: str) -> HttpResponse:
    """Say which office is not known here, and list those that are."""
    named = names.name(code.upper())
    context = {
        "here": "offices",
        "code": code[:LONGEST_CODE],
        "name": named if named != code.upper() else "",
        "held": Office.objects.filter(code__in=RecordCell.objects.values("office")).order_by("country"),
    }
    return page(request, "pages/no_office.html", context, 404)


def read(parameters: QueryDict) -> Part:
    """Return what the address narrows the page to. Raises BadRequest where it cannot be read."""
    right, year, place = (parameters.get(name, "") for name in ("right", "year", "place"))
    numbers = [text for text in (year, place) if text]
    if (right and right not in Right.values) or not all(
        one.isascii() and one.isdigit() and len(one) < 9 for one in numbers
    ):
        raise BadRequest(
            f"The part of the office’s page is malformed: rights are {', '.join(Right.values)}, a year has four digits. Choose it "
            "on the page itself."
        )
    return Part(right, parameters.get("kind", "")[:8], int(year) if year else None, int(place or 0))


@dataclass(frozen=True)
class Meter:
    """How many of the documents held have an element; `rate` 0 to 1."""

    element: str
    count: int
    rate: float
    law: bool


def elements(office: Office, cells: list[Cell]) -> Iterable[tuple[str, list[Meter]]]:
    """Yield for each right held the elements counted, each in all languages and then by language; a part that none has is 0."""
    for right in dict.fromkeys(cell.right for cell in cells):
        figure = total(cell for cell in cells if cell.right == right)
        law = office.unpublished.get(right, ())
        parts = PARTS - SELDOM.get(Right(right), frozenset())
        if figure.held:
            named = sorted({*figure.elements, *parts, *law}, key=_order)
            yield str(Right(right).label), [_meter(name, figure, law) for name in named]


def _meter(element: str, figure: Figure, law: Iterable[str]) -> Meter:
    have = figure.having(element)
    return Meter(element_words(element), have, have / figure.held, law=element.partition(".")[0] in law)


def _order(element: str) -> tuple[int, str]:
    names = ("title", "abstract", "claims", "description", "ipc", "applicant", "inventor")
    part = element.partition(".")[0]
    return (names.index(part) if part in names else len(names), element)


@dataclass(frozen=True)
class Line:
    """One kind of publication: its squares by year, for documents held at all, and its sum."""

    kind: str
    words: str
    squares: list[tuple[int, Square]]
    total: Figure
    sum: Square


def maps(office: Office, cells: list[Cell]) -> dict[tuple[str, str], list[Line]]:
    """Return for each right (code and words) a line for every kind."""
    found: dict[tuple[str, str], list[Line]] = {}
    years, listed = span(cell.year for cell in cells), reach(cells)
    for right, kind in dict.fromkeys((cell.right, cell.kind) for cell in cells):
        own = [cell for cell in cells if (cell.right, cell.kind) == (right, kind)]
        words = kinds.meaning(office.code, kind) or "Kind not given"
        found_in = {year: [cell for cell in own if cell.year == year] for year in years}
        squares = [
            (year, square(total(its) if its else None, "", law=False, listed=year in listed[right]))
            for year, its in found_in.items()
        ]
        line = Line(kind, words, squares, total(own), square(total(own), "", law=False))
        found.setdefault((right, str(Right(right).label)), []).append(line)
    return found


def missing(office: Office, part: Part, cells: list[Cell]) -> dict[str, Any]:
    """Return a page of the entries published but not held, and where the whole list can be had."""
    found = listing.missing(office, part.right, part.kind or None, part.year)
    rows = list(found[part.place : part.place + MISSING])
    count = total(cell for cell in cells if part.covers(cell)).missing or 0
    if part.place and not rows:
        raise Http404
    following = part.place + MISSING
    return {
        "missing": [(row, kinds.meaning(office.code, row.kind), _reason(row)) for row in rows],
        "missing_words": f"{part.place + 1:,} to {part.place + len(rows):,} of {count:,}" if rows else "",
        "missing_data": [
            (name, f"/api/v1/coverage/{office.code}/missing?{part.query(format=form)}") for name, form in FORMS.items()
        ],
        "missing_next": f"/offices/{office.code}?{part.query(place=following)}#missing" if following < count else "",
        "missing_previous": f"/offices/{office.code}?{part.query(place=max(part.place - MISSING, 0))}#missing"
        if part.place
        else "",
    }


def _reason(entry: AuthorityEntry) -> str:
    """Return what the office's list says of a document that is not held."""
    if entry.exception:
        return f"{entry.exception}, {authority.exception(entry.exception)}"
    return "listed, no exception"
