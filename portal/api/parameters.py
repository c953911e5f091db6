"""What an address may ask for: one table of parameters, from which requests are checked and the reference is made."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TypeVar

from django.http import QueryDict

from portal.api.errors import Problem
from portal.records.models import Right, Status
from search.answer import COLLAPSES, SORTS

MOST_VALUES = 200  # of one parameter, ranges of years counted year by year
FIRST_YEAR, LAST_YEAR = 1850, 2200
T = TypeVar("T")


@dataclass(frozen=True)
class Parameter:
    """A parameter of an address: what it must look like, and whether it takes several values (with commas, or repeated).

    A value is put through `form` before it is held against `pattern`; `wanted` says in words what it must be.
    """

    name: str
    help: str
    pattern: str = r".*"
    wanted: str = ""
    many: bool = False
    commas: bool = True
    longest: int = 40
    choices: tuple[str, ...] = ()
    form: Callable[[str], str] = str.strip

    def values(self, given: Sequence[str]) -> tuple[str, ...]:
        """Return the values given, each once, empty ones left out. Raises Problem naming the first wrong one."""
        if len(given) > 1 and not self.many:
            raise self._problem(f"“{self.name}” is given {len(given)} times; give it once.")
        pieces = [piece for text in given for piece in (text.split(",") if self.many and self.commas else [text])]
        found = tuple(dict.fromkeys(self._checked(piece) for piece in pieces if piece.strip()))
        if len(found) > MOST_VALUES:
            raise self._problem(
                f"“{self.name}” has {len(found)} values; at most {MOST_VALUES} can be asked for at once."
            )
        return found

    def _checked(self, text: str) -> str:
        value = self.form(text)
        if len(value) > self.longest:
            raise self._problem(f"“{value[:40]}…” is too long for “{self.name}”: at most {self.longest} characters.")
        if self.choices and value not in self.choices:
            raise self._problem(f"“{value}” is no value of “{self.name}”: {_offer(value, self.choices)}")
        if not re.fullmatch(self.pattern, value, re.DOTALL):
            raise self._problem(f"“{value}” is no value of “{self.name}”: it must be {self.wanted}.")
        return value

    def _problem(self, sentence: str) -> Problem:
        return Problem("parameter", sentence, parameter=self.name)


class Asked:
    """The checked parameters of a request."""

    def __init__(self, values: dict[str, tuple[str, ...]]) -> None:
        self._values = values

    def all(self, name: str) -> tuple[str, ...]:
        """Return every value of a parameter."""
        return self._values.get(name, ())

    def one(self, name: str, default: str = "") -> str:
        """Return the value of a parameter that takes one."""
        return next(iter(self.all(name)), default)

    def filters(self, names: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Return the values of those parameters that have any."""
        return {name: self.all(name) for name in names if self.all(name)}


def read(query: QueryDict, allowed: Sequence[Parameter]) -> Asked:
    """Return the parameters of a request. Raises Problem for a wrong value and for a parameter that is not `allowed`."""
    known = {parameter.name: parameter for parameter in allowed}
    for name in query:
        if name not in known:
            raise Problem(
                "parameter", f"There is no parameter “{name[:40]}”: {_offer(name, tuple(known))}", parameter=name[:40]
            )
    found = {name: parameter.values(query.getlist(name)) for name, parameter in known.items() if name in query}
    if "year" in found:
        found["year"] = _years(found["year"], known["year"])
    return Asked(found)


def _offer(given: str, choices: tuple[str, ...]) -> str:
    """Return the nearest choice, or all of them where none is near."""
    near = get_close_matches(given.lower(), choices, 1, 0.7)
    if near:
        return f"did you mean “{near[0]}”?"
    return f"there {'are' if choices else 'is'} {', '.join(choices) or 'none here'}."


