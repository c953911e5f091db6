"""XML as another delivery would write it: the same documents, and what is new in it is told wherever it stands."""

import gzip
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from lxml import etree

from ingest.archive import Member
from ingest.dialects import Dialect, of
from ingest.document import Delivered, Problem, Unreadable
from ingest.formats import docdb, rpi, sdobi, st36, st66, st96, st96_marks
from ingest.safe_xml import Element, parse
from tests.ingest.formats import (
    test_docdb,
    test_ep_register,
    test_ops,
    test_register_xml,
    test_rpi,
    test_st36,
    test_st66,
    test_st96,
    test_st96_legal,
    test_st96_marks,
    test_us_older,
    test_us_wrapper,
)

Change = Callable[[Element], bytes]
SPOKEN = re.compile("(?<!p)lang")  # attributes that name a language


def written(root: Element, encoding: str = "utf-8") -> bytes:
    return bytes(etree.tostring(root, encoding=encoding, xml_declaration=True))


def elements(root: Element) -> Iterator[Element]:
    return (element for element in list(root.iter()) if isinstance(element.tag, str))


def structures(root: Element) -> Iterator[Element]:
    """Elements that hold elements and no text among them."""
    for element in elements(root):
        if len(element) and not any((piece or "").strip() for piece in [element.text, *(one.tail for one in element)]):
            yield element


def leaves(root: Element) -> Iterator[Element]:
    return (element for element in elements(root) if not len(element) and (element.text or "").strip())


def indented(root: Element) -> bytes:
    for depth, element in enumerate(structures(root)):
        element.text = "\n" + "\t" * (depth % 4)
        for inner in element:
            inner.tail = element.text
    return written(root)


def commented(root: Element) -> bytes:
    for element in structures(root):
        element.insert(0, etree.Comment(" made by a program "))
        element.append(etree.ProcessingInstruction("page", "2"))
    for element in leaves(root):
        half = len(element.text) // 2
        comment = etree.SubElement(element, "x")
        element.replace(comment, etree.Comment("here"))
        element[0].tail, element.text = element.text[half:], element.text[:half]
    return written(root)


def in_cdata(root: Element) -> bytes:
    for element in leaves(root):
        element.text = etree.CDATA(element.text)
    return written(root)


def prefixed(root: Element) -> bytes:
    """Other prefixes for the same namespaces."""
    own: dict[str, str] = {}

    def anew(element: Element) -> Element:
        spaces = {own.setdefault(space, f"q{len(own)}"): space for space in element.nsmap.values()}
        made = etree.Element(element.tag, dict(element.attrib), nsmap=spaces)
        made.text = element.text
        for inner in element:
            found = anew(inner) if isinstance(inner.tag, str) else etree.Comment("c")
            found.tail = inner.tail
            made.append(found)
        return made

    return written(anew(root))


def in_a_namespace(root: Element) -> bytes:
    for element in elements(root):
        element.tag = element.tag if element.tag.startswith("{") else f"{{urn:office:v9}}{element.tag}"
    return written(root)


def attributes_turned(root: Element) -> bytes:
    for element in elements(root):
        given = list(element.attrib.items())[::-1]
        element.attrib.clear()
        for key, value in [*given, ("novel", "x")]:
            element.set(key, value)
    return written(root)


def languages_in_the_other_case(root: Element) -> bytes:
    for element in elements(root):
        for key, value in element.attrib.items():
            if SPOKEN.search(key):
                element.set(key, value.swapcase())
    return written(root)


def versions_changed(root: Element) -> bytes:
    for element in elements(root):
        for key in element.attrib:
            if "ersion" in key:
                element.set(key, "V9_0")
    return written(root)


def behind_empty_ones(root: Element) -> bytes:
    """An empty element of the same name behind each that has a value."""
    for element in list(leaves(root)):
        if element.getparent() is not None and element.getparent() in set(structures(root)):
            element.addnext(etree.Element(element.tag))
    return written(root)


def before_the_value(attributes: dict[str, str], said: str | None) -> Change:
    """Elements without a value of the same name before each that has one."""

    def change(root: Element) -> bytes:
        structured = set(structures(root))
        for element in list(leaves(root)):
            if element.getparent() in structured:
                empty = etree.Element(element.tag, attributes)
                empty.text = said
                element.addprevious(empty)
        return written(root)

    return change


def as_references(root: Element) -> bytes:
    """Every letter beyond ASCII, and the first of each value, as a character reference."""
    for element in leaves(root):
        element.text = f"\ue000{ord(element.text[0]):x}\ue001{element.text[1:]}"
    text = bytes(etree.tostring(root, encoding="ascii", xml_declaration=True)).decode()
    return re.sub("&#57344;([0-9a-f]+)&#57345;", r"&#x\1;", text).encode()


