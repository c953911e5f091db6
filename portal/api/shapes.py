"""The shapes of all answers, field by field: mypy holds the code to them and the OpenAPI description is made from them.

Dates are ISO 8601. A number has three spellings: as delivered (`original`), as the office writes it (`display`), and the key
it is compared by. `delivery` is always the SHA-256 of the delivery a value came from and `as_of` the day the office published it
(where the delivery gives none, `published` of it is null and this the day it was received).
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict

RightName = Literal["patent", "utility_model", "design", "trademark"]
StatusName = Literal["pending", "in_force", "ended", "unknown"]
OriginName = Literal["office", "machine"]


class ProblemShape(TypedDict):
    """An error (RFC 9457). `type` leads to what it means and what to do."""

    type: str
    title: str
    status: int
    detail: str
    position: NotRequired[list[int]]
    proposal: NotRequired[str]
    parameter: NotRequired[str]
    near: NotRequired[list[str]]


class SourceShape(TypedDict):
    """Where a value came from."""

    delivery: str
    as_of: str


class NumberShape(TypedDict):
    """A number in its three spellings."""

    original: str
    display: str
    key: str


class DateShape(TypedDict):
    """A date, null where not known; `original` as delivered, where that is kept."""

    date: str | None
    original: str


class RecordDates(TypedDict):
    """Filing, first publication, grant, and the day of expiry where the office gives one."""

    filing: DateShape
    publication: str | None
    grant: str | None
    expiry: str | None


class TermShape(TypedDict):
    """The last day of the right's term, by the office's word or the years of its law (`rule`); null where not known.

    `uncertain`: it may end on another day, as `rule` says: the longest usual term, a grant or main patent that is not held, what it protects.
    """

    end: str | None
    rule: str
    uncertain: bool


class RecordStatus(TypedDict):
    """The state of the right as its events tell it; `unknown` is an answer.

    `by_term`: no event says that the right ended, but its `term` is past (the state is `unknown` where it may end later).
    `since` is the day of what `reason` names; a register's extract does not tell it, nor does a term.
    `as_of` is the day of the last event either way, or of the register's extract; `as_received`: that extract gave no date, and the day is that on which it was received.
    `evidence` says what the state rests on, when the term ends, and up to when anything is known of the record.
    """

    state: StatusName
    reason: str
    since: str | None
    as_of: str | None
    as_received: bool
    evidence: str
    by_term: bool
    term: TermShape


class TakenBackShape(TypedDict):
    """A document of the record that its sender deleted later; nothing of it was erased."""

    delivery: str
    received: str
    sentence: str


class PublicationShape(SourceShape):
    """A published document. `image_only` lists parts that were delivered as page images and cannot be searched.

    `whole` is false where only its number or date came, with another document: coverage does not count it as held.
    """

    number: NumberShape
    kind: str
    kind_words: str
    kind_inferred: bool
    date: DateShape
    language: str
    whole: bool
    image_only: list[str]


class ParagraphShape(TypedDict):
    """A claim or paragraph: `n` its label (claim number), `t` its text, `refs` the claims it depends on."""

    n: str
    t: str
    refs: list[str]


class TextShape(SourceShape):
    """One part in one language. Machine text names its provider, model, day and the source it was made from.

    `document` is the publication it stands in (number key and kind), empty where it came with the application file;
    `language_original` the language code as delivered, empty where the office gave none.
    """

    part: str
    language: str
    language_original: str
    origin: OriginName
    document: str
    paragraphs: list[ParagraphShape]
    provider: str
    model: str
    source_language: str
    source_sha256: str
    translated_on: str | None


class PartyShape(SourceShape):
    """A person or firm in one role, as delivered and, where the office gave it, in Latin letters."""

    role: str
    sequence: int
    name: str
    name_latin: str
    country: str
    address: str


class ClassShape(SourceShape):
    """A class symbol, normalised and as delivered."""

    scheme: str
    symbol: str
    original: str
    version: str


class RelatedShape(SourceShape):
    """A number of another file: priority, PCT, parent."""

    relation: str
    office: str
    original: str
    key: str
    date: str | None


class EventShape(SourceShape):
    """What happened, as the office named it; `category` is the ST.27 letter it was mapped to, empty where unmapped.

    `effective` is the day from which it takes effect, where the office names one beside the `date` on which it told.
    """

    date: str | None
    effective: str | None
    code: str
    name: str
    language: str
    name_english: str
    comment: str
    category: str
    category_words: str
    confidence: float | None
    gazette: str


class FindingShape(TypedDict):
    """What a check says; `place` is member, line or path in the delivery, `ordinal` the document's place in it, from 0."""

    code: str
    severity: str
    sentence: str
    place: str
    ordinal: int
    record: str
    delivery: str


class DeliveryShape(TypedDict):
    """The bytes an office sent, kept for ever under their SHA-256."""

    sha256: str
    office: str | None
    name: str
    size: int
    dialect: str
    state: str
    sample: bool
    published: str | None
    received_at: str


class OfficeName(TypedDict):
    """An office by its WIPO ST.3 code, and the terms its data comes under."""

    code: str
    name: str
    country: str
    terms: str


