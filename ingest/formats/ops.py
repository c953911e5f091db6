"""Answers of the EPO's Open Patent Services: bibliographic data, full text, families with legal events (standards.md §1.5).

An answer holds documents of DOCDB, texts of one publication, or members of a family; what else OPS can answer (numbers
converted, lists of hits, the register, classes) holds no document and is refused by its name.
"""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Callable, Iterator
from functools import partial

from ingest.archive import Member
from ingest.document import Delivered, Event, Number, Passage, Problem, Unreadable
from ingest.formats import docdb, ep_register, prose
from ingest.formats.claim_numbers import begins, numbered
from ingest.formats.lost import read_of
from ingest.formats.reading import kept, stranger, unreadable
from ingest.formats.taking import Taking
from ingest.offices.profiles import Profile
from ingest.safe_xml import DEFAULT, BadXML, Element, attribute, line, name, parse, raw, records, source, text

ROOT, MEMBER = "world-patent-data", "family-member"
# What stands around the documents of an answer.
ASIDE = frozenset({"meta", "query", "range", "publication-reference", "inquiry-result"})
LABEL = re.compile(r"^\[(\d+)\]\s*")  # the paragraph's number, which OPS puts into its text
INFLUENCES = ("+", "-")  # of an event on the right, as INPADOC has it
EFFECTIVE = "effective date"
LANGUAGE = "en"  # OPS describes the events of every office in English
IGNORED = {
    **docdb.IGNORED,
    "pre": "the fields of the event again, in one line",
    "L001EP": "the application's number again", "L002EP": "the application's number again", "L003EP": "the application's number again",
    "L004EP": "the application's number again", "L005EP": "the application's number again", "L006EP": "the application's number again",
    "L018EP": "the EPO's exchange", "L019EP": "the EPO's exchange",
}  # fmt: skip


def read(member: Member, profile: Profile | None) -> Iterator[Delivered | Unreadable]:
    """Yield the documents of an answer in order; one that holds none becomes an Unreadable that says what it is."""
    with member.open() as stream:
        content = stream.read(DEFAULT.bytes + 1)
    try:
        root = parse(content)
    except BadXML as error:
        yield from _before(error, content, member, profile)
        return
    yield from answer(root, member.name, profile)


def _before(error: BadXML, content: bytes, member: Member, profile: Profile | None) -> Iterator[Delivered | Unreadable]:
    """Yield the documents of a broken answer that end before its fault, then the fault."""
    wanted = frozenset({MEMBER} if MEMBER.encode() in content else MAKE)  # a member holds its data
    read = 0
    with contextlib.suppress(BadXML):
        for element in records(io.BytesIO(content), wanted):
            if name(element) in wanted:
                read += 1
                place = f"{member.name}:{line(element)}"
                yield kept(MAKE[name(element)](element, place, profile), partial(source, element))
    error.cut = error.cut or read > 0
    yield unreadable(member.name, error, consequence=read_of(member, wanted, read, "documents") if read else "")


def answer(root: Element, origin: str, profile: Profile | None) -> Iterator[Delivered | Unreadable]:
    """Yield the documents of the answer under `root`, see `read`; `origin` is the file, or the place in it."""
    if not any(name(element) in MAKE for element in root.iter()):
        kind = next((name(element) for element in root if name(element) not in ("", *ASIDE)), "nothing")
        sentence = f"An answer of OPS of the type {kind} holds no patent document; it was not read."
        yield Unreadable(origin, Problem("READ-NONE", "warning", sentence, origin), source(root))
        return
    for element in _inside(root):
        place = f"{origin}:{line(element)}" if line(element) else origin
        make = MAKE.get(name(element))
        yield kept(make(element, place, profile), partial(source, element)) if make else stranger(element, place)


def _inside(element: Element) -> Iterator[Element]:
    """Yield the documents in `element`, and what stands beside them and is not known to."""
    for child in element:
        if name(child) in MAKE:
            yield child
        elif any(name(inner) in MAKE for inner in child.iter()):
            yield from _inside(child)
        elif name(child) not in ("", *ASIDE):
            yield child


