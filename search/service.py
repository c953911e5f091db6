"""The only door in: a question goes in, a page of results comes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from portal.records.models import Record, Right
from search import bounds, cursor, generations, numbers_held, rows
from search import clauses as c
from search.answer import (
    COLLAPSES,
    FILTERS,
    SORTS,
    Answer,
    EngineDown,
    FacetValue,
    Hit,
    Piece,
    QueryError,
    Reading,
    Request,
)
from search.engines import engine
from search.engines.base import Facet, Found, Question
from search.explain import explain
from search.families import Collapsed, collapsed, family
from search.highlight import Marker
from search.no_hits import no_hits
from search.query import tree
from search.query.canonical import canonical
from search.query.parser import Parsed, parse
from search.query.scope import scope
from search.query.words import words
from search.resolve import EVERY, filters, resolve, under
from search.similar import Similar
from search.similar import similar as find_similar
from search.why import Why

__all__ = ["check_engine", "explain", "marks", "named", "relatives", "search", "similar"]

_OTHER_FORM = (
    "The search index was built by another version of Lontar. Build it anew with: python manage.py index --rebuild"
)
MAX_SIZE = 100  # records a page
MOST_EXPORTED = 10_000  # records of a file
_STRIDE = 500  # hits passed over at once
_LONGEST_VALUE, _MOST_VALUES = 400, 200
# Facet → index field and how many values are listed: all of a closed list, the most frequent of an open one. A ticked class
# of any depth is counted where classes of every depth stand.
_FACETS = {
    "office": ("office", 250),
    "right": ("right", 10),
    "kind": ("kind", 100),
    "year": ("year", 300),
    "language": ("language", 100),
    "status": ("status", 10),
    "ipc": ("ipc_subclass", 30),
    "applicant": ("applicant_name", 20),
    "has": ("has", 100),
}


@dataclass(frozen=True)
class _Asked:
    """A request as it is asked of an engine: its query, the ticked values, what each filter asks, and its fingerprint."""

    parsed: Parsed
    ticked: Mapping[str, c.In]
    chosen: Mapping[str, c.Clause]
    digest: str
    question: Question


def _asked(request: Request) -> _Asked:
    """Raises QueryError (with its place)."""
    _check(request)
    parsed = parse(request.q)
    clause = resolve(parsed.node)
    ticked = filters(request.filters)
    chosen = under(ticked)
    digest = cursor.digest(clause, chosen, request.sort + request.collapse)
    # The values of a facet are counted as if none of it were ticked; but for one whose every value is asked for.
    named = {f"every {name}" if name in EVERY else name: inner for name, inner in chosen.items()}
    after = cursor.read(request.cursor, digest)
    return _Asked(
        parsed, ticked, chosen, digest, Question(clause, named, request.sort, request.size, after, _facets(ticked))
    )


def search(request: Request) -> Answer:
    """Return a page of results. Raises QueryError (with its place) and EngineDown."""
    asked, index = _asked(request), engine()
    parsed, clause = asked.parsed, asked.question.clause
    question = cursor.anchored(index, asked.question)
    with bounds.within(index, parsed.node, clause):
        listed = collapsed(index, question) if request.collapse else Collapsed(index.search(question), None, {})
        found = listed.found
        nothing = None if found.total else no_hits(index, parsed.node, asked.chosen)
    if not generations.fits(found.generation):
        raise EngineDown(_OTHER_FORM)
    return Answer(
        reading=_reading(parsed, found.generation),
        total=found.total,
        hits=rows.hits(found.ids, Marker(clause), Why(parsed.node), listed.members),
        facets=_facet_values(found, asked.ticked),
        scope=scope(parsed.node, request.filters),
        next=cursor.write(found.positions[-1], asked.digest) if found.more else "",
        generation=found.generation,
        no_hits=nothing,
        families=listed.families,
    )


def place(request: Request, hits: int) -> str | None:
    """Return the cursor of the page that begins after so many hits of a list, None where it has no more of them.

    Raises QueryError (with its place) and EngineDown.
    """
    asked, index = _asked(request), engine()
    question = replace(asked.question, facets=(), after=None)
    with bounds.within(index, asked.parsed.node, question.clause):
        while hits > 0:
            question = replace(question, size=min(hits, _STRIDE))
            found = collapsed(index, question).found if request.collapse else index.search(question)
            if not found.more:
                return None
            hits -= len(found.ids)
            question = replace(question, after=found.positions[-1])
    return cursor.write(question.after, asked.digest) if question.after else ""


def similar(record: Record, size: int) -> Similar:
    """Return the ids of records like one, outside its family, and the words they were sought by. Raises EngineDown."""
    return find_similar(engine(), record, size)


def relatives(record: Record) -> tuple[str, ...]:
    """Return the ids of the other records held of a record's family, at most 100, the oldest first. Raises EngineDown."""
    question = Question(c.In("family", (family(record),)), sort="oldest", size=MAX_SIZE + 1)
    return tuple(record_id for record_id in engine().search(question).ids if record_id != record.id)


