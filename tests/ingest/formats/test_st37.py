"""Authority files in both forms, and those that cannot be used."""

import io
import json
import tracemalloc
from dataclasses import asdict

import pytest
from django.conf import settings

from ingest.archive import Member
from ingest.formats import st37
from ingest.formats.st37 import BadAuthorityFile, Entry, separator


def member(content: bytes | str) -> Member:
    data = content if isinstance(content, bytes) else content.encode()
    return Member("XX_AF_20260115", lambda: io.BytesIO(data))


def entries(content: bytes | str) -> list[Entry]:
    return list(st37.read_text(member(content)).entries)


ROW = "XX{0}1001{0}A{0}20250103{0}{0}en{0}id{0}id en"


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
@pytest.mark.parametrize("start", ["", "\ufeff", "Authority,Number,Kind,Date\n"])
def test_the_text_form_in_its_variants(mark, end, start):
    (entry,) = entries(start.replace(",", mark) + ROW.format(mark) + end)
    assert (entry.office, entry.number, entry.kind, entry.date, entry.exception) == ("XX", "1001", "A", "20250103", "")
    assert entry.searchable == {"abstract": ["en"], "description": ["id"], "claims": ["id", "en"]}
    assert entry.place == f"XX_AF_20260115:{2 if start.endswith(chr(10)) else 1}"


@pytest.mark.parametrize(
    ("row", "exception", "date", "searchable"),
    [
        ("XX,1,A,20250103", "", "20250103", {}),
        ("XX,1,A,,M", "M", "", {}),
        ("XX,1,A,20250103,,N,N,N", "", "20250103", {"abstract": [], "description": [], "claims": []}),
        ("XX,1,A,20250103,,,U,en", "", "20250103", {"claims": ["en"]}),
        ('"XX","1","A","20250103","","en/th","N","en;th"', "", "20250103", {"abstract": ["en", "th"], "description": [], "claims": ["en", "th"]}),
        ("XX, 1 , A ,20250103, M ,N,N,N,extra,more", "M", "20250103", {"abstract": [], "description": [], "claims": []}),
    ],
)  # fmt: skip
def test_exception_and_searchable_codes(row, exception, date, searchable):
    (entry,) = entries(row)
    assert (entry.number, entry.exception, entry.date, entry.searchable) == ("1", exception, date, searchable)


def test_blank_lines_are_no_entries_and_the_file_says_whose_it_is():
    given = st37.read_text(member("\nXX,1,A,20250103\n\n ,,,\nXX,2,,20250103\n"))
    assert given.definition.office == "XX"
    assert [(entry.number, entry.kind) for entry in given.entries] == [("1", "A"), ("2", "")]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("XX,1,A,20250103\nXX,2\n", ":2: expected authority"),
        ("XX,1,A,20250103\nXX,,A,20250103\n", ":2: expected authority"),
        (b"XX,1,A,20250103\nXX,\xe9,A,20250103\n", ":2: not UTF-8"),
        ("XX,1,A,20250103\nXX,2,A," + "9" * 70_000, ":2: a line longer than 64 KiB"),
        ("XX,1,A,20250103\nXX,2,A,x\x00y,\n" + '"' + "a,\n" * 60_000, "."),
    ],
)
def test_a_text_file_that_cannot_be_used_names_the_line(content, says):
    with pytest.raises(BadAuthorityFile, match=says):
        entries(content)


@pytest.mark.parametrize(
    "content", ["", "hello", "X,1,A", "<a/>", "xx,1,A,2", "2025-01-03,1", b"\xff\xfe\x00", "Name,Number\nAB CD,1"]
)
def test_what_is_no_authority_file_is_not_taken_for_one(content):
    head = content if isinstance(content, str) else content.decode("utf-8", "replace")
    assert separator(head) == ""
    with pytest.raises(BadAuthorityFile, match=r"no ST\.37 text file"):
        st37.read_text(member(content))


