"""What the address of a results page asks for, and the addresses of the questions next to it."""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import QueryDict

from search.answer import COLLAPSES, FILTERS, SORTS, Request

SIZE = 20
MOST_VALUES = 200  # of all filters together
LONGEST_VALUE = 200
LONGEST_CURSOR = 2_000
FIRST_YEAR = 1850  # no office of the field published before
BACK = 10  # pages one can go back through; the address stays short


@dataclass(frozen=True)
class Question:
    """A question as its address says it.

    `first` and `last` are years of publication, both included. `cursor` is where this page begins and `back` where
    the pages before it began, the latest last; `page` is only counted for people.
    """

    q: str = ""
    filters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    first: int | None = None
    last: int | None = None
    sort: str = SORTS[0]
    cursor: str = ""
    back: tuple[str, ...] = ()
    page: int = 1
    collapse: str = ""

    def request(self) -> Request:
        """Return the question as the search takes it."""
        years = self.years()
        filters = {**self.filters, "year": years} if years else self.filters
        return Request(q=self.q, filters=filters, sort=self.sort, size=SIZE, cursor=self.cursor, collapse=self.collapse)

    def years(self) -> tuple[str, ...]:
        """Return the years from `first` to `last` one by one; an open end is this year or the first of any office."""
        if self.first is None and self.last is None:
            return ()
        first, last = self.first or FIRST_YEAR, self.last or dt.datetime.now(tz=dt.UTC).year
        return tuple(str(year) for year in range(min(first, last), max(first, last) + 1))

    def parameters(self) -> list[tuple[str, str]]:
        """Return the parameters that make this question, in a fixed order, without those that say nothing."""
        single = {"q": self.q, "from": self.first, "to": self.last, "sort": self.sort if self.sort != SORTS[0] else ""}
        single["collapse"] = self.collapse
        pairs = [(name, str(value)) for name, value in single.items() if value]
        pairs += [(name, value) for name in FILTERS for value in self.filters.get(name, ())]
        place = [("cursor", self.cursor), *(("back", cursor) for cursor in self.back)]
        return pairs + [pair for pair in place if pair[1] or pair[0] == "back"] + self._page()

    def kept(self) -> list[tuple[str, str]]:
        """Return the parameters another query typed into the box keeps: filters and order."""
        return [pair for pair in self.but(q="").parameters() if pair[0] != "q"]

    def _page(self) -> list[tuple[str, str]]:
        return [("page", str(self.page))] if self.page > 1 else []

    def address(self, path: str = "/search") -> str:
        """Return the address of this question."""
        pairs = self.parameters()
        return f"{path}?{urlencode(pairs)}" if pairs else path

    def advanced(self) -> str:
        """Return the address of the advanced form that shows the query and leads back to these filters and this order."""
        pairs = [("q", self.q), ("keep", urlencode(self.kept()))]
        return f"/search/advanced?{urlencode([pair for pair in pairs if pair[1]])}"

    def api(self) -> str:
        """Return the address of the same answer as data."""
        asked = self.request()
        pairs = [("q", asked.q), *((name, value) for name, values in asked.filters.items() for value in values)]
        gathered = [("collapse", asked.collapse)] if asked.collapse else []
        return f"/api/v1/search?{urlencode([*pairs, ('sort', asked.sort), *gathered])}"

    def but(self, **changes: object) -> Question:
        """Return the first page of this question with something else asked."""
        return dataclasses.replace(self, **{"cursor": "", "back": (), "page": 1, **changes})  # type: ignore[arg-type]

    def without(self, name: str, value: str) -> Question:
        """Return this question without one value of one filter."""
        rest = tuple(one for one in self.filters.get(name, ()) if one != value)
        return self.but(filters={**self.filters, name: rest})

    def next(self, cursor: str) -> Question:
        """Return the question of the following page, which begins at `cursor`."""
        back = (*self.back, self.cursor)[-BACK:]
        return dataclasses.replace(self, cursor=cursor, back=back, page=self.page + 1)

    def previous(self) -> Question | None:
        """Return the question of the page before, None on the first and where the way back is not known."""
        if not self.back:
            return None
        return dataclasses.replace(self, cursor=self.back[-1], back=self.back[:-1], page=max(self.page - 1, 1))


def read(parameters: QueryDict) -> Question:
    """Return the question an address asks. Raises BadRequest with a sentence where it cannot be read."""
    filters = {name: tuple(dict.fromkeys(parameters.getlist(name))) for name in FILTERS if name in parameters}
    filters = {name: tuple(value for value in values if value) for name, values in filters.items()}
    for year in filters.get("year", ()):
        _year(year)
    sort = parameters.get("sort", "")
    question = Question(
        q=parameters.get("q", "").strip(),
        filters={name: values for name, values in filters.items() if values},
        first=_year(parameters.get("from", "")),
        last=_year(parameters.get("to", "")),
        sort=sort if sort in SORTS else SORTS[0],
        cursor=parameters.get("cursor", ""),
        back=tuple(parameters.getlist("back"))[-BACK:],
        page=_page(parameters.get("page", "")),
        collapse=collapse if (collapse := parameters.get("collapse", "")) in COLLAPSES else "",
    )
    _limit(question)
    return question


def _year(text: str) -> int | None:
    if not text.strip():
        return None
    if not text.strip().isascii() or not text.strip().isdigit() or not FIRST_YEAR <= int(text) <= 2200:
        raise BadRequest(f"“{text[:20]}” is not a year of publication: write four digits, as 2019.")
    return int(text)


def _page(text: str) -> int:
    return min(int(text), 1_000_000) if text.isascii() and text.isdigit() and len(text) < 8 and int(text) else 1


def _limit(question: Question) -> None:
    values = [value for values in question.filters.values() for value in values]
    if len(values) > MOST_VALUES or any(len(value) > LONGEST_VALUE for value in values):
        raise BadRequest(
            f"Too many filters, or one that is too long: at most {MOST_VALUES}, of {LONGEST_VALUE} letters."
        )
    if any(len(cursor) > LONGEST_CURSOR for cursor in (question.cursor, *question.back)):
        raise BadRequest("The place in the list is malformed: begin again at the first page.")
