"""Trade marks and designs in WIPO ST.66 and ST.86, as IPAS and the offices' own systems export them (standards.md §3).

The word of a mark is its title; goods and services, class by class, are its description. The office is the one the record
names, whatever the file is called. What an office writes where it has nothing (`-`, `N/A`) is taken as empty, and told.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from ingest.archive import Member
from ingest.document import Delivered, Event, Name, Number, Passage, Problem, Related, Symbol, Unreadable, distinct
from ingest.formats.passages import Passages
from ingest.formats.reading import bulk, kept, stranger
from ingest.formats.taking import Taking
from ingest.offices.mark_events import mark_event
from ingest.offices.profiles import Profile
from ingest.safe_xml import Element, attribute, children, name, source
from portal.standards.events import move

BODY = "(TradeMark|Design)TransactionBody"
RECORDS = frozenset({"TransactionContentDetails"})
ASIDE = frozenset(
    {"TransactionHeader", "TransactionSummaryDetails", "TradeMarkTransactionBody", "DesignTransactionBody"}
)
# Where a mark or design stands in a transaction; Mexico, Peru and the United States leave a level out.
SUBJECTS = (
    ("Mark", "TransactionData/TradeMarkApplication/TradeMarkDetails/TradeMark"),
    ("Mark", "TransactionData/TradeMarkDetails/TradeMark"),
    ("Design", "TransactionData/DesignApplicationDetails/DesignApplication"),
    ("Design", "TransactionData/DesignApplication"),
)
RIGHTS = {"Mark": "trademark", "Design": "design"}
# An application may hold several designs; a mark is its own application.
INSIDE = {"Mark": "", "Design": "DesignDetails/Design/"}
ROLES = (
    ("applicant", "Applicant"),
    ("owner", "Holder"),
    ("inventor", "Designer"),
    ("agent", "Representative"),
)
TEXTS = (
    ("title", "WordMarkSpecification/MarkVerbalElementText"),
    ("title", "DesignTitle"),
    ("description", "DesignDescription"),
    ("description", "NoveltyStatement"),
    ("description", "DesignSpecimenDetails/DesignSpecimen/SpecimenDescription"),
    ("description", "MarkDescriptionDetails/MarkDescription"),
)
WORD, IMAGE = "WordMarkSpecification", "MarkImageDetails/MarkImage"
SIGNIFICANT = f"{WORD}/MarkSignificantVerbalElementText"  # the word, where no other is given
# What is said of the mark besides, each a paragraph of the description with its name.
REMARKS = (
    ("Disclaimer", "MarkDisclaimerDetails/MarkDisclaimer"),
    ("Translation", f"{WORD}/MarkTranslation"),
    ("Transliteration", f"{WORD}/MarkTransliteration"),
    ("Colours", f"{IMAGE}/MarkImageColourClaimedText"),
    ("Colours", f"{IMAGE}/MarkImageColourPartClaimedText"),
)
GOODS = (
    ("nice", "GoodsServicesDetails/GoodsServices", "GoodsServicesDescription"),
    ("locarno", "IndicationProductDetails/IndicationProduct", "ProductDescription"),
)
PLACEHOLDER = re.compile(r"^([-–—.*]+|n/?a|none|null|nil)$", re.IGNORECASE)
STATUS, TERMINATED, PUBLISHED = "Current status", "Terminated", "Published"
BULLETINS = (PUBLISHED, "Application published", "Registration published")  # what events call a publication
IGNORED = {
    "TransactionIdentifier": "the export's own", "TransactionCode": "the export's own", "TransactionSubCode": "the export's own",
    "KindMark": "individual, collective or certification: no element of the store", "MarkFeature": "word, figure or both: no element of the store",
    "MarkFeatureCode": "as MarkFeature", "MarkImageFilename": "images", "MarkImageFileFormat": "images", "MarkImageBinary": "images",
    "MarkImageColourIndicator": "colours",
    "MarkImageRenditionCode": "images", "MarkImageURI": "images",
    "MarkSignificantVerbalElementText": "part of the word",
    "MarkStandardCharacterIndicator": "how the word is set", "OppositionPeriodStartDate": "procedure", "OppositionPeriodEndDate": "procedure",
    "CategoryKind": "told by the code", "FilingPlace": "the office", "TradeDistinctivenessText": "procedure",
    "ClassNumberStatusCode": "office's use", "ClassDescriptionExt": "the class in the office's words", "NationalGoodsServicesExt": "count",
    "PublicationSection": "bulletin", "PublicationExt": "bulletin", "ContactInformationDetails": "telephone and mail", "AddressBookExt": "office's use",
    "RepresentativeExt": "the agent's file number", "StaffDetails": "officials", "FormattedAddressExt": "the country's name",
    "ApplicantLegalEntity": "legal form", "ApplicantIncorporationCountryCode": "legal form", "ApplicantIncorporationState": "legal form", "ApplicantKey": "refers to the applicant below",
    "PriorityExt": "procedure", "PriorityPartialIndicator": "procedure", "AdditionalInformation": "office's use", "RegisterCategory": "office's use",
    "OfficeDetails": "office's use", "FilingBasisDetails": "procedure", "AdditionalMarkDetails": "office's use", "AmentmentToRegistationCertificateText": "procedure",
    "TradeDistinctivenessScope": "procedure", "RelatedMarkDetails": "other files: no relation of the store", "DesignSearchDescriptionText": "the code in words",
    "Comment": "the same words at every event", "MarkEventEntryNumber": "office's use", "MarkEventProceedingNumber": "office's use",
    "ConveyenceKindText": "how the right passed on", "PartyTypeCode": "as its description", "ApplicantLegalEntityCode": "legal form",
    "IncorporationGeographicRegionCode": "legal form", "IncorporationGeographicRegionName": "legal form", "IncorporationCountryName": "legal form",
    "DesignRepresentationSheetDetails": "images", "SpecimenIdentifier": "the place in the list", "DesignIdentifier": "the place in the list",
    "ClassificationKindCode": "told by the code", "DesignTotalQuantity": "count",
}  # fmt: skip


def read(member: Member, profile: Profile | None) -> Iterator[Delivered | Unreadable]:
    """Yield one document a mark or design application, in order; where the file breaks off, what could be read before it."""
    with member.open() as stream:
        make = partial(_transaction, profile=profile)
        yield from bulk(stream, member, RECORDS, make, what="records", aside=ASIDE, alone=True)


def _transaction(content: Element, place: str, profile: Profile | None) -> Iterator[Delivered | Unreadable]:
    take = _Taking(IGNORED)
    found = [(word, element) for word, path in SUBJECTS for element in children(content, path)]
    for _, element in found:
        take.passed.update((element, *element.iterancestors()))
        take.within(element.getparent())
    take.deleted.clear()  # a mark that is deleted is told as a document
    documents = [_Subject(take, word, element, content).document(place, profile) for word, element in found]
    if not documents:
        yield stranger(content, place)
        return
    documents[-1].problems += [*take.left(content, place), *take.empty(place)]
    for document, (_, element) in zip(documents, found, strict=True):
        yield kept(document, partial(source, content), element, *element.iterancestors())


class _Taking(Taking):
    """As `Taking`; placeholders are taken as empty and counted."""

    def __init__(self, ignored: dict[str, str]) -> None:
        super().__init__(ignored)
        self.placeholders: dict[tuple[str, str], int] = defaultdict(int)

    def text(self, element: Element | None) -> str:
        said = super().text(element)
        if not PLACEHOLDER.match(said):
            return said
        self.placeholders[name(element), said] += 1
        return ""

    def empty(self, place: str) -> list[Problem]:
        """Return a note for each element that held a placeholder."""
        return [
            Problem("READ-PLACEHOLDER", "info", f"“{said}” in {local} was taken as empty.", f"{place} ({n}×)")
            for (local, said), n in self.placeholders.items()
        ]


class _Subject:
    """One mark (word `Mark`) or application for designs (word `Design`) being read."""

    def __init__(self, take: _Taking, word: str, element: Element, content: Element) -> None:
        self.take, self.word, self.element, self.content = take, word, element, content
        self.inside = INSIDE[word]
        self.prefix = "Design" if word == "Design" else ""

    def all(self, path: str) -> list[Element]:
        return self.take.children(self.element, f"{self.inside}{path}")

    def first(self, path: str) -> str:
        """Return the first value at `path`; several designs of one application repeat theirs, and what differs is told."""
        return self.take.one(self.element, f"{self.inside}{path}")

    def days(self, path: str) -> list[str]:
        return [*dict.fromkeys(self.take.texts(self.element, f"{self.inside}{path}"))]

    def document(self, place: str, profile: Profile | None) -> Delivered:
        get, element = self.take.get, self.element
        office = get(element, "RegistrationOfficeCode") or (profile.code if profile else "")
        value, filed = get(element, f"{self.prefix}ApplicationNumber"), get(element, f"{self.prefix}ApplicationDate")
        language = get(element, f"{self.prefix}ApplicationLanguageCode")
        document = Delivered(office, place, "", Number(office, value, date=filed), RIGHTS[self.word])
        document.granted_on = self.first("RegistrationDate")
        document.expires_on = self.first("ExpiryDate")
        document.symbols = distinct(self.symbols())
        document.texts = self.texts(language)
        document.names = distinct(self.names())
        document.related = self.priorities()
        document.events = self.events()
        document.publications = published(
            document, self.first("RegistrationNumber"), self.bulletins(document.application)
        )
        dates = [event.date for event in document.events]
        dates += [one.date or document.granted_on for one in document.publications]
        document.as_of = max(dates, default="")
        document.events = terminated(self.first("TerminationDate"), document)
        return document

    def bulletins(self, own: Number) -> Iterator[Number]:
        """Yield what was published in the gazette, which may have numbers of its own."""
        for one in self.all("PublicationDetails/Publication"):
            date, given = self.take.get(one, "PublicationDate"), self.take.get(one, "PublicationIdentifier")
            yield Number(own.office, given if re.search(r"\d", given) else own.value, date=date)

    def symbols(self) -> Iterator[Symbol]:
        for scheme, path, _ in GOODS:
            for group in self.all(path):
                version = self.take.get(group, "ClassificationVersion")
                for number in self.take.texts(group, "ClassDescriptionDetails/ClassDescription/ClassNumber"):
                    yield Symbol(scheme, number, version)
        self.all("TradeMarkExt/MarkImageDetails")  # the United States repeat it there, empty
        for category in self.all("MarkImageDetails/MarkImage/MarkImageCategory"):
            version = self.take.get(category, "CategoryVersion")
            for code in self.take.texts(category, "CategoryCodeDetails/CategoryCode"):
                yield Symbol("vienna", code, version)
            for code in self.take.texts(category, "CategoryCodeDetailsExt/DesignSearchDetails/DesignSearchCode"):
                yield Symbol("national", code)

    def texts(self, spoken: str) -> list[Passage]:
        """Return title and description by language; an element without a language has that of the application."""
        found = Passages(self.take, spoken)
        for part, path in TEXTS:
            for element in self.all(path):
                found.add(part, element)
        for element in () if any(one.part == "title" for one in found.all()) else self.all(SIGNIFICANT):
            found.add("title", element)
        for label, path in REMARKS:
            for element in self.all(path):
                found.add("description", element, label)
        for _, path, words in GOODS:
            for one in self.all(f"{path}/ClassDescriptionDetails/ClassDescription"):
                label = next(iter(self.take.texts(one, "ClassNumber")), "")
                for element in self.take.children(one, words):
                    found.add("description", element, label)
        return found.all()

    def names(self) -> Iterator[Name]:
        for role, word in ROLES:
            path = f"{word}Details/{word}"
            beside = [(self.element, path), (self.content, f"TransactionData/{path}")]
            for party in self.all(path) + [one for where, there in beside for one in self.take.children(where, there)]:
                kind = self.take.get(party, f"{word}Ext/PartyTypeDescriptionText").upper()
                books = self.take.children(party, f"{word}AddressBook/FormattedNameAddress")
                if books and (named := self.name("owner" if kind and "APPLICANT" not in kind else role, books[0])):
                    yield named

    def name(self, role: str, book: Element) -> Name | None:
        """Return the party in an address book: the first language as delivered, English beside it as the Latin form."""
        lines: dict[str, list[str]] = defaultdict(list)
        for one in self.take.children(book, "Name/FreeFormatName/FreeFormatNameDetails/FreeFormatNameLine"):
            lines[attribute(one, "languageCode").lower()].append(self.take.text(one))
        called = [", ".join(dict.fromkeys(filter(None, said))) for said in lines.values()]
        called += [" ".join(self.parts(book, "Name/FormattedName"))]
        first = next(filter(None, called), "")
        latin = ", ".join(dict.fromkeys(lines.get("en", [])))
        free = self.take.texts(book, "Address/FreeFormatAddress/FreeFormatAddressLine")
        home = self.take.get(book, "Address/AddressCountryCode") or self.take.get(
            book, "Address/FormattedAddress/FormattedAddressCountryCode"
        )
        address = ", ".join(dict.fromkeys(free or self.parts(book, "Address/FormattedAddress")))
        return Name(role, first, home, address, latin if latin != first else "") if first else None

    def parts(self, book: Element, path: str) -> list[str]:
        """Return the values of the parts a formatted name or address is made of, but for the country."""
        inner = [one for whole in self.take.children(book, path) for one in whole]
        return [
            *filter(
                None,
                (
                    self.take.text(one)
                    for one in inner
                    if name(one) and "Country" not in name(one) and not name(one).endswith("Ext")
                ),
            )
        ]

    def priorities(self) -> list[Related]:
        found = []
        for one in self.all("PriorityDetails/Priority"):
            country, value, date = (self.take.get(one, f"Priority{key}") for key in ("CountryCode", "Number", "Date"))
            if country or value or date:
                found.append(Related("priority", Number(country, value, date=date)))
        return found

    def events(self) -> list[Event]:
        """Return the events in the office's words, and after them the current status, though an event of its day may say the same."""
        word = self.word
        found = [self.event(one) for one in self.all(f"{word}EventDetails/{word}Event")]
        found += [Event("Renewed", "Renewed", day, language="en") for day in self.days("RenewalDate")]
        code, date = self.first(f"{word}CurrentStatusCode"), self.first(f"{word}CurrentStatusDate")
        words = self.first("TradeMarkExt/MarkCurrentStatusExternalDescriptionText") or code
        if code:
            english = mark_event(code, expires=False)
            found.append(Event(code, words, date, STATUS, language="en" if english else "", status=True))
        return found

    def event(self, one: Element) -> Event:
        get, word = self.take.get, self.word
        date, code = get(one, f"{word}EventDate"), get(one, f"{word}EventCode")
        own, called = get(one, f"OfficeSpecific{word}EventCode"), get(one, f"OfficeSpecific{word}EventName")
        described = self.take.child(one, f"OfficeSpecific{word}EventDescription")
        words = self.take.text(described) or get(one, f"{word}EventExt/{word}EventInternalDescriptionText")
        language = "" if described is None else attribute(described, "languageCode")
        if not words and mark_event(code, expires=False):
            language = "en"
        return Event(
            code or own,
            words or called or code,
            date,
            f"Office's code {own}" if own and code else "",
            language=language,
        )


