"""Every number that the sample deliveries hold finds, pasted as it is shown, what it is held under."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ingest.document import Delivered, Number
from portal.standards import numbers
from search.query.parser import parse
from search.query.tree import Value
from search.resolve import keys
from tests.ingest.test_samples import read

DOCUMENTS = [document.read for document in read()[0] if document.read.application.value]


def shown(number: Number, office: str, key: str) -> Iterator[tuple[str, str]]:
    """Yield what a page may show of a number, with the key it is held under."""
    office = number.office or office
    for written in (number.value, f"{office} {number.value}", f"{number.value} {number.kind}"):
        yield written.strip(), f"{office}{key}"


def of(document: Delivered) -> Iterator[tuple[str, str]]:
    one = document.application
    yield from shown(one, document.office, numbers.parse_application(document.office, one.value, one.kind).key)
    for one in document.publications:
        yield from shown(one, document.office, numbers.parse_publication(document.office, one.value, one.kind).key)
    for related in document.related:
        one = related.number
        read_as = numbers.parse_publication if "publication" in related.relation else numbers.parse_application
        found = read_as(one.office, one.value, one.kind)
        yield from shown(one, found.office, found.key)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda one: f"{one.office} {one.application.value}")
def test_a_number_that_is_shown_can_be_pasted_back(document: Delivered) -> None:
    for written, key in dict.fromkeys(of(document)):
        node = parse(written).node
        assert isinstance(node, Value), written
        assert {key, key[2:]} & {*keys(node.field, (node.value,))}, written
