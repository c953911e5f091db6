"""Strict reading: what a reader takes from a document is noted, so that what it left can be said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain, islice
from typing import BinaryIO

from ingest.archive import Member
from ingest.document import Delivered, Number, Problem, Unreadable
from ingest.formats.attributes import IGNORED, USED
from ingest.formats.lost import read_of
from ingest.formats.taken import note
from ingest.safe_xml import (
    KEPT,
    START_TAG,
    BadXML,
    Element,
    documents,
    empty,
    first,
    line,
    local,
    name,
    parse,
    records,
    source,
    text,
)
from ingest.shown import shown
from portal.standards import numbers, offices

OPERATIONS, DELETE = frozenset(("operationCode", "operationCategory")), frozenset(("delete", "deleted", "d"))
DIGITS = 10  # of a place in a list
SEQUENCE = frozenset(("sequence", "sequenceNumber", "sequencia"))  # ST.36, ST.96, RPI
BESIDE = " beside its elements"
MOST_NEW = 100  # paths new to a reader that are told of one document
Wanted = Callable[[str], bool]  # whether an element of this local name is a document
Make = Callable[[Element, str], Delivered]  # the document in an element, at a place
Each = Callable[[Element, str], Iterable[Delivered | Unreadable]]  # the documents in a record, at a place


def deletes(element: Element) -> bool:
    """Tell whether a delivery takes an element back: `operationCode` of ST.66 and ST.86, `operationCategory` of ST.96."""
    keys = element.keys()
    return bool(keys) and any(local(key) in OPERATIONS and element.get(key, "").lower() in DELETE for key in keys)


def kept(document: Delivered | Unreadable, content: Callable[[], bytes], *around: Element) -> Delivered | Unreadable:
    """Return the document, with its bytes where no record can be named by it, or by its office: it may go into quarantine.

    One that an element it stands in, or is, takes back erases nothing and is told.
    """
    if isinstance(document, Delivered) and any(map(deletes, around)):
        return deleted(document, document.application.value, content()[:KEPT])
    if isinstance(document, Unreadable):
        document.content = document.content or content()[:KEPT]
    elif not _named(document):
        document.content = content()[:KEPT]
    return document


def deleted(document: Delivered, number: str, content: bytes) -> Unreadable:
    """Return what becomes of a document that the delivery takes back."""
    sentence = f"It deletes {document.office} {number}. Nothing was erased: what deliveries said of it stays."
    problem = Problem("READ-DELETE", "warning", " ".join(sentence.split()), document.place)
    return Unreadable(document.place, problem, content, deletes=document)


def _named(document: Delivered) -> bool:
    given = document.application
    return document.office in offices.OFFICES and numbers.readable(document.office, given.value, given.kind)


class Taking:
    """What a reader takes from one document. `ignored` maps local names it leaves on purpose to the reason."""

    def __init__(self, ignored: Mapping[str, str]) -> None:
        self.ignored = ignored
        self.passed: set[Element] = set()
        self.whole: set[Element] = set()
        self.inner: dict[Element, dict[str, list[Element]]] = {}
        self.deleted: list[Element] = []
        self.second: dict[tuple[str, str, str], None] = {}  # path, the value taken and another that stands beside it

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
        sentence = f"{others:,} further names are new to this reader and were not used."
        found.append(Problem("READ-NEW", "info", sentence, place))
    return found


def bulk(
    stream: BinaryIO,
    member: Member,
    wanted: frozenset[str],
    make: Each,
    *,
    what: str,
    aside: Collection[str] = (),
    alone: bool = False,
) -> Iterator[Delivered | Unreadable]:
    """Yield what `make` makes of each record of a long file; of what stands beside them, all but `aside` is told, and that there is none.

    A fault in the file loses the records behind it, which are counted, and it counts as cut; of a dialect whose files hold one record (`alone`)
    only where a record stood before the fault. `what` the records are called.
    """
    begun, last = 0, None
    try:
        for element in records(stream, wanted):
            place = f"{member.name}:{line(element)}"
            around = element.getparent()
            before = last.tail if last is not None else "" if around is None else around.text
            yield from _loose(before, what, place)
            last = element
            if name(element) in wanted:
                begun += 1
                yield from make(element, place)
            elif name(element) not in aside:
                yield stranger(element, place)
    except BadXML as error:
        error.cut = error.cut or bool(begun) or not alone
        yield unreadable(member.name, error, consequence=read_of(member, wanted, begun, what))
        return
    yield from _loose("" if last is None else last.tail, what, member.name)
    if not begun:
        empty = Problem("READ-EMPTY", "warning", f"There are no {what} in the file.", member.name)
        yield Unreadable(member.name, empty, remark=True)


def fill(own: Number, told: Number, where: str, place: str, first: str = "the root") -> Iterator[Problem]:
    """Fill what `own`, which stands in `first`, lacks from the same number told again; yield a note for each value that differs.

    `where` says where it is told again, with braces for what: `The {} at the root`. A kind written out in words is not compared.
    """
    for field, word in (("office", "country"), ("value", "number"), ("kind", "kind"), ("date", "date")):
        stands, said = getattr(own, field), getattr(told, field)
        if stands and said and (field != "kind" or said.isascii()) and not _alike(stands, said):
            sentence = f"{where.format(word)} is “{said[:40]}”; “{stands[:40]}”, as {first} has it, was taken."
            yield Problem("READ-VALUE", "warning", sentence, place)
        setattr(own, field, stands or said)


def _alike(one: str, other: str) -> bool:
    """Tell whether two values are the same but for signs, case, zeros in front and a country's letters before a number."""
    plain = [re.sub(r"[\W_]", "", value).upper().lstrip("0") for value in (one, other)]
    short, long = sorted(plain, key=len)
    return short == long or (long.endswith(short) and long.removesuffix(short).strip("0").isalpha())


