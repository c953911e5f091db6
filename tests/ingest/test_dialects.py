"""Telling dialects apart by what is in the files, and going through whole deliveries."""

import gzip
import io
import json
import re
import time
import zipfile
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from ingest.archive import BadArchive, Member
from ingest.beside import Beside
from ingest.dialects import (
    BESIDE,
    DIALECTS,
    AuthorityDialect,
    NoDocuments,
    UnknownDialect,
    authority_list,
    detect,
    documents,
    of,
)
from ingest.document import Delivered, Unreadable
from ingest.formats.mapping import STEP, Mapping, mappings
from ingest.formats.st37 import BadAuthorityFile
from ingest.offices.profiles import load
from tests.ingest.formats.test_spreadsheet import workbook

RPI = b'<revista numero="2661" dataPublicacao="04/01/2022" diretoria="%s"><despacho><codigo>2.1</codigo><titulo>T</titulo><processo-patente><numero>BR 10 2012 000001-2</numero></processo-patente></despacho></revista>'
PATENTS, DESIGNS = RPI % b"Patente", RPI % b"DesenhoIndustrial"
ST36 = b'<?xml version="1.0"?>\n<!DOCTYPE %(root)s SYSTEM "x.dtd" [ ]>\n<!-- c -->\n<%(root)s country="XX" doc-number="1" kind="A" date-publ="20200101"><claims><claim num="1">x</claim></claims></%(root)s>'
ST96 = b'<pat:PatentPublication xmlns:pat="http://www.wipo.int/standards/XMLSchema/ST96/Patent"/>'
DOCDB = b'<exch:exchange-document country="XX" doc-number="1" kind="A"/>'
MARK = b'<Transaction xmlns="m"><TradeMarkTransactionBody><TransactionContentDetails/></TradeMarkTransactionBody></Transaction>'
AF_XML = b'<authority-file country="XX"><authority-file-entry><publication-reference><document-id><doc-number>1</doc-number></document-id></publication-reference></authority-file-entry></authority-file>'
AF_TEXT = b"XX,1,A,20200101,,en,N,N\nXX,2,A,20200108,M,N,N,N\n"
DTD = b'\xef\xbb\xbf<?xml version="1.0" encoding="UTF-8"?>\n<!-- a <!-- b -->\n<!ELEMENT a (b)>'
JOURNAL = b"The Patent Office Journal 31/12/2010\n(12) PATENT APPLICATION PUBLICATION (21) Application No.1/DEL/2010 A"
PNG, TIFF, PDF = b"\x89PNG\r\n\x1a\n", b"II*\x00\x08", b"%PDF-1.7\n"


EMPTY = [
    b'<revista numero="2661" dataPublicacao="04/01/2022" diretoria="Patente"/>',
    b"<exchange-documents date-of-exchange='20230801'/>",
    b"<Transaction><TradeMarkTransactionBody/></Transaction>",
    b"<TrademarkTransaction/>",
]


def st36(root: str = "xx-patent-document") -> bytes:
    return ST36 % {b"root": root.encode()}


def table(mapping: Mapping) -> bytes:
    return ",".join(f'"{column}"' for column in mapping.told_by).encode() + b"\n"


def keys(mapping: Mapping) -> bytes:
    record: dict[str, object] = {}
    for path in mapping.told_by:
        *outer, last = path.split(STEP)
        inner = record
        for step in outer:
            inner = inner.setdefault(step, {})
        inner[last] = "x"
    return json.dumps(record).encode()


def elements(mapping: Mapping) -> bytes:
    return (
        f"<{mapping.root or 'all'}><{mapping.record}/></{mapping.root or 'all'}>".replace("<all>", "")
        .replace("</all>", "")
        .encode()
    )


MAPPED_FILE = {"table": table, "json": keys, "xml": elements}


