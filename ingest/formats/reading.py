"""Documents out of files: each record of a long one, the one of a small one, kept whole where it cannot be named, told where it cannot be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from typing import BinaryIO

from ingest.archive import Member
from ingest.document import Delivered, Number, Problem, Unreadable
from ingest.formats.lost import read_of
from ingest.formats.taking import deletes
from ingest.safe_xml import (
    KEPT,
    START_TAG,
    BadXML,
    Element,
    documents,
    line,
    name,
    parse,
    records,
    source,
)
from ingest.shown import shown
from portal.standards import numbers, offices

Wanted = Callable[[str], bool]  # whether an element of this local name is a document
Make = Callable[[Element, str], Delivered]  # the document in an element, at a place
Each = Callable[[Element, str], Iterable[Delivered | Unreadable]]  # the documents in a record, at a place


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
    sentence = f"The delivery deletes {document.office} {number}. Nothing was erased: what deliveries said of it stays."
    problem = Problem("READ-TAKEN-BACK", "warning", " ".join(sentence.split()), document.place)
    return Unreadable(document.place, problem, content, deletes=document)


def _named(document: Delivered) -> bool:
    given = document.application
    return document.office in offices.OFFICES and numbers.readable(document.office, given.value, given.kind)


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
        if stands and said and (field != "kind" or said.isascii()) and not alike(stands, said):
            sentence = f"{where.format(word)} is “{said[:40]}”; “{stands[:40]}”, as {first} has it, was taken."
            yield Problem("READ-VALUE", "warning", sentence, place)
        setattr(own, field, stands or said)


def alike(one: str, other: str) -> bool:
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
