"""Documents out of files, and what becomes of those that cannot be read."""

import io

import pytest

from ingest.archive import Member
from ingest.document import Delivered, Number, Unreadable
from ingest.formats.reading import fill, publications, unreadable
from ingest.safe_xml import BadXML, attribute


@pytest.mark.parametrize(
    ("stands", "said", "differ"),
    [
        ("1234567", "EP1234567", False),
        ("0012", "12", False),
        ("A2", "a2", False),
        ("12", "112", True),
        ("A1", "B1", True),
    ],
)
def test_what_is_told_twice_fills_what_is_missing_and_is_told_where_it_differs(
    stands: str, said: str, *, differ: bool
) -> None:
    own, again = Number("EP", stands), Number("EP", said, "B1", "20200101")
    told = list(fill(own, again, "The {} at the root", "x"))
    assert (own.value, own.kind, own.date) == (stands, "B1", "20200101")
    assert [one.sentence.startswith(f"The number at the root is “{said}”") for one in told] == [True] * differ


def read(content: bytes) -> list[Delivered | Unreadable]:
    member = Member("m.xml", lambda: io.BytesIO(content))
    return list(
        publications(
            member,
            lambda local: local == "d",
            lambda element, place: Delivered("XX", place, "", Number("XX", attribute(element, "n"))),
        )
    )


def told(content: bytes) -> list[tuple[str, str]]:
    return [
        (d.place, d.application.value) if isinstance(d, Delivered) else (d.place, d.problem.code) for d in read(content)
    ]


def test_one_document_several_in_one_element_or_one_after_another():
    assert told(b'<d n="1"/>') == [("m.xml:1", "1")]
    assert told(b'<w>\n<d n="1"/>\n<x><d n="2"/></x></w>') == [("m.xml:2", "1"), ("m.xml:3", "2")]
    assert told(b'<?xml version="1.0"?>\n<d n="1"/>\n<?xml version="1.0"?>\n<d n="2"/>') == [
        ("m.xml:2", "1"),
        ("m.xml:4", "2"),
    ]


def test_a_broken_document_does_not_hide_the_others_and_keeps_its_bytes():
    one, broken, three = (
        b'<?xml version="1.0"?>\n' + body + b"\n" for body in (b'<d n="1"/>', b"<d>\n&</d>", b'<d n="3"/>')
    )
    found = read(one + broken + three)
    assert told(one + broken + three) == [("m.xml:2", "1"), ("m.xml:5", "READ-XML"), ("m.xml:7", "3")]
    assert found[1].content == broken


def test_what_stands_beside_documents_or_instead_of_them_goes_to_quarantine():
    found = read(b'<w><head>x</head><d n="1"/></w>')
    assert [type(document) for document in found] == [Unreadable, Delivered]
    assert found[0].content == b"<head>x</head>"
    assert told(b"<other/>") == [("m.xml:1", "READ-NEW")]


def test_the_place_of_a_fault_counts_from_the_beginning_of_the_file():
    assert unreadable("m", BadXML("Bad.", 3, b"x"), 10).place == "m:12"
    assert unreadable("m", BadXML("Bad."), 10).place == "m"
    assert unreadable("m", BadXML("Bad."), consequence="Rest lost.").problem.sentence == "Bad. Rest lost."