def instructed(root: Element) -> bytes:
    """A processing instruction within each value."""
    for element in leaves(root):
        half = len(element.text) // 2
        page = etree.ProcessingInstruction("page", "2")
        page.tail, element.text = element.text[half:], element.text[:half]
        element.append(page)
    return written(root)


def with_blanks_around(root: Element) -> bytes:
    for element in leaves(root):
        element.text = f"\n\t {element.text} \r\n"
    return written(root)


def with_a_dtd(root: Element) -> bytes:
    """A DTD that is not there, an entity declared in the document, and one of the set every DTD of offices has."""
    for element in leaves(root):
        element.text = element.text.replace(".", "\ue000").replace("é", "\ue001")
    text = etree.tostring(root, encoding="unicode").replace("\ue000", "&stop;").replace("\ue001", "&eacute;")
    prefix = f"{root.prefix}:" if root.prefix else ""
    declared = f'<!DOCTYPE {prefix}{etree.QName(root).localname} PUBLIC "-//X//EN" "x.dtd" [<!ENTITY stop ".">]>'
    return f'<?xml version="1.0" encoding="utf-8"?>\n{declared}\n{text}'.encode()


def wrapped(root: Element) -> bytes:
    around = etree.Element("delivery")
    around.append(root)
    return written(around)


WAYS: dict[str, Change] = {
    "as it is": written,
    "indented": indented,
    "comments and instructions": commented,
    "CDATA": in_cdata,
    "other prefixes": prefixed,
    "a namespace of its own": in_a_namespace,
    "attributes in another order, and one more": attributes_turned,
    "languages in the other case": languages_in_the_other_case,
    "another version": versions_changed,
    "empty elements between": behind_empty_ones,
    "empty elements before": before_the_value({}, None),
    "blank elements before": before_the_value({}, "\n\t "),
    "nil elements before": before_the_value({"{http://www.w3.org/2001/XMLSchema-instance}nil": "true"}, None),
    "character references": as_references,
    "instructions within texts": instructed,
    "blanks around texts": with_blanks_around,
    "a DTD": with_a_dtd,
    "other line ends": lambda root: written(root).replace(b"\n", b"\r\n"),
    "ISO-8859-1": lambda root: written(root, "iso-8859-1"),
    "UTF-16, the high byte first": lambda root: b"\xfe\xff" + written(root, "utf-16be"),
    "UTF-16": lambda root: written(root, "utf-16"),
    "Windows-1252": lambda root: written(root, "windows-1252"),
    "a mark of the byte order": lambda root: b"\xef\xbb\xbf" + written(root),
    "no declaration": lambda root: bytes(etree.tostring(root, encoding="utf-8")),
    "an element around all": wrapped,
}
GAZETTE = f'<revista numero="2661" dataPublicacao="04/01/2022" diretoria="Patente">{test_rpi.GRANT}</revista>'
DOCUMENTS = {
    "st36": test_st36.NATURAL,
    "sdobi": test_st36.SDOBI,
    "st96-patent": test_st96.WHOLE,
    "st96-marks": test_st96_marks.OPEN + test_st96_marks.MARK + test_st96_marks.CLOSE,
    "st66": f"<Transaction xmlns:wo='w'><TradeMarkTransactionBody><TransactionContentDetails><TransactionData><TradeMarkApplication><TradeMarkDetails><TradeMark>{test_st66.MARK}</TradeMark></TradeMarkDetails></TradeMarkApplication></TransactionData></TransactionContentDetails></TradeMarkTransactionBody></Transaction>",
    "rpi-patent": GAZETTE,
    "rpi-design": GAZETTE.replace("Patente", "DesenhoIndustrial"),
    "docdb": f"<exch:exchange-documents xmlns:exch='e'>{test_docdb.FULL}</exch:exchange-documents>".replace(
        "&ccaron;", "č"
    ).replace("&DEG;", "°"),
    "ops": test_ops.answer(
        test_ops.FAMILY + test_ops.FULL.replace("%s", test_ops.CLAIMS % "<claim-text>1. A kiln.</claim-text>")
    ),
    "ep-register": test_ops.answer(
        f"<r:register-document xmlns:r='r'>{test_ep_register.STATUS}{test_ep_register.DATA}{test_ep_register.EVENTS}{test_ep_register.STEPS}</r:register-document>"
    ),
    "us-older": test_us_older.APPLICATION,
    "us-patdoc": test_us_older.grant(),
    "us-wrapper": test_us_wrapper.HEAD.format("ClaimsDocument", "CLM", test_us_wrapper.CLAIMS),
    "st96-legal": test_st96_legal.status(test_st96_legal.FILED, test_st96_legal.GRANTED, test_st96_legal.LAPSED),
    "st86": f"<Transaction><DesignTransactionBody><TransactionContentDetails><TransactionData><DesignApplication>{test_st66.APPLICATION}</DesignApplication></TransactionData></TransactionContentDetails></DesignTransactionBody></Transaction>",
    "rpi-mark": test_register_xml.GAZETTE,
    "il-mark": test_register_xml.TMBRAND,
}
REAL = (
    "wipo-st36/us_application_example3.xml", "wipo-st36/st36a_EP1667425A1.xml", "ep-fulltext/grant/v1-5-1-B1.xml", "us-st36/xml2014/US08930553.xml",
    "wipo-st96/DesignApplication_Example.xml", "wipo-st96/TrademarkApplication_Example.xml", "us-trademarks/sn87881347-ST66.xml",
    "wipo-st66-ipas/khtm_khtm.xml", "wipo-st66-ipas/iltm_eventdata.xml", "epo-docdb/epo_docdb/test-data/AP-1206-A_302101161.xml",
)  # fmt: skip


