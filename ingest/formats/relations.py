"""What a file comes from and what came of it (INID 61 to 67), as ST.36 writes it: national documents, DOCDB and the EP register alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator

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
Read = Callable[
    [list[Element]], list[Number]
]  # the numbers in elements that name one file: its own, and of what was published of it


def relations(take: Taking, data: Element, document: Delivered, read: Read) -> Iterator[Related]:
    """Yield the parents of a file, and what came of it.

    What came of a parent is mostly the document itself, or stands as the parent of another: both are known.
    """
    own = {_key(one, document.office) for one in [document.application, *document.publications]}
    known, made = {*own}, []
    for one, relation in _kinds(take, data):
        ways = [way for key in WAYS for way in take.children(one, key)]
        born = [number for way in ways for child in take.children(way, "child-doc") for number in read([child])]
        born = [number for number in born if number.value and _key(number, document.office) not in own]
        made += born
        for parents in [group for way in ways for group in _files(take.children(way, "parent-doc"))] or [[one]] * (
            not ways
        ):
            inner = [[other] for key in PARENT for parent in parents for other in take.children(parent, key)]
            for at, number in enumerate(number for elements in (parents, *inner) for number in read(elements)):
                known.add(key := _key(number, document.office))
                if not (born and key in own):
                    yield Related("related" if at else relation, number)
    yield from (Related("related", number) for number in made if _key(number, document.office) not in known)


def _files(parents: list[Element]) -> list[list[Element]]:
    """Return the parents one by one; those that are one file in several forms of its number together."""
    forms = [attribute(one, "data-format") for one in parents]
    return [parents] if parents and all(forms) and len({*forms}) == len(forms) else [[one] for one in parents]


def _kinds(take: Taking, data: Element) -> Iterator[tuple[Element, str]]:
    for block in [block for around in AROUND for block in take.children(data, around)]:
        for key, found in take.within(block).items():
            if relation := PARENTS.get(key):
                take.passed.update(found)
                yield from ((one, relation) for one in found)


def _key(given: Number, office: str) -> str:
    try:
        return numbers.parse_application(given.office or office, given.value, given.kind).key
    except ValueError:
        return given.value
