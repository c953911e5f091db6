"""What the index says of the numbers and offices in a query: whose a number may be, which of a list no record has, who is not held."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from portal.standards import numbers
from portal.standards import offices as names
from portal.standards.sentences import joined
from search import clauses as c
from search.engines import engine
from search.engines.base import Facet, Question
from search.fields import BY_NAME, FieldKind
from search.query.tree import And, Node, Not, Or, Pattern, Value, leaves
from search.resolve import keys, keyword

_SECONDS = 60  # how long the offices held are remembered: a new one is seen that much later at most
_MOST_OFFICES = 300
_NAMED = 3  # numbers named in a sentence on several
_OFFICES_NAMED = 5  # offices in a sentence, the likeliest
_LOOKED_UP = 5  # numbers without their office that are looked up one by one
_ANY = BY_NAME["number"]
# What a number is held as, by the field of the index.
_HELD_AS = {
    "publication_number": "a publication number",
    "application_number": "an application number",
    "priority_number": "a priority or PCT number",
    "cited_publication_number": "the number of an international publication",
    "related_number": "the number of a parent or related file",
}
_MOST_LISTED = 40  # offices held that are listed where one is asked for that is not


def notes(node: Node, generation: str) -> tuple[str, ...]:
    """Return sentences on offices not held and on the numbers a query seeks: whose they may be, and what a list found.

    `generation` is the one that answers; without it nothing is known to be held. Raises EngineDown.
    """
    sought, asked = tuple(dict.fromkeys(_numbers(node))), tuple(dict.fromkeys(_asked(node)))
    if not sought and not asked:
        return ()
    held = _offices(generation, int(time.time()) // _SECONDS) if generation else frozenset()
    return (
        *_not_held(asked, held),
        *_guesses(sought, held),
        *([_found(sought)] if generation and len(sought) > 1 else []),
    )


def _numbers(node: Node) -> Iterator[Value]:
    """Yield the numbers asked for, without those excluded."""
    values = (leaf for leaf in leaves(node, excluded=False) if isinstance(leaf, Value))
    return (leaf for leaf in values if BY_NAME[leaf.field].kind is FieldKind.NUMBER)


def _asked(node: Node) -> Iterator[str]:
    """Yield the offices a query asks for, without those excluded."""
    values = (leaf for leaf in leaves(node, excluded=False) if isinstance(leaf, Value))
    return (leaf.value for leaf in values if leaf.field == "office")


def _not_held(asked: Sequence[str], held: Collection[str]) -> Iterator[str]:
    """Yield a sentence for offices of which no record is held, with those of which some are."""
    absent = [code for code in asked if code not in held]
    if absent and held:
        known = [f"{names.name(code)} ({code})" for code in sorted(held)]
        shown = joined(known, "and") if len(known) <= _MOST_LISTED else f"{', '.join(sorted(held))}"
        yield f"No record of {_listed(absent, 'or')} is held. Held are records of {shown}."


@lru_cache(maxsize=8)
def _offices(generation: str, now: int) -> frozenset[str]:  # noqa: ARG001 - remembered for this generation and minute
    facets = (Facet("office", "office", _MOST_OFFICES),)
    return frozenset(engine().search(Question(c.Everything(), size=1, facets=facets)).counts["office"])


# --- Whose a number is ----------------------------------------------------------------------------------------------


def _guesses(sought: Sequence[Value], held: Collection[str]) -> Iterator[str]:
    """Yield a sentence for the numbers that may be of the same several offices with records, those that have it first."""
    groups: dict[tuple[str, ...], list[str]] = {}
    unsure = [number for number in sought if len(fitting(number.value)) > 1]
    for place, number in enumerate(unsure):
        likely = fitting(number.value)
        if held:
            owners = _owners(number) if place < _LOOKED_UP else ()
            likely = (*owners, *(office for office in likely if office in held))[:_OFFICES_NAMED]
        groups.setdefault(tuple(dict.fromkeys(likely)), []).append(number.value)
    for codes, typed in groups.items():
        were = "was read as a number" if len(typed) == 1 else "were each read as a number"
        if codes:
            yield f"{_quoted(typed)} {were} of {_listed(codes, 'or')}, or of any office that writes it so."
        else:
            yield f"{_quoted(typed)} {were} of any office: no office whose records are held is known to write its numbers so."


def _owners(number: Value) -> tuple[str, ...]:
    """Return the offices whose own application or publication number it is, those with most records first."""
    found = keys(number.field, (number.value,))
    own = c.AnyOf(tuple(c.In(name, found) for name in ("application_number", "publication_number")))
    counts = (
        engine().search(Question(own, size=1, facets=(Facet("office", "office", _OFFICES_NAMED),))).counts["office"]
    )
    return tuple(sorted(counts, key=lambda office: (-counts[office], office)))


def fitting(typed: str) -> tuple[str, ...]:
    """Return the codes of the offices whose number this may be, the likelier first; none with a wrong check digit."""
    read = [number for number in numbers.candidates(typed) if number.office and number.check_ok is not False]
    return tuple(dict.fromkeys(number.office for number in read))


def _quoted(typed: Sequence[str]) -> str:
    shown = [f"“{one}”" for one in typed[:_NAMED]]
    return joined([*shown, f"{len(typed) - _NAMED} more"] if len(typed) > _NAMED else shown, "and")


def _listed(codes: Sequence[str], word: str) -> str:
    return joined([names.name(code) for code in codes], word)


# --- What a list found ----------------------------------------------------------------------------------------------


def _found(sought: Sequence[Value]) -> str:
    """Return how many numbers any record has, and which none has; the rest of the query and its filters do not count."""
    held = _held(sought)
    missing = [number for number in sought if not _as_asked(number, held[number])]
    if not missing:
        return f"All {len(sought)} numbers of the list are held."
    nowhere = [number.value for number in missing if not held[number]]
    count = len(sought) - len(missing)
    said = [f"{count} of the {len(sought)} numbers {'is' if count == 1 else 'are'} held"]
    said += [f"no record has {', '.join(nowhere)}"] if nowhere else []
    said += [f"{number.value} is held {_as(held[number])}" for number in missing if held[number]]
    return f"{'; '.join(said)}."


def elsewhere(node: Node) -> tuple[str, ...]:
    """Return a sentence for each number no record has in the field asked, while some record has it in another. Raises EngineDown."""
    sought = [number for number in dict.fromkeys(_numbers(node)) if number.field != _ANY.name]
    held = _held(sought) if sought else {}
    return tuple(
        f"{number.value} is held {_as(found)}, not as {_HELD_AS[number.field]}."
        for number, found in held.items()
        if found and not _as_asked(number, found)
    )


def anywhere(node: Node) -> Node:
    """Return a query with its numbers sought in every field of numbers, those it excludes too."""
    match node:
        case And(nodes) | Or(nodes):
            return replace(node, nodes=tuple(map(anywhere, nodes)))
        case Not(inner):
            return Not(anywhere(inner))
        case Value(name) | Pattern(name) if BY_NAME[name].kind is FieldKind.NUMBER:
            return replace(node, field=_ANY.name)
    return node


def _as(fields: Sequence[str]) -> str:
    return f"as {joined([_HELD_AS[name] for name in fields], 'and as')}"


def _as_asked(number: Value, fields: Sequence[str]) -> bool:
    return not {*fields}.isdisjoint(BY_NAME[number.field].index)


def _held(sought: Sequence[Value]) -> dict[Value, tuple[str, ...]]:
    """Return for each number the fields of the index any record has it in."""
    places = {number: keys(number.field, (number.value,)) for number in sought}
    facets = tuple(Facet(name, name, 1, tuple(dict.fromkeys(chain(*places.values())))) for name in _ANY.index)
    any_of_them = keyword(_ANY.name, tuple(number.value for number in sought))
    counts = engine().search(Question(any_of_them, size=1, facets=facets)).counts
    known = {name: {key for key, count in counts[name].items() if count} for name in _ANY.index}
    return {
        number: tuple(name for name in _ANY.index if not known[name].isdisjoint(found))
        for number, found in places.items()
    }
