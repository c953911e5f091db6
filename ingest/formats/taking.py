"""Strict reading: what a reader takes from a document is noted, so that what it left can be said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import chain, islice

from ingest.document import Problem
from ingest.formats.attributes import IGNORED, USED
from ingest.formats.taken import note
from ingest.safe_xml import (
    Element,
    empty,
    first,
    local,
    name,
    text,
)

OPERATIONS, DELETE = frozenset(("operationCode", "operationCategory")), frozenset(("delete", "deleted", "d"))
DIGITS = 10  # of a place in a list
SEQUENCE = frozenset(("sequence", "sequenceNumber", "sequencia"))  # ST.36, ST.96, RPI
BESIDE = " beside its elements"
MOST_NEW = 100  # paths new to a reader that are told of one document


def deletes(element: Element) -> bool:
    """Tell whether a delivery takes an element back: `operationCode` of ST.66 and ST.86, `operationCategory` of ST.96."""
    keys = element.keys()
    return bool(keys) and any(local(key) in OPERATIONS and element.get(key, "").lower() in DELETE for key in keys)


class Taking:
    """What a reader takes from one document. `ignored` maps local names it leaves on purpose to the reason."""

    def __init__(self, ignored: Mapping[str, str]) -> None:
        self.ignored = ignored
        self.passed: set[Element] = set()
        self.whole: set[Element] = set()
        self.inner: dict[Element, dict[str, list[Element]]] = {}
        self.deleted: list[Element] = []
        self.second: dict[tuple[str, str, str], None] = {}  # path, the value taken and another that stands beside it
        self.said: dict[str, None] = {}  # sentences about values that were taken

    def within(self, element: Element) -> dict[str, list[Element]]:
        """Return the children of `element` by their local names, which are looked up once, but for those taken back.

        Those of one name stand in the order of their numbers, where each has one of its own.
        """
        found = self.inner.get(element)
        if found is None:
            found = self.inner[element] = {}
            for child in element:
                if deletes(child):
                    self.deleted.append(child)
                else:
                    found.setdefault(name(child), []).append(child)
            for children in found.values():
                if len(children) > 1 and all(places := [*map(place_of, children)]) and len({*places}) == len(places):
                    children.sort(key=place_of)
        return found

    def children(self, element: Element, path: str) -> list[Element]:
        """Return the elements at `path` (local names, like `a/b`) below `element`; their own children are still to take."""
        found = [element]
        for step in path.split("/"):
            found = [child for parent in found for child in self.within(parent).get(step, ())]
            self.passed.update(found)
        return found

    def child(self, element: Element, path: str) -> Element | None:
        """Return the first element at `path` that is not empty, else the first, or None. Others that are not count as left."""
        steps, _, last = path.rpartition("/")
        parents = self.children(element, steps) if steps else [element]
        found = [child for parent in parents for child in self.within(parent).get(last, ())]
        if (taken := first(found)) is not None:
            self.passed.update((taken, *(filter(empty, found) if len(found) > 1 else ())))
        return taken

    def text(self, element: Element | None) -> str:
        """Return the string value of `element`, which is taken with all that is in it."""
        if element is None:
            return ""
        self.whole.add(element)
        return text(element)

    def known(self, element: Element, names: Collection[str], many: Collection[str] = ()) -> None:
        """Take the values in `element` that stand under these local names, at any depth; under other names they are left.

        Of several of one name the first that has a value is taken, and each of the names in `many`.
        """
        if not len(element) or (
            (element.text or "").strip() and (name(element) in names or not _holds(element, names))
        ):
            self.whole.add(element)
            return
        self.passed.add(element)
        for called, children in self.within(element).items():
            ends = [child for child in children if not len(child)]
            used = ends if called in many else [one for one in ends if one is first(ends) or empty(one)]
            for child in children:
                if len(child) or (called in names and child in used):
                    self.known(child, names, many)

    def get(self, element: Element, path: str) -> str:
        """Return the string value of the first element at `path` that has one; empty where there is none."""
        first = self.child(element, path)
        if (value := self.text(first)) or first is None:
            return value
        return self.text(next((other for other in self.children(element, path) if text(other)), None))

    def texts(self, element: Element, path: str) -> list[str]:
        """Return the string values of all elements at `path` that have one."""
        return [value for value in map(self.text, self.children(element, path)) if value]

    def one(self, element: Element, path: str) -> str:
        """Return the first string value at `path`, all of which are taken; another value is told."""
        found = self.texts(element, path)
        self.second.update({(path, found[0], other): None for other in found[1:] if other != found[0]})
        return next(iter(found), "")

    def left(self, element: Element, place: str) -> list[Problem]:
        """Return a note for each element below `element`, and each attribute, that was neither taken nor left on purpose."""
        counts = Counter(self._left(element, name(element)))
        counts.update([f"{name(element)}{BESIDE}"] if beside(element) else ())
        taken = self.passed | self.whole | {element}
        attributes = _attributes(taken)
        note("used", self._used(taken - {element}, attributes))
        note("ignored", (key for key in attributes.elements() if key[1:] in IGNORED))
        counts.update(
            {key: n for key, n in sorted(attributes.items()) if key[1:] not in USED and key[1:] not in IGNORED}
        )
        note("new", counts.elements())

        def told(path: str, n: int) -> Problem:
            what = "attribute" if path.startswith("@") else "text in" if path.endswith(BESIDE) else "element"
            sentence = f"The {what} {path.removesuffix(BESIDE)} is new to this reader and was not used."
            return Problem("READ-NEW", "info", sentence, f"{place} ({n}×)")

        return [*new_in(counts, told, place), *self._taken_back(place), *self._second(place)]

    def _second(self, place: str) -> Iterator[Problem]:
        for path, taken, other in islice(self.second, MOST_NEW):
            sentence = f"Under {path} one value is wanted and “{taken[:40]}” was taken, not “{other[:40]}”."
            yield Problem("READ-VALUE", "warning", sentence, place)
        yield from (Problem("READ-VALUE", "warning", sentence, place) for sentence in islice(self.said, MOST_NEW))

    def _taken_back(self, place: str) -> Iterator[Problem]:
        for path, n in Counter(map(name, self.deleted)).items():
            sentence = (
                f"The element {path} says that it is deleted: it was not taken. What earlier deliveries said stays."
            )
            yield Problem("READ-DELETE", "warning", sentence, f"{place} ({n}×)")

    def _used(self, elements: set[Element], attributes: Counter[str]) -> Iterator[str]:
        yield from map(name, elements)
        yield from (key for key in attributes.elements() if key[1:] in USED)

    def _left(self, element: Element, path: str) -> Iterator[str]:
        for here, children in self.within(element).items():
            left = [child for child in children if child not in self.whole] if here else []
            if here in self.ignored:
                note("ignored", [here] * len(left))
            elif left:
                yield from self._unused(children, left, f"{path}/{here}")

    def _unused(self, children: list[Element], left: list[Element], path: str) -> Iterator[str]:
        """Yield the path of each element in `left` that is new; of others of one name beside a used one the values are compared."""
        used = {text(one): None for one in children if one in self.whole or (len(one) and one in self.passed)}
        taken = next(filter(None, used), "")
        for child in left:
            if child in self.passed and (len(child) or not text(child)):
                yield from self._left(child, path)
                if beside(child):
                    yield f"{path}{BESIDE}"
            elif not taken:
                yield path
            elif (other := text(child)) and other not in used:
                self.second[path, taken, other] = None


def place_of(element: Element) -> int:
    """Return the place in the list that an element says it has, counted from 1; 0 where it says none."""
    place = next((element.get(key, "") for key in element.keys() if local(key) in SEQUENCE), "").strip()  # noqa: SIM118
    return int(place) if place.isdecimal() and len(place) < DIGITS else 0


def _holds(element: Element, names: Collection[str]) -> bool:
    return any(name(inner) in names for inner in element.iterdescendants())


def beside(element: Element) -> bool:
    """Tell whether text stands in an element beside those in it."""
    return any((piece or "").strip() for piece in [element.text, *(inner.tail for inner in element)])


def _attributes(elements: Collection[Element]) -> Counter[str]:
    """Return how often attributes stand in the elements, by their local names behind an `@`."""
    found: Counter[str] = Counter()
    for key, n in Counter(chain.from_iterable(element.keys() for element in elements)).items():
        found[f"@{local(key)}"] += n
    return found


def new_in(counts: Counter[str], told: Callable[[str, int], Problem], place: str) -> list[Problem]:
    """Return the notes for the paths of one document that are new to its reader.

    Of more than MOST_NEW the first are told, and how many others there are: a document can be made of new names.
    """
    found = [told(path, n) for path, n in islice(counts.items(), MOST_NEW)]
    if (others := len(counts) - MOST_NEW) > 0:
        names, were = ("name is", "was") if others == 1 else ("names are", "were")
        sentence = f"{others:,} further {names} new to this reader and {were} not used."
        found.append(Problem("READ-NEW", "info", sentence, place))
    return found
