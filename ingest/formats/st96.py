"""WIPO ST.96 patent publications, V6 and later (standards.md §2). Namespaces are free of versions; local names are enough."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.archive import Member
from ingest.document import Delivered, Name, Number, Passage, Problem, Related, Symbol, Unreadable
from ingest.formats import availability, granted_term, noted, prose, st96_parts
from ingest.formats.reading import fill, publications
from ingest.formats.relations import Relations, came
from ingest.formats.symbols import PARTS as SYMBOL_PARTS
from ingest.formats.symbols import symbol
from ingest.formats.taking import Taking, place_of
from ingest.offices.profiles import Profile
from ingest.safe_xml import Element, attribute, child, children, empty, name, text
from ingest.shown import shown
from portal.standards.names import bare

ROOT = "PatentPublication"
PARTS = {"Abstract": "abstract", "Description": "description", "Claims": "claims"}
# By InventionSubjectMatterCategory, without case and signs.
RIGHTS = {
    "design": "design",
    "utilitymodel": "utility_model",
    **dict.fromkeys(("", "utility", "plant", "patent", "invention"), ""),
}
IGNORED = {
    **st96_parts.IGNORED,
    "PageImage": "page images", "DocumentURI": "page images", "Drawings": "images", "ClaimStatement": "the words before the claims",
    "ApplicantKeywordText": "no element of the store", "ExternalDocumentBag": "files beside the document",
    "PublicationLanguageCode": "the texts name their languages", "FilingLanguageCode": "the texts name their languages",
    "ApplicantFileReference": "the applicant's own", "ApplicationFilingCategory": "national, regional or PCT: the numbers say it",
    "PreClassificationText": "office's use", "PlantName": "plants", "ReferenceCitationBag": "citations",
    "ClaimTotalQuantity": "count", "SearchField": "search", "FigureBag": "count", "ExemplaryClaimBag": "office's use",
    "ProvisionalGrantPublicationDate": "procedure", "StateDesignation": "states", "PatentFamily": "family", "BioDeposit": "deposit",
    "PlainLanguageDesignationText": "office's use", "ECLAClassificationBag": "a scheme no longer kept", "CPCCombinationSet": "its symbols stand in the list as well",
    "ExaminerBag": "officials", "CorrespondenceAddress": "the agent's", "PartyIdentifier": "office's number of a party",
    "ApplicantCategory": "office's use", "DesignationCategory": "states", "SuccessorRights": "procedure", "RegisteredPractitionerCategory": "office's use",
    "NationalStageFilingDate": "procedure", "PCTNationalPhaseEntryDate": "INID 85: the store has no place for it",
    "GazetteReference": "bulletin",
    "ParentDocumentStatusCode": "office's use",
    "IndicatedIPOfficeCode": "as the office code", "RequestedPriorityDocumentIndicator": "procedure", "DASAccessCode": "confidential",
    "AttachedPriorityDocumentIndicator": "procedure", "OnlineAvailablePriorityDocumentIndicator": "procedure",
    "HagueAgreementData": "the Hague: the numbers", "ApplicantIntent": "procedure", "EarliestPriorityApplication": "stands among the priorities",
    "ReceivingOfficeDate": "procedure", "CompleteSpecificationFilingDate": "procedure", "RightsEffectiveDateBag": "term", "PatentDocumentRepublication": "the publication says it",
    "ExhibitionFilingDate": "exhibitions: no number", "TranslationReceiveDate": "procedure", "SecurityReleaseDate": "procedure",
    "RegisteredPractitionerRegistrationNumber": "registration", "EntityCategory": "legal form", "FullAssignmentIndicator": "procedure",
    "ConfidentialIndicator": "office's use",
    "Correction": "no relation of the store",
    "LocarnoClassificationDate": "edition", "SymbolPositionCode": "place in the list",
    "ProvisionalApplicationStatusCode": "office's use", "IncorporationByReferenceIndicator": "procedure",
}  # fmt: skip
NATIONAL = ("NationalClass", "NationalSubclass")
LOCARNO = ("LocarnoClass", "LocarnoSubclass")
SYMBOL = SYMBOL_PARTS | {*NATIONAL, *LOCARNO}
ROLES = (
    ("applicant", "ApplicantBag/Applicant"),
    ("inventor", "InventorBag/Inventor", "InventorBag/DeceasedInventor"),  # a choice within one list
    ("owner", "OwnerBag/Owner"),
    ("owner", "AssigneeBag/Assignee"),
    ("agent", "RegisteredPractitionerBag/RegisteredPractitioner"),
)
CLASSES = (
    ("ipc", "IPCRClassificationBag/IPCRClassification"),
    ("ipc", "IPCClassification/MainClassification"),
    ("ipc", "IPCClassification/FurtherClassification"),
    ("cpc", "CPCClassificationBag/MainCPC/CPCClassification"),
    ("cpc", "CPCClassificationBag/FurtherCPC/CPCClassification"),
    ("national", "NationalClassification/MainNationalClassification"),
    ("national", "NationalClassification/FurtherNationalClassification"),
    ("locarno", "LocarnoClassificationBag/LocarnoClassificationText"),
    ("locarno", "LocarnoClassificationBag/LocarnoClassification"),
)
# What the office notes by a date among bibliographic data.
EVENTS = (
    ("ApplicationWithdrawnDate", "Withdrawn"),
    ("ApplicationDeemedWithdrawnDate", "Withdrawn"),
    ("ApplicationPartiallyWithdrawnDate", "Partly withdrawn"),
    ("PatentRevocationDate", "Invalidated"),
    ("RightsReestablishedDate", "Rights re-established"),
    ("OppositionData", "Opposed"),
    ("LicenceBag", "Licensed"),
    ("LORData", "Licence of right"),
)
TERM = ("GrantLengthQuantity", "TermExtensionQuantity", "TerminalDisclaimer")
# INID 61 to 67: what a file is divided from, adds to, goes on from or replaces.
PARENTS = {
    "Division": "divided_from", "DivisionalDocument": "divided_from", "Addition": "addition_to", "ProvisionalApplication": "priority",
    **dict.fromkeys(
        ("Continuation", "PartialContinuation", "ContinuingReissue", "Reissue", "DivisionalReissue", "Reexamination",
         "ReexaminationReissueMerger", "Substitution", "Conversion", "EntitlementApplication", "UtilityModelBasis"), "related"),
}  # fmt: skip
RELATED = (
    ("priority", "PriorityClaimBag/PriorityClaim"),
    ("pct_application", "InternationalFilingData/ApplicationIdentification"),
    ("pct_application", "InternationalFilingData/PCTApplicationIdentification"),
    ("pct_application", "PCTApplicationIdentification"),
    ("pct_application", "RegionalFilingData/ApplicationIdentification"),
    ("pct_publication", "InternationalPublishingData/PatentDocumentIdentification/PatentPublicationIdentification"),
    ("pct_publication", "RegionalPublishingData/PatentDocumentIdentification/PatentPublicationIdentification"),
)
FILE = "PatentDocumentIdentification"
SAME_FILE = f"RelatedDocumentBag/RelatedPublication/{FILE}"


def read(member: Member, profile: Profile | None) -> Iterator[Delivered | Unreadable]:
    """Yield each document of a file, see `ingest.formats.reading.publications`."""
    return publications(member, lambda name: name == ROOT, lambda root, place: publication(root, place, profile))


def publication(root: Element, place: str, profile: Profile | None) -> Delivered:
    """Return the document under `root`."""
    take = Taking(IGNORED)
    office = take.get(root, "IPOfficeCode") or (profile.code if profile else "")
    document = Delivered(office, place, "", Number(office, ""), publications=[Number(office, "")])
    for data in take.children(root, "BibliographicData"):
        _bibliographic(take, data, document, attribute(root, "languageCode"))
    own = document.publications[0]
    at_root = Number(office, "", date=attribute(root, "documentPublicationDate"))
    document.problems += fill(own, at_root, "The {} at the root", place, "the bibliographic data")
    document.office, document.as_of = office or own.office, own.date
    for element in root:
        if name(element) in PARTS:
            take.whole.add(element)
            document.texts += _part(element, attribute(root, "languageCode"), document, place)
    document.problems += take.left(root, place)
    return document


def _part(element: Element, language: str, document: Delivered, place: str) -> list[Passage]:
    language = attribute(element, "languageCode") or language
    if name(element) == "Claims":
        passage, problems = prose.claims(language, element, place)
        document.problems += problems
    else:
        passage = prose.passage(PARTS[name(element)], language, element)
    return [passage] if passage else []


def _bibliographic(take: Taking, data: Element, document: Delivered, language: str) -> None:
    office = document.office
    document.publications = [_publication(take, take.child(data, "PatentPublicationIdentification"), office)]
    applied = take.child(data, "ApplicationIdentification")
    document.application = st96_parts.application(take, applied, office)
    if applied is not None:
        said = take.get(applied, "InventionSubjectMatterCategory")
        document.right = RIGHTS.get(bare(said), "")
        if bare(said) not in RIGHTS:
            _tell(document, f"The InventionSubjectMatterCategory {shown(said)} is of no right that is known.")
    _grant(take, data, document)
    for one in take.children(data, SAME_FILE):
        document.publications += [replace(number, mentioned=True) for number in _published(take, one, office)]
    for title in take.children(data, "InventionTitleBag/InventionTitle"):
        if words := take.text(title):
            said = attribute(title, "languageCode") or language
            document.texts.append(Passage("title", said, [{"n": "", "t": words, "refs": []}]))
    document.symbols = list(_symbols(take, data))
    document.names = list(_names(take, data))
    document.events = list(noted.events(take, data, EVENTS, document))
    days = take.children(data, "PublicAvailabilityDataBag")
    availability.note(take, days, document, lambda one: next(iter(_numbers_in(take, one, office)), Number(office, "")))
    years, *more = (take.get(data, f"GrantTerm/{key}") for key in TERM)
    granted_term.note(document, years if office == "US" else "", *more)
    document.related = [
        Related(
            relation,
            (_publication if path.endswith("PublicationIdentification") else st96_parts.application)(take, element, ""),
        )
        for relation, path in RELATED
        for element in take.children(data, path)
        if not empty(element)
    ]
    document.related += came(_relations(take, data), document)


def _relations(take: Taking, data: Element) -> Iterator[Relations]:
    """Yield what a file comes from and what came of it; a number may also stand without `ParentDocument` around it."""
    for what, relation in PARENTS.items():
        for one in [*take.children(data, f"RelatedDocumentBag/{what}"), *take.children(data, what)]:
            parents, children = take.children(one, "ParentDocument"), take.children(one, "ChildDocument")
            found = [_numbers(take, parent) for parent in parents or ([] if children else [one])]
            yield relation, found, [number for child in children for number in _numbers(take, child)]


def _numbers(take: Taking, element: Element) -> list[Number]:
    """Return the numbers of a file: its own, those published of it, and that of the PCT application it was."""
    files = [*take.children(element, FILE), element]
    applied = [inner for one in files for inner in take.children(one, "ApplicationIdentification")]
    published = [number for one in files for number in _published(take, one, "")]
    pct = take.children(element, "PCTDocumentParent/ApplicationIdentification")
    found = [*(st96_parts.application(take, one, "") for one in applied), *published]
    return [*found, *(st96_parts.application(take, one, "WO") for one in pct)]


def _published(take: Taking, file: Element, office: str) -> list[Number]:
    published = [_publication(take, one, office) for one in take.children(file, "PatentPublicationIdentification")]
    return [*published, *(_granted(take, one, office) for one in take.children(file, "PatentGrantIdentification"))]


def _numbers_in(take: Taking, element: Element, office: str) -> list[Number]:
    return [number for one in take.children(element, FILE) for number in _published(take, one, office)]


def _granted(take: Taking, grant: Element, office: str) -> Number:
    number = Number(take.get(grant, "IPOfficeCode") or office, take.get(grant, "PatentNumber"))
    number.kind, number.date = take.get(grant, "PatentDocumentKindCode"), take.get(grant, "GrantDate")
    return number


def _symbols(take: Taking, data: Element) -> Iterator[Symbol]:
    """Yield the classes, each with the edition that stands beside the list it is in."""
    for scheme, path in CLASSES:
        around, _, inner = path.partition("/")
        for block in take.children(data, f"PatentClassificationBag/{around}"):
            take.get(block, "IPOfficeCode")
            edition = take.get(block, "Edition") or take.get(block, "LocarnoClassificationEdition")
            for element in take.children(block, inner):
                take.known(element, SYMBOL, many=("LocarnoSubclass",))
                if text(element):
                    yield from _pieces(scheme, element, edition) or [symbol(scheme, element, edition)]


def _pieces(scheme: str, element: Element, edition: str) -> list[Symbol]:
    """Return a national class, or one of Locarno for each subclass it names, that came in its parts."""
    for key, below, mark in (
        ("NationalClass", "NationalSubclass", "/"),
        ("LocarnoClass", "LocarnoSubclassBag/LocarnoSubclass", "-"),
    ):
        if whole := text(child(element, key)):
            subclasses = [said for one in children(element, below) if (said := text(one))]
            return [Symbol(scheme, mark.join(filter(None, (whole, one))), edition) for one in subclasses or [""]]
    return []


def _names(take: Taking, data: Element) -> Iterator[Name]:
    """Yield the parties, those of one role in the order of their numbers."""
    for role, *paths in ROLES:
        found = [party for path in paths for party in take.children(data, f"PartyBag/{path}") if not empty(party)]
        yield from (st96_parts.party(take, party, role) for party in sorted(found, key=place_of))


def _grant(take: Taking, data: Element, document: Delivered) -> None:
    """Note the grant; the patent's own number is one more publication where it is not that of this document."""
    own, grant = document.publications[0], take.child(data, "PatentGrantIdentification")
    published = take.get(data, "GrantPublicationDate")
    if grant is None:
        document.granted_on = published
        return
    number = _granted(take, grant, own.office)
    document.granted_on = number.date or published
    number.date = published or document.granted_on
    if not own.value:
        document.publications = [number]
    elif number.value not in ("", own.value):
        document.publications.append(number)


def _tell(document: Delivered, sentence: str) -> None:
    document.problems.append(Problem("READ-VALUE", "warning", sentence, document.place))


def _publication(take: Taking, element: Element | None, office: str) -> Number:
    if element is None:
        return Number(office, "")
    return Number(
        take.get(element, "IPOfficeCode") or office,
        take.get(element, "PublicationNumber"),
        take.get(element, "PatentDocumentKindCode"),
        take.get(element, "PublicationDate"),
    )