def named(ids: Sequence[str]) -> tuple[Hit, ...]:
    """Return records by their ids as a list shows them, without marks."""
    return rows.hits(ids, Marker(c.Nothing()), Why(tree.Everything()), {})


def check_engine() -> None:
    """Raise EngineDown where the engine does not answer a search that reads words, values, order and ids of the index."""
    clause = c.AnyOf((c.In("right", tuple(Right)), c.Words("title", ("a",))))
    if not generations.fits(engine().search(Question(clause, size=1)).generation):
        raise EngineDown(_OTHER_FORM)


def _check(request: Request) -> None:
    """Raise QueryError for an order, size or filter that cannot be asked; filters come straight from an address."""
    wrong = next((name for name in request.filters if name not in FILTERS), None)
    longest = max((len(value) for values in request.filters.values() for value in values), default=0)
    checks = (
        (request.sort in SORTS, f"There is no order “{request.sort}”; it is {', '.join(SORTS[:-1])} or {SORTS[-1]}."),
        (request.collapse in ("", *COLLAPSES), f"Results are gathered by {', '.join(COLLAPSES)}, or not at all."),
        (1 <= request.size <= MAX_SIZE, f"A page has 1 to {MAX_SIZE} records, not {request.size}."),
        (wrong is None, f"There is no filter “{wrong}”; filters are {', '.join(FILTERS)}."),
        (longest <= _LONGEST_VALUE, f"The value of a filter has at most {_LONGEST_VALUE} characters."),
        (
            all(len(values) <= _MOST_VALUES for values in request.filters.values()),
            f"A filter takes at most {_MOST_VALUES} values.",
        ),
    )
    for fits, sentence in checks:
        if not fits:
            raise QueryError(sentence, (0, 0))


def marks(q: str) -> Callable[[str], tuple[Piece, ...]]:
    """Return a function that marks the words of a query in any text of a record; an empty query marks nothing."""
    return Marker(resolve(parse(q).node)).pieces


def _reading(parsed: Parsed, generation: str) -> Reading:
    warnings = (*parsed.warnings, *numbers_held.notes(parsed.node, generation))
    return Reading(canonical(parsed.node), words(parsed.node), warnings)


def _facets(chosen: Mapping[str, c.In]) -> tuple[Facet, ...]:
    return tuple(
        Facet(name, field, size, chosen[name].values, chosen[name].field)
        if name in chosen
        else Facet(name, field, size)
        for name, (field, size) in _FACETS.items()
    )


def _facet_values(found: Found, chosen: Mapping[str, c.In]) -> dict[str, tuple[FacetValue, ...]]:
    """Return the counts, the most frequent first; a ticked value is listed even where it counts nothing."""
    values: dict[str, tuple[FacetValue, ...]] = {}
    for name in _FACETS:
        ticked = chosen[name].values if name in chosen else ()
        counts = dict.fromkeys(ticked, 0) | dict(found.counts.get(name, {}))
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        values[name] = tuple(FacetValue(value, count, value in ticked) for value, count in ranked)
    return values