def _years(values: tuple[str, ...], year: Parameter) -> tuple[str, ...]:
    """Return the years of `2019` and `2015..2019`, one by one."""
    found: list[str] = []
    for value in values:
        first, _, last = value.partition("..")
        span = (int(first), int(last or first))
        if not FIRST_YEAR <= span[0] <= span[1] <= LAST_YEAR:
            raise Problem(
                "parameter", f"“{value}” is no span of years from {FIRST_YEAR} to {LAST_YEAR}.", parameter="year"
            )
        found += map(str, range(span[0], span[1] + 1))
    return year.values(found)


def _upper(text: str) -> str:
    return text.strip().upper()


def _lower(text: str) -> str:
    return text.strip().lower()


HAS = (
    r"(title|abstract|claims|description)(\.original|\.[a-z]{2,3}(\.machine)?)?"
    r"|ipc|cpc|locarno|nice|vienna|national|applicant|inventor|owner|agent|filing_date|priority_date"
)
Q = Parameter("q", "The query, as in the search box: see /help. Without it everything matches.", longest=10_000)
OFFICE = Parameter(
    "office", "Offices, by WIPO ST.3 code.", r"[A-Z]{2}", "a code of two letters, as VN", many=True, form=_upper
)
RIGHT = Parameter("right", "Rights.", choices=tuple(Right.values), many=True, form=_lower)
KIND = Parameter("kind", "Kind codes (WIPO ST.16).", r"[A-Z0-9]{1,8}", "a kind code, as B1", many=True, form=_upper)
YEAR = Parameter(
    "year",
    "Years of publication, one by one or as a span: 2019, or 2015..2019.",
    r"[0-9]{4}(\.\.[0-9]{4})?",
    "a year of four digits, as 2019, or a span, as 2015..2019",
    many=True,
)
ONE_RIGHT, ONE_KIND = replace(RIGHT, many=False), replace(KIND, many=False)
ONE_YEAR = replace(YEAR, help="Year of publication.", pattern="[0-9]{4}", wanted="a year of four digits", many=False)
LANGUAGE = Parameter(
    "language",
    "Languages the office delivered text in (ISO 639-1).",
    r"[a-z]{2,3}",
    "a language code, as th",
    many=True,
    form=_lower,
)
STATUS = Parameter("status", "Legal status.", choices=tuple(Status.values), many=True, form=_lower)
IPC = Parameter("ipc", "IPC subclasses.", r"[A-Za-z0-9 /]+", "an IPC symbol, as A61K", many=True)
APPLICANT = Parameter("applicant", "Applicants, as the facet lists them.", many=True, commas=False, longest=400)
ELEMENT = Parameter(
    "has",
    "Elements a record must have, each of those given: title, abstract, claims, description, each also .original, .en, .en.machine or of a "
    "language, as claims.th; ipc, applicant, inventor.",
    HAS,
    "an element, as claims or claims.en",
    many=True,
    form=_lower,
)
SORT = Parameter(
    "sort",
    "Order of the results: by relevance, by first publication (newest, oldest) or by filing date (filed, filed_oldest).",
    choices=SORTS,
)
COLLAPSE = Parameter("collapse", "One result of each family, the first in the order.", choices=COLLAPSES)
SIZE = Parameter("size", "Results a page, 1 to 100.", r"[1-9][0-9]?|100", "a number from 1 to 100")
CURSOR = Parameter("cursor", "The page to give: `next` of the page before.", longest=2000)
SEARCH = (Q, OFFICE, RIGHT, KIND, YEAR, LANGUAGE, ELEMENT, STATUS, IPC, APPLICANT, SORT, COLLAPSE, SIZE, CURSOR)

# Form of an answer → its media type.
FORMATS = {"json": "application/json", "csv": "text/csv", "st37": "application/xml", "st37-text": "text/plain"}


def form_parameter(forms: tuple[str, ...]) -> Parameter:
    """Return the parameter `format` of a view that answers in `forms`."""
    return Parameter("format", "The form of the answer; else the Accept header decides.", choices=forms, form=_lower)
