"""What a file comes from and what came of it (INID 61 to 67), as ST.36 writes it: national documents, DOCDB and the EP register alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ingest.document import Delivered, Number, Related
from ingest.formats.taking import Taking
from ingest.safe_xml import Element, attribute
from portal.standards import numbers

AROUND = ("us-related-documents", "related-documents")
WAYS = ("relation", "us-relation")
PARENT = ("parent-grant-document", "parent-pct-document")  # beside the number of a parent
# Each kind of relation there is, and what the parent is to the file.
PARENTS = {
    "division": "divided_from", "addition": "addition_to",
    "provisional-application": "priority", "us-provisional-application": "priority",
    **dict.fromkeys(
        ("continuation", "continuation-in-part", "continuing-reissue", "reissue", "us-divisional-reissue", "reexamination",
         "us-reexamination-reissue-merger", "substitution", "utility-model-basis",
         # as the EPO calls them
         "divisional-reissue", "reexamination-issue-merger", "previously-filed-application", "change-of-application", "change-of-utility",
         "supplementary-disclosure", "widerrechtliche-entnahme", "technical-priority"), "related"),
}  # fmt: skip
# What reads the numbers in elements that name one file: its own, and those published of it.
Read = Callable[[list[Element]], list[Number]]
# A relation, the numbers of each parent, and those of the children.
Relations = tuple[str, list[list[Number]], list[Number]]


def relations(take: Taking, data: Element, document: Delivered, read: Read) -> Iterator[Related]:
    """Yield the parents of a file, and what came of it."""
    return came(_kinds(take, data, read), document)


def came(found: Iterable[Relations], document: Delivered) -> Iterator[Related]:
    """Yield the parents of a document, and what came of it.

    What came of a parent is mostly the document itself, or stands as the parent of another: both are known.
    """
    own = {_key(one, document) for one in [document.application, *document.publications]}
    known, made = {*own}, []
    for relation, parents, children in found:
        born = [number for number in children if number.value and _key(number, document) not in own]
        made += born
        for at, number in [pair for parent in parents for pair in enumerate(parent)]:
            known.add(key := _key(number, document))
            if not (born and key in own):
                yield Related("related" if at else relation, number)
    yield from (Related("related", number) for number in made if _key(number, document) not in known)


def _files(parents: list[Element]) -> list[list[Element]]:
    """Return the parents one by one; those that are one file in several forms of its number together."""
    forms = [attribute(one, "data-format") for one in parents]
    return [parents] if parents and all(forms) and len({*forms}) == len(forms) else [[one] for one in parents]


def _kinds(take: Taking, data: Element, read: Read) -> Iterator[Relations]:
    for key, found in [
        pair for around in AROUND for block in take.children(data, around) for pair in take.within(block).items()
    ]:
        if relation := PARENTS.get(key):
            take.passed.update(found)
            yield from ((relation, *_named(take, one, read)) for one in found)


def _named(take: Taking, one: Element, read: Read) -> tuple[list[list[Number]], list[Number]]:
    """Return the numbers of each parent named in an element, or directly in it, and of each child."""
    ways = [way for key in WAYS for way in take.children(one, key)]
    groups = [group for way in ways for group in _files(take.children(way, "parent-doc"))] or [[one]] * (not ways)
    parents = [[number for elements in (group, *_others(take, group)) for number in read(elements)] for group in groups]
    return parents, [number for way in ways for child in take.children(way, "child-doc") for number in read([child])]


def _others(take: Taking, parents: list[Element]) -> list[list[Element]]:
    return [[other] for key in PARENT for one in parents for other in take.children(one, key)]


def _key(given: Number, document: Delivered) -> tuple[str, str]:
    office = given.office or document.office
    try:
        return office, numbers.parse_application(office, given.value, given.kind).key
    except ValueError:
        return office, given.value
