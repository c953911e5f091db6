"""Exchange documents of the EPO's DOCDB: bibliographic data of a hundred offices (standards.md §1.4); OPS answers hold the same.

A number comes in up to three forms: `docdb` (and `epodoc`), the EPO's own, by which records are matched, and `original`, as the
office prints it. A name comes as published (`original` or `docdba`) and standardised in Latin letters (`docdb` or `epodoc`).

The EPO passes a document on again whenever it amends it: the values are as of the exchange, not of the publication.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import BinaryIO, cast

from ingest.archive import Member
from ingest.document import Delivered, Name, Number, Passage, Problem, Related, Symbol, Unreadable
from ingest.formats import prose
from ingest.formats.reading import bulk, deleted, fill, kept
from ingest.formats.relations import relations
from ingest.formats.symbols import PARTS, symbol
from ingest.formats.taking import Taking, place_of
from ingest.offices.profiles import Profile
from ingest.safe_xml import CHUNK, Element, attribute, child, name, raw, source, text
from portal.standards import classes
from portal.standards.sentences import counted

ROOT = "(exch:)?exchange-documents?"
RECORDS = frozenset({"exchange-document"})
# Records cut out of a bulk file have lost its root, and with it the DTD of their entities and the declaration of their prefix.
PROLOG = re.compile(rb"\A(\xef\xbb\xbf)?\s*(<\?xml[^>]*\?>)?")
DOCTYPE = b'<!DOCTYPE exchange-documents SYSTEM "docdb-entities.dtd">'
OPEN, CLOSE = b'<exch:exchange-documents xmlns:exch="http://www.epo.org/exchange">', b"</exch:exchange-documents>"
MOST_HEAD = 1 << 12
STATED = re.compile(rb"\sno-of-documents\s*=\s*[\"'](\d{1,12})[\"']")
DELETED, PCT = "D", "W"  # a status; the kind of a PCT application
WITHDRAWN = "CV"
VOID = {WITHDRAWN: "records", "DV": "no longer records"}  # statuses of a publication that was withdrawn
# Numbers that the EPO makes itself, told by their kind, where an office gave none (D, Q) or one to several files (K to N).
MADE = {
    **dict.fromkeys("DQ", "was made by the EPO, as it knows none"),
    **dict.fromkeys("KLMN", "is that of several files, which the EPO tells apart by this kind"),
}
TECHNICAL = "T"  # linkage of a priority whose number the EPO made
AS_PUBLISHED, STANDARD = ("original", "docdba"), ("docdb", "epodoc")
GRANTED = ("printed-with-grant", "not-printed-with-grant")
SCHEMES = {"CPC": "cpc", "IPC": "ipc"}  # by how they begin (CPCI); the others are national: FI, FTERM, DOCUS
NO_LANGUAGE = {"ol", "xx"}  # what the EPO writes for “original language”
DAY = re.compile(r"\d{8}")
HOME = re.compile(r"\s*\[([A-Z]{2})\]$")  # OPS puts the country behind a standardised name
EARLIER = re.compile(r"(?:([A-Z]{2}) )?(\S.*?)(?: (\d{8}))?$")  # country, number and day, blanks between
OLD_IPC = re.compile(r"\s*\d?\s*([A-H]) ?(\d\d[A-Z])\s*(\d{1,4})\s*/\s*(\d{2,6})")
IGNORED = {
    "references-cited": "citations",
    "patent-family": "families: not collapsed yet",
    "designation-of-states": "states",
    "language-of-filing": "the texts name their languages",
    "priority-active-indicator": "the EPO's use of a priority for its families",
    "extended-kind-code": "the kind code with the EPO's own ending",
    "dates-of-public-availability": "the publication has its date",
    "preceding-publication-date": "comes with the publication before",
    "date-of-coming-into-force": "term",
    "combination-set": "its symbols stand in the list as well",
    "nationality": "as the residence",
}


def read(member: Member, profile: Profile | None) -> Iterator[Delivered | Unreadable]:
    """Yield one document an exchange document, in order; where the file breaks off, what could be read before it."""
    places: list[str] = []
    with member.open() as stream:
        stated = STATED.search(stream.read(MOST_HEAD))
    with member.open() as stream:
        make = partial(_record, profile=profile, places=places)
        yield from bulk(whole(stream), member, RECORDS, make, what="documents")
    if stated and int(stated[1]) != len(places):
        sentence = f"The file says that it holds {counted(int(stated[1]), 'document')}; it holds {len(places):,}."
        yield Unreadable(member.name, Problem("READ-COUNT", "warning", sentence, member.name), remark=True)


def _record(
    element: Element, place: str, profile: Profile | None, places: list[str]
) -> Iterator[Delivered | Unreadable]:
    places.append(place)
    yield kept(document(element, place, profile), partial(source, element))


def whole(stream: BinaryIO) -> BinaryIO:
    """Return the stream with the DTD of its entities named and the prefix `exch` declared, where they are not."""
    head = stream.read(MOST_HEAD)
    prolog = PROLOG.match(head)
    start = prolog.end() if prolog else 0
    opening, closing = (b"", b"") if b"<exch:" not in head or b"xmlns:exch" in head else (OPEN, CLOSE)
    if b"<!DOCTYPE" in head:
        # One that is broken off ends before anything could be put behind it; the XML door says so.
        end = head.find(b">", head.index(b"<!DOCTYPE"))
        start = (end + 1 or len(head)) if opening else start
    elif b"\x00" not in head:  # in UTF-16 nothing can be put between
        opening = DOCTYPE + opening
    return cast("BinaryIO", _Joined(_pieces(head[:start] + opening + head[start:], stream, closing)))


def _pieces(first: bytes, stream: BinaryIO, last: bytes) -> Iterator[bytes]:
    yield first
    while block := stream.read(CHUNK):
        yield block
    yield last


class _Joined:
    """Pieces read one after another, as the XML door asks for them."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self.pieces = pieces

    def read(self, _size: int = -1) -> bytes:
        return next((piece for piece in self.pieces if piece), b"")


