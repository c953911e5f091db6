"""Which dialect a file is, told by what is in it, and its documents one after another.

One reader per dialect, not per country. A delivery may hold several: each file is read by what it is itself.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from ingest import beside, likeness
from ingest.archive import BadArchive, Cut, Member, members
from ingest.beside import Beside
from ingest.document import Delivered, Problem, Unreadable
from ingest.formats import (
    docdb,
    inid_text,
    ops,
    ops_json,
    register_json,
    register_xml,
    rpi,
    st36,
    st37,
    st37_xsd,
    st66,
    st96,
    st96_legal,
    st96_marks,
    st97,
    tables,
    us_older,
    us_wrapper,
)
from ingest.formats.mapping import mappings, wrong_mappings
from ingest.formats.st37 import AuthorityList, Entry
from ingest.offices.profiles import Profile
from ingest.quality.expectations import BESIDE
from ingest.safe_xml import KEPT, first_tags
from ingest.shown import shown
from ingest.utf16 import in_utf8

HEAD = 1 << 16
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
NEW = "READ-NEW"  # the finding of an element that is new to a reader
DO = "If the office has begun to write it in another way, see docs/add-an-office.md."
BLANK = BOM_UTF8 + b" \t\r\n"
LOOKED_AT = 100  # files of a delivery, before it is called unknown


class UnknownDialect(ValueError):  # noqa: N818 - named for what it is
    """A delivery no reader knows; the sentence says what was seen and what comes nearest."""


class NoDocuments(UnknownDialect):
    """A delivery of files that hold no documents; the sentence says what they are."""


@dataclass(frozen=True)
class Dialect:
    """A way of writing documents down. `read` yields a file's documents in order, always the same for the same bytes."""

    name: str
    words: str
    read: Callable[[Member, Profile | None], Iterator[Delivered | Unreadable]]


@dataclass(frozen=True)
class AuthorityDialect:
    """A way of writing an authority file (ST.37) down."""

    name: str
    words: str
    read: Callable[[Member], AuthorityList]


RPI_PATENT = Dialect("rpi-patent", "Brazilian gazette (RPI), patents", rpi.read)
RPI_DESIGN = Dialect("rpi-design", "Brazilian gazette (RPI), designs", rpi.read)
ST36 = Dialect("st36", "ST.36 patent documents", st36.read)
US_OLDER = Dialect("us-older", "publications of the United States before 2005", us_older.read)
US_WRAPPER = Dialect("us-wrapper", "parts of application files of the United States (XML4IP)", us_wrapper.read)
ST96 = Dialect("st96-patent", "ST.96 patent publications", st96.read)
ST96_MARKS = Dialect("st96-marks", "ST.96 marks and designs", st96_marks.read)
ST96_LEGAL = Dialect("st96-legal", "ST.96 legal status of patents", st96_legal.read)
DOCDB = Dialect("docdb", "EPO DOCDB exchange documents", docdb.read)
OPS = Dialect("ops", "answers of the EPO's Open Patent Services", ops.read)
OPS_JSON = Dialect("ops-json", "answers of the EPO's Open Patent Services as JSON", ops_json.read)
ST66 = Dialect("st66", "ST.66 and ST.86 exports of marks and designs", st66.read)
ST37_XML = AuthorityDialect("st37", "ST.37 authority file, XML", st37.read_xml)
ST37_XSD = AuthorityDialect("st37-xsd", "ST.37 authority file, XML of ST.96 components", st37_xsd.read)
ST37_TEXT = AuthorityDialect("st37-text", "ST.37 authority file, text", st37.read_text)
INID_TEXT = Dialect("in-journal", "Indian Patent Office Journal, text of its pages", inid_text.read)
ST97 = Dialect("st97", "ST.97: the components of ST.96 as JSON", st97.read)
READERS = {"table": tables.read, "json": register_json.read, "xml": register_xml.read}
MAPPED = {m.name: Dialect(m.name, f"{m.words} ({m.format})", READERS[m.format]) for m in mappings()}
DIALECTS: tuple[Dialect | AuthorityDialect, ...] = (
    *(
        RPI_PATENT,
        RPI_DESIGN,
        ST36,
        US_OLDER,
        US_WRAPPER,
        ST96,
        ST96_MARKS,
        ST96_LEGAL,
        ST97,
        DOCDB,
        OPS,
        OPS_JSON,
        ST66,
        INID_TEXT,
        ST37_XML,
        ST37_XSD,
        ST37_TEXT,
    ),
    *MAPPED.values(),
)

