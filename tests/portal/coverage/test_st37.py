import csv
import datetime as dt
import io
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from ingest.archive import Member
from ingest.formats.st37 import read_text, read_xml
from portal.coverage import st37
from portal.records.models import AuthorityEntry


def entry(number="1001", **fields):
    return AuthorityEntry(office_id="TH", number_original=number, number_key=number, **fields)


FULL = entry(
    kind="A", date=dt.date(2025, 1, 3), exception="M", searchable={"abstract": ["th", "en"], "description": []}
)


def test_the_text_form_has_the_fields_in_the_order_of_the_standard():
    assert "".join(st37.text([FULL, entry("7")])) == "TH,1001,A,20250103,M,th en,N,\r\nTH,7,,,,,,\r\n"


def test_the_xml_form_names_the_document_its_exception_and_what_is_searchable():
    root = ET.fromstring("".join(st37.xml("TH", [FULL, entry("7")], dt.date(2025, 6, 1))))
    assert root.attrib == {"country": "TH", "date-produced": "20250601"}
    assert root.find("authority-file-definition").get("update-af-category") == "differential"
    first, second = root.findall("authority-file-entry")
    document = first.find("publication-reference/document-id")
    assert [(e.tag, e.text) for e in document] == [
        ("country", "TH"),
        ("doc-number", "1001"),
        ("kind", "A"),
        ("date", "20250103"),
    ]
    assert first.findtext("exception-code") == "M"
    assert [e.text for e in first.findall("searchable-abstract-code/searchable-language-code")] == ["th", "en"]
    assert first.find("searchable-description-code/not-searchable-code").get("code") == "N"
    assert first.find("searchable-claims-code") is None
    assert [e.tag for e in second] == ["publication-reference"]


@given(st.text(max_size=60))
def test_whatever_an_office_writes_both_forms_stay_readable(number):
    root = ET.fromstring("".join(st37.xml("TH", [entry(number)], dt.date(2025, 6, 1))).encode("utf-8", "replace"))
    assert len(root.findall("authority-file-entry")) == 1
    rows = list(csv.reader(io.StringIO("".join(st37.text([entry(number)])), newline="")))
    assert [row[:3] for row in rows] == [["TH", number, ""]]


lines = st.builds(
    entry,
    st.text("0123456789ABCXYZ/.-", min_size=1, max_size=20).filter(lambda number: number.strip(".-/")),
    kind=st.sampled_from(["", "A", "A1", "B"]),
    date=st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2030, 1, 1)),
    exception=st.sampled_from(["", "M", "N"]),
    searchable=st.dictionaries(
        st.sampled_from(st37.TEXT_PARTS), st.lists(st.sampled_from(["th", "en"]), unique=True, max_size=2)
    ),
)


def member(pieces):
    content = "".join(pieces).encode()
    return Member("list", lambda: io.BytesIO(content))


def values(one):
    date = f"{one.date:%Y%m%d}" if one.date else ""
    return one.office_id, one.number_original, one.kind, date, one.exception, one.searchable


@given(st.lists(lines, min_size=1, max_size=6))
def test_what_goes_out_comes_in_again_unchanged(entries):
    for given_back in (
        read_text(member(st37.text(entries))),
        read_xml(member(st37.xml("TH", entries, dt.date(2025, 6, 1)))),
    ):
        found = [(e.office, e.number, e.kind, e.date, e.exception, e.searchable) for e in given_back.entries]
        assert found == [values(one) for one in entries]
