"""The shapes of what a search answers, field by field; see `portal.api.shapes`."""

from __future__ import annotations

from typing import Any, TypedDict

from portal.api.shapes import OriginName, RightName, StatusName


class QueryShape(TypedDict):
    """What the query was read as: canonical text, in words, and warnings worth saying."""

    canonical: str
    words: str
    warnings: list[str]


class HitNumbers(TypedDict):
    """The numbers of a record, as the office writes them; `application_key` is the one it is compared by."""

    application: str
    application_key: str
    publications: list[str]


class HitDates(TypedDict):
    """Filing, first publication and grant; null where not known."""

    filing: str | None
    publication: str | None
    grant: str | None


class HitTitle(TypedDict):
    """The title in the original and in English; null where there is none. `english_origin` says whose English it is."""

    original: str | None
    language: str | None
    english: str | None
    english_origin: OriginName | None


class MatchShape(TypedDict):
    """Where a record matched. `label` is the claim number or empty; `marks` are spans [start, end) of `snippet`."""

    field: str
    label: str
    language: str
    origin: OriginName
    snippet: str
    marks: list[list[int]]


class PlaceShape(TypedDict):
    """Where a part of the query matched; `labels` are claims, names, the first symbols, numbers or days, `more` if others follow.

    Of a text not every claim is named, but one at least. `language` and `origin` are empty but for texts.
    """

    field: str
    language: str
    origin: str
    labels: list[str]
    more: bool


class ReasonShape(TypedDict):
    """A word, phrase, distance, value or range of the query that the record matches, and where."""

    query: str
    words: str
    places: list[PlaceShape]


class HitShape(TypedDict):
    """A record found. Everything held of it is at `/api/v1/records/{id}`, its page at `/records/{id}`.

    `status_as_received`: an undated extract of the register was received on the day `status_as_of`. `taken_back`: a delivery deletes a
    document of it. `family` names the other records found of its family, where results were gathered by family.
    """

    id: str
    office: str
    right: RightName
    kind: str
    kind_words: str
    numbers: HitNumbers
    dates: HitDates
    title: HitTitle
    status: StatusName
    status_as_of: str | None
    status_as_received: bool
    status_by_term: bool
    taken_back: bool
    sample: bool
    matched: list[MatchShape]
    family: list[str]
    why: list[ReasonShape]


class FacetShape(TypedDict):
    """A value with the number of records that have it under the query and all other filters."""

    value: str
    count: int
    selected: bool


class BlindSpotShape(TypedDict):
    """What was not seen of one office (or of all, in `totals`): records in scope = searched + by_law + missing.

    Of those searched, `no_english` have a searched text in the original language only; of the others, `partly` have something
    that was searched, as the title where claims are counted, and `original_only` nothing of it in English; `unseen` have no text
    that was searched, `unseen_by_law` of them because the law publishes none. `marks` of `by_law` are trade marks, which have none anywhere.
    Of all in scope, `own_letters` have the applicant, inventor or agent that was searched in no Latin letters.
    Beside those in scope, `undated` have no known day of first publication where one is asked for, `unknown_status` no known legal status.
    `not_held` counts documents published but not held; null where the office gave no list of what it published, and
    `list_complete` is false where its list does not reach the whole scope.
    """

    office: str
    name: str
    in_scope: int
    searched: int
    by_law: int
    missing: int
    no_english: int
    partly: int
    original_only: int
    unseen: int
    unseen_by_law: int
    marks: int
    own_letters: int
    undated: int
    unknown_status: int
    not_held: int | None
    list_complete: bool


class BlindSpotsShape(TypedDict):
    """What the search could not see: in words, by office (the blindest first), and summed up."""

    sentence: str
    rows: list[BlindSpotShape]
    totals: BlindSpotShape


class PartShape(TypedDict):
    """A part of a query: `total` it finds by itself; `without` is what `rest`, the query without it, finds.

    `without` is null where leaving it out means nothing (an alternative, a word of a phrase); `parts` are those of a phrase or
    distance that by itself finds nothing.
    """

    words: str
    query: str
    total: int
    rest: str
    without: int | None
    parts: list[PartShape]


class ProposalShape(TypedDict):
    """The query, or a part of it, with words as names or spelt as the index spells them, and what it finds under the same filters."""

    query: str
    words: str
    total: int


class NoHitsShape(TypedDict):
    """Why nothing was found: what the query finds `unfiltered` and with each filter dropped; its parts; other readings.

    `numbers` are sentences on numbers that are held as another than was asked, as an application's for a publication's.
    """

    unfiltered: int
    filters: dict[str, int]
    parts: list[PartShape]
    proposals: list[ProposalShape]
    numbers: list[str]


class SearchShape(TypedDict):
    """A page of results. `next` is the `cursor` of the following page, null on the last; `no_hits` is null where any is found.

    `total` and `facets` count records; `families` is how many families they are, null where results were not gathered by family or
    more than 10,000 records were found.
    """

    query: QueryShape
    total: int
    families: int | None
    results: list[HitShape]
    facets: dict[str, list[FacetShape]]
    blind_spots: BlindSpotsShape
    next: str | None
    no_hits: NoHitsShape | None


class ExportShape(TypedDict):
    """All records a search finds, in its order, but no more than `most`; `total`, `families` and the rest as in its answer."""

    query: QueryShape
    total: int
    families: int | None
    most: int
    blind_spots: BlindSpotsShape
    results: list[HitShape]


class ReadNumber(TypedDict):
    """A reading of a number in the query."""

    office: str
    key: str
    kind: str


# Written as a call because `from` is a word of the language.
ReadDates = TypedDict("ReadDates", {"field": str, "from": str | None, "to": str | None})
ReadDates.__doc__ = "A span of days in the query, both ends included; null is open."


class ExplainShape(TypedDict):
    """How a query is read, analysed and asked of either engine, and what it and each of its parts finds (null without an index)."""

    canonical: str
    words: str
    warnings: list[str]
    tree: dict[str, Any]
    numbers: list[ReadNumber]
    dates: list[ReadDates]
    terms: dict[str, list[str]]
    engines: dict[str, Any]
    expansions: dict[str, int | None] | None
    total: int | None
    parts: list[PartShape] | None


class FamilyShape(TypedDict):
    """The other records held of a record's family: those with the same set of priorities, the oldest first."""

    id: str
    results: list[HitShape]


class SimilarShape(TypedDict):
    """Records like one, outside its family, the likest first, and the words and classes they were sought by, the most telling first."""

    id: str
    words: list[str]
    classes: list[str]
    results: list[HitShape]
