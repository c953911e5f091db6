"""The advanced form: a query in rows, choices and dates, for people who would rather not type codes. Needs no script.

The address holds the whole form, so that it can be kept and sent; `q` instead of rows shows a query that was typed. What rows
cannot show goes along as `besides`, and the rows narrow it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict

from portal.pages import question
from portal.pages.facets import chips
from portal.pages.frame import page
from portal.pages.wording import value_words
from portal.records.models import Office
from search.answer import QueryError
from search.fields import BY_NAME, FIELDS, FieldKind
from search.query import form as forms
from search.query.canonical import canonical
from search.query.form import DATES, JOINS, LISTS, MAX_ROWS, MAX_VALUE, WAYS, Form, NotShown, Row
from search.query.parser import parse
from search.query.reading import joined
from search.query.tree import And

TEMPLATE = "pages/advanced.html"
EMPTY_ROWS = 2  # below those that are filled
FEWEST_ROWS = 3
WAY_WORDS = {
    "all": "all of",
    "any": "any of",
    "exact": "exactly",
    "written": "as in the query language",
}
# Fields offered in a row, by what their values are.
GROUPS = (
    ("Words", (FieldKind.TEXT,)),
    ("Names", (FieldKind.NAME,)),
    ("Classes", (FieldKind.CLASS,)),
    ("Numbers", (FieldKind.NUMBER,)),
    ("Dates", (FieldKind.DATE,)),
    ("Choices", (FieldKind.KEYWORD,)),
)
TICKED = ("office", "right", "status")  # short lists, to tick; of the others the values are typed


@dataclass(frozen=True)
class Shown:
    """One row as the page shows it: its number, what it holds, what is wrong with it."""

    number: int
    row: Row
    wrong: str


def advanced(request: HttpRequest) -> HttpResponse:
    """Show the form, of a query (`q`) or as it was sent; `do=search` leads to the results, where it can be read."""
    keep = _kept(request.GET.get("keep", ""))
    if "q" in request.GET:
        return _of_query(request, request.GET["q"].strip(), keep)
    form, besides = read(request.GET), request.GET.get("besides", "").strip()
    wrong = mistakes(form)
    problem, text = _text(form, besides) if not wrong else ("", besides)
    if request.GET.get("do") == "search" and not wrong and not problem:
        return HttpResponseRedirect(keep.but(q=text).address())
    return _page(request, form, keep, wrong=wrong, problem=problem, text=text, besides=besides)


def _of_query(request: HttpRequest, query: str, keep: question.Question) -> HttpResponse:
    form, stays = _shown(query)
    if stays:
        return _page(request, form, keep, text=query, besides=query)
    return _page(request, form, keep, text=canonical(parse(query).node) if query else "")


def _shown(query: str) -> tuple[Form, str]:
    """Return the form of a query, or an empty one and why there is none."""
    try:
        return forms.form(parse(query).node), ""
    except QueryError as error:
        return Form(), f"It cannot be read: {error.message}"
    except NotShown as reason:
        return Form(), str(reason)


def _text(form: Form, besides: str) -> tuple[str, str]:
    """Return what is wrong with the whole, as that it is too long, and the query: the form’s, and what stays text besides."""
    try:
        return "", _together(besides, forms.text(form))
    except QueryError as error:
        return error.message, besides


def _together(besides: str, made: str) -> str:
    if not (besides and made):
        return besides or made
    return canonical(parse(canonical(joined(And, [parse(besides).node, parse(made).node]))).node)


def _kept(address: str) -> question.Question:
    """Return the filters and the order of the results page one came from."""
    kept = question.read(QueryDict(address))
    if kept.misread:
        raise BadRequest("The filters of the results page cannot be read.")
    return kept.but(q="")


def read(parameters: QueryDict) -> Form:
    """Return the form an address holds; rows without a value are left out. Raises BadRequest for what no form sends."""
    columns = [parameters.getlist(name) for name in ("join", "field", "way", "value")]
    if len({len(column) for column in columns}) > 1 or len(columns[0]) > MAX_ROWS + EMPTY_ROWS:
        raise BadRequest(f"A form has a join, a field, a way and a value in each row, and at most {MAX_ROWS} rows.")
    rows = [Row(*cells) for cells in zip(*columns, strict=True) if cells[3].strip()]
    for row in rows:
        if row.join not in JOINS or row.field not in BY_NAME or row.way not in WAYS:
            raise BadRequest("A row of the form is malformed: it has a join, a field or a way that no form has.")
    dates = {name: (_one(parameters, f"{name}_from"), _one(parameters, f"{name}_to")) for name in DATES}
    return Form(tuple(rows), dates, {name: tuple(_values(parameters, name)) for name in LISTS})


def mistakes(form: Form) -> dict[str, str]:
    """Return what cannot be read, as `search.query.form.mistakes` does, and which rows are too long for one."""
    long = {str(place): len(row.value) for place, row in enumerate(form.rows) if len(row.value) > MAX_VALUE}
    said = "A row has at most {most:,} characters; this has {length:,}. Split it."
    return forms.mistakes(form) | {place: said.format(most=MAX_VALUE, length=length) for place, length in long.items()}


def _one(parameters: QueryDict, name: str) -> str:
    return parameters.get(name, "").replace('"', " ").strip()


def _values(parameters: QueryDict, name: str) -> Iterator[str]:
    """Yield the ticked values of a list, or those typed with commas between them."""
    for value in parameters.getlist(name)[:250]:
        yield from (piece.strip() for piece in value.replace(";", ",").split(",") if piece.strip())


def _page(
    request: HttpRequest,
    form: Form,
    keep: question.Question,
    *,
    text: str,
    wrong: dict[str, str] | None = None,
    problem: str = "",
    besides: str = "",
) -> HttpResponse:
    wrong = wrong or {}
    kept = urlencode(keep.parameters())
    context = {
        "here": "search",
        "q": text,
        "question": keep.but(q=text),
        "besides": besides,
        "stays": _shown(besides)[1] if besides else "",
        "problem_of_form": problem,
        "wrong": [(BY_NAME[name].label, said) for name, said in wrong.items() if name in BY_NAME],
        "keep": kept,
        "chips": chips(keep),
        "rows": list(_rows(form, wrong)),
        "groups": [(name, [one for one in FIELDS if one.kind in kinds]) for name, kinds in GROUPS],
        "joins": JOINS,
        "ways": WAY_WORDS.items(),
        "dates": [(BY_NAME[name], *form.dates.get(name, ("", "")), wrong.get(name, "")) for name in DATES],
        "ticks": [(BY_NAME[name], _ticks(name, form)) for name in TICKED],
        "typed": [
            (BY_NAME[name], ", ".join(form.lists.get(name, ())), wrong.get(name, ""))
            for name in LISTS
            if name not in TICKED
        ],
    }
    return page(request, TEMPLATE, context, 400 if wrong or problem else 200)


def _rows(form: Form, wrong: dict[str, str]) -> Iterator[Shown]:
    for number, row in enumerate(form.rows):
        yield Shown(number + 1, row, wrong.get(str(number), ""))
    empty = Row("and", FIELDS[0].name, "all", "")
    filled = len(form.rows)
    for number in range(filled, min(max(filled + EMPTY_ROWS, FEWEST_ROWS), MAX_ROWS)):
        yield Shown(number + 1, empty, "")


def _ticks(name: str, form: Form) -> list[tuple[str, str, Any]]:
    """Return the values of a short list with their words and whether they are ticked; a chosen one is always there."""
    chosen = form.lists.get(name, ())
    values = list(Office.objects.values_list("code", flat=True)) if name == "office" else list(BY_NAME[name].values)
    values += [value for value in chosen if value not in values]
    return [(value, value_words(name, value), value in chosen) for value in values]
