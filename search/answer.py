"""The shapes of a question and its answer, as `search.service` takes and gives them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from portal.records.models import Record

COLLAPSES = ("family",)  # what results may be gathered by
# By relevance, by date of first publication, by filing date (the latest first, then the earliest).
SORTS = ("relevance", "newest", "oldest", "filed", "filed_oldest")
# Filters a request may carry beside the query; each a facet of the same name in `search.fields`.
FILTERS = ("office", "right", "kind", "year", "language", "status", "ipc", "applicant", "has")


class QueryError(ValueError):
    """A query that cannot be read. `position` is (start, end) in the query; `proposal` a query that can, or empty."""

    def __init__(self, message: str, position: tuple[int, int], proposal: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.position = position
        self.proposal = proposal


class WrongCursor(QueryError):  # noqa: N818 - says of what
    """The place in a list that was sent is damaged, or of another question; the query itself can be read."""

    def __init__(self, message: str) -> None:
        super().__init__(message, (0, 0))


class EngineDown(RuntimeError):  # noqa: N818 - a state of the house, said as it is
    """The search engine does not answer; the message says which and what to do."""


@dataclass(frozen=True)
class Request:
    """A question: query text, ticked filters (values of one filter are alternatives), order, page size, cursor.

    With `collapse` the list has one record of each family, the first in its order.
    """

    q: str = ""
    filters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = "relevance"
    size: int = 20
    cursor: str = ""
    collapse: str = ""


@dataclass(frozen=True)
class Reading:
    """What the query was read as: canonical text, a sentence, and warnings worth saying."""

    canonical: str
    words: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Piece:
    """A run of text; `marked` where a query word stands."""

    text: str
    marked: bool


@dataclass(frozen=True)
class Match:
    """Where a hit matched. `label` is the claim number or empty; `origin` is `office` or `machine`."""

    field: str
    label: str
    language: str
    origin: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Place:
    """Where a part of the query matched: a part of the document in one language, a party, or a field of values.

    `labels` are claims by number, the names, the first symbols, numbers or days, `more` whether other values follow; of other
    texts there are none. Of a text not every claim is named, but one at least. `language` and `origin` are empty but for texts.
    """

    field: str
    language: str = ""
    origin: str = ""
    labels: tuple[str, ...] = ()
    more: bool = False


@dataclass(frozen=True)
class Reason:
    """A word, phrase, distance, value or range of the query that a record matches, as a query, and every place where."""

    query: str
    words: str
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Hit:
    """One record found, with its rows prefetched, its titles with marks, and where it matched.

    `matched` holds the best passage of each text; `why` says of each part of the query the places where it matched. `family`
    names the other records found of its family, where the list is collapsed.
    """

    record: Record
    title: tuple[Piece, ...]  # original, empty where there is none
    title_language: str
    english: tuple[Piece, ...]  # English title, empty where there is none
    english_origin: str  # office, machine or empty
    matched: tuple[Match, ...]
    why: tuple[Reason, ...]
    family: tuple[str, ...] = ()


@dataclass(frozen=True)
class FacetValue:
    """One value of a facet with the number of records that have it under the query and the *other* filters."""

    value: str
    count: int
    selected: bool


Alternatives: TypeAlias = frozenset[frozenset[str]]
Span: TypeAlias = tuple[int | None, int | None]  # a first and a last year; None is open


@dataclass(frozen=True)
class Scope:
    """What the question is confined to, for the blind spots. Empty means all.

    Of what a record has several of, as kinds, it must have one of each set in `Alternatives`; a kind `B*` is one that begins
    with B. `excluded` are the values of a field, as (`office`, `BR`), that it must not have.
    """

    offices: frozenset[str] = frozenset()
    rights: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()  # of first publication
    published: frozenset[frozenset[Span]] = frozenset()  # of each set of years a publication must be of one
    kinds: Alternatives = frozenset()
    languages: Alternatives = frozenset()
    has: Alternatives = frozenset()
    excluded: frozenset[tuple[str, str]] = frozenset()
    elements: frozenset[str] = frozenset()  # elements by which what is searched is counted, as `claims`
    parts: frozenset[str] = (
        frozenset()
    )  # all that words are sought in: title, abstract and claims, where claims are counted
    numbered: frozenset[str] = frozenset()  # fields of numbers that are searched, as `publication_number`
    numbers: frozenset[tuple[str, str]] = frozenset()  # office and key of each number asked for, as it may be read
    wider: frozenset[str] = frozenset()  # fields that narrow the search but not this scope, as `applicant`


@dataclass(frozen=True)
class Part:
    """A part of a query that found nothing: what it finds by itself, and what the others find without it.

    `query` is the part as a query, `rest` the query without it; `without` is None where leaving it out means nothing (an
    alternative, a word of a phrase). `parts` are those of a phrase or distance that by itself finds nothing.
    """

    words: str
    query: str
    total: int
    rest: str = ""
    without: int | None = None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Proposal:
    """A query near to the one asked, and how many records it finds under the same filters.

    It has words as names of applicants or inventors, as the index spells them, or within longer ones, or seeks a number in every
    field of numbers; where no such query finds anything, it is a part of the query.
    """

    query: str
    words: str
    total: int


@dataclass(frozen=True)
class NoHits:
    """Why nothing was found.

    `unfiltered` is what the query finds without any filter; where that is nothing, `parts` and `proposals` tell of the query.
    `filters` is filter → what is found when only that one is dropped. `numbers` are sentences on numbers that are held as
    another than was asked, as an application's for a publication's.
    """

    unfiltered: int
    filters: dict[str, int]
    parts: tuple[Part, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """A page of results. `next` is the cursor of the following page or empty; `no_hits` says why, where nothing was found.

    `total` and facets count records. `families` is how many families they are, where the list is collapsed and it was counted.
    """

    reading: Reading
    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[FacetValue, ...]]
    scope: Scope
    next: str
    generation: str
    no_hits: NoHits | None = None
    families: int | None = None