XML = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE authority-file SYSTEM "ST37AuthorityFile_V2-2.dtd">
<authority-file country="XX" date-produced="20260115">
 <authority-file-definition grouped-af-indicator="yes" update-af-category="incremental">
  <exception-code-list>
   <exception-code-definition><exception-code>N</exception-code><exception-code-description>Never used</exception-code-description></exception-code-definition>
  </exception-code-list>
  <document-kind-code-list>
   <document-kind-code-definition><kind>A</kind><document-kind-code-description>Application</document-kind-code-description></document-kind-code-definition>
  </document-kind-code-list>
  <data-coverage>
   <publication-date-range start-date="20250103" end-date="20251230"/>
   <publication-number-range begin-range-number="1001" end-range-number="1004"/>
   <kind-code-coverage><kind>A</kind><document-total-quantity>3</document-total-quantity><kind>B</kind><document-total-quantity>1</document-total-quantity></kind-code-coverage>
   <exception-code-coverage><exception-code>N</exception-code><document-total-quantity>1</document-total-quantity></exception-code-coverage>
  </data-coverage>
 </authority-file-definition>
 <authority-file-entry>
  <publication-reference><document-id><country>XX</country><doc-number>1001</doc-number><kind>A</kind><date>20250103</date></document-id></publication-reference>
  <application-reference><country>XX</country><doc-number>X1</doc-number><filing-date>20240101</filing-date></application-reference>
  <searchable-description-code><not-searchable-code code="U"/></searchable-description-code>
  <searchable-claims-code><searchable-language-code>id</searchable-language-code><searchable-language-code>en</searchable-language-code></searchable-claims-code>
  <searchable-abstract-code><not-searchable-code code="N"/></searchable-abstract-code>
 </authority-file-entry>
 <authority-file-entry>
  <publication-reference><document-id><country>XX</country><doc-number>1002</doc-number><kind>A</kind></document-id></publication-reference>
  <exception-code>N</exception-code>
 </authority-file-entry>
</authority-file>"""


def test_the_dtd_form_gives_definition_and_entries():
    given = st37.read_xml(member(XML))
    assert asdict(given.definition) == {
        "office": "XX",
        "produced": "20260115",
        "update": "incremental",
        "grouped": True,
        "kinds": {"A": "Application"},
        "exceptions": {"N": "Never used"},
        "dates": ["20250103", "20251230"],
        "numbers": ["1001", "1004"],
        "kind_totals": {"A": 3, "B": 1},
        "exception_totals": {"N": 1},
    }
    assert json.dumps(asdict(given.definition))
    first, second = given.entries
    assert first == Entry(
        "XX",
        "1001",
        "A",
        "20250103",
        "",
        {"abstract": [], "claims": ["id", "en"]},
        "XX",
        "X1",
        "20240101",
        "XX_AF_20260115:18",
    )
    assert (second.number, second.exception, second.date, second.searchable) == ("1002", "N", "", {})


@pytest.mark.parametrize("definition", ["", "<authority-file-definition/>"])
def test_a_file_without_a_definition_still_lists(definition):
    entry = "<authority-file-entry><publication-reference><document-id><doc-number>1</doc-number></document-id></publication-reference></authority-file-entry>"
    given = st37.read_xml(member(f'<authority-file country="XX">{definition}{entry}</authority-file>'))
    assert (given.definition.office, given.definition.update) == ("XX", "full")
    assert [found.number for found in given.entries] == ["1"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (XML.replace("1002</doc-number>", "</doc-number>"), ":25: an entry without"),
        (XML.removesuffix("</authority-file>"), "ends early"),
        (XML.replace("<kind>A</kind></document-id>", "<kind>&</kind></document-id>"), ":26: .*stands alone"),
        ("<authority-file/>", "no <authority-file-entry>"),
        ("not xml", "Not well-formed"),
    ],
)
def test_an_xml_file_that_cannot_be_used_names_the_line(content, says):
    with pytest.raises(BadAuthorityFile, match=says):
        list(st37.read_xml(member(content)).entries)


def test_a_long_list_is_not_held_in_memory():
    content = b"".join(b"XX,%d,A,20250103,,en,N,N\n" % n for n in range(20_000))
    given = st37.read_text(member(content))
    tracemalloc.start()
    assert sum(1 for _ in given.entries) == 20_000
    assert tracemalloc.get_traced_memory()[1] < 2_000_000
    tracemalloc.stop()


@pytest.mark.parametrize(
    ("name", "read", "count"),
    [("synthetic_st37_text.csv", st37.read_text, 4), ("synthetic_st37_v2-2_dtd_flavour.xml", st37.read_xml, 1)],
)
def test_the_files_of_the_data_folder(name, read, count):
    path = settings.OFFICE_DATA_DIR / "wipo-st37" / name
    if not path.exists():
        pytest.skip("The folder of real office data is not on this machine.")
    found = list(read(Member(name, lambda: path.open("rb"))).entries)
    assert [entry.number for entry in found] == [str(1001 + n) for n in range(count)]