def real(name: str) -> bytes:
    path: Path = settings.OFFICE_DATA_DIR / name
    if not path.is_file():
        pytest.skip("The folder of real office data is not on this machine.")
    content = path.read_bytes()
    return gzip.decompress(content) if path.suffix == ".gz" else content


def read(content: bytes) -> tuple[str, list[Delivered], list[Problem]]:
    """The dialect, the documents without what depends on how they were written, and what was said of them."""
    member = Member("d.xml", lambda: io.BytesIO(content))
    dialect = of(member)
    assert isinstance(dialect, Dialect), dialect
    found = list(dialect.read(member, None))
    problems = [problem for one in found if isinstance(one, Delivered) for problem in one.problems]
    problems += [one.problem for one in found if isinstance(one, Unreadable)]
    documents = [replace(one, place="", problems=[]) for one in found if isinstance(one, Delivered)]
    for one in documents:
        for text in one.texts:
            text.language = text.language.lower()
            text.paragraphs = [{**said, "t": "".join(said["t"].split())} for said in text.paragraphs]
        for event in one.events:
            event.language = event.language.lower()
    return dialect.name, documents, problems


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_written_in_another_way_says_the_same(name, way):
    content = DOCUMENTS[name].encode()
    assert read(WAYS[way](parse(content)))[:2] == read(written(parse(content)))[:2]
    assert read(written(parse(content)))[1]


@pytest.mark.parametrize("way", [way for way in WAYS if way != "indented"])  # blanks are part of texts
@pytest.mark.parametrize("name", REAL)
def test_real_documents_written_in_another_way_say_the_same(name, way):
    content = real(name)
    assert read(WAYS[way](parse(content)))[:2] == read(written(parse(content)))[:2]


READERS = (st36, sdobi, st66, st96, st96_marks, docdb, rpi)
ON_PURPOSE = frozenset().union(*(reader.IGNORED for reader in READERS))
# Around the records: what a delivery says of itself.
AROUND = re.compile(
    r"^(Transaction|revista|TrademarkApplication|DesignApplication|TrademarkTransaction|exchange-documents)"
    r"(/(TradeMarkTransactionBody|TrademarkBag))?$"
)


def with_news(root: Element) -> dict[str, str]:
    """Put a new element into one structure of each path; return its text by the path."""
    put: dict[str, str] = {}
    for element in list(structures(root)):
        steps = [etree.QName(one).localname for one in [*reversed(list(element.iterancestors())), element]]
        if (path := "/".join(steps)) not in put:
            put[path] = f"news{len(put)}."
            space = etree.QName(element).namespace
            etree.SubElement(element, f"{{{space}}}Novelty" if space else "Novelty").text = put[path]
    return put


def silent(content: bytes) -> list[str]:
    """Paths below which a new element is neither used, nor left on purpose, nor told."""
    root = parse(content)
    put = with_news(root)
    _, documents, problems = read(written(root))
    told = [problem.sentence.split()[2].removesuffix("/Novelty") for problem in problems if problem.code == "READ-NEW"]
    return [
        path
        for path, said in put.items()
        if said not in repr(documents)
        and not any(path.endswith(one) for one in told)
        and not ON_PURPOSE.intersection(path.split("/"))
        and not AROUND.match(path)
    ]


# The others rename elements, or tell their records in words of their own.
STRICT = ("st36", "sdobi", "st96-patent", "st96-marks", "st66", "rpi-patent", "rpi-design")


@pytest.mark.parametrize("name", STRICT)
def test_a_new_element_is_used_or_told_wherever_it_stands(name):
    assert silent(DOCUMENTS[name].encode()) == []


@pytest.mark.parametrize("name", [name for name in REAL if "iltm" not in name])
def test_a_new_element_in_a_real_document_is_used_or_told_wherever_it_stands(name):
    assert silent(real(name)) == []
