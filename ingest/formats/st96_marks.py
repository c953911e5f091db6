"""Trade marks and designs of WIPO ST.96, as applications and as transactions, and the United States' use of them (standards.md §2).

As in ST.66, the word of a mark is its title, and goods and services are its description, a paragraph a class.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from ingest.archive import Member
from ingest.document import Delivered, Event, Name, Number, Passage, Related, Symbol, Unreadable
from ingest.formats import st96_parts
from ingest.formats.noted import leaves
from ingest.formats.passages import Passages
from ingest.formats.reading import bulk, kept
from ingest.formats.st66 import PUBLISHED, STATUS, published, terminated
from ingest.formats.st96_parts import application, party
from ingest.formats.taking import Taking
from ingest.offices.mark_events import mark_event
from ingest.offices.profiles import Profile
from ingest.safe_xml import Element, name, source, text

ROOT = "(Trademark(Application|Transaction)?|Design(Application|Transaction))(Bag)?"
CONTENT = "TransactionContentBag"  # under a root Transaction, as the drafts of ST.96 had it
RECORDS = frozenset({"Trademark", "DesignApplication"})
RIGHTS = {"Trademark": "trademark", "DesignApplication": "design"}
# What stands around and beside marks and designs: how they were sent, not what they are.
ASIDE = frozenset(
    [
        "TrademarkTransactionBody",
        "DesignTransactionBody",
        "TransactionContentBag",
        "TransactionContent",
        "TransactionData",
        "TransactionHeader",
        "TransactionCategory",
        "TransactionIdentifier",
        "TransactionSubCategory",
        "TransactionErrorBag",
        "TrademarkTransactionHeader",
        "DesignTransactionHeader",
        "TrademarkBag",
        "DesignApplicationBag",
        "RequestSoftware",
        "ApplicationFormName",
        "RequestSearch",
        "RequestExamination",
        "DocumentIncludedBag",
        "PaymentBag",
        "ReimbursementBag",
        "SignatureBag",
        "TrademarkApplication",
    ]
)
IGNORED = {
    **st96_parts.IGNORED,
    "NationalTrademarkInformation": "how the office came to the status, but for its words",
    "ReceivingOfficeCode": "as the registering office", "ReceivingOfficeDate": "as the application date", "OtherDate": "office's use",
    "FilingPlace": "the office", "ApplicantFileReference": "the applicant's own", "ApplicantSideCaseIdentifier": "the applicant's own",
    "SecondLanguageCode": "the texts name their languages", "CorrespondenceLanguageCode": "procedure",
    "DesignatedCountryBag": "states", "AssociatedMarkBag": "other files: no relation of the store",
    "PreviousRegistrationBag": "other files: no relation of the store", "ConversionApplicationBag": "other files: no relation of the store",
    "BasicRegistrationApplicationBag": "Madrid: the basic mark", "InternationalMarkIdentifierBag": "Madrid: the numbers",
    "MarkCategory": "individual, collective or certification: no element of the store", "MarkFeatureCategory": "word, figure or both: no element of the store",
    "MarkSignificantVerbalElementText": "part of the word", "MarkVerbalElementSignificantIndicator": "part of the word",
    "MarkStandardCharacterIndicator": "how the word is set", "MarkSoundBag": "sounds",
    "MarkMultimediaBag": "images", "FileName": "images", "ImageFileName": "images", "ImageFormatCategory": "images", "MarkImageQualityIndicator": "images",
    "MarkImageRenditionBag": "images", "HeightMeasure": "images", "WidthMeasure": "images", "ColourIndicator": "colours", "ColourModeCategory": "colours",
    "NationalMarkDescription": "office's use", "MarkFeatureDescription": "office's use", "MarkDescriptionImage": "images",
    "NonUseCancelledIndicator": "procedure", "SpecialCircumstanceText": "office's use",
    "MarkSeriesTotalQuantity": "count", "TradeDistinctivenessIndicator": "procedure", "TradeDistinctivenessText": "procedure", "UseRight": "procedure",
    "AsItIsProtectionIndicator": "procedure", "UseRequirementText": "procedure", "UseLimitationText": "procedure", "OppositionPeriodStartDate": "procedure",
    "OppositionPeriodEndDate": "procedure", "ClassificationKindCode": "told by the kind of number", "CommentTextBag": "office's use",
    "ProposedLeadingClassNumber": "office's use", "ClassNumberStatusCategory": "office's use", "NationalStatusBag": "office's use",
    "UseNiceHeadingIndicator": "office's use", "ClassificationTermBag": "the terms stand in the description", "PublicationSectionCategory": "bulletin",
    "PublicationSubsection": "bulletin", "PublicationPage": "bulletin", "DesignPublicationCategory": "bulletin", "PartyIdentifier": "office's number of a party",
    "PartyIdentifierBag": "office's number of a party", "LegalEntityName": "legal form", "NationalLegalEntityCode": "legal form",
    "IncorporationCountryCode": "legal form", "IncorporationState": "legal form", "ApplicantCategory": "office's use", "DesignationCategory": "states",
    "SuccessorRights": "procedure", "RepresentativeCategory": "office's use", "DocketText": "the agent's file number", "NationalCorrespondent": "the agent's",
    "CorrespondenceAddress": "the agent's", "StaffBag": "officials", "Authorization": "procedure", "DocumentIncludedBag": "files beside the record",
    "TrademarkDocumentBag": "files beside the record", "MarkUserBag": "licensees: no party of the store", "LegalProceedingsBag": "the events tell of them",
    "OppositionBag": "the events tell of them", "NationalGoodsServices": "counts", "NationalFilingBasis": "procedure", "NationalCaseLocation": "office's use",
    "MarkEventCategory": "told by the code", "MarkEventEntryNumber": "office's use", "MarkEventAdditionalText": "office's use",
    "MarkEventDocumentIdentifier": "files beside the record", "MarkEventResponseDate": "procedure", "DesignEventResponseDate": "procedure",
    "DesignApplicationEventResponseDate": "procedure", "PriorityHolderName": "as the applicant", "PriorityStatusCategory": "procedure",
    "PriorityStatusDate": "procedure", "PriorityDocument": "files beside the record", "DASAccessCode": "confidential", "PriorityRegistrationNumber": "as the application",
    "PriorityPartialGoodsServices": "procedure", "ExhibitionPriorityBag": "exhibitions: no number", "SeniorityBag": "European Union: no relation of the store",
    "AssignmentIdentifier": "reel and frame", "AssignmentReceivedDate": "as the recording", "AssignmentMailedDate": "as the recording",
    "PropertyTotalQuantity": "count", "PageTotalQuantity": "count", "Registrant": "as the assignor", "NationalRepresentative": "as the attorney",
    "AssignmentGroupCategory": "told by the conveyance", "AssignmentDocumentBag": "files beside the record", "NationalAssignmentTotalQuantity": "count",
    "RequestSoftware": "procedure", "DesignApplicationFormName": "procedure", "RequestExamination": "procedure", "ReceiptNumber": "procedure",
    "SealedDepositIndicator": "procedure", "DesignTotalQuantity": "count", "DesignApplicationStatementBag": "procedure", "PaymentBag": "fees",
    "ReimbursementBag": "fees", "SignatureBag": "signatures", "BusinessEntityStatusCategory": "office's use", "DesignIdentifier": "the place in the list",
    "DesignReference": "the place in the list", "RightEffectiveDate": "as the registration", "PublicationKindDescription": "bulletin",
    "PartialDesignIndicator": "office's use", "PublicationDefermentIndicator": "procedure", "DefermentPeriod": "procedure",
    "DesignerWaiverIndicator": "procedure", "PublicationInColourIndicator": "colours", "ImmediatePublicationIndicator": "procedure",
    "DescriptionPublicationIndicator": "procedure", "DesignOpenToLicensingIndicator": "procedure", "SpecimenTotalQuantity": "count",
    "RepresentationSheetTotalQuantity": "count", "ColourViewTotalQuantity": "count", "BlackWhiteViewTotalQuantity": "count", "DesignSpecimenBag": "images",
    "DesignRepresentationBag": "images", "PatentIdentificationBag": "citations", "ExceptionLackNoveltyDeclarationBag": "procedure",
    "PrincipalDesignRelationBag": "other files: no relation of the store", "RelatedApplicationBag": "other files: no relation of the store",
    "ConfidentialIndicator": "office's use", "AffectedDesign": "which design a claim is of", "DesignatedCountryCode": "states", "LocarnoClassificationDate": "edition",
    "ViennaClassificationDate": "edition", "NationalClassificationEdition": "edition", "NationalClassificationDate": "edition",
    "ExaminedApplicationNumber": "procedure", "VersionNumber": "office's use", "VersionDate": "office's use", "VersionDateTime": "office's use",
    "ClassTitleText": "the class in words", "SymbolPositionCode": "place in the list",
    "NationalDesignCodeDescriptionText": "the code in words", "ImageColourIndicator": "colours", "RegistrationNumberBag": "as the registration number", "CommentText": "remarks: the party's standing is read from it",
}  # fmt: skip
INFORMATION = "NationalTrademarkInformation"
TEXTS = (
    ("title", "MarkRepresentation/MarkReproduction/WordMarkSpecification/MarkVerbalElementText"),
    ("description", "MarkRepresentation/MarkDescriptionBag/MarkDescriptionText"),
    ("description", "MarkRepresentation/MarkDescriptionBag/MarkVoluntaryDescriptionText"),
    ("title", "DesignBag/Design/DesignTitleText"),
    ("description", "DesignBag/Design/DesignDescriptionText"),
    ("description", "DesignBag/Design/NoveltyStatementText"),
    ("description", "DesignBag/Design/PartialDisclaimerText"),
    (
        "description",
        "DesignBag/Design/DesignClassificationBag/NationalDesignClassificationBag/NationalDesignProductIndicationText",
    ),
    ("claims", "DesignBag/Design/DesignClaim/DesignClaimTextBag/DesignClaimText"),
)
CLASS_DESCRIPTION = "GoodsServicesBag/GoodsServices/ClassDescriptionBag/ClassDescription"
IMAGE = "MarkRepresentation/MarkReproduction/MarkImageBag/MarkImage"
WORD = "MarkRepresentation/MarkReproduction/WordMarkSpecification"
SIGNIFICANT = f"{WORD}/MarkSignificantVerbalElementText"  # the word, where no other is given
# What is said of the mark besides, each a paragraph of the description with its name.
REMARKS = (
    ("Disclaimer", "MarkDisclaimerBag/MarkDisclaimerText"),
    ("Translation", f"{WORD}/MarkTranslationText"),
    ("Transliteration", f"{WORD}/MarkTransliteration"),
    ("Transliteration", f"{WORD}/MarkTranscription"),
    ("Colours", f"{IMAGE}/MarkImageColourClaimedText"),
    ("Colours", f"{IMAGE}/MarkImageColourPartClaimedText"),
)
FIGURES = f"{IMAGE}/MarkImageClassification/FigurativeElementClassificationBag"
SYMBOLS = (
    ("nice", "GoodsServicesBag/GoodsServices/GoodsServicesClassificationBag/GoodsServicesClassification/ClassNumber"),
    ("nice", f"{CLASS_DESCRIPTION}/ClassNumber"),
    ("national", "GoodsServicesBag/GoodsServices/GoodsServicesClassificationBag/GoodsServicesClassification/NationalClassNumber"),
    ("vienna", f"{FIGURES}/ViennaClassificationBag/ViennaClassificationText"),
    ("vienna", f"{FIGURES}/ViennaClassificationBag/ViennaClassification"),
    ("national", f"{FIGURES}/NationalFigurativeElementClassificationBag/NationalFigurativeElementClassification"),
    ("national", f"{IMAGE}/NationalDesignSearchCodeBag/NationalDesignSearchCode/NationalDesignCode"),
    ("national", f"{IMAGE}/NationalDesignClassificationBag/NationalDesignClassification/NationalDesignCode"),
    ("locarno", "DesignBag/Design/DesignClassificationBag/LocarnoClassificationBag/LocarnoClassificationText"),
    ("locarno", "DesignBag/Design/DesignClassificationBag/LocarnoClassificationBag/LocarnoClassification"),
    ("national", "DesignBag/Design/DesignClassificationBag/NationalDesignClassificationBag/NationalDesignClassification"),
)  # fmt: skip
PIECES = ("ViennaCategory", "ViennaDivision", "ViennaSection", "LocarnoClass", "LocarnoSubclassBag/LocarnoSubclass")
PIECE = frozenset(path.rpartition("/")[2] for path in PIECES)
JOINED = {"vienna": ".", "locarno": "-"}
EDITIONS = (
    ("nice", "GoodsServicesBag/GoodsServices/ClassificationVersion"),
    ("nice", f"{CLASS_DESCRIPTION}/ClassificationVersion"),
    ("vienna", f"{FIGURES}/ViennaClassificationBag/ViennaClassificationEdition"),
    ("locarno", "DesignBag/Design/DesignClassificationBag/LocarnoClassificationBag/LocarnoClassificationEdition"),
)
ROLES = (
    ("applicant", "ApplicantBag/Applicant"),
    ("owner", "HolderBag/Holder"),
    ("inventor", "DesignBag/Design/DesignerBag/Designer"),
    ("applicant", "DesignBag/Design/ApplicantBag/Applicant"),
    ("agent", "RepresentativeBag/Representative"),
    ("agent", "DesignBag/Design/RepresentativeBag/Representative"),
    ("agent", "NationalRepresentative"),
    ("agent", "RecordAttorney"),
)
PUBLICATIONS = ("PublicationBag/Publication", "DesignBag/Design/PublicationBag/Publication")
WORD_BEGINS = re.compile("(?=[A-Z])")  # within the name of an element
EVENTS = (
    ("Mark", "MarkEventBag/MarkEvent"),
    ("Design", "DesignBag/Design/DesignEventBag/DesignEvent"),
    ("DesignApplication", "DesignApplicationEventBag/DesignApplicationEvent"),
)


def read(member: Member, profile: Profile | None) -> Iterator[Delivered | Unreadable]:
    """Yield one document a mark or design application, in order; where the file breaks off, what could be read before it."""
    with member.open() as stream:
        make = partial(_record, profile=profile)
        yield from bulk(stream, member, RECORDS, make, what="records", aside=ASIDE, alone=True)


def _record(element: Element, place: str, profile: Profile | None) -> Iterator[Delivered | Unreadable]:
    yield kept(document(element, place, profile), partial(source, element), element, *element.iterancestors())


def document(element: Element, place: str, profile: Profile | None) -> Delivered:
    """Return the mark or the application for designs in `element`."""
    return _Subject(element, profile).document(place)


class _Subject:
    """One mark or application for designs being read."""

    def __init__(self, element: Element, profile: Profile | None) -> None:
        self.take, self.element, self.profile = Taking(IGNORED), element, profile

    def all(self, path: str) -> list[Element]:
        return self.take.children(self.element, path)

    def first(self, *paths: str) -> str:
        """Return the first value at any of `paths`; all of them are taken, and another at the same path is told."""
        return next(filter(None, [self.take.one(self.element, path) for path in paths]), "")

    def document(self, place: str) -> Delivered:
        first, element = self.first, self.element
        sender = self.profile.code if self.profile else ""
        own = application(self.take, element, first("RegistrationOfficeCode") or sender)
        own.date = first("ApplicationDate", "ApplicationDateTime")[:10]
        spoken = first("ApplicationLanguageCode", "DesignApplicationLanguageCode")
        found = Delivered(own.office, place, "", own, RIGHTS[name(element)])
        found.granted_on = first("RegistrationDate", "DesignBag/Design/RegistrationDate")
        found.expires_on = first("ExpiryDate", "DesignBag/Design/ExpiryDate")
        found.texts = self.texts(spoken)
        found.symbols = list(self.symbols())
        found.names = list(self.names())
        found.related = list(self.priorities())
        found.events = [*self.events(), *self.recorded(), *self.assignments()]
        found.publications = self.publications(found)
        found.events += [*self.published(found.events), *self.status()]
        dates = [own.date, *(event.date for event in found.events)]
        dates += [one.date or found.granted_on for one in found.publications]
        found.as_of = max(dates)
        found.events = terminated(self.first("TerminationDate"), found)
        found.problems += self.take.left(element, place)
        return found

    def publications(self, found: Delivered) -> list[Number]:
        number = self.first(
            "RegistrationNumber", "DesignBag/Design/RegistrationNumber", "InternationalRegistrationNumber"
        )
        days = (self.take.get(one, "PublicationDate") for path in PUBLICATIONS for one in self.all(path))
        return published(found, number, [replace(found.application, date=day) for day in days])

    def texts(self, spoken: str) -> list[Passage]:
        """Return texts by part and language; one without a language has that of the application."""
        found = Passages(self.take, spoken)
        for part, path in TEXTS:
            for element in self.all(path):
                found.add(part, element)
        for element in () if any(one.part == "title" for one in found.all()) else self.all(SIGNIFICANT):
            found.add("title", element)
        for label, path in REMARKS:
            for element in self.all(path):
                found.add("description", element, label)
        for one in self.all(CLASS_DESCRIPTION):
            label = self.take.get(one, "ClassNumber")
            for element in self.take.children(one, "GoodsServicesDescriptionText"):
                found.add("description", element, label)
        return found.all()

    def symbols(self) -> Iterator[Symbol]:
        editions: dict[str, str] = {}
        for scheme, path in EDITIONS:
            editions[scheme] = self.first(path) or editions.get(scheme, "")
        self.first("DesignBag/Design/DesignClassificationBag/NationalDesignClassificationBag/IPOfficeCode")
        self.first(f"{FIGURES}/NationalFigurativeElementClassificationBag/IPOfficeCode")
        told = set()
        for scheme, path in SYMBOLS:
            for element in self.all(path):
                pieces = [piece for key in PIECES for piece in self.take.texts(element, key)]
                value = JOINED.get(scheme, "").join(pieces) or self.take.text(element)
                self.take.known(element, PIECE, many=PIECE)
                if value and (scheme, value) not in told:
                    told.add((scheme, value))
                    yield Symbol(scheme, value, editions.get(scheme, ""))

    def names(self) -> Iterator[Name]:
        told = []
        for role, path in ROLES:
            for element in self.all(path):
                standing = f"{self.take.get(element, 'CommentText')} {self.take.get(element, 'Version/CommentText')}"
                own = "owner" if "OWNER" in standing.upper() or "REGISTRANT" in standing.upper() else role
                found = party(self.take, element, own)
                if found.name and found not in told:
                    told.append(found)
                    yield found

    def priorities(self) -> Iterator[Related]:
        for path in ("PriorityBag/Priority", "DesignBag/Design/PriorityBag/Priority"):
            for one in self.all(path):
                country = self.take.get(one, "PriorityCountryCode")
                number = application(self.take, one, "")
                number.office = country or number.office
                number.date = self.take.get(one, "PriorityApplicationFilingDate")
                if number.value or number.office or number.date:
                    yield Related("priority", number)
        for one in self.all("DivisionalApplicationBag"):
            value = self.take.get(one, "InitialApplicationNumber/ApplicationNumberText") or self.take.get(
                one, "InitialApplicationNumber"
            )
            self.take.get(one, "InitialApplicationPriorityDate")
            office, date = (
                self.take.get(one, "InitialApplicationNumber/IPOfficeCode"),
                self.take.get(one, "InitialApplicationDate"),
            )
            if value:
                yield Related("divided_from", Number(office, value, date=date))

    def events(self) -> Iterator[Event]:
        """Yield the events in the office's words: the national event before the standard's category, unless the latter alone is known."""
        get = self.take.get
        for word, path in EVENTS:
            for one in self.all(path):
                category, remark = get(one, f"{word}EventCategory"), get(one, "CommentText")
                date = get(one, f"{word}EventDate") or get(one, f"{word}EventDateTime")[:10]
                own = get(one, f"National{word}Event/{word}EventCode")
                words = get(one, f"National{word}Event/{word}EventDescriptionText") or remark or category
                told = mark_event(category, expires=False) and not (self.profile and self.profile.rule(own))
                remarks = [remark if remark != words else "", f"Office's code {own}" if own and told else ""]
                yield Event(category if told else own or category, words, date, "; ".join(filter(None, remarks)))

    def recorded(self) -> Iterator[Event]:
        """Yield what was recorded of the mark (transfers, licences, changes of name), whose category is its name; the rest is its comment."""
        for one in [each for record in self.all("MarkRecordBag/MarkRecord") for each in record if name(each)]:
            self.take.passed.add(one)
            self.take.whole.add(one)
            said = {name(inner): text(inner) for inner in one if not len(inner)}
            words = said.get(f"{name(one)}Category", "") or WORD_BEGINS.sub(" ", name(one)).strip().capitalize()
            date = next(
                filter(None, (said.get(f"Record{when}Date", "") for when in ("Effective", "Notification", "Filing"))),
                "",
            )
            rest = [leaf for leaf in map(text, leaves(one)) if leaf not in ("", words, date)]
            yield Event(words, words, date, " ".join(rest))

    def published(self, events: list[Event]) -> Iterator[Event]:
        """Yield the publications in a bulletin, by its number, which no event of the day tells."""
        told = {event.date for event in events if PUBLISHED.casefold() in f"{event.code} {event.name}".casefold()}
        for path in PUBLICATIONS:
            for one in self.all(path):
                date, issue = self.take.get(one, "PublicationDate"), self.take.get(one, "PublicationIdentifier")
                if date and date not in told:
                    yield Event(PUBLISHED, PUBLISHED, date, gazette=issue, language="en")

    def assignments(self) -> Iterator[Event]:
        """Yield the transfers of the mark: who gave it to whom, on the day it was recorded."""
        for one in self.all("AssignmentBag/Assignment"):
            givers, takers = (
                [
                    _in_words(party(self.take, each, "owner"))
                    for path in (f"{who}Bag/{who}", who)
                    for each in self.take.children(one, path)
                ]
                for who in ("Assignor", "Assignee")
            )
            dates = [self.take.get(one, f"Assignment{when}Date") for when in ("Recorded", "Executed")]
            words = self.take.get(one, "AssignmentConveyanceCategory") or "Assignment"
            comment = f"{', '.join(givers)} → {', '.join(takers)}" + (f"; executed {dates[1]}" if dates[1] else "")
            yield Event("Assigned", words, dates[0] or dates[1], comment)

    def status(self) -> Iterator[Event]:
        """Yield the current status as an event, where the record gives one."""
        first = self.first
        words = first(f"{INFORMATION}/MarkCurrentStatusExternalDescriptionText")
        design = "DesignBag/Design/DesignCurrentStatus"
        whole = "DesignApplicationCurrentStatus"
        code = first("MarkCurrentStatusCode", f"{design}Category", f"{whole}Category")
        date = first("MarkCurrentStatusDate", f"{design}Date", f"{whole}Date")
        if code:
            english = mark_event(code, expires=False)
            yield Event(code, words or code, date, STATUS, language="en" if english else "", status=True)


def _in_words(party: Name) -> str:
    """Return a party to an assignment with its other writing, address and country in brackets."""
    more = ", ".join(filter(None, (party.name_latin, party.address, party.country)))
    return f"{party.name} ({more})" if more else party.name
