"""What the results page says where nothing is found: which part of the query, which filter, which spelling, which office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from portal.coverage.blind_spots import BlindSpot, BlindSpots
from portal.pages.facets import HEADINGS
from portal.pages.question import Question
from portal.pages.wording import value_words
from search.answer import NoHits, Part, Proposal, Scope
from search.fields import BY_NAME
from search.query.words import TWIN

OFFICES = 5  # named, the blindest first
VALUES = 3  # of a filter named
LABELS = frozenset(field.label for field in BY_NAME.values())


@dataclass(frozen=True)
class Way:
    """A question that finds something: what it is, how many records, and where. Without an address it finds none."""

    words: str
    total: int
    address: str


@dataclass(frozen=True)
class Row:
    """A part of the query by itself, and the query without it; `depth` is 1 for a part of a part."""

    alone: Way
    without: Way | None
    depth: int = 0


@dataclass(frozen=True)
class Nothing:
    """Why there is no result. Of the lists that are empty nothing is said."""

    sentence: str
    rows: tuple[Row, ...]
    proposals: tuple[Way, ...]
    filters: tuple[Way, ...]
    offices: tuple[BlindSpot, ...]


def shown(question: Question, why: NoHits, blind: BlindSpots, scope: Scope) -> Nothing:
    """Return what to say of a question that finds nothing, with the ways on from it; of a number, those of its own offices."""
    own = {office for office, _ in scope.numbers} if not scope.parts else set()
    return Nothing(
        sentence=verdict(why),
        rows=tuple(_rows(question, why.parts)),
        proposals=tuple(_spelling(question, one) for one in why.proposals),
        filters=tuple(_filters(question, why)),
        offices=tuple(row for row in blind.rows if not own or row.office in own)[:OFFICES],
    )


def verdict(why: NoHits) -> str:
    """Return what stands in the way: a sentence on each number that is held as another, and one on the query."""
    if why.unfiltered:
        return "The query finds records; the filters leave none of them."
    return " ".join([*why.numbers, *([] if why.numbers and not why.parts else [_of_parts(why)])])


def _of_parts(why: NoHits) -> str:
    dead = [part.words for part in why.parts if not part.total]
    if not why.parts:
        return "No record held has it."
    if len(dead) == len(why.parts):
        return "No part of the query finds anything."
    if dead:
        return f"Nothing is found with {_listed(dead)}; the other parts find records."
    most = max(why.parts, key=lambda part: part.without or 0)
    way_on = f"; without {most.words} there are {most.without:,}" if most.without else ""
    return f"Every part of the query finds records, but no record has them all{way_on}."


def _listed(words: Iterable[str]) -> str:
    """Return parts of a query in a sentence; where several are sought in the same field it is named once."""
    asked: dict[tuple[str, str], list[str]] = {}
    for one in words:
        before, inner, after = _framed(one)
        asked.setdefault((before, after if before else one), []).append(inner)
    return ", or with ".join(
        f"{before}{' or '.join(inner)}{after if before else ''}" for (before, after), inner in asked.items()
    )


def _framed(words: str) -> tuple[str, str, str]:
    """Return the words of a part as its field, what is sought, and in which languages; without a field all is what is sought."""
    label, sought, inner = words.partition(" with ")
    if not sought or label not in LABELS:
        return "", words, ""
    bare = inner.removesuffix(TWIN)
    return f"{label} with ", bare, inner[len(bare) :]


def _rows(
    question: Question, parts: Iterable[Part], depth: int = 0, before: tuple[str, str] = ("", "")
) -> Iterator[Row]:
    """Yield the parts; one that is sought in the same field as that `before` it is told without naming the field again."""
    plain = question.but(filters={}, first=None, last=None)
    for part in parts:
        without = None if part.without is None else _way(plain.but(q=part.rest), part.rest, part.without)
        field, inner, languages = _framed(part.words)
        words = inner if (field, languages) == before else part.words
        before = field, languages
        yield Row(_way(plain.but(q=part.query), words, part.total), without, depth)
        yield from _rows(question, part.parts, depth + 1, before)


def _way(question: Question, words: str, total: int) -> Way:
    return Way(words, total, question.address() if total else "")


def _spelling(question: Question, proposal: Proposal) -> Way:
    return Way(proposal.query, proposal.total, question.but(q=proposal.query).address())


def _filters(question: Question, why: NoHits) -> Iterator[Way]:
    """Yield the search without any filter, and without each that alone stands in the way."""
    if not why.unfiltered:
        return
    yield _way(question.but(filters={}, first=None, last=None), "the filters", why.unfiltered)
    for name, total in why.filters.items():
        if total and len(why.filters) > 1:
            yield _way(_dropped(question, name), _filter_words(question, name), total)


def _dropped(question: Question, name: str) -> Question:
    rest = {other: values for other, values in question.filters.items() if other != name}
    years = {"first": None, "last": None} if name == "year" else {}
    return question.but(filters=rest, **years)


def _filter_words(question: Question, name: str) -> str:
    """Return `the filter Office: Thailand, Viet Nam`."""
    values = question.request().filters[name]
    if name == "year" and len(values) > 1:
        return f"the years {min(values)} to {max(values)}"
    named = ", ".join(value_words(name, value) for value in values[:VALUES])
    more = f" and {len(values) - VALUES} more" if len(values) > VALUES else ""
    return f"the filter {HEADINGS.get(name, BY_NAME[name].label.capitalize())}: {named}{more}"