def document(element: Element, place: str, profile: Profile | None = None) -> Delivered | Unreadable:
    """Return the document in an `exchange-document`; one the EPO deletes erases nothing and is told."""
    office, value, kind, date = (attribute(element, key) for key in ("country", "doc-number", "kind", "date-publ"))
    told = Number(office, value, kind, date)
    status = attribute(element, "status")
    gone = Delivered(told.office, place, told.date, Number("", ""), publications=[told])
    if status == DELETED:
        return deleted(gone, f"{told.value} {told.kind}", source(element))
    if status in VOID:
        sentence = f"The EPO {VOID[status]} {told.office} {told.value} {told.kind} as withdrawn; what deliveries said of it stays."
        problem, void = Problem("READ-TAKEN-BACK", "warning", sentence, place), status == WITHDRAWN
        return Unreadable(place, problem, source(element), remark=not void, deletes=gone if void else None)
    take = Taking(IGNORED)
    data = take.child(element, "bibliographic-data")
    delivered = Delivered(
        told.office or (profile.code if profile else ""), place, told.date, Number("", ""), publications=[told]
    )
    if data is not None:
        _bibliographic(take, data, delivered)
    spoken = "" if data is None else take.get(data, "language-of-publication")
    exchanged, delivered.sent = _exchanged(element)
    if exchanged > delivered.as_of:
        delivered.published, delivered.as_of = delivered.as_of, exchanged
    delivered.texts += _texts(take, element, "abstract", "abstract", spoken)
    if data is not None:
        delivered.texts += _texts(take, data, "invention-title", "title", spoken)
    delivered.problems += take.left(element, place)
    return delivered


def _exchanged(element: Element) -> tuple[str, str]:
    """Return the days the document and its file were passed on, empty where not said; a document without one has its file's."""
    around = element.getparent()
    own, sent = (
        attribute(element, "date-of-last-exchange"),
        "" if around is None else attribute(around, "date-of-exchange"),
    )
    own, sent = (day if DAY.fullmatch(day) else "" for day in (own, sent))
    return own or sent, sent


def _bibliographic(take: Taking, data: Element, delivered: Delivered) -> None:
    told = delivered.publications[0]
    own = number(take, take.children(data, "publication-reference"))
    delivered.problems += fill(told, own, "The {} in publication-reference", delivered.place)
    told.printed = own.printed
    delivered.office = delivered.office or own.office
    delivered.as_of = delivered.publications[0].date
    own = delivered.application = number(take, take.children(data, "application-reference"))
    if own.kind in MADE:
        take.said[f"The application number {own.value[:40]} {own.kind} {MADE[own.kind]}."] = None
    for way in GRANTED:
        delivered.granted_on = delivered.granted_on or take.get(
            data, f"dates-of-public-availability/{way}/document-id/date"
        )
    delivered.symbols = list(_symbols(take, data))
    delivered.names = list(_names(take, data))
    delivered.related = [
        *priorities(take, take.children(data, "priority-claims/priority-claim")),
        *relations(take, data, delivered, lambda elements: [number(take, elements)]),
        *(Related("related", _told_in_words(words)) for words in take.texts(data, "previously-filed-app")),
    ]
    for one in take.children(data, "related-documents/related-publication"):
        delivered.publications.append(replace(number(take, [one]), mentioned=True))


def _told_in_words(words: str) -> Number:
    """Return the number in “EP 10123456 20100301”: as the office writes the earlier filing (INID 27), country and day beside it."""
    country, value, date = EARLIER.findall(words)[0]
    return Number(country, value, date=date)


