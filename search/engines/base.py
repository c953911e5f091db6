"""What an engine takes, gives and can do. Nothing outside `search.engines` knows which engine answers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from search.clauses import Alike, Clause, Glob

# The same on every engine, so that a query answered by one is answered by the other.
MAX_WORDS = 1000  # words × fields of a query: OpenSearch refuses more than 1,024 clauses
MAX_EXPANSIONS = 500  # words of the index that a truncated word in a phrase or NEAR may stand for


class IndexBusy(RuntimeError):  # noqa: N818 - a state that passes, said as it is
    """Another process is writing to the index; the work stays noted and is done later."""


class TooManyWords(ValueError):  # noqa: N818 - says of what
    """A truncated word stands for more words of the index than can be listed."""


class TooSlow(RuntimeError):  # noqa: N818 - says what is the matter
    """The words of phrases stand in so many texts that the engine would take too long, or did."""


@dataclass(frozen=True)
class Document:
    """A record as an engine stores it. Texts are analysed terms joined by blanks; dates are YYYYMMDD; keys sort it."""

    id: str
    texts: Mapping[str, str]
    keywords: Mapping[str, tuple[str, ...]]
    dates: Mapping[str, tuple[int, ...]]
    keys: Mapping[str, int]


@dataclass(frozen=True)
class Facet:
    """Count the values of a keyword field: the `size` most frequent, and `selected` whatever their rank.

    `within` is the keyword field that holds the selected values, where it is another: a class of any depth is selected in
    `ipc`, and subclasses are counted.
    """

    name: str
    field: str
    size: int
    selected: tuple[str, ...] = ()
    within: str = ""


@dataclass(frozen=True)
class Position:
    """Where a hit stands in the order: its score (0 when sorted by date), its key, and how many stand before it."""

    score: float
    key: int
    depth: int


@dataclass(frozen=True)
class Question:
    """What is asked of an engine. A facet is counted under the clause and all filters but the one of its own name."""

    clause: Clause
    filters: Mapping[str, Clause] = field(default_factory=dict)
    sort: str = "relevance"
    size: int = 20
    after: Position | None = None
    facets: tuple[Facet, ...] = ()


@dataclass(frozen=True)
class Found:
    """What an engine gives: the exact total, record ids in order each with its position and family, counts, and whether more follow."""

    total: int
    ids: tuple[str, ...]
    positions: tuple[Position, ...]
    families: tuple[str, ...]
    counts: Mapping[str, Mapping[str, int]]
    more: bool
    generation: str


class Writer(Protocol):
    """Writes to one generation; what was written is durable and visible when its context ends without an error."""

    def put(self, documents: Iterable[Document]) -> None:
        """Add documents; one with the same id is replaced."""

    def remove(self, ids: Iterable[str]) -> None:
        """Remove documents by id; an unknown id is no error."""


class Engine(Protocol):
    """A search engine. Every method raises `search.answer.EngineDown` when the engine does not answer.

    `search` and `totals` raise TooSlow for what would take too long.
    """

    name: str

    def create(self, generation: str) -> None:
        """Make an empty generation beside the published one."""

    def writer(self, generation: str) -> AbstractContextManager[Writer]:
        """Open a generation for writing; raises IndexBusy when another process holds it."""

    def count(self, generation: str) -> int:
        """Return the number of documents in a generation."""

    def publish(self, generation: str) -> None:
        """Let searches be answered from this generation, in one step."""

    def published(self) -> str:
        """Return the name of the generation that answers, or an empty text."""

    def generations(self) -> list[str]:
        """Return the names of all generations, the published one and those aside."""

    def drop(self, generation: str) -> None:
        """Remove a generation; a search running in it may still finish."""

    def search(self, question: Question) -> Found:
        """Answer a question from the published generation."""

    def totals(self, clauses: Sequence[Clause]) -> tuple[int, ...]:
        """Return how many records each clause finds, all asked at once."""

    def frequencies(self, words: Mapping[str, Collection[str]]) -> dict[str, dict[str, int]]:
        """Return field → word → how many records have it there; words that none has are left out."""

    def expansions(self, field: str, word: Glob | Alike) -> list[str]:
        """Return the terms of the field that the word stands for, in order; raises TooManyWords over MAX_EXPANSIONS."""
