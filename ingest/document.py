"""What a reader hands on: one document of a delivery, every value still as delivered.

Readers yield `Delivered` (or `Unreadable`) in the order of the file, always the same for the same bytes: the pipeline resumes
by counting. Numbers, dates and symbols are strings as the office wrote them; `ingest.normalise` makes them comparable.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypedDict, TypeVar

T = TypeVar("T")

# Letters of a remark or title in which the words of rules are sought; the longest seen has a quarter of it.
LONGEST_REMARK = 20_000


class Paragraph(TypedDict):
    """A claim or paragraph: `n` its label (claim number), `t` its text, `refs` the labels of claims it depends on."""

    n: str
    t: str
    refs: list[str]


@dataclass
class Number:
    """A number as delivered, of an application or publication. `kind_inferred`: the office did not print this kind.

    `printed` is the number as the office prints it, where the delivery gives it beside the form `value` (DOCDB). `mentioned`: of
    this publication the document only gives number and date (INID 43 to 45 of a later one).
    """

    office: str
    value: str
    kind: str = ""
    date: str = ""
    kind_inferred: bool = False
    printed: str = ""
    mentioned: bool = False


@dataclass
class Passage:
    """One part in one language, in the office's words; `pages`: some of it came as page images beside the words.

    `pictures` stand among the words.
    """

    part: str  # title, abstract, claims, description
    language: str  # as delivered; empty where not said
    paragraphs: list[Paragraph]
    image_only: bool = False
    pages: bool = False
    pictures: int = 0


@dataclass
class Name:
    """A party as delivered."""

    role: str  # applicant, inventor, owner, agent
    name: str
    country: str = ""
    address: str = ""
    name_latin: str = ""


@dataclass
class Symbol:
    """A class symbol as delivered."""

    scheme: str  # ipc, cpc, locarno, nice, vienna, national
    value: str
    version: str = ""


@dataclass
class Related:
    """A number of another file: see `portal.records.models.Relation`."""

    relation: str
    number: Number


@dataclass
class Event:
    """A legal event as the office named it; `language` of the name, where the delivery says it.

    `status`: it is no event, but the status that the register shows on that day. `influence`: it is in favour of the right (+) or
    against it (-).
    `kind`: the kind code that the gazette prints with it, of the document the event publishes. `data`: by what it is known besides
    day and code, where those who pass it on describe the code in words of their own, which may change; else name and comment are.
    `effective`: the day from which it takes effect, where the office names one beside that on which it told.
    """

    code: str
    name: str
    date: str
    comment: str = ""
    gazette: str = ""
    language: str = ""
    status: bool = False
    influence: str = ""
    kind: str = ""
    data: str | None = None
    effective: str = ""

    @property
    def remark(self) -> str:
        """The beginning of the comment, in which the words of rules are sought."""
        return self.comment[:LONGEST_REMARK]


@dataclass
class Problem:
    """Something a reader or check has to say; becomes a Finding."""

    code: str
    severity: str  # critical, error, warning, info
    sentence: str
    place: str = ""


@dataclass
class Delivered:
    """One document as delivered. `as_of` is the date the office published these values (gazette or publication date).

    `published` is the day of the publication they stand in, where they were passed on again later (DOCDB) and `as_of` says when;
    `sent` is the day the delivery itself is dated, where it says so. `part`: texts of a file whose other data come with another
    document; what it lacks is not missing.
    """

    office: str
    place: str  # member and line or path in the delivery
    as_of: str
    application: Number
    right: str = ""  # empty: read from kind or number
    publications: list[Number] = field(default_factory=list)
    granted_on: str = ""
    expires_on: str = ""
    texts: list[Passage] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    symbols: list[Symbol] = field(default_factory=list)
    related: list[Related] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    published: str = ""
    sent: str = ""
    part: bool = False
    content: bytes = field(default=b"", compare=False, repr=False)  # only where it may not become a record
    file: int = 0  # of the delivery, counted from 0


@dataclass
class Unreadable:
    """What is no document: goes to quarantine with its bytes, unless it is only worth knowing (severity `info`).

    A table without rows is worth knowing; nothing in it waits for anybody. A `remark` is about a whole file, whatever its severity.
    `cut`: its file ends before its end. `deletes`: it is sound, and takes back the document with these numbers.
    """

    place: str
    problem: Problem
    content: bytes = b""
    remark: bool = False
    file: int = 0
    cut: bool = False
    deletes: Delivered | None = None

    @property
    def waits(self) -> bool:
        """Whether it goes to quarantine."""
        return not self.remark and self.deletes is None and self.problem.severity != "info"


def distinct(rows: Iterable[T]) -> list[T]:
    """Return rows without repeats: registers repeat an agent for each of its scripts, and the designs of one application its data."""
    return list({repr(row): row for row in rows}.values())