def zipped(**files: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


@pytest.fixture
def delivery(tmp_path):
    def write(content: bytes) -> Path:
        path = tmp_path / "0123456789abcdef"  # deliveries are kept under their hash: names tell nothing
        path.write_bytes(content)
        return path

    return write


FILES = [
    (PATENTS, "rpi-patent"),
    (DESIGNS, "rpi-design"),
    (gzip.compress(PATENTS), "rpi-patent"),
    (RPI % b"PATENTES", "rpi-patent"),
    (RPI % b"Desenhos Industriais", "rpi-design"),
    (RPI % b"Desenho", "rpi-design"),
    (ST96, "st96-patent"),
    (DOCDB, "docdb"),
    (DOCDB.replace(b"exch:", b""), "docdb"),
    (b"<exch:exchange-documents xmlns:exch='e'>" + DOCDB + b"</exch:exchange-documents>", "docdb"),
    (b"<o:world-patent-data xmlns:o='o'>" + DOCDB.replace(b"exch:", b"") + b"</o:world-patent-data>", "ops"),
    (MARK, "st66"),
    (MARK.replace(b"TradeMarkT", b"DesignT"), "st66"),
    (zipped(**{"a/MARK/MARK.xml": MARK, "a/MARK/ATTACHMENT/logo.jpg": b"\xff\xd8\xff"}), "st66"),
    (AF_XML, "st37"),
    (b"<a:AuthorityFile xmlns:a='a'/>", "st37-xsd"),
    (AF_TEXT, "st37-text"),
    (b"\xef\xbb\xbf" + AF_TEXT, "st37-text"),
    (zipped(a=TIFF, b=DTD, c=st36()), "st36"),
    (zipped(a=AF_TEXT), "st37-text"),
    (b"<delivery><head/>" + st36().rpartition(b"\n")[2] + b"</delivery>", "st36"),
    ("<?xml version='1.0' encoding='utf-16'?><wo-patent-document/>".encode("utf-16"), "st36"),
    (b"<ep-patent-document><SDOBI>&</SDOBI>", "st36"),  # broken, but what it is can be told
    (JOURNAL, "in-journal"),
    (ST96.replace(b"PatentPublication", b"PatentLegalStatusData"), "st96-legal"),
    (ST96.replace(b"PatentPublication", b"DesignApplication"), "st96-marks"),
    (b"<TrademarkTransaction/>", "st96-marks"),
    (b"<TrademarkBag><Trademark/></TrademarkBag>", "st96-marks"),
    (b"<tmk:Trademark xmlns:tmk='t'/>", "st96-marks"),
    (MARK.replace(b"ContentDetails", b"ContentBag").replace(b"TradeMark", b"Trademark"), "st96-marks"),
    (b'{"ops:world-patent-data": {"ops:meta": {}}}', "ops-json"),
    (b'{"patentPublication": {"bibliographicData": {}}}', "st97"),
    (b'[{"trademarkBag": []}]', "st97"),
    (b"<PATDOC DTD='2.5'><SDOBI/></PATDOC>", "us-older"),
    (b"<patent-application-publication/>", "us-older"),
    (b"<p:ClaimsDocument xmlns:p='p'/>", "us-wrapper"),
    (b"<SpecificationDocument/>", "us-wrapper"),
    (b"<processo numero='1'/>", "rpi-mark"),
] + [(MAPPED_FILE[m.format](m), m.name) for m in mappings()] + [
    (st36(root), "st36")
    for root in ("ep-patent-document", "us-patent-grant", "us-patent-application", "jp-official-gazette", "wo-patent-document", "wo-published-application", "patent-document")
]  # fmt: skip


@pytest.mark.parametrize(("content", "name"), FILES)
def test_a_dialect_is_told_by_what_is_in_the_file(delivery, content, name):
    assert detect(delivery(content)).name == name


def test_every_dialect_has_a_name_of_its_own_and_a_case_here():
    assert len({dialect.name for dialect in DIALECTS}) == len(DIALECTS)
    assert {dialect.name for dialect in DIALECTS} == {name for _, name in FILES}


@pytest.mark.parametrize(
    ("content", "saw"),
    [
        (b"", "an empty file"),
        (b"hello", "it begins with “hello”"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(99), "save it as .xlsx"),
        (b"<html><body/></html>", "XML that begins with <html>"),
        (b'{"a": "b"}', "JSON whose records no mapping describes"),
        (
            b'<revista diretoria="Marca"/>',
            "whose section (diretoria) is “Marca”; those read are Patente and DesenhoIndustrial",
        ),
        (b"<revista/>", "XML that begins with <revista> as rpi-patent does, but lacks the attributes"),
        (b"<exchange-archive/>", "XML that begins with <exchange-archive>"),
        (b"<exchange-docs><exchange-dokument/></exchange-docs>", "nearest is docdb, which has <exchange-documents>"),
        (
            b"ApplicationNumber;Title;Owner;Day\n1;2;3;4\n",
            "with the columns “ApplicationNumber”, “Title”, “Owner”, “Day”; nearest is ",
        ),
        (
            b'<?xml version="1.0" encoding="KLINGON"?>\n<patent-document>a; b; c</patent-document>',
            "XML that cannot be read: Not well-formed XML: the encoding “KLINGON” is not known; deliver UTF-8",
        ),
        (
            b"<patent-documents>\n<ph-patent-document id='" + b"x" * (1 << 20) + b"'/></patent-documents>",
            "an attribute in the tag “ph-patent-document” that is longer than 65,536 letters, the most that is read",
        ),
        (b"\xef\xbb\xbf\n", "an empty file"),
        (b"[]", "JSON without a key"),
        ('{"a": "b", "c": "d"}'.encode("utf-16"), "JSON whose records no mapping describes"),
        (b'// x\n{"a": "b", "c": "d", "e": "f"}', "it begins with “// x"),
        (workbook(One=[]), "a workbook without a cell that can be read"),
        (
            workbook(One=[["A", "B"], ["1", "2"]]),
            "a workbook whose sheets no mapping describes, with the columns “A”, “B”",
        ),
        (zipped(), "no file in it"),
        (zipped(a=b"x", b=PDF), "received.zip/a (it begins with “x”)"),
        (b"\x00\x01\x02\x03", "it begins with the bytes 00 01 02 03"),
    ],
)
def test_an_unknown_delivery_says_what_was_seen_and_what_comes_nearest(delivery, content, saw):
    with pytest.raises(UnknownDialect) as caught:
        detect(delivery(content), "received.zip")
    assert saw in str(caught.value)
    assert len(str(caught.value)) < 450


@pytest.mark.parametrize(
    "aside",
    [
        PNG,
        TIFF,
        PDF,
        b"\xff\xd8\xff\xe0",
        b"GIF89a",
        b"MM\x00*",
        DTD,
        b"<schema/>",
        b"<Application-body/>",
        b'{"$schema": "x"}',
    ],
)
def test_files_beside_the_documents_are_passed_over_and_counted(delivery, aside):
    first, document, last = documents(delivery(zipped(a=aside, b=st36(), c=aside)))
    assert document.place == "0123456789abcdef/b:4"
    assert {(one.problem.code, one.problem.severity, one.content) for one in (first, last)} == {(BESIDE, "info", b"")}


GAZETTE = b"\n\nNo 2763 19/12/2023\r\n(Cd) 1.3\r\n(21) BR 11 2021 000001-2 A2\r\n(22) 02/01/2021\r\n"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("P2763.txt", b"REVISTA DA PROPRIEDADE INDUSTRIAL\n"),
        ("RM2763.TXT", b""),
        ("a.txt", GAZETTE),
        ("a.txt", GAZETTE.decode().replace("(Cd) 1.3", "").replace("BR 11 2021", "PI 0412").encode()),
    ],
)
def test_the_text_form_of_a_gazette_is_told_and_passed_over(delivery, name, content):
    found = list(documents(delivery(zipped(**{"Patente_2763_19122023.xml": PATENTS, name: content})), None, "P.zip"))
    assert [type(one) for one in found] == [Delivered, Unreadable]
    assert (found[1].problem.code, found[1].problem.severity, found[1].place) == (
        "READ-BESIDE",
        "info",
        f"P.zip/{name}",
    )
    with pytest.raises(NoDocuments, match="which is read in its XML form"):
        detect(delivery(zipped(**{name: content})))


