"""WIPO ST.36 patent documents: natural-language tags of every office's flavour, and the older B tags inside them.

Offices rename the root and prefix a few elements (`us-`, `ep-`, `jp-`); what is inside keeps its name (standards.md §1).
Bibliographic data in SDOBI goes to `ingest.formats.sdobi`; the text parts are the same in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import chain

from ingest.archive import Member
from ingest.document import Delivered, Name, Number, Passage, Related, Symbol, Unreadable
from ingest.formats import availability, granted_term, noted, prose, sdobi
from ingest.formats.reading import fill, publications
from ingest.formats.relations import AROUND, relations
from ingest.formats.symbols import PARTS as SYMBOL_PARTS
from ingest.formats.symbols import symbol
from ingest.formats.taking import Taking, place_of
from ingest.offices.profiles import Profile
from ingest.safe_xml import Element, attribute, child, children, empty, first, name, text
from portal.standards.names import bare

ROOT = re.compile(
    r"^([a-z]{2}-)?(patent-(document|application|grant|publication)|official-gazette|published-application)$"
)
BIBLIOGRAPHIC = re.compile(r"^([a-z]{2}-)?bibliographic-data(-[a-z]+)?$")
PARTS = ("abstract", "description", "claims")
RIGHTS = {"design": "design", "utility-model": "utility_model"}  # by application-reference/@appl-type
IGNORED = {
    **sdobi.IGNORED,
    # parts of the document that are no searchable text of it
    "drawings": "images", "us-chemistry": "images", "us-math": "images", "image-of-bibliographic-data": "images",
    "image-of-chosen-drawing": "images", "doc-page": "page images", "style": "layout", "abstract-correction": "layout",
    "search-report-data": "a document of its own", "ep-reference-list": "the list of citations, made by the office",
    "us-sequence-list-doc": "a file of its own", "us-claim-statement": "the words before the claims",
    # bibliographic data the store has no place for
    "references-cited": "citations", "us-references-cited": "citations", "us-field-of-classification-search": "search",
    "field-of-search": "search", "examiners": "officials", "designation-of-states": "states", "designated-states": "states",
    "language-of-filing": "the texts name their languages", "language-of-publication": "the texts name their languages",
    "us-application-series-code": "office's use", "length-of-grant": "the term, which follows from the law",
    "us-publication-filing-type": "office's use", "us-371c124-date": "PCT procedure", "us-371c12-date": "PCT procedure",
    "us-exemplary-claim": "office's use", "number-of-claims": "count", "figures": "count", "total-pages": "count",
    "figure-to-publish": "drawing", "us-botanic": "plants", "filing-form": "office's use", "us-issued-on-continued-prosecution-application": "office's use",
    "request-for-examination": "procedure", "priority-doc-requested": "procedure", "priority-doc-attached": "procedure", "theme-code-info": "Japanese FI themes", "f-term-info": "Japanese F-terms",
    "classification-national-edition": "edition", "correspondence-address": "the agent's", "rule-47-flag": "office's use",
    "prefix": "form of address", "iid": "office's number of a party", "role": "kind of party",
    "department": "within the organisation", "synonym": "another name", "phone": "telephone and mail", "fax": "telephone and mail",
    "email": "telephone and mail", "url": "telephone and mail", "dtext": "words of the register",
    "combination-set": "its symbols stand in the list as well",
    "parent-status": "office's use", "attorney": "registration", "registered-number": "office's number of a party",
    "designated-states-as-inventor": "states",
}  # fmt: skip
ROLES = (
    ("applicant", "applicants/applicant"),
    ("applicant", "us-applicants/us-applicant"),
    ("applicant", "applicants-agents-article/applicants-agents/applicant"),
    ("inventor", "inventors/inventor", "inventors/deceased-inventor", "inventors/us-deceased-inventor"),
    ("inventor", "deceased-inventors/deceased-inventor"),
    ("inventor", "us-deceased-inventor"),
    ("agent", "agents/agent"),
    ("agent", "applicants-agents-article/applicants-agents/agent"),
    ("owner", "assignees/assignee"),
    ("owner", "grantees/grantee"),
    ("owner", "assignee"),
)
# What the office notes by a date among bibliographic data.
EVENTS = (
    ("date-application-withdrawn-by-applicant", "Withdrawn"),
    ("date-application-deemed-withdrawn", "Withdrawn"),
    ("date-rights-reestablished", "Rights re-established"),
    ("opposition-data", "Opposed"),
    ("licensee-data", "Licensed"),
)
HOME = ("country", "city", "state")
WHOLE = "text"  # name and address in one
NAMES = (
    WHOLE,
    "name",
    "orgname",
    "last-name",
    "first-last-name",
    "second-last-name",
    "first-name",
    "middle-name",
    "suffix",
)
RELATED = (
    ("priority", "priority-claims/priority-claim"),
    ("priority", "priority-claim"),
    ("pct_application", "pct-or-regional-filing-data"),
    ("pct_publication", "pct-or-regional-publishing-data"),
)


def read(member: Member, profile: Profile | None) -> Iterator[Delivered | Unreadable]:
    """Yield each document of a file, see `ingest.formats.reading.publications`."""
    return publications(
        member, lambda name: bool(ROOT.match(name)), lambda root, place: publication(root, place, profile)
    )


def publication(root: Element, place: str, profile: Profile | None) -> Delivered:
    """Return the document under `root`."""
    take = Taking(IGNORED)
    office = attribute(root, "country") or (profile.code if profile else "")
    own = Number(office, attribute(root, "doc-number"), _kind(root), attribute(root, "date-publ"))
    document = Delivered(office, place, own.date, Number(office, ""), publications=[own])
    for element in root:
        if name(element) == "SDOBI":
            take.passed.add(element)
            sdobi.read(take, element, document)
        elif BIBLIOGRAPHIC.match(name(element)):
            take.passed.add(element)
            _bibliographic(take, element, document, attribute(element, "lang") or attribute(root, "lang"))
    document.office = document.office or own.office
    document.as_of = own.date or attribute(root, "date-produced")
    if name(root).endswith("-grant"):
        document.granted_on = own.date or document.granted_on
    _body(take, root, document, place)
    document.problems += take.left(root, place)
    return document


def _kind(root: Element) -> str:
    return attribute(root, "kind") or attribute(root, "kind-of-st16")


def _body(take: Taking, root: Element, document: Delivered, place: str) -> None:
    for element in root:
        part = name(element)
        if part not in PARTS:
            continue
        take.whole.add(element)
        language = attribute(element, "lang") or attribute(root, "lang")
        passage: Passage | None
        if part == "claims":
            passage, problems = prose.claims(language, element, place)
            document.problems += problems
        else:
            passage = prose.passage(part, language, element)
        if passage:
            document.texts.append(passage)


def _bibliographic(take: Taking, data: Element, document: Delivered, language: str) -> None:
    own = document.publications[0]
    told = number(take, take.child(data, "publication-reference"), own.office)
    document.problems += fill(own, told, "The {} in publication-reference", document.place)
    for one in [one for around in AROUND for one in take.children(data, f"{around}/related-publication")]:
        document.publications += [replace(said, mentioned=True) for said in numbers(take, [one], own.office)]
    application = take.child(data, "application-reference")
    document.application = number(take, application, own.office)
    if application is not None:
        document.right = RIGHTS.get(attribute(application, "appl-type"), "")
    for title in take.children(data, "invention-title"):
        if words := take.text(title):
            paragraphs = [{"n": "", "t": words, "refs": []}]
            document.texts.append(Passage("title", attribute(title, "lang") or language, paragraphs))  # type: ignore[arg-type]
    days = take.children(data, "dates-of-public-availability")
    availability.note(take, days, document, lambda element: number(take, element, own.office))
    said = (take.get(data, f"us-term-of-grant/{key}") for key in ("length-of-grant", "us-term-extension", "disclaimer"))
    granted_term.note(document, *said)
    document.events += noted.events(take, data, EVENTS, document)
    granted_term.lapsed(take, data, document)
    document.symbols = list(_symbols(take, data))
    document.names = [
        one for parties in _parties(take, data) for role, *paths in ROLES for one in _names(take, parties, role, paths)
    ]
    document.related = [
        Related(relation, number(take, element, own.office if relation == "priority" else ""))
        for relation, path in RELATED
        for element in take.children(data, path)
        if not empty(element)
    ]
    document.related += relations(take, data, document, partial(numbers, take))


def number(take: Taking, element: Element | None, office: str) -> Number:
    """Return the number in `element`, in a `document-id` or directly in it; `office` where it names no country."""
    if element is None:
        return Number(office, "")
    inner = take.child(element, "document-id")
    element = element if inner is None else inner
    number = Number(take.get(element, "country") or office, take.get(element, "doc-number"), take.get(element, "kind"))
    number.date = take.get(element, "date")
    return number


def numbers(take: Taking, elements: list[Element], office: str = "") -> list[Number]:
    """Return the numbers in elements that may name a file by that of its publication as well."""
    inner = [one for element in elements for one in take.children(element, "document-id") or [element]]
    return [number(take, one, office) for one in inner]


def _symbols(take: Taking, data: Element) -> Iterator[Symbol]:
    for scheme, path in (
        ("ipc", "classifications-ipcr/classification-ipcr"),
        ("cpc", "classifications-cpc/main-cpc/classification-cpc"),
        ("cpc", "classifications-cpc/further-cpc/classification-cpc"),
        ("cpc", "classifications-cpc/classification-cpc"),
    ):
        for element in take.children(data, path):
            take.known(element, SYMBOL_PARTS)
            yield symbol(scheme, element)
    for scheme in ("ipc", "national", "locarno"):
        for element in take.children(data, f"classification-{scheme}"):
            take.get(element, "country")
            version = take.get(element, "edition")
            for one in element:
                if name(one).startswith(("main-", "further-")) or name(one) == "text":
                    take.whole.add(one)
                    if text(one):
                        yield symbol(scheme, one, version)


def _parties(take: Taking, data: Element) -> list[Element]:
    """Return where parties stand: `parties`, and for owners the bibliographic data themselves."""
    return [*take.children(data, "parties"), *take.children(data, "us-parties"), data]


def _names(take: Taking, parties: Element, role: str, paths: list[str]) -> Iterator[Name]:
    found = [party for path in paths for party in take.children(parties, path) if not empty(party)]
    for party in sorted(found, key=place_of):
        yield from names(take, party, role)


def names(take: Taking, party: Element, role: str) -> Iterator[Name]:
    """Yield a party in its role, and once more as inventor where it is both; a person and its organisation are two names."""
    books = take.children(party, "addressbook") or [party]
    english = [book for book in books[1:] if attribute(book, "lang").lower() == "en"][:1]
    called = next(filter(None, map(_called, books)), [""])
    for book in [book for book in books if book in english or _called(book) in ([], called)]:
        take.known(book, NAMES)  # what another calls the party is left, and told
        take.whole.update(take.children(book, "address"))
    homes = [*take.children(party, "residence"), *take.children(party, "nationality")]
    for home in homes:
        take.known(home, HOME)
    country = next(
        filter(
            None,
            [*(_country(book, "address/country") for book in books), *(_country(home, "country") for home in homes)],
        ),
        "",
    )
    address = _address(books, take.children(party, "residence"))
    for at, words in enumerate(called):
        latin = next(
            (names[at] for names in map(_called, english) if len(names) == len(called) and names[at] != words), ""
        )
        yield Name(role, words, country, address, latin)
        if attribute(party, "app-type") == "applicant-inventor":
            yield Name("inventor", words, country, address, latin)


def _called(book: Element) -> list[str]:
    """Return the names in an address book: of an organisation, and of a person, the family name first."""
    if not len(book):
        return [*filter(None, [text(book)])]
    given = {key: text(child(book, key)) for key in NAMES}
    family = given["last-name"] or " ".join(filter(None, [given["first-last-name"], given["second-last-name"]]))
    person = ", ".join(filter(None, [family, " ".join(filter(None, [given["first-name"], given["middle-name"]]))]))
    names: list[str] = []
    whole, person = (suffixed(called, given["suffix"]) for called in (given["name"], person))
    for called in (whole, given["orgname"] if whole or person else suffixed(given["orgname"], given["suffix"]), person):
        if not any(_words(called) <= _words(other) for other in names):
            names.append(called)
    return [called for called in names if called] or [*filter(None, [given[WHOLE]])]


def suffixed(called: str, suffix: str) -> str:
    """Return a name with what stands behind it (“Jr.”, “III”), where it does not already."""
    return f"{called}, {suffix}" if called and not _words(suffix) <= _words(called) else called


def _words(called: str) -> set[str]:
    return {bare(word) for word in called.split()}


def _country(element: Element, path: str) -> str:
    return text(child(element, path))


def _address(books: list[Element], residences: list[Element]) -> str:
    """Return the address of the first book that has one, and of a residence what that does not say."""
    parts = next(
        filter(None, ([line for one in children(book, "address") for line in _lines(one)] for book in books)), []
    )
    return ", ".join(dict.fromkeys([*parts, *(line for one in residences for line in _lines(one))]))


def _lines(address: Element) -> list[str]:
    """Return the lines of an address, also those beside its elements, but for the country; of two the second is a line."""
    country = first(children(address, "country"))
    inner = ([text(part) if name(part) and part is not country else "", part.tail or ""] for part in address)
    return [line for piece in [address.text or "", *chain.from_iterable(inner)] if (line := " ".join(piece.split()))]
