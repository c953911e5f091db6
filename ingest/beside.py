"""What comes in folders of deliveries and holds no documents, said in words: schemas, licences, tables of codes, images."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from dataclasses import dataclass

Tags = list[tuple[str, dict[str, str]]]
# A start tag, `name attribute=value`, as `ingest.dialects` tells dialects.
ROOTS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        ("schema ", "an XML schema"),
        ("Application-body ", "the table of contents of a publication server's document"),
        ("(fault|error) ", "an error message of a web service"),
        ("class-scheme |classification-scheme ", "a classification scheme"),
        ("GIApplication |GeographicalIndication ", "geographical indications, which are none of the rights kept here"),
        ("stylesheet ", "a style sheet"),
        ("revista .*diretoria=Programa", "a gazette of computer programs, which are none of the rights kept here"),
        (
            "revista .*diretoria=Contrato",
            "a gazette of contracts on technology, which are none of the rights kept here",
        ),
    )
)
# By the first bytes, a mark of the byte order taken off.
STARTS: tuple[tuple[re.Pattern[bytes], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), words)
    for pattern, words in (
        (rb"II\*\x00|MM\x00\*|\xff\xd8\xff|\x89PNG|GIF8|BM.{4}\x00\x00\x00\x00|\x00\x00\x00\x0cjP", "an image"),
        (rb"%PDF", "a PDF: its text is not read"),
        (
            rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*+<!(?:ELEMENT|ATTLIST|ENTITY|NOTATION)\s",
            "a DTD: the names of elements or entities",
        ),
        (rb'\s*\{\s*"\$schema"\s*:', "a JSON Schema"),
        (rb"version https://git-lfs", "a pointer to a file kept elsewhere (Git LFS): deliver the file itself"),
        (rb"(?:\W*ODC Open Data|\s*MIT License|\s*Apache Software License|\s*Apache License)", "a licence"),
        (rb"\s*<\?xml-stylesheet[^>]*\?>\s*\Z", "a reference to a style sheet and nothing else"),
        (rb"Method: \w+\s", "a request to a web service, no answer"),
        (rb"(?:Image Inquiry|Usage Statistics) ", "a printout of a client program"),
        (rb"DOCA\d+,\d{6},|Status,NrOfPNStatus,", "the statistics of a DOCDB delivery"),
        (rb"name_id,name_en\s|class,description", "a table of goods and services terms"),
        (rb"symbol\t", "a table of class titles"),
        (rb"kind,code,category|rpi_despacho,", "a table of event codes"),
        (rb"Total Number of .{1,60}Schemas", "a description of XML schemas"),
        (rb"/\w+\n_+/", "a tree of element names"),
        (rb"[^\n]{0,80}REIVINDICA(?:C|\xc3\x87)(?:O|\xc3\x95)ES\s*\n", "a text of claims that names no application"),
        (rb"(?:# |!\[)[^\n]*\n", "a text in Markdown"),
        (rb'\[\s*\{\s*"(?:id|mark_code|tr_no)"\s*:', "a list of codes or numbers"),
        (
            rb'\s*\{\s*"(?:publication_reference|publication|documents?|document_id|query|num_results)"\s*:',
            "what a client program made of an answer",
        ),
        (rb',"items":', "a piece of a JSON document: its beginning is missing"),
        (rb"[A-Z]{2}\d{10,11}[A-Z]\s", "a list of numbers"),
    )
)

# Its words are the keys of the records it describes; a record may name its own schema, but not the one of schemas.
SCHEMA = re.compile(
    rb'\s*\{\s*(?:"(?:\$id|\$comment|id|title|description)"\s*:\s*"(?:[^"\\]|\\.)*"\s*,\s*)*"\$schema"\s*:\s*"https?://json-schema\.org/'
)

# The gazette of Brazil comes as XML and once more as text, whose form no reference of ours describes.
GAZETTE_TEXT = re.compile(
    rb"^\((?:Cd|cd|11|21)\)\s*(?:BR\s*)?(?:(?:PI|MU|DI|C\d|1[0-3]|2[0-2]|3[02])\s?\d{4}|\d{1,3}\.\d)", re.MULTILINE
)
GAZETTE_NAME = re.compile(r"(?:^|/)(?:P|PC|RM|CT|DI)\d{3,5}\.txt$", re.IGNORECASE)

# By the name, what no content tells; a word in it, as readme-list.csv has it, does not.
NAMES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"(?:^|/){pattern}$", re.IGNORECASE), words)
    for pattern, words in (
        (
            r"(?:read[-_ ]?me|l(?:eia|ee)[-_ ]?me|lisez[-_ ]?moi)(?:[-_. ]?[a-z]{2})?(?:\.(?:txt|md|rst|rtf|html?|docx?))?",
            "a readme",
        ),
        (r"(?:licen[cs]e|copying|notice|copyright)(?:\.(?:txt|md|rst|rtf|html?))?", "a licence or notice"),
        (r"(?:[^/]*\.(?:md5|sha1|sha256|sha512|sfv)|(?:md5|sha1|sha256|sha512)sums?(?:\.txt)?)", "a list of checksums"),
        (r"(?:thumbs\.db|desktop\.ini)", "a file of a file manager"),
    )
)


@dataclass(frozen=True)
class Beside:
    """A file that holds no documents, and what it is."""

    words: str


def schema(head: bytes) -> Beside | None:
    """Return what JSON that begins with these bytes is where it is a schema of such records as a reader may know."""
    return Beside("a JSON Schema") if SCHEMA.match(head.removeprefix(BOM_UTF8)) else None


def gazette_text(file: str, head: bytes) -> Beside | None:
    """Return what a text called `file` is where it is the gazette of Brazil once more, by its name or by its first lines."""
    binary = b"\x00" in head or head.lstrip(BOM_UTF8 + b" \r\n\t")[:1] in (b"<", b"{", b"[")
    if binary or not (GAZETTE_NAME.search(file) or GAZETTE_TEXT.search(head)):
        return None
    return Beside("the text form of an issue of the gazette (RPI), which is read in its XML form")


def named(file: str) -> Beside | None:
    """Return what a file called so is, where its name tells that it holds no documents."""
    return next((Beside(words) for pattern, words in NAMES if pattern.search(file)), None)


def told(head: bytes, tags: Tags) -> Beside | None:
    """Return what a file is that begins with these bytes and tags, where it is known to hold no documents."""
    for tag_name, attributes in tags[:1]:
        tag = f"{tag_name} " + " ".join(f"{key}={value}" for key, value in attributes.items())
        return next((Beside(words) for pattern, words in ROOTS if pattern.match(tag)), None)
    content = head.removeprefix(BOM_UTF8)
    return next((Beside(words) for pattern, words in STARTS if pattern.match(content)), None)
