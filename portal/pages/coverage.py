"""The coverage page: office × year as a heat map, for one right and one element."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, QueryDict

from portal.coverage.figures import Figure, OfficeFigures, overview
from portal.coverage.models import Cell, Counted
from portal.pages.frame import page, sample_offices
from portal.pages.heat import LEGEND, Square, span, square
from portal.pages.wording import element_words, kind_of_offices
from portal.records.models import Office, Part, Right

ELEMENTS = ("claims", "", "title", "abstract", "description", "ipc", "applicant")  # empty: any document
TONGUES = {"": "Original or English", "en": "English, the office’s", "en.machine": "English, machine"}


@dataclass(frozen=True)
class Choice:
    """What the map shows: right, kind (empty: all), element (empty: any document) and its language."""

    right: str = Right.PATENT
    kind: str = ""
    element: str = "claims"
    language: str = ""

    @property
    def full(self) -> str:
        """The element as coverage names it: `claims.en`."""
        return f"{self.element}.{self.language}" if self.language and self.element in Part.values else self.element


@dataclass(frozen=True)
class Row:
    """One office's line of the map; `have` are the documents that have what it shows."""

    office: Office
    squares: list[tuple[int, Square, str]]
    have: int
    sum: Square


def coverage(request: HttpRequest) -> HttpResponse:
    """Show how much of what was published is held, by office and year."""
    choice = read(request.GET)
    figures = overview([choice.right], [choice.kind] if choice.kind else [])
    years = span(year for one in figures for year in one.years)
    context = {
        "here": "coverage",
        "choice": choice,
        "rights": Right.choices,
        "kinds": kind_choices(choice.right),
        "elements": [(element, element_words(element) if element else "Any document") for element in ELEMENTS],
        "tongues": TONGUES.items(),
        "years": years,
        "rows": [_row(one, choice, years) for one in figures],
        "summary": summary(figures, choice),
        "legend": LEGEND,
        "invented": {office.code for office in sample_offices()},
        "counted": Counted.objects.order_by("at").values_list("at", flat=True).first(),
        "data": urlencode({"right": choice.right, **({"kind": choice.kind} if choice.kind else {})}),
    }
    return page(request, "pages/coverage.html", context)


def read(parameters: QueryDict) -> Choice:
    """Return what the address asks to show. Raises BadRequest for a right, element or language that does not exist."""
    choice = Choice(
        right=parameters.get("right", Right.PATENT),
        kind=parameters.get("kind", "")[:8],
        element=parameters.get("element", "claims"),
        language=parameters.get("language", ""),
    )
    if choice.right not in Right.values or choice.element not in ELEMENTS or choice.language not in TONGUES:
        raise BadRequest(
            f"There is no such coverage map: rights are {', '.join(Right.values)}; elements {', '.join(filter(None, ELEMENTS))}; "
            f"languages {', '.join(filter(None, TONGUES))}. Choose them on the coverage page."
        )
    return choice


def kind_choices(right: str) -> list[tuple[str, str]]:
    """Return the kinds counted for a right with their meaning."""
    found: dict[str, list[str]] = {}
    cells = Cell.objects.filter(right=right).exclude(kind="").order_by("kind")
    for kind, office in cells.values_list("kind", "office").distinct():
        found.setdefault(kind, []).append(office)
    return [(kind, kind_of_offices(kind, offices)) for kind, offices in found.items()]


def _row(figures: OfficeFigures, choice: Choice, years: list[int]) -> Row:
    law = bool(choice.element) and figures.by_law(choice.right, choice.full)
    code = figures.office.code
    squares = [
        (
            year,
            square(figures.years.get(year), choice.full, law=law, listed=figures.listed(year)),
            f"/offices/{code}?right={choice.right}&year={year}#missing",
        )
        for year in years
    ]
    whole = figures.total
    return Row(figures.office, squares, whole.having(choice.full), square(whole, choice.full, law=law))


@dataclass(frozen=True)
class Summary:
    """The page in numbers: offices with and without a list, documents listed and held, those without denominator."""

    offices: int
    expected: int
    have: int
    rate: float | None
    unknown: list[str]
    law: list[str]


def summary(figures: list[OfficeFigures], choice: Choice) -> Summary:
    """Sum up the offices whose law publishes the element and whose list is known."""
    law = [one for one in figures if choice.element and one.by_law(choice.right, choice.full)]
    known = [one.total for one in figures if one not in law and one.total.expected is not None]
    expected = sum(_known(total, choice) for total in known)
    have = sum(total.elements.get(choice.full, 0) if choice.element else total.held_listed for total in known)
    unknown = [one.office.country for one in figures if one.total.expected is None]
    return Summary(
        len(known), expected, have, have / expected if expected else None, unknown, [one.office.country for one in law]
    )


def _known(total: Figure, choice: Choice) -> int:
    """Return the documents known to exist: those listed and, where an element is counted, those held though not listed."""
    return (total.expected or 0) + (total.held - total.held_listed if choice.element else 0)
