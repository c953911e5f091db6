"""What the index says of the numbers in a query: whose they may be, and which of a list no record has."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from portal.standards import numbers
from portal.standards import offices as names
from search import clauses as c
from search.engines import engine
from search.engines.base import Facet, Question
from search.fields import BY_NAME, FieldKind
from search.query.tree import And, Node, Or, Value
from search.resolve import keys, resolve

_SECONDS = 60  # how long the offices held are remembered: a new one is seen that much later at most
_MOST_OFFICES = 300
_NAMED = 3  # numbers named in a sentence on several


def notes(node: Node, generation: str) -> tuple[str, ...]:
    """Return sentences on the numbers a query seeks: those of several possible offices, and what a list found.

    `generation` is the one that answers; without it nothing is known to be held. Raises EngineDown.
    """
    sought = tuple(dict.fromkeys(_numbers(node)))
    if not sought:
        return ()
    guesses = _guesses(sought, _offices(generation, int(time.time()) // _SECONDS) if generation else ())
    return (*guesses, *([_found(sought)] if generation and len(sought) > 1 else []))


def _numbers(node: Node) -> Iterator[Value]:
    """Yield the numbers asked for, without those excluded."""
    match node:
        case And(nodes) | Or(nodes):
            for inner in nodes:
                yield from _numbers(inner)
        case Value(name) if BY_NAME[name].kind is FieldKind.NUMBER:
            yield node


@lru_cache(maxsize=8)
def _offices(generation: str, now: int) -> frozenset[str]:  # noqa: ARG001 - remembered for this generation and minute
    facets = (Facet("office", "office", _MOST_OFFICES),)
    return frozenset(engine().search(Question(c.Everything(), size=1, facets=facets)).counts["office"])


# --- Whose a number is ----------------------------------------------------------------------------------------------


def _guesses(sought: Sequence[Value], held: Collection[str]) -> Iterator[str]:
    """Yield a sentence for the numbers that fit the forms of the same several offices, those with records first."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for number in sought:
        codes = fitting(number.value)
        if len(codes) > 1:
            groups.setdefault(codes, []).append(number.value)
    for codes, typed in groups.items():
        first = [office for office in codes if office in held] or codes
        rest = [office for office in codes if office not in first]
        also = f"; {_listed(rest, 'and')} would fit too, but no record of theirs is held" if rest else ""
        were = "was read as a number" if len(typed) == 1 else "were each read as a number"
        yield f"{_quoted(typed)} {were} of {_listed(first, 'or')}, or of any office that writes it so{also}."


def fitting(typed: str) -> tuple[str, ...]:
    """Return the codes of the offices whose number this may be, the likelier first; none with a wrong check digit."""
    read = [number for number in numbers.candidates(typed) if number.office and number.check_ok is not False]
    return tuple(dict.fromkeys(number.office for number in read))


def _quoted(typed: Sequence[str]) -> str:
    shown = [f"“{one}”" for one in typed[:_NAMED]]
    return _joined([*shown, f"{len(typed) - _NAMED} more"] if len(typed) > _NAMED else shown, "and")


def _listed(codes: Sequence[str], word: str) -> str:
    return _joined([names.name(code) for code in codes], word)


def _joined(parts: Sequence[str], word: str) -> str:
    return f" {word} ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


# --- What a list found ----------------------------------------------------------------------------------------------


def _found(sought: Sequence[Value]) -> str:
    """Return how many numbers any record has, and which none has; the rest of the query and its filters do not count."""
    known = _known(sought)
    missing = [number.value for number in sought if not known & set(_places(number))]
    if not missing:
        return f"All {len(sought)} numbers of the list are held."
    held = len(sought) - len(missing)
    return (
        f"{held} of the {len(sought)} numbers {'is' if held == 1 else 'are'} held; no record has {', '.join(missing)}."
    )


def _places(number: Value) -> list[tuple[str, str]]:
    """Return every (index field, key) a number is sought at."""
    return [(name, key) for name in BY_NAME[number.field].index for key in keys(number.field, (number.value,))]


def _known(sought: Sequence[Value]) -> set[tuple[str, str]]:
    """Return those places of the numbers that any record fills."""
    places: dict[str, dict[str, None]] = {}
    for name, key in (place for number in sought for place in _places(number)):
        places.setdefault(name, {})[key] = None
    facets = tuple(Facet(name, name, 1, tuple(found)) for name, found in places.items())
    counts = engine().search(Question(resolve(Or(tuple(sought))), size=1, facets=facets)).counts
    return {(name, key) for name, found in counts.items() for key, count in found.items() if count}