def _loose(text: str | None, what: str, place: str) -> Iterator[Unreadable]:
    """Yield a note on text that stands before or behind a record and in none."""
    if said := (text or "").strip():
        sentence = f"The text {shown(said)} outside of the {what} was not read."
        yield Unreadable(place, Problem("READ-NEW", "warning", sentence, place), remark=True)


def publications(member: Member, wanted: Wanted, make: Make) -> Iterator[Delivered | Unreadable]:
    """Yield each document of a file: one, several set one after another, or several in elements around them.

    A document that is not well formed becomes an Unreadable with its bytes; the documents around it are read. Where elements
    stand around documents, the file counts as cut: all of them are lost.
    """
    with member.open() as stream:
        try:
            for content, first in documents(stream):
                yield from _publications(content, first, member.name, wanted, make)
        except BadXML as error:
            yield unreadable(member.name, error)


def _publications(
    content: bytes, first: int, member: str, wanted: Wanted, make: Make
) -> Iterator[Delivered | Unreadable]:
    try:
        root = parse(content)
    except BadXML as error:
        error.content = content
        begun = START_TAG.search(content)
        around = bool(begun and not wanted(_local(begun)))
        error.cut = error.cut or around
        lost = sum(wanted(_local(tag)) for tag in START_TAG.finditer(content)) if around else 0
        yield unreadable(member, error, first, f"Documents lost by it: {lost:,}." if lost else "")
        return
    for element in _inside(root, wanted):
        place = f"{member}:{line(element) + first - 1}"
        if wanted(name(element)):
            whole = partial(bytes, content) if element is root else partial(source, element)
            yield kept(make(element, place), whole, element, *element.iterancestors())
        else:
            yield stranger(element, place)


def _local(tag: re.Match[bytes]) -> str:
    return tag[1].decode("utf-8", "replace").rpartition(":")[2]


def _inside(element: Element, wanted: Wanted) -> Iterator[Element]:
    """Yield the documents in `element`, and what stands beside them."""
    if not wanted(name(element)) and any(wanted(name(inner)) for inner in element.iter()):
        for child in element:
            if name(child):
                yield from _inside(child, wanted)
    else:
        yield element


def stranger(element: Element, place: str) -> Unreadable:
    """Return what becomes of an element that stands where documents are expected and is none."""
    sentence = f"The element {name(element)} beside the documents is new to this reader and was not read."
    return Unreadable(place, Problem("READ-NEW", "warning", sentence, place), source(element))


def unreadable(member: str, error: BadXML, first_line: int = 1, consequence: str = "") -> Unreadable:
    """Return what becomes of XML that cannot be read; `first_line` is where its document starts in the file."""
    place = f"{member}:{error.line + first_line - 1}" if error.line else member
    sentence = " ".join(filter(None, [error.sentence, consequence]))
    return Unreadable(place, Problem("READ-XML", "error", sentence, place), error.content, cut=error.cut)