class RecordShape(TypedDict):
    """Everything held of one application file, every element with the delivery it came from.

    `sources` says it of the record's own fields; `deliveries` describes each delivery named.
    """

    id: str
    page: str
    office: OfficeName
    right: RightName
    kind: str
    kind_words: str
    kind_inferred: bool
    number: NumberShape
    dates: RecordDates
    status: RecordStatus
    taken_back: list[TakenBackShape]
    sample: bool
    publications: list[PublicationShape]
    texts: list[TextShape]
    parties: list[PartyShape]
    classifications: list[ClassShape]
    related: list[RelatedShape]
    events: list[EventShape]
    sources: dict[str, SourceShape]
    changes: list[ChangeShape]
    deliveries: dict[str, DeliveryShape]
    findings: list[FindingShape]


class ChangeShape(TypedDict):
    """A value that a later delivery changed; `spelling` where only case, blanks, diacritics or punctuation did."""

    what: str
    old: str
    new: str
    spelling: bool
    old_delivery: str
    new_delivery: str
    as_of: str


class FigureShape(TypedDict):
    """Documents counted. `expected` are those of the office's list that stand for a document, `held_listed` those of them held.

    `listed`, `expected` and `missing` are null where the list does not reach; `rate` is held_listed ÷ expected, null where that
    cannot be said; `complete` is false where a part of the sum has no denominator. `elements` counts held documents by element.
    """

    listed: int | None
    expected: int | None
    held: int
    held_listed: int
    mentioned: int
    missing: int | None
    rate: float | None
    complete: bool
    elements: dict[str, int]


class CellShape(FigureShape):
    """Documents of one office, right, kind and year of publication; `missing_list` is where the missing ones are listed."""

    office: str
    right: RightName
    kind: str
    year: int | None
    missing_list: str


class CoverageShape(TypedDict):
    """Coverage cells and their sum; `counted_at` is when the office counted longest ago was counted."""

    counted_at: str | None
    rows: list[CellShape]
    totals: FigureShape


class AuthorityShape(TypedDict):
    """The office's own list of what it published (WIPO ST.37)."""

    produced: str | None
    update: str
    delivery: str


class OfficeShape(OfficeName):
    """An office: what it publishes, under which terms, and how much is held (`coverage`, all rights and years)."""

    languages: list[str]
    calendar: str
    unpublished: dict[str, list[str]]
    register: str
    notes: str
    cadence_days: int | None
    coverage: FigureShape


class OfficesShape(TypedDict):
    """All offices, by country."""

    results: list[OfficeShape]


class ContradictionShape(TypedDict):
    """Documents held against the office's own list: how many, and the first numbers. `words` follow the number."""

    code: str
    words: str
    count: int
    numbers: list[str]


class OfficeDetailShape(OfficeShape):
    """An office with its coverage by right, its lists, what contradicts them, and its latest deliveries."""

    counted_at: str | None
    contradictions: list[ContradictionShape]
    records: int
    rights: dict[str, FigureShape]
    authority_files: list[AuthorityShape]
    deliveries: list[DeliveryShape]


class MissingEntry(TypedDict):
    """A document on the office's list that is not held; `exception` is its ST.37 code, empty for none."""

    office: str
    right: RightName
    number: str
    number_key: str
    kind: str
    date: str | None
    exception: str
    exception_words: str


class MissingShape(TypedDict):
    """A page of the missing documents. `total` is as last counted, null where the office gave no list."""

    total: int | None
    results: list[MissingEntry]
    next: str | None


class DeliveriesShape(TypedDict):
    """A page of deliveries, the latest first."""

    results: list[DeliveryShape]
    next: str | None


class RunShape(TypedDict):
    """One pass of the pipeline over a delivery; `counts` as `manage.py ingest --json` prints them, `seconds` by stage.

    `position` is how many documents the stage has behind it, `total` their number, null before they are counted.
    """

    stage: str
    position: int
    total: int | None
    started_at: str
    updated_at: str
    counts: dict[str, Any]
    seconds: dict[str, float]
    error: str


class FilledShape(TypedDict):
    """How many documents of a delivery have an element; `usual` is the median share of former deliveries, null without any."""

    element: str
    documents: int
    share: float
    usual: float | None


class RemarkShape(TypedDict):
    """A kind of finding: how often it was made, and the first of them."""

    code: str
    severity: str
    count: int
    sentence: str
    examples: list[FindingShape]


class DecisionShape(TypedDict):
    """What was decided on a delivery: `held` by the `counts`, `read` (released) or `rejected` by an `operator`."""

    stage: str
    by: str
    why: str
    at: str


class ReportShape(TypedDict):
    """What a delivery brought, against what its office usually brings, and what the checks say of it.

    `documents` is null where they were not counted; `elements` maps `used`, `ignored` (on purpose) and `new` to names and counts.
    """

    sha256: str
    state: str
    documents: int | None
    records: dict[str, int]
    filled: list[FilledShape]
    findings: list[RemarkShape]
    elements: dict[str, dict[str, int]]
    decisions: list[DecisionShape]


class DeliveryDetailShape(DeliveryShape):
    """A delivery with its runs, the latest first, and its findings by severity."""

    runs: list[RunShape]
    findings: dict[str, int]


class FindingsShape(TypedDict):
    """A page of a delivery's findings, in the order of its documents."""

    total: int
    results: list[FindingShape]
    next: str | None
