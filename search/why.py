"""Why a record matched: of each word, phrase, value and range of the query, the places of the record that have it.

Words are those the marks were set by (see `search.highlight`), values those the record's document in the index holds: nothing is
said here that the engine did not go by.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from portal.records.models import Record
from search import clauses as c
from search.answer import Place, Reason
from search.documents import dates, keywords
from search.engines.schema import DATES, KEYWORDS, SYLLABLES
from search.highlight import Hit, meaning
from search.query import tree
from search.query.canonical import canonical
from search.query.words import words
from search.resolve import resolve

MOST = 20  # ends of a query that are explained
MOST_LABELS = 5  # values named of one place
# A page reads only the texts it shows; what languages and elements there are is told from all of them.
_UNTOLD = ("has", "language")
_VALUES = frozenset((*KEYWORDS, *DATES)) - {*_UNTOLD}
_WHOLE = {parted: whole for whole, parted in SYLLABLES.items()}
_Key = tuple[str, object]  # index field, what is looked for in it


class Seen:
    """The words found in one record while its passages were marked, passage by passage."""

    def __init__(self) -> None:
        self._notes: list[tuple[Place, set[_Key]]] = []

    def note(self, place: Place, field: str, hits: Iterable[Hit]) -> None:
        """Note the words found at a place, in an index field."""
        self._notes.append((place, {(field, meaning(leaf)) for leaf, _ in hits}))

    def places(self, keys: frozenset[_Key]) -> Iterator[Place]:
        """Yield the places noted for any of some words, in the order of the record."""
        return (place for place, found in self._notes if not keys.isdisjoint(found))


class Why:
    """The ends of a query that may say why: not what it excludes."""

    def __init__(self, node: tree.Node) -> None:
        ends = [(end, list(c.leaves(resolve(end)))) for end in list(_ends(node))[:MOST]]
        self._ends = [
            (canonical(end), words(end), _keys(leaves), [leaf for leaf in leaves if _is_value(leaf)])
            for end, leaves in ends
        ]
        # Whether values are asked for, and a record's related numbers are read to see which it has.
        self.valued = any(values for *_, values in self._ends)

    def reasons(self, record: Record, seen: Seen) -> tuple[Reason, ...]:
        """Return why a record matched, in the order of the query; an end that the record does not have is left out."""
        held: Mapping[str, tuple[str | int, ...]] = {**keywords(record), **dates(record)} if self.valued else {}
        found = [
            Reason(query, said, _together([*seen.places(keys), *_valued(values, held)]))
            for query, said, keys, values in self._ends
        ]
        return tuple(reason for reason in found if reason.places)


def _ends(node: tree.Node) -> Iterator[tree.Node]:
    match node:
        case tree.And(nodes) | tree.Or(nodes):
            for inner in nodes:
                yield from _ends(inner)
        case tree.Not() | tree.Everything():
            return
        case _:
            yield node


def _is_value(leaf: c.Clause) -> bool:
    return getattr(leaf, "field", "") in _VALUES


def _keys(leaves: Iterable[c.Clause]) -> frozenset[_Key]:
    words_in = [leaf for leaf in leaves if isinstance(leaf, c.Words | c.Near)]
    return frozenset((_WHOLE.get(leaf.field, leaf.field), meaning(leaf)) for leaf in words_in)


def _valued(leaves: Iterable[c.Clause], held: Mapping[str, tuple[str | int, ...]]) -> Iterator[Place]:
    for leaf in leaves:
        field = str(getattr(leaf, "field", ""))
        values = [str(value) for value in held.get(field, ()) if _fits(leaf, value)]
        if values:
            yield Place(field, labels=tuple(values))


def _fits(leaf: c.Clause, value: str | int) -> bool:
    match leaf:
        case c.In(values=values):
            return value in values
        case c.Between(low=low, high=high):
            return (low or 0) <= int(value) and (high is None or int(value) <= high)
        case c.Words(words=(word,)):
            return c.matches(word, str(value))
        case _:
            return False


def _together(found: Iterable[Place]) -> tuple[Place, ...]:
    """Return the places, each once with all its labels."""
    labels: dict[Place, dict[str, None]] = {}
    for place in found:
        bare = Place(place.field, place.language, place.origin)
        labels.setdefault(bare, {}).update(dict.fromkeys(place.labels))
    return tuple(_named(place, list(_plain(place.field, list(several)))) for place, several in labels.items())


def _named(place: Place, labels: list[str]) -> Place:
    more = len(labels) > MOST_LABELS
    return Place(place.field, place.language, place.origin, tuple(labels[:MOST_LABELS]), more)


def _plain(field: str, labels: list[str]) -> Iterator[str]:
    """Yield labels as people write them: a day as ISO does, of a number in two spellings the one with its office."""
    for label in labels:
        if field in DATES:
            yield f"{label[:4]}-{label[4:6]}-{label[6:]}"
        elif not field.endswith("_number") or not any(other != label and other.endswith(label) for other in labels):
            yield label
