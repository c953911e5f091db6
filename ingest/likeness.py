"""What a file that no reader knows looks like, and which dialect comes nearest: what is misspelt or missing is then soon found."""

from __future__ import annotations

import csv
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Collection, Iterable
from difflib import get_close_matches
from itertools import islice

from ingest.archive import ZIP, BadArchive, Member
from ingest.formats import spreadsheet
from ingest.formats.mapping import STEP, Mapping, mappings
from ingest.safe_xml import DEFAULT, START_TAG, BadXML, parse
from ingest.shown import shown
from portal.standards.names import bare

SECTION = "diretoria"  # of the Brazilian gazette
# Elements by which documents are told, as their dialects spell them.
ELEMENTS = {
    "revista": "rpi-patent", "despacho": "rpi-patent", "exchange-documents": "docdb", "exchange-document": "docdb",
    "world-patent-data": "ops", "patent-document": "st36", "wo-patent-document": "st36", "us-patent-grant": "st36",
    "us-patent-application": "st36", "PatentPublication": "st96-patent", "PatentLegalStatusData": "st96-legal",
    "TrademarkTransaction": "st96-marks", "DesignApplication": "st96-marks", "TrademarkBag": "st96-marks",
    "TradeMarkTransactionBody": "st66", "DesignTransactionBody": "st66", "authority-file": "st37", "AuthorityFile": "st37-xsd",
}  # fmt: skip
DELIMITERS = ",;\t|"
FEWEST, MOST = 2, 6  # names in common, and names said
XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|[A-Za-z!])")
KEY = re.compile(rb'"([^"\\]{1,100})"\s*:')


def xml(tags: list[tuple[str, dict[str, str]]]) -> str:
    """Return what XML that begins with these tags looks like, and the nearest dialect."""
    root, attributes = tags[0]
    if root == "revista" and SECTION in attributes:
        section = shown(attributes[SECTION])
        return (
            f"a Brazilian gazette whose section ({SECTION}) is {section}; those read are Patente and DesenhoIndustrial"
        )
    known = ELEMENTS | {m.record: m.name for m in mappings() if m.format == "xml"}
    plain = {tag.lower(): tag for tag in known}
    near = next((plain[found] for tag, _ in tags for found in get_close_matches(tag.lower(), plain, 1, 0.75)), "")
    if near == root:
        return f"XML that begins with <{root}> as {known[near]} does, but lacks the attributes of that"
    return f"XML that begins with <{root}>" + (f"; nearest is {known[near]}, which has <{near}>" if near else "")


def long_tag(member: Member, head: bytes) -> str:
    """Return that a tag which is not closed in `head`, the beginning of a file, is longer than is read; empty where none is."""
    begun = head.rfind(b"<")
    if head.find(b">", begun) >= 0:
        return ""
    with member.open() as stream:
        tag_on = stream.read(begun + DEFAULT.attribute + 1)[begun:]
    if b">" in tag_on or len(tag_on) <= DEFAULT.attribute:
        return ""
    tag = START_TAG.match(head, begun)
    where = f" in the tag {shown(tag[1].decode('utf-8', 'replace'))}" if tag else ""
    return f"XML with an attribute{where} that is longer than {DEFAULT.attribute:,} letters, the most that is read"


def no_xml(head: bytes) -> str:
    """Return what is wrong with XML that begins with `head` and in which no element can be found; empty where it is no XML."""
    if not XML.match(head):
        return ""
    try:
        parse(head)
    except BadXML as error:
        return f"XML that cannot be read: {error.sentence.removesuffix('.')}"
    return ""


def json(head: bytes) -> str:
    """Return what JSON that begins with `head` looks like."""
    keys = {key.decode("utf-8", "replace") for key in KEY.findall(head)}
    if not keys:
        return "JSON without a key in double quotation marks: there is no record in it"
    return f"JSON whose records no mapping describes{_nearest('json', keys, 'key')}"


def table(member: Member, head: bytes) -> str:
    """Return what a table that begins with `head` looks like; empty where it is none."""
    names: list[str] = []
    if head.startswith(ZIP):
        try:
            rows = (cells for _, rows in spreadsheet.sheets(member) for _, cells in islice(rows, 20))
            names = max(islice(rows, 60), key=len, default=[])
        except BadArchive as error:
            return str(error)
        if not names:
            return "a workbook without a cell that can be read; is it saved as Strict Open XML? Save it as an ordinary .xlsx"
        what = "a workbook whose sheets no mapping describes"
    else:
        lines = [line for line in head.decode(_encoding(head), "replace").splitlines() if line.strip()][:20]
        names = max((_cells(line, mark) for line in lines for mark in DELIMITERS), key=len, default=[])
        what = "a table that no mapping describes"
    columns = [name for name in names if name.strip()]
    if len(columns) < FEWEST or any('": ' in name for name in columns):  # the latter is a piece of JSON
        return what if head.startswith(ZIP) else ""
    return f"{what}, with the columns {_said(columns)}{_nearest('table', columns, 'column')}"


def _encoding(head: bytes) -> str:
    return "utf-16" if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"


def _cells(line: str, mark: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=mark), [])
    except csv.Error:
        return []


def _nearest(form: str, names: Collection[str], what: str) -> str:
    """Return the mapping with most of the `names`, and which of those it is told by are missing; empty where few are common."""
    there = {bare(name) for name in names}
    counted = [(len(there & _known(m)), -len(_missing(m, there)), m) for m in mappings() if m.format == form]
    most, _, mapping = max(counted, key=lambda one: one[:2])
    missing = _missing(mapping, there)
    told = f", whose {what}{'' if len(missing) == 1 else 's'} {_said(missing)} it lacks" if missing else ""
    return f"; nearest is {mapping.name}{told}" if most >= FEWEST else ""


def _missing(mapping: Mapping, there: set[str]) -> list[str]:
    return [path for path in mapping.told_by if bare(path.rpartition(STEP)[2]) not in there]


def _known(mapping: Mapping) -> set[str]:
    return {bare(name) for name in (mapping.spelled if mapping.format == "table" else mapping.steps)}


def _said(names: Iterable[str]) -> str:
    first = [*names]
    return ", ".join(shown(name) for name in first[:MOST]) + (" …" if len(first) > MOST else "")