def _member(element: Element, place: str, _profile: Profile | None) -> Delivered | Unreadable:
    """Return a member of a family: a publication with its application, its legal events, and its data where they were asked for."""
    take = Taking(IGNORED)
    inner = take.child(element, "exchange-document")
    own = docdb.number(take, take.children(element, "publication-reference"))
    application = docdb.number(take, take.children(element, "application-reference"))
    document: Delivered | Unreadable = Delivered(own.office, place, own.date, application, publications=[own])
    related = docdb.priorities(take, take.children(element, "priority-claim"))
    if inner is not None:
        take.whole.add(inner)
        document = docdb.document(inner, place)
    if isinstance(document, Delivered):
        document.application = document.application if document.application.value else application
        document.related = document.related or related
        document.events = [_event(take, legal) for legal in take.children(element, "legal")]
        document.problems += take.left(element, place)
    return document


def _event(take: Taking, legal: Element) -> Event:
    """Return a legal event by its code, with the EPO's words for it; the fields that specify it become the comment.

    The EPO puts the words for codes and fields in others at times: the event is known by what stands in the fields.
    """
    code, date = take.get(legal, "L008EP") or attribute(legal, "code"), take.get(legal, "L007EP")
    fields = take.child(legal, "L500EP")
    said, data, effective = [], [], ""
    for field in () if fields is None else fields:
        words = " ".join(filter(None, [take.text(field), attribute(field, "descData")]))
        said += [f"{attribute(field, 'desc')}: {words}"] if name(field) and words else []
        data += [f"{name(field)}={text(field)}"] if name(field) and text(field) else []
        effective = text(field) if attribute(field, "desc").casefold() == EFFECTIVE else effective
    influence = attribute(legal, "infl").strip()
    return Event(
        code,
        attribute(legal, "desc"),
        date,
        "; ".join(said),
        language=LANGUAGE,
        influence=influence if influence in INFLUENCES else "",
        data="; ".join(sorted(data)) if code else None,
        effective=effective,
    )


def _full_text(element: Element, place: str, profile: Profile | None) -> Delivered:
    """Return claims and description of a publication; its application is not said in such an answer."""
    take = Taking(IGNORED)
    told = docdb.number(take, take.children(element, "bibliographic-data/publication-reference"))
    office = told.office or attribute(element, "country") or (profile.code if profile else "")
    value, kind = told.value or attribute(element, "doc-number"), told.kind or attribute(element, "kind")
    own = Number(office, value, kind, told.date)
    document = Delivered(office, place, told.date, Number(office, ""), publications=[own])
    for part in take.children(element, "claims"):
        take.whole.add(part)
        passage, problems = _claims(_language(part, element), part, place)
        document.texts += [passage] if passage else []
        document.problems += problems
    for part in take.children(element, "description"):
        take.whole.add(part)
        described = prose.passage("description", _language(part, element), part)
        document.texts += [_labelled(described)] if described else []
    document.problems += take.left(element, place)
    return document


def _language(part: Element, element: Element) -> str:
    return (attribute(part, "lang") or attribute(element, "lang")).lower()


def _claims(language: str, element: Element, place: str) -> tuple[Passage | None, list[Problem]]:
    """Return the claims: all in one `claim`, each in a `claim-text` that begins with its number; the rest goes on with one.

    Where all stand in one `claim-text`, each is a line of it.
    """
    claims = [child for child in element if name(child) == "claim"]
    texts = [inner for claim in claims for inner in claim if name(inner) == "claim-text"]
    if len(claims) != 1 or not texts:
        return prose.claims(language, element, place)
    said = (
        [*map(prose.lines, texts)] if len(texts) > 1 else [" ".join(row.split()) for row in raw(texts[0]).splitlines()]
    )
    said = [*filter(None, said)]
    problems = []
    if not begins(said):
        problems = [
            Problem(
                "READ-CLAIM-NUMBER",
                "warning",
                f"No claim says its number; {prose.by_position(len(said))}",
                place,
            )
        ]
        said = [f"{n}. {words}" for n, words in enumerate(said, 1)]
    return Passage("claims", language, numbered(said, language)), problems


def _labelled(passage: Passage) -> Passage:
    """Return the description with the numbers of paragraphs taken out of their text."""
    for paragraph in passage.paragraphs:
        if not paragraph["n"] and (label := LABEL.match(paragraph["t"])):
            paragraph["n"], paragraph["t"] = label[1], paragraph["t"][label.end() :]
    return passage


MAKE: dict[str, Callable[[Element, str, Profile | None], Delivered | Unreadable]] = {
    "exchange-document": docdb.document,
    MEMBER: _member,
    "fulltext-document": _full_text,
    "register-document": lambda element, place, _profile: ep_register.document(element, place),
}