# A start tag, `name attribute=value` for the attributes that matter, that only documents of the dialect have.
TAGS: tuple[tuple[re.Pattern[str], Dialect | AuthorityDialect], ...] = (
    (re.compile(r"revista .*diretoria=(?i:patentes?)( |$)"), RPI_PATENT),
    (re.compile(r"revista .*diretoria=(?i:desenhos?( ?industria(l|is))?)( |$)"), RPI_DESIGN),
    (re.compile(rf"{st36.ROOT.pattern.removesuffix('$')} "), ST36),
    (re.compile(f"{us_older.ROOT} "), US_OLDER),
    (re.compile(f"{us_wrapper.ROOT} "), US_WRAPPER),
    (re.compile(rf"{st96.ROOT} "), ST96),
    (re.compile(f"{st96_legal.ROOT} |{st96_legal.RECORD} "), ST96_LEGAL),
    (re.compile(f"({st96_marks.ROOT}|{st96_marks.CONTENT}) "), ST96_MARKS),
    (re.compile(f"{st66.BODY} "), ST66),
    (re.compile(f"{ops.ROOT} "), OPS),
    (re.compile(f"{docdb.ROOT} "), DOCDB),
    (re.compile("authority-file "), ST37_XML),
    (re.compile(f"{st37_xsd.ROOT} "), ST37_XSD),
)


def of(member: Member) -> Dialect | AuthorityDialect | Beside | str:
    """Return the dialect of a file, what it is where it holds no documents, or words for what was seen where nothing fits."""
    with member.open() as stream:
        head = stream.read(HEAD)
    tags = first_tags(head)
    for name, attributes in tags:
        tag = f"{name} " + " ".join(f"{key}={value}" for key, value in attributes.items())
        for pattern, dialect in TAGS:
            if pattern.match(tag):
                return dialect
    if tags and (mapping := register_xml.told(tags)):
        return MAPPED[mapping.name]
    if schema := beside.schema(head):
        return schema
    known = beside.told(head, tags) or beside.gazette_text(member.name, head)
    if known and (tags or not register_json.told(head)):
        return known
    found = likeness.long_tag(member, head) or likeness.xml(tags) if tags else _untagged(member, head)
    return beside.named(member.name) or found if isinstance(found, str) else found


def _untagged(member: Member, head: bytes) -> Dialect | AuthorityDialect | str:
    """The same of a file that is not XML."""
    fits = ((inid_text.is_page, INID_TEXT), (ops_json.is_answer, OPS_JSON), (st97.is_st97, ST97))
    if known := next((dialect for is_one, dialect in fits if is_one(head)), None):
        return known
    if mapping := register_json.told(head) or tables.told(member, head):
        return MAPPED[mapping.name]
    if st37.separator(head.decode("utf-8", "replace")):
        return ST37_TEXT
    if head.startswith(OLD_OFFICE):
        return "a file of an old Microsoft Office (.xls, .doc): save it as .xlsx or CSV and deliver that"
    if not head.strip(BLANK):
        return "an empty file"
    like = (
        likeness.json(head)
        if register_json.STARTS.match(head)
        else likeness.no_xml(head) or likeness.table(member, head)
    )
    return like or f"it begins with {shown(head[:16])}"


