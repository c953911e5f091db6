"""The home page: the search box, what to try, what is held at a glance, what came last and what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse

from ingest.models import Run
from ingest.tally import brought
from portal.coverage.figures import OfficeFigures, overview
from portal.coverage.models import Cell
from portal.pages.frame import page
from portal.pages.heat import LEGEND, Leaf, Square, span, square, strip
from portal.records.models import Delivery, DeliveryState, Office, Right

# Queries that show one habit each; the words are those of the field's commonest inventions in these countries.
EXAMPLES = (
    ("rice husk silica", "en", "English words: original and translated text are searched"),
    ('claims=("rice husk" NEAR5 silica)', "en", "claims, words close together"),
    ("แกลบ", "th", "Thai words"),
    ("vo trau", "vi", "Vietnamese words without tones"),
    ("قشر الأرز", "ar", "Arabic words"),
    ("sekam padi", "id", "Indonesian words"),
    ("စပါးခွံ", "my", "Burmese words"),
    ('ti="casca de arroz"', "pt", "Portuguese phrase in the title"),
    ("ipc=C01B33 AND pd=2018..2025", "en", "class and dates"),
    ("ls=in_force AND has=claims", "en", "in force, with claims"),
)
RIGHTS = (Right.PATENT, Right.UTILITY_MODEL)
ELEMENT = "claims"
NEWEST, GAPS = 5, 5


@dataclass(frozen=True)
class Strip:
    """One office's leaf: what of its claims is held, year by year, and altogether."""

    office: Office
    leaves: list[Leaf]
    sum: Square
    title: str


def home(request: HttpRequest) -> HttpResponse:
    """Show the home page."""
    figures, rights = overview(RIGHTS), rights_held()
    years = span(year for one in figures for year in one.years)
    context = {
        "here": "search",
        "hero": True,
        "examples": EXAMPLES,
        "years": years,
        "strips": [_strip(one, years, rights[one.office.code]) for one in figures],
        "legend": LEGEND[:-1],
        "newest": newest(),
        "gaps": gaps(figures),
        "unlisted": [one.office for one in figures if one.total.expected is None],
    }
    return page(request, "pages/home.html", context)


def rights_held() -> dict[str, set[str]]:
    """Return for each office the rights that anything is listed or held of."""
    found: dict[str, set[str]] = {}
    for code, right in Cell.objects.filter(right__in=RIGHTS).values_list("office", "right").distinct().order_by():
        found.setdefault(code, set()).add(right)
    return found


def _strip(figures: OfficeFigures, years: list[int], rights: set[str]) -> Strip:
    law = all(figures.by_law(right, ELEMENT) for right in rights)
    squares = [square(figures.years.get(year), ELEMENT, law=law, listed=figures.listed(year)) for year in years]
    whole = square(figures.total, ELEMENT, law=law)
    said = ", ".join(
        f"{year} {one.words}" for year, one in zip(years, squares, strict=True) if one.style not in ("c-none", "cu")
    )
    return Strip(figures.office, strip(squares), whole, said)


def newest() -> list[tuple[Delivery, int | None]]:
    """Return the deliveries stored last, each with the number of records it brought new; None for an authority file."""
    found = Delivery.objects.filter(state=DeliveryState.STORED).exclude(office=None).select_related("office")
    rows = found.prefetch_related(Prefetch("runs", Run.objects.order_by("-id")))[:NEWEST]
    return [(row, brought(list(row.runs.all())).get("records", {}).get("new")) for row in rows]


def gaps(figures: list[OfficeFigures]) -> list[tuple[Office, int]]:
    """Return the offices with most documents published but not held, and how many."""
    found = [(one.office, one.total.missing) for one in figures if one.total.missing]
    return sorted(((office, count) for office, count in found if count), key=lambda one: -one[1])[:GAPS]