def published(document: Delivered, registration: str, bulletins: Iterable[Number]) -> list[Number]:
    """Return the number of the registration and those of bulletins, each once and of its first day.

    The day of the registration is none of a publication, and stands for that only where neither a bulletin nor an event tells one.
    """
    own, granted = document.application, document.granted_on
    told = [replace(own, date=event.date) for event in document.events if event.code.capitalize() in BULLETINS]
    dated = sorted((one for one in [*bulletins] or told if one.date), key=lambda one: one.date)
    found = {registration: Number(own.office, registration, date="" if dated else granted)} if registration else {}
    for one in dated:
        if not found.setdefault(one.value, one).date:
            found[one.value] = one
    return list(found.values())


def terminated(day: str, document: Delivered) -> list[Event]:
    """Return the events, with the end of the registration on `day` where none of that day says it, in the order they are in.

    On the day of expiry it says no more than that, after which the mark may have been renewed.
    """
    told = {event.date for event in document.events if move(_category(event)) == "ended"}
    if day in ("", document.expires_on, *told):
        return document.events
    shown = [event for event in document.events if event.status and not event.date]
    document.problems += [
        Problem(
            "READ-VALUE",
            "warning",
            f"“{event.name[:40]}” has no day and was taken, though the registration was terminated on {day[:40]}.",
            document.place,
        )
        for event in shown
        if move(_category(event)) != "ended"
    ]
    end = [Event(TERMINATED, TERMINATED, day, language="en")]
    days = [event.date for event in document.events if event.date and not event.status] or [day]
    return [*end, *document.events] if days[0] > days[-1] else [*document.events, *end]


def _category(event: Event) -> str:
    rule = mark_event(event.code, expires=True)
    return rule.category if rule else ""
