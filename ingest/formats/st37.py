"""WIPO ST.37 authority files: an office's own list of everything it published, in the text and in the DTD form (§4)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from ingest.archive import Member
from ingest.safe_xml import BadXML, Element, attribute, child, children, line, name, records, text
from ingest.shown import shown

ENTRY, DEFINITION = "authority-file-entry", "authority-file-definition"
PARTS = ("abstract", "description", "claims")  # in the order of the text form's columns
LINE = re.compile(r"^\ufeff?\s*\"?[A-Z]{2}\"?\s*([,;\t|])")
LONGEST = 1 << 16  # bytes of a line
NOT_SEARCHABLE, UNKNOWN = "N", "U"


class BadAuthorityFile(ValueError):  # noqa: N818 - named for what it is
    """An authority file that cannot be read; the sentence names the line and what is expected there."""


@dataclass
class Entry:
    """One publication number the office assigned; every value as delivered, empty where not given.

    `exception` is an ST.37 exception code; `searchable` maps `abstract`, `description`, `claims` to language codes,
    empty where the part cannot be searched, and lacks the part where nothing is said.
    """

    office: str
    number: str
    kind: str = ""
    date: str = ""
    exception: str = ""
    searchable: dict[str, list[str]] = field(default_factory=dict)
    application_office: str = ""
    application: str = ""
    application_date: str = ""
    place: str = ""


@dataclass
class Definition:
    """What the file says about itself; fit for JSON. The totals map kinds and exception codes to the declared counts."""

    office: str = ""
    produced: str = ""
    update: str = "full"
    grouped: bool = False
    kinds: dict[str, str] = field(default_factory=dict)
    exceptions: dict[str, str] = field(default_factory=dict)
    dates: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    kind_totals: dict[str, int] = field(default_factory=dict)
    exception_totals: dict[str, int] = field(default_factory=dict)


@dataclass
class AuthorityList:
    """An authority file: its definition, and its entries to be gone through once, in order."""

    definition: Definition
    entries: Iterator[Entry]


def separator(head: str) -> str:
    """Return the separator of the text form, empty where `head`, the first lines of a file, is not one."""
    found = (LINE.match(row) for row in head.splitlines()[:2])  # the first line may be a heading
    return next((match[1] for match in found if match), "")


def read_text(member: Member) -> AuthorityList:
    """Return an authority file in the text form: four to eight columns, a line an entry; further columns are not read.

    Columns are publication authority, number, kind, date, exception code and the searchable codes of abstract, description
    and claims. Raises BadAuthorityFile.
    """
    with member.open() as stream:
        head = stream.read(LONGEST).decode("utf-8", "replace")
    mark = separator(head)
    if not mark:
        raise BadAuthorityFile(
            f"{member.name}: the first lines are not `CC,number,kind,date`, so this is no ST.37 text file."
        )
    office = next((match[0].strip(' "\ufeff')[:2] for row in head.splitlines()[:2] if (match := LINE.match(row))), "")
    return AuthorityList(Definition(office=office), _rows(member, mark))


def _rows(member: Member, mark: str) -> Iterator[Entry]:
    with member.open() as stream:
        rows = csv.reader(_lines(stream, member.name), delimiter=mark)
        try:
            for row in rows:
                place = f"{member.name}:{rows.line_num}"
                cells = [cell.strip().lstrip("\ufeff") for cell in row]
                if not any(cells) or (rows.line_num == 1 and not re.fullmatch("[A-Z]{2}", cells[0])):
                    continue
                if len(cells) < 4 or not cells[1]:
                    raise BadAuthorityFile(
                        f"{place}: expected authority, number, kind and date, found {shown(mark.join(row))}."
                    )
                yield _entry(cells, place)
        except csv.Error as error:
            raise BadAuthorityFile(
                f"{member.name}:{rows.line_num}: a field is longer than {csv.field_size_limit():,} letters; a quotation mark may not be closed."
            ) from error


def _lines(stream: BinaryIO, file: str) -> Iterator[str]:
    number = 0
    while raw := stream.readline(LONGEST):
        number += 1
        if len(raw) == LONGEST:
            raise BadAuthorityFile(f"{file}:{number}: a line longer than {LONGEST // 1024} KiB is no entry.")
        if b"\0" in raw:
            raise BadAuthorityFile(f"{file}:{number}: a null byte, so this is no text.")
        try:
            yield raw.decode("utf-8")
        except UnicodeDecodeError as error:
            raise BadAuthorityFile(f"{file}:{number}: not UTF-8, as ST.37 wants it ({error.reason}).") from error


def _entry(cells: list[str], place: str) -> Entry:
    office, number, kind, date, exception, *told = [*cells, "", "", "", ""][:8]
    searchable = {part: codes for part, said in zip(PARTS, told, strict=True) if (codes := _codes(said)) is not None}
    return Entry(office, number, kind, date, exception, searchable, place=place)


def _codes(said: str) -> list[str] | None:
    """Return the languages a part can be searched in, none where it cannot, and None where nothing is said."""
    codes = re.findall(r"[A-Za-z]+", said)
    if not codes or codes == [UNKNOWN]:
        return None
    return [code for code in codes if code not in (NOT_SEARCHABLE, UNKNOWN)]


def read_xml(member: Member) -> AuthorityList:
    """Return an authority file in the DTD form (V2.2). Raises BadAuthorityFile, also while the entries are gone through."""
    first = next(_elements(member), None)
    if first is None:
        raise BadAuthorityFile(f"{member.name}: no <{ENTRY}> in it.")
    definition, root = Definition(), first.getparent()
    if root is not None:
        definition = Definition(attribute(root, "country"), attribute(root, "date-produced"))
    if name(first) == DEFINITION:
        _define(definition, first)
    return AuthorityList(definition, (_xml_entry(e, member.name) for e in _elements(member) if name(e) == ENTRY))


def _elements(member: Member) -> Iterator[Element]:
    with member.open() as stream:
        try:
            yield from records(stream, frozenset({DEFINITION, ENTRY}))
        except BadXML as error:
            raise BadAuthorityFile(f"{member.name}:{error.line}: {error.sentence}") from error


def _define(definition: Definition, element: Element) -> None:
    definition.update = attribute(element, "update-af-category") or "full"
    definition.grouped = attribute(element, "grouped-af-indicator") == "yes"
    for table, path, code in (
        (definition.kinds, "document-kind-code-list/document-kind-code-definition", "kind"),
        (definition.exceptions, "exception-code-list/exception-code-definition", "exception-code"),
    ):
        for row in children(element, path):
            described = next((text(one) for one in row if name(one).endswith("-description")), "")
            table[text(child(row, code))] = described
    for coverage in children(element, "data-coverage"):
        _cover(definition, coverage)


def _cover(definition: Definition, coverage: Element) -> None:
    for dates in children(coverage, "publication-date-range"):
        definition.dates = [attribute(dates, "start-date"), attribute(dates, "end-date")]
    for numbers in children(coverage, "publication-number-range"):
        definition.numbers = [attribute(numbers, f"{end}-range-number") for end in ("begin", "end")]
    for table, group in ((definition.kind_totals, "kind"), (definition.exception_totals, "exception")):
        for block in children(coverage, f"{group}-code-coverage"):
            # The code and its total are siblings, pair after pair.
            values = [text(one) for one in block if name(one)]
            table |= {
                code: int(total) for code, total in zip(values[::2], values[1::2], strict=False) if total.isdecimal()
            }


def _xml_entry(element: Element, file: str) -> Entry:
    document = child(element, "publication-reference/document-id")
    application = child(element, "application-reference")
    place = f"{file}:{line(element)}"
    if document is None or not text(child(document, "doc-number")):
        raise BadAuthorityFile(f"{place}: an entry without publication-reference/document-id/doc-number.")
    office, number, kind, date = (text(child(document, key)) for key in ("country", "doc-number", "kind", "date"))
    entry = Entry(office, number, kind, date, place=place)
    entry.exception = next((text(inner) for inner in element.iter() if name(inner) == "exception-code"), "")
    if application is not None:
        inner = child(application, "document-id")
        application = application if inner is None else inner
        entry.application_office, entry.application = (
            text(child(application, key)) for key in ("country", "doc-number")
        )
        entry.application_date = text(child(application, "filing-date")) or text(child(application, "date"))
    for part in PARTS:
        said = child(element, f"searchable-{part}-code")
        if said is not None and (codes := _said(said)) is not None:
            entry.searchable[part] = codes
    return entry


def _said(element: Element) -> list[str] | None:
    languages = [text(one) for one in children(element, "searchable-language-code") if text(one)]
    codes = [attribute(one, "code") or text(one) for one in children(element, "not-searchable-code")]
    return None if not languages and (not codes or UNKNOWN in codes) else languages