@pytest.mark.parametrize(
    ("content", "saw"),
    [
        (PNG, "(an image)"),
        (b"<fault><code>404</code></fault>", "(an error message of a web service)"),
        (b"<?xml-stylesheet type='text/xsl' href='cpc.xsl'?>", "(a reference to a style sheet"),
        (zipped(a=PDF, b=b"MIT License\n"), "D.zip/a (a PDF: its text is not read); D.zip/b (a licence)"),
    ],
)
def test_a_delivery_of_nothing_but_other_files_says_what_they_are(delivery, content, saw):
    with pytest.raises(NoDocuments, match="holds no documents") as caught:
        detect(delivery(content), "D.zip")
    assert saw in str(caught.value)


def test_a_delivery_of_several_dialects_is_read_file_by_file(delivery):
    found = list(documents(delivery(zipped(a=st36(), b=ST96, c=PATENTS)), None, "D.zip"))
    assert all(isinstance(document, Delivered) for document in found)
    assert [document.place.partition(":")[0] for document in found] == ["D.zip/a", "D.zip/b", "D.zip/c"]
    assert [document.office for document in found] == ["XX", "", "BR"]


def test_what_cannot_be_read_does_not_hide_the_rest(delivery):
    broken = b"<ep-patent-document>&</ep-patent-document>"
    content = zipped(a=st36(), b=broken, c=b"<html/>", d=AF_TEXT, e=gzip.compress(st36())[:60], f=b"", g=st36())
    found = list(documents(delivery(content)))
    assert [f.problem.code if isinstance(f, Unreadable) else "" for f in found] == [
        "", "READ-XML", "READ-UNKNOWN", "READ-UNKNOWN", "READ-DAMAGED", "READ-UNKNOWN", "",
    ]  # fmt: skip
    assert [f.content for f in found[1:4]] == [broken, b"<html/>", AF_TEXT]
    assert all(f.problem.place == f.place and f.place for f in found if isinstance(f, Unreadable))


