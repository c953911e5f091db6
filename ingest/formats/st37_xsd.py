"""The XSD form of an ST.37 authority file, built on components of ST.96 (standards.md §4.4).

The names of its own elements were not at hand, so an entry is read by the endings of names, as those of ST.96 are made: the first
`…PublicationNumber` in it is its number, the first `…KindCode` its kind. What has no such name is not taken for anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.archive import Member
from ingest.formats.st37 import PARTS, UNKNOWN, AuthorityList, BadAuthorityFile, Definition, Entry
from ingest.safe_xml import BadXML, Element, attribute, first_tags, line, name, records, text
from portal.standards.sentences import counted

ROOT = "AuthorityFile(Publication|Document|Bag)?"
ENTRY = re.compile(r"^(?!.*Bag$).*Entry$")
HEAD, TAGS = 1 << 18, 2000
NUMBER, KIND, DATE, EXCEPTION = "PublicationNumber", "KindCode", "PublicationDate", "ExceptionCode"
OFFICES = ("IPOfficeCode", "RegistrationOfficeCode", "OfficeCode")
PRODUCED = ("ProductionDate", "ProducedDate", "CreationDate", "FileDate")
UPDATES = {"full": "full", "incremental": "incremental", "differential": "differential"}
LANGUAGE = re.compile(r"^[A-Za-z]{2,3}$")


def read(member: Member) -> AuthorityList:
    """Return the authority file in `member`. Raises BadAuthorityFile, also while the entries are gone through."""
    with member.open() as stream:
        tags = first_tags(stream.read(HEAD), TAGS)
    entry = next((local for local, _ in tags if ENTRY.match(local)), "")
    if not entry:
        raise BadAuthorityFile(
            f"{member.name}: no element whose name ends in Entry among its first {counted(len(tags), 'element')}."
        )
    first = next(_elements(member, entry), None)
    if first is None:
        raise BadAuthorityFile(f"{member.name}: no <{entry}> that ends.")
    definition = _definition(first)
    definition.office = definition.office or _entry(first, member.name).office
    return AuthorityList(definition, (_entry(element, member.name) for element in _elements(member, entry)))


def _elements(member: Member, entry: str) -> Iterator[Element]:
    with member.open() as stream:
        try:
            yield from (element for element in records(stream, frozenset({entry})) if name(element) == entry)
        except BadXML as error:
            raise BadAuthorityFile(f"{member.name}:{error.line}: {error.sentence}") from error


def _definition(first: Element) -> Definition:
    """Return what stands before the first entry: elements freed by then, but for the attributes of what is around it."""
    definition = Definition()
    around = first.getparent()
    while around is not None:
        for wanted in PRODUCED:
            key = f"{wanted[0].lower()}{wanted[1:]}"
            definition.produced = definition.produced or attribute(around, key) or attribute(around, wanted)
        said = attribute(around, "updateCategory") or attribute(around, "updateAuthorityFileCategory")
        definition.update = UPDATES.get(said.lower(), definition.update)
        around = around.getparent()
    return definition


def _entry(element: Element, file: str) -> Entry:
    place = f"{file}:{line(element)}"
    number = _first(element, NUMBER)
    if not number:
        raise BadAuthorityFile(f"{place}: an entry without an element whose name ends in {NUMBER}.")
    office = next(filter(None, (_first(element, ending) for ending in OFFICES)), "")
    entry = Entry(office, number, _first(element, KIND), _first(element, DATE), place=place)
    entry.exception = _first(element, EXCEPTION).upper()
    for applied in (inner for inner in element.iter() if name(inner) == "ApplicationIdentification"):
        entry.application_office = _first(applied, OFFICES[0])
        entry.application = _first(applied, "ApplicationNumberText") or _first(applied, "ST13ApplicationNumber")
        entry.application_date = _first(applied, "FilingDate")
    for inner in element.iter():
        if (part := _part(name(inner))) and (codes := _codes(inner)) is not None:
            entry.searchable.setdefault(part, []).extend(codes)
    return entry


def _first(element: Element, ending: str) -> str:
    return next((text(inner) for inner in element.iter() if name(inner).endswith(ending) and text(inner)), "")


def _part(local: str) -> str:
    """Return the part an element such as `SearchableClaimsCode` speaks of; empty for others."""
    match = re.match(r"Searchable(Abstract|Description|Claim)", local)
    said = match[1].lower() if match else ""
    return next((part for part in PARTS if said and part.startswith(said)), "")


def _codes(element: Element) -> list[str] | None:
    """Return the languages in an element, none where it says it is not searchable, None where it says nothing or unknown."""
    leaves = [text(inner) for inner in element.iter() if not len(inner) and name(inner)]
    said = [code for leaf in leaves for code in re.split(r"[\s,;/]+", leaf) if code]
    if not said or UNKNOWN in said:
        return None
    return [code for code in said if LANGUAGE.match(code)]
