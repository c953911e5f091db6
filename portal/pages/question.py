"""What the address of a results page asks for, and the addresses of the questions next to it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import QueryDict

from search.answer import COLLAPSES, FILTERS, SORTS, Request
from search.query.kinds.filters import mistake

SIZE = 20
MOST_VALUES = 200  # of all filters together
LONGEST_VALUE = 200
LONGEST_CURSOR = 2_000
FIRST_YEAR, LAST_YEAR = 1850, 2200  # no office of the field published before
_NO_YEAR = "“{}” is not a year of publication: write four digits, as 2019."
ONCE = ("q", "from", "to", "sort", "collapse", "cursor", "page")
KNOWN = {*ONCE, "back", *FILTERS}  # old links go `back`
COUNTING = re.compile("utm_|[a-z]{1,3}clid$|ref$")  # what mail programs and other sites add to links
LONGEST_NAME, MOST_UNKNOWN = 40, 5  # of names that are not known, as they are shown
MOST_PAGES = 500  # found by their number alone; further down only one after the other


@dataclass(frozen=True)
class Question:
    """A question as its address says it.

    `first` and `last` are years of publication, both included. `cursor` is where this page begins; without one `page` says it.
    """

    q: str = ""
    filters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    first: int | None = None
    last: int | None = None
    sort: str = SORTS[0]
    cursor: str = ""
    page: int = 1
    collapse: str = ""
    unknown: tuple[str, ...] = field(default=(), compare=False)  # names in the address that ask for nothing here
    misread: Mapping[str, str] = field(
        default_factory=dict, compare=False
    )  # `from` and `to` that are no years, as typed

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

    def ends(self) -> list[tuple[str, str, str]]:
        """Return the fields of the first and the last year: name, what stands in it, and what is wrong with that."""
        own = {"from": self.first, "to": self.last}
        return [
            (
                name,
                self.misread.get(name) or str(year or ""),
                _NO_YEAR.format(self.misread[name][:20]) if name in self.misread else "",
            )
            for name, year in own.items()
        ]

    def parameters(self) -> list[tuple[str, str]]:
        """Return the parameters that make this question, in a fixed order, without those that say nothing."""
        single = {"q": self.q, "from": self.first, "to": self.last, "sort": self.sort if self.sort != SORTS[0] else ""}
        single["collapse"] = self.collapse
        pairs = [(name, str(value)) for name, value in single.items() if value]
        pairs += [(name, value) for name in FILTERS for value in self.filters.get(name, ())]
        place = [("cursor", self.cursor), ("page", str(self.page) if self.page > 1 else "")]
        return pairs + [pair for pair in place if pair[1]]

    def kept(self) -> list[tuple[str, str]]:
        """Return the parameters another query typed into the box keeps: filters and order."""
        return [pair for pair in self.but(q="").parameters() if pair[0] != "q"]

    def address(self, path: str = "/search") -> str:
        """Return the address of this question."""
        pairs = self.parameters()
        return f"{path}?{urlencode(pairs)}" if pairs else path

    def advanced(self) -> str:
        """Return the address of the advanced form that shows the query and leads back to these filters and this order."""
        pairs = [("q", self.q), ("keep", urlencode(self.kept()))]
        return f"/search/advanced?{urlencode([pair for pair in pairs if pair[1]])}"

    def api(self, form: str) -> str:
        """Return the address of all that is found as a file, `json` or `csv`."""
        asked = self.request()
        pairs = [("q", asked.q), *((name, value) for name, values in asked.filters.items() for value in values)]
        gathered = [("collapse", asked.collapse)] if asked.collapse else []
        return f"/api/v1/export?{urlencode([*pairs, ('sort', asked.sort), *gathered, ('format', form)])}"

    def but(self, **changes: object) -> Question:
        """Return the first page of this question with something else asked."""
        return dataclasses.replace(self, **{"cursor": "", "page": 1, **changes})  # type: ignore[arg-type]

    def without(self, name: str, value: str) -> Question:
        """Return this question without one value of one filter."""
        rest = tuple(one for one in self.filters.get(name, ()) if one != value)
        return self.but(filters={**self.filters, name: rest})

    def next(self, cursor: str) -> Question:
        """Return the question of the following page, which begins at `cursor`."""
        return dataclasses.replace(self, cursor=cursor, page=self.page + 1)

    def previous(self) -> Question | None:
        """Return the question of the page before, which is found by its number; None on the first and too far down."""
        return self.but(page=self.page - 1) if 1 < self.page <= MOST_PAGES + 1 else None


def read(parameters: QueryDict) -> Question:
    """Return the question an address asks. Raises BadRequest with a sentence where it cannot be read.

    A year that cannot is kept as it was typed, and narrows nothing: its field says so.
    """
    filters = {name: tuple(dict.fromkeys(parameters.getlist(name))) for name in FILTERS if name in parameters}
    _limit([value for values in filters.values() for value in values], parameters)
    filters = {name: tuple(value for value in values if value) for name, values in filters.items()}
    _once(parameters)
    for year in filters.get("year", ()):
        _year(year)
    _known("sort", parameters.getlist("sort"), SORTS, "orders are")
    _known("collapse", parameters.getlist("collapse"), COLLAPSES, "results are gathered by")
    for name, values in filters.items():
        if wrong := mistake(name, values):
            raise BadRequest(wrong)
    misread = {name: parameters.get(name, "") for name in ("from", "to") if _no_year(parameters.get(name, ""))}
    return Question(
        q=parameters.get("q", "").strip(),
        filters={name: values for name, values in filters.items() if values},
        first=None if "from" in misread else _year(parameters.get("from", "")),
        last=None if "to" in misread else _year(parameters.get("to", "")),
        misread=misread,
        sort=parameters.get("sort") or SORTS[0],
        cursor=parameters.get("cursor", ""),
        page=_page(parameters.get("page", "")),
        collapse=parameters.get("collapse", ""),
        unknown=tuple(
            sorted(name[:LONGEST_NAME] for name in parameters if name not in KNOWN and not COUNTING.match(name))
        )[:MOST_UNKNOWN],
    )


def _once(parameters: QueryDict) -> None:
    """Raise BadRequest for two values of what has one: whichever was taken, the other would be left out unsaid."""
    for name in ONCE:
        if len(set(filter(None, parameters.getlist(name)))) > 1:
            raise BadRequest(f"“{name}” is given {len(parameters.getlist(name))} times; give it once.")


def _known(name: str, values: Sequence[str], choices: Sequence[str], said: str) -> None:
    """Raise BadRequest for a value that is none of the choices, with those there are."""
    wrong = next((value for value in values if value and value not in choices), None)
    if wrong is not None:
        raise BadRequest(f"“{wrong[:40]}” is not known for {name}=: {said} {', '.join(choices)}.")


def _year(text: str) -> int | None:
    """Return a year, None where nothing stands. Raises BadRequest for anything else."""
    if _no_year(text):
        raise BadRequest(_NO_YEAR.format(text[:20]))
    return int(text) if text.strip() else None


def _no_year(text: str) -> bool:
    plain = text.strip()
    return bool(plain) and not (re.fullmatch("[0-9]{4}", plain) and FIRST_YEAR <= int(plain) <= LAST_YEAR)


def _page(text: str) -> int:
    return min(int(text), 1_000_000) if text.isascii() and text.isdigit() and len(text) < 8 and int(text) else 1


def _limit(values: Sequence[str], parameters: QueryDict) -> None:
    """Raise BadRequest for more or longer values than anyone ticks, before any of them is looked at."""
    if len(values) > MOST_VALUES or any(len(value) > LONGEST_VALUE for value in values):
        raise BadRequest(
            f"Too many filters, or one that is too long: at most {MOST_VALUES}, of {LONGEST_VALUE} letters."
        )
    if len(parameters.get("cursor", "")) > LONGEST_CURSOR:
        raise BadRequest("The place in the list is malformed: begin again at the first page.")