def test_a_new_element_is_told_once_a_delivery(delivery):
    new = st36().replace(b"<claims>", b"<novelty/><claims>")
    found = list(documents(delivery(zipped(a=new, b=new, c=st36().replace(b"<claims>", b"<other/><claims>")))))
    assert [[p.sentence.split()[2] for p in document.problems] for document in found] == [
        ["xx-patent-document/novelty"],
        [],
        ["xx-patent-document/other"],
    ]


def test_an_archive_that_is_refused_is_refused_whole(delivery):
    with pytest.raises(BadArchive):
        list(documents(delivery(b"PK\x03\x04")))
    with pytest.raises(BadArchive):
        detect(delivery(b"PK\x03\x04"))


@pytest.mark.parametrize(
    "content", [AF_TEXT, gzip.compress(AF_TEXT), zipped(a=PNG, b=AF_TEXT), zipped(a=zipped(b=AF_TEXT))]
)
def test_an_authority_file_is_read_out_of_its_archive(delivery, content):
    path = delivery(content)
    assert isinstance(detect(path), AuthorityDialect)
    given = authority_list(path, "XX_AF_20260115")
    assert given.definition.office == "XX"
    assert [entry.number for entry in given.entries] == ["1", "2"]


def test_a_delivery_without_an_authority_file_says_so(delivery):
    with pytest.raises(UnknownDialect, match=r"no ST\.37"):
        authority_list(delivery(st36()))
    with pytest.raises(BadAuthorityFile):
        list(authority_list(delivery(AF_XML.replace(b"</authority-file>", b""))).entries)


def test_the_profile_stands_in_for_the_office(delivery):
    (document,) = documents(delivery(ST96), load("US"))
    assert document.office == "US"


def member(content: bytes) -> Member:
    return Member("m", lambda: io.BytesIO(content))


@pytest.mark.parametrize(
    "filler", [b"<!-- ", b"<!-- -->", b"<!-- --> <!", b"<?xml ", b"<a ", b"\n", b"XX", b"&a;", b"<!DOCTYPE "]
)
def test_telling_a_dialect_takes_no_time_on_hostile_bytes(filler):
    began = time.monotonic()
    of(member(filler * 200_000))
    assert time.monotonic() - began < 2


@given(st.binary(max_size=200))
def test_any_bytes_are_told_or_refused(content):
    found = of(member(content))
    assert isinstance(found, str | AuthorityDialect | Beside)


@pytest.mark.parametrize(
    ("folder", "name", "count"),
    [("ep-fulltext", "st36", 27), ("br-inpi-patents", "rpi-patent", 5), ("br-inpi-designs", "rpi-design", 9)],
)
def test_the_real_folders_are_told(folder, name, count):
    data = settings.OFFICE_DATA_DIR / folder
    if not data.is_dir():
        pytest.skip("The folder of real office data is not on this machine.")
    assert [detect(path).name for path in sorted(data.rglob("*.*"))] == [name] * count


@pytest.mark.parametrize("content", EMPTY)
def test_a_file_of_records_that_has_none_is_told(tmp_path, content):
    path = tmp_path / "f"
    path.write_bytes(content)
    (told,) = documents(path)
    assert isinstance(told, Unreadable)
    assert (told.problem.code, told.problem.severity, told.waits) == ("READ-EMPTY", "warning", False)
    assert re.fullmatch(r"There are no \w+ in the file\.", told.problem.sentence)