def detect(path: Path, name: str = "") -> Dialect | AuthorityDialect:
    """Tell the dialect of the delivery at `path`, called `name`, by its first files.

    Raises BadArchive and UnknownDialect (NoDocuments, where nothing in it is meant to be read).
    """
    seen: list[tuple[str, Beside | str]] = []
    for member in islice(members(path, name), LOOKED_AT):
        try:
            found = of(in_utf8(member))
        except BadArchive as error:
            seen.append((member.name, str(error)))
            continue
        if isinstance(found, Dialect | AuthorityDialect):
            return found
        seen.append((member.name, found))
    what = "; ".join(f"{file} ({words if isinstance(words, str) else words.words})" for file, words in seen[:3])
    if seen and all(isinstance(words, Beside) for _, words in seen):
        raise NoDocuments(f"It holds no documents. Seen: {what}.")
    aside = [f"A mapping is set aside: {said}" for said in wrong_mappings()]
    raise UnknownDialect(" ".join([f"No reader knows this delivery. Seen: {what or 'no file in it'}.", *aside, DO]))


def documents(
    path: Path, profile: Profile | None = None, name: str = "", *, first: int = 0, told: Iterable[str] = ()
) -> Iterator[Delivered | Unreadable]:
    """Yield every document of the delivery at `path`, called `name`, in the order of its bytes.

    A file that holds none (an image, a DTD, a table of contents) becomes an Unreadable of the code BESIDE, to be told in sum; a
    file no reader knows, or that is damaged, becomes an Unreadable. An element new to a reader is told once a delivery.

    To go on with a delivery, name the `first` file, counted from 0, and the sentences `told` of new elements. Raises BadArchive.
    """
    told = set(told)
    for file, member in islice(enumerate(members(path, name)), first, None):
        for document in _read(member, profile):
            document.file = file
            if isinstance(document, Delivered):
                document.problems = [problem for problem in document.problems if _first(problem, told)]
            yield document


def _read(member: Member, profile: Profile | None) -> Iterator[Delivered | Unreadable]:
    begun = False
    try:
        found = of(member := in_utf8(member))
        if isinstance(found, Dialect):
            for document in found.read(member, profile):
                begun = True
                yield document
        elif isinstance(found, Beside):
            yield Unreadable(member.name, Problem(BESIDE, "info", found.words, member.name))
        else:
            what = "an authority file, which is taken in by itself" if isinstance(found, AuthorityDialect) else found
            yield _refused(member, "READ-UNKNOWN", f"No document: {what}.")
    except BadArchive as error:
        refused = _refused(member, "READ-DAMAGED", str(error), content=False)
        refused.cut = begun or isinstance(error, Cut)
        yield refused


def _refused(member: Member, code: str, sentence: str, *, content: bool = True) -> Unreadable:
    kept = b""
    if content:
        with member.open() as stream:
            kept = stream.read(KEPT)
    return Unreadable(member.name, Problem(code, "error", sentence, member.name), kept)


def _first(problem: Problem, told: set[str]) -> bool:
    if problem.code != NEW:
        return True
    new = problem.sentence not in told
    told.add(problem.sentence)
    return new


def authority_list(path: Path, name: str = "") -> AuthorityList:
    """Return the authority file in the delivery at `path`, to be gone through before anything else is done with it.

    Raises UnknownDialect where there is none, BadArchive and, also while the entries are gone through, BadAuthorityFile.
    """
    walk = members(path, name)
    for member in walk:
        found = of(member)
        if isinstance(found, AuthorityDialect):
            given = found.read(member)
            return AuthorityList(given.definition, _open(given.entries, walk))
    raise UnknownDialect(f"{name or path.name}: no ST.37 authority file in it.")


def _open(entries: Iterator[Entry], walk: Iterator[Member]) -> Iterator[Entry]:
    """Keep the archive open while its entries are gone through."""
    yield from entries
    del walk