def number(take: Taking, references: list[Element]) -> Number:
    """Return the number that `references` give in several forms: the EPO's for matching, the office's as `printed`."""
    forms: dict[str, Number] = {}
    for reference in references:
        for one in take.children(reference, "document-id"):
            form = attribute(one, "document-id-type") or attribute(reference, "data-format") or STANDARD[0]
            country, value, kind, date = (take.get(one, key) for key in ("country", "doc-number", "kind", "date"))
            first = forms.setdefault(form, Number(country, value, kind, date))
            if form in STANDARD and (first.office, first.value) != (country, value):
                take.second["document-id", first.value, value] = None
    found = [forms[form] for form in (*STANDARD, "original") if form in forms]
    if not found:
        return Number("", "")
    first = found[0]
    printed = forms["original"].value if "original" in forms and first is not forms["original"] else ""
    office = first.office or (first.value[:2] if first.value[:2].isalpha() else "")
    date = next((one.date for one in found if one.date), "")
    if first.kind == PCT:
        return Number("WO", f"PCT/{first.office}{first.value}", date=date, printed=printed)
    return Number(office, first.value, first.kind, date, printed=printed)


def priorities(take: Taking, claims: list[Element]) -> list[Related]:
    """Return the priorities in `claims`, where one number stands in several forms; one linked as `W` is the PCT application."""
    groups: dict[str, list[Element]] = defaultdict(list)
    for at, claim in enumerate(claims):
        groups[attribute(claim, "sequence") or f"#{at}"].append(claim)
    found = []
    for group in groups.values():
        links = [take.get(claim, "priority-linkage-type") for claim in group]
        one = number(take, group)
        if TECHNICAL in links:
            take.said[
                f"The number of the priority {one.office} {one.value[:40]} was made by the EPO, as it knows none."
            ] = None
        found.append(Related("pct_application" if PCT in links else "priority", one))
    return found


def _symbols(take: Taking, data: Element) -> Iterator[Symbol]:
    """Yield the classes; one of an older edition of the IPC where the reformed ones do not say it again."""
    reformed: set[str | None] = set()
    for element in take.children(data, "classifications-ipcr/classification-ipcr"):
        take.known(element, PARTS)
        given = symbol("ipc", element)
        value = re.sub(r"/ +", "/", given.value)
        reformed.add(classes.ipc(value))
        yield Symbol("ipc", value, given.version)
    for old in take.children(data, "classification-ipc"):
        edition = take.get(old, "edition")
        for one in old:
            if not name(one).endswith(("main-classification", "further-classification", "text")):
                continue
            take.whole.add(one)
            found = OLD_IPC.match(raw(one))
            value = f"{found[1]}{found[2]} {found[3]}/{found[4]}" if found else text(one)
            if value and (classes.ipc(value) or value) not in reformed:
                yield Symbol("ipc", value, edition)
    for element in take.children(data, "patent-classifications/patent-classification"):
        take.known(element, PARTS)
        scheme = next((attribute(one, "scheme") for one in element if name(one) == "classification-scheme"), "")
        inner = child(element, "classification-symbol")
        yield symbol(SCHEMES.get(scheme[:3].upper(), "national"), element if inner is None else inner)


def _names(take: Taking, data: Element) -> Iterator[Name]:
    for role in ("applicant", "inventor", "agent"):
        people: dict[str, dict[str, tuple[str, str, str]]] = defaultdict(dict)
        for party in sorted(take.children(data, f"parties/{role}s/{role}"), key=place_of):
            called, home = take.get(party, f"{role}-name/name").rstrip(" ,;"), take.get(party, "residence/country")
            if behind := HOME.search(called):
                called, home = called[: behind.start()], home or behind[1]
            form = attribute(party, "data-format") or STANDARD[0]
            place = attribute(party, "sequence") or f"#{sum(form in forms for forms in people.values())}"
            while form in people[place]:
                place += "'"  # another of the same place
            people[place][form] = called, home, ", ".join(_lines(take, party))
        for forms in people.values():
            published = next((forms[form][0] for form in (*AS_PUBLISHED, *STANDARD) if form in forms), "")
            latin = next((forms[form][0] for form in STANDARD if form in forms), "")
            home = next((country for _, country, _ in forms.values() if country), "")
            address = next((lines for _, _, lines in forms.values() if lines), "")
            yield Name(role, published, home, address, latin if latin != published else "")


def _lines(take: Taking, party: Element) -> Iterator[str]:
    """Yield the lines of the address that few offices send: each part of it, or all in one text."""
    for address in take.children(party, "address"):
        take.whole.add(address)
        yield from filter(None, (" ".join(piece.split()) for piece in address.itertext("*")))


def _texts(take: Taking, parent: Element, path: str, part: str, spoken: str) -> list[Passage]:
    """Return one text a language, in the form nearest to what was published. Without a language it is the publication's."""
    found: dict[str, tuple[int, Passage]] = {}
    for element in take.children(parent, path):
        said = attribute(element, "lang").lower()
        language = (spoken or said) if said in NO_LANGUAGE else said or spoken
        form = attribute(element, "data-format")
        rank = AS_PUBLISHED.index(form) if form in AS_PUBLISHED else len(AS_PUBLISHED)
        passage = prose.passage(part, language, element)
        if passage is None or language not in found or found[language][0] != rank:
            take.whole.add(element)  # another of the same form and language is left, and told
        if passage and (language not in found or rank < found[language][0]):
            found[language] = rank, passage
    return [passage for _, passage in found.values()]
