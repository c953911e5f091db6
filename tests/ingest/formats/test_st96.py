"""ST.96 patent publications: every value the reader takes, and the real example."""

import io
import json
import re

import pytest
from django.conf import settings

from ingest.archive import Member
from ingest.document import Delivered, Event, Name, Number, Related, Symbol
from ingest.formats import st96
from ingest.offices.mark_events import MARK_EVENTS
from ingest.offices.profiles import load
from ingest.safe_xml import name, parse, raw

NAMESPACES = 'xmlns:pat="http://www.wipo.int/standards/XMLSchema/ST96/Patent" xmlns:com="http://www.wipo.int/standards/XMLSchema/ST96/Common"'
APPLICATION = "<pat:ApplicationIdentification><com:IPOfficeCode>{0}</com:IPOfficeCode><com:ApplicationNumber><com:ApplicationNumberText>{1}</com:ApplicationNumberText></com:ApplicationNumber><pat:FilingDate>{2}</pat:FilingDate></pat:ApplicationIdentification>"
WHOLE = f"""<?xml version="1.0" encoding="UTF-8"?>
<pat:PatentPublication {NAMESPACES} com:st96Version="V7_0" com:languageCode="vi" com:documentPublicationDate="2019-03-25">
 <com:IPOfficeCode>VN</com:IPOfficeCode>
 <pat:BibliographicData>
  <pat:PatentPublicationIdentification><com:IPOfficeCode>VN</com:IPOfficeCode><pat:PublicationNumber>62088</pat:PublicationNumber><com:PublicationLanguageCode>vi</com:PublicationLanguageCode><com:PatentDocumentKindCode>A</com:PatentDocumentKindCode><com:PublicationDate>2019-03-25</com:PublicationDate></pat:PatentPublicationIdentification>
  <pat:ApplicationIdentification><com:IPOfficeCode>VN</com:IPOfficeCode><com:ApplicationNumber><com:ApplicationNumberText>2-2018-04729</com:ApplicationNumberText></com:ApplicationNumber><com:FilingLanguageCode>vi</com:FilingLanguageCode><pat:InventionSubjectMatterCategory>Utility model</pat:InventionSubjectMatterCategory><pat:FilingDate>2018-10-24</pat:FilingDate></pat:ApplicationIdentification>
  <pat:PatentGrantIdentification><com:IPOfficeCode>VN</com:IPOfficeCode><pat:PatentNumber>2-0002873</pat:PatentNumber><com:PatentDocumentKindCode>U</com:PatentDocumentKindCode><pat:GrantDate>2022-06-27</pat:GrantDate></pat:PatentGrantIdentification>
  <pat:PriorityClaimBag><pat:PriorityClaim com:sequenceNumber="1"><com:IPOfficeCode>JP</com:IPOfficeCode><com:ApplicationNumber><com:ApplicationNumberText>2017-123456</com:ApplicationNumberText></com:ApplicationNumber><pat:FilingDate>2017-10-25</pat:FilingDate></pat:PriorityClaim></pat:PriorityClaimBag>
  <pat:PatentClassificationBag>
   <pat:IPCRClassificationBag>
    <pat:IPCRClassification><pat:PatentClassificationText>B27M 3/00</pat:PatentClassificationText></pat:IPCRClassification>
    <pat:IPCRClassification><pat:ClassificationVersionDate>2006-01-01</pat:ClassificationVersionDate><pat:Section>B</pat:Section><pat:Class>27</pat:Class><pat:Subclass>J</pat:Subclass><pat:MainGroup>1</pat:MainGroup><pat:Subgroup>00</pat:Subgroup></pat:IPCRClassification>
   </pat:IPCRClassificationBag>
   <pat:IPCClassification><com:Edition>7</com:Edition><pat:MainClassification>B27D 1/04</pat:MainClassification></pat:IPCClassification>
   <pat:CPCClassificationBag><pat:MainCPC><pat:CPCClassification><pat:CPCSection>B</pat:CPCSection><pat:Class>27</pat:Class><pat:Subclass>N</pat:Subclass><pat:MainGroup>3</pat:MainGroup><pat:Subgroup>04</pat:Subgroup></pat:CPCClassification></pat:MainCPC></pat:CPCClassificationBag>
   <pat:NationalClassification><com:IPOfficeCode>US</com:IPOfficeCode><pat:MainNationalClassification><pat:NationalClass>257</pat:NationalClass><pat:NationalSubclass>618000</pat:NationalSubclass></pat:MainNationalClassification></pat:NationalClassification>
  </pat:PatentClassificationBag>
  <pat:InventionTitleBag><pat:InventionTitle com:languageCode="vi">Vật liệu tre</pat:InventionTitle><pat:InventionTitle com:languageCode="en">Bamboo material</pat:InventionTitle></pat:InventionTitleBag>
  <pat:SearchField><pat:PatentClassificationBag><pat:NationalClassification><com:IPOfficeCode>US</com:IPOfficeCode></pat:NationalClassification></pat:PatentClassificationBag></pat:SearchField>
  <pat:RelatedDocumentBag><pat:Division><pat:ParentDocument><pat:PatentDocumentIdentification>{APPLICATION.format("VN", "1-2016-00001", "2016-01-04")}</pat:PatentDocumentIdentification></pat:ParentDocument><pat:ChildDocument/></pat:Division></pat:RelatedDocumentBag>
  <pat:PartyBag>
   <pat:ApplicantBag><pat:Applicant com:sequenceNumber="1">
    <com:PublicationContact com:languageCode="vi"><com:Name><com:OrganizationName><com:OrganizationStandardName>Công ty Tre</com:OrganizationStandardName></com:OrganizationName></com:Name><com:CityName>Sơn La</com:CityName><com:CountryCode>VN</com:CountryCode></com:PublicationContact>
    <com:PublicationContact com:languageCode="en"><com:Name><com:OrganizationName><com:OrganizationStandardName>Tre Co., Ltd.</com:OrganizationStandardName></com:OrganizationName></com:Name></com:PublicationContact>
   </pat:Applicant></pat:ApplicantBag>
   <pat:InventorBag><pat:Inventor><com:Contact><com:Name><com:PersonName><com:PersonStructuredName><com:FirstName>Văn</com:FirstName><com:LastName>Lò</com:LastName></com:PersonStructuredName></com:PersonName></com:Name><com:PostalAddressBag><com:PostalAddress><com:PostalStructuredAddress><com:AddressLineText>1 Đường</com:AddressLineText><com:CityName>Hà Nội</com:CityName><com:CountryCode>VN</com:CountryCode></com:PostalStructuredAddress></com:PostalAddress></com:PostalAddressBag><com:PhoneNumberBag><com:PhoneNumber>1</com:PhoneNumber></com:PhoneNumberBag></com:Contact></pat:Inventor><pat:DeceasedInventor><com:Contact><com:Name><com:PersonName><com:PersonFullName>Lò Thị</com:PersonFullName></com:PersonName></com:Name></com:Contact></pat:DeceasedInventor></pat:InventorBag>
   <pat:AssigneeBag><pat:Assignee><com:PublicationContact><com:Name><com:EntityName>Owner</com:EntityName></com:Name></com:PublicationContact></pat:Assignee></pat:AssigneeBag>
   <pat:RegisteredPractitionerBag><pat:RegisteredPractitioner><com:PublicationContact><com:Name><com:PersonName><com:PersonFullName>Agent Name</com:PersonFullName></com:PersonName></com:Name></com:PublicationContact></pat:RegisteredPractitioner></pat:RegisteredPractitionerBag>
  </pat:PartyBag>
  <pat:InternationalFilingData>{APPLICATION.format("WO", "PCT/VN2018/000001", "2018-01-02")}</pat:InternationalFilingData>
  <pat:InternationalPublishingData><pat:PatentDocumentIdentification><pat:PatentPublicationIdentification><com:IPOfficeCode>WO</com:IPOfficeCode><pat:PublicationNumber>WO2018/123456</pat:PublicationNumber><com:PublicationDate>2018-07-05</com:PublicationDate></pat:PatentPublicationIdentification></pat:PatentDocumentIdentification></pat:InternationalPublishingData>
 </pat:BibliographicData>
 <pat:Description><com:Heading>Lĩnh vực</com:Heading><com:P com:pNumber="0001">Văn bản</com:P></pat:Description>
 <pat:Claims><pat:Claim com:id="C1"><pat:ClaimNumber>1</pat:ClaimNumber><pat:ClaimTypeCategory>Independent</pat:ClaimTypeCategory><pat:ClaimText>1. Vật liệu gồm:<pat:ClaimText>tre; và</pat:ClaimText><pat:ClaimText>keo.</pat:ClaimText></pat:ClaimText></pat:Claim>
  <pat:Claim com:id="C2"><pat:ClaimNumber>2</pat:ClaimNumber><pat:ClaimText>Vật liệu theo <pat:ClaimReference com:idrefs="C1">điểm 1</pat:ClaimReference>.</pat:ClaimText></pat:Claim></pat:Claims>
 <pat:Abstract com:languageCode="vi"><com:P>Tóm tắt</com:P></pat:Abstract>
 <pat:Abstract com:languageCode="en"><pat:PageImage><com:FileName>a.tif</com:FileName></pat:PageImage></pat:Abstract>
 <pat:Drawings><pat:PageImage><com:FileName>d.tif</com:FileName></pat:PageImage></pat:Drawings>
</pat:PatentPublication>"""


def read(content: str, profile: str = "") -> list[Delivered]:
    member = Member("d.xml", lambda: io.BytesIO(content.encode()))
    return list(st96.read(member, load(profile) if profile else None))


def root(inner: str, attributes: str = "") -> str:
    return f"<pat:PatentPublication {NAMESPACES} {attributes}>{inner}</pat:PatentPublication>"


def test_every_value_of_a_publication_is_taken():
    (document,) = read(WHOLE)
    assert (document.office, document.place, document.as_of) == ("VN", "d.xml:2", "2019-03-25")
    assert (document.right, document.granted_on) == ("utility_model", "2022-06-27")
    assert document.application == Number("VN", "2-2018-04729", date="2018-10-24")
    assert document.publications == [
        Number("VN", "62088", "A", "2019-03-25"),
        Number("VN", "2-0002873", "U", "2022-06-27"),
    ]
    assert document.symbols == [
        Symbol("ipc", "B27M 3/00"),
        Symbol("ipc", "B27J 1/00", "2006-01-01"),
        Symbol("ipc", "B27D 1/04", "7"),
        Symbol("cpc", "B27N 3/04"),
        Symbol("national", "257/618000"),
    ]
    assert document.names == [
        Name("applicant", "Công ty Tre", "VN", "Sơn La", "Tre Co., Ltd."),
        Name("inventor", "Lò, Văn", "VN", "1 Đường, Hà Nội"),
        Name("inventor", "Lò Thị"),
        Name("owner", "Owner"),
        Name("agent", "Agent Name"),
    ]
    assert document.related == [
        Related("priority", Number("JP", "2017-123456", date="2017-10-25")),
        Related("pct_application", Number("WO", "PCT/VN2018/000001", date="2018-01-02")),
        Related("pct_publication", Number("WO", "WO2018/123456", date="2018-07-05")),
        Related("divided_from", Number("VN", "1-2016-00001", date="2016-01-04")),
    ]
    assert document.problems == []


def test_every_text_is_taken_in_its_language():
    (document,) = read(WHOLE)
    assert [(t.part, t.language, [(p["n"], p["t"], p["refs"]) for p in t.paragraphs], t.image_only) for t in document.texts] == [
        ("title", "vi", [("", "Vật liệu tre", [])], False),
        ("title", "en", [("", "Bamboo material", [])], False),
        ("description", "vi", [("", "Lĩnh vực", []), ("0001", "Văn bản", [])], False),
        ("claims", "vi", [("1", "Vật liệu gồm:\ntre; và\nkeo.", []), ("2", "Vật liệu theo điểm 1.", ["1"])], False),
        ("abstract", "vi", [("", "Tóm tắt", [])], False),
        ("abstract", "en", [], True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("grant", "publications", "granted"),
    [
        ("<pat:PatentNumber>7</pat:PatentNumber><com:PatentDocumentKindCode>B</com:PatentDocumentKindCode><pat:GrantDate>2020-01-02</pat:GrantDate>",
         [Number("XX", "7", "B", "2020-01-02")], "2020-01-02"),
        ("", [Number("XX", "")], ""),
    ],
)  # fmt: skip
def test_a_grant_may_be_the_only_publication(grant, publications, granted):
    inner = (
        f"<pat:PatentGrantIdentification><com:IPOfficeCode>XX</com:IPOfficeCode>{grant}</pat:PatentGrantIdentification>"
    )
    (document,) = read(
        root(f"<com:IPOfficeCode>XX</com:IPOfficeCode><pat:BibliographicData>{inner}</pat:BibliographicData>")
    )
    assert (document.publications, document.granted_on, document.problems) == (publications, granted, [])


def test_an_st13_number_stands_in_where_the_office_s_own_is_missing():
    number = "<pat:ApplicationIdentification><com:ApplicationNumber><com:IPOfficeCode>SG</com:IPOfficeCode><com:ST13ApplicationNumber>102020000000123</com:ST13ApplicationNumber></com:ApplicationNumber></pat:ApplicationIdentification>"
    (document,) = read(
        root(f"<pat:BibliographicData>{number}</pat:BibliographicData>", 'com:documentPublicationDate="2020"'), "EP"
    )
    assert (document.office, document.as_of) == ("EP", "2020")
    assert document.application == Number("SG", "102020000000123")


@pytest.mark.parametrize(
    ("inner", "path"),
    [
        ("<pat:NewPart>x</pat:NewPart>", "NewPart"),
        ("<pat:BibliographicData><pat:NewData/></pat:BibliographicData>", "BibliographicData/NewData"),
        ("<pat:BibliographicData><pat:PartyBag><pat:ThirdPartyBag/></pat:PartyBag></pat:BibliographicData>", "BibliographicData/PartyBag/ThirdPartyBag"),
    ],
)  # fmt: skip
def test_a_new_element_announces_itself(inner, path):
    (document,) = read(root(inner))
    assert [problem.sentence.split()[2] for problem in document.problems] == [f"PatentPublication/{path}"]


def test_the_real_example_agrees_with_the_counts_made_by_another_method():
    path = settings.OFFICE_DATA_DIR / "wipo-st96" / "PatentPublication_Example.xml"
    if not path.exists():
        pytest.skip("The folder of real office data is not on this machine.")
    known = json.loads((settings.OFFICE_DATA_DIR / "EXPECTED.json").read_text())["wipo-st96"]["files"][path.name]
    (document,) = st96.read(Member(path.name, lambda: path.open("rb")), None)
    own = document.publications[0]
    assert [own.office, own.value, own.kind, own.date] == [known[key] for key in ("country", "number", "kind", "date")]
    assert document.problems == []
    texts = {text.part: text for text in document.texts}
    assert len(texts["claims"].paragraphs) == known["claims"]["en"]
    assert sum(bool(paragraph["n"]) for paragraph in texts["description"].paragraphs) == known["description"]["en"]
    assert sum(symbol.scheme == "ipc" for symbol in document.symbols) == known["ipc"]["ipcr"]
    whole = "".join(raw(element) for element in parse(path.read_bytes()) if name(element) == "Description")
    found = "".join(paragraph["t"] for paragraph in texts["description"].paragraphs)
    assert re.sub(r"\s", "", found) == re.sub(r"\s", "", whole)


@pytest.mark.parametrize(
    ("inner", "events"),
    [
        ("<pat:ApplicationWithdrawnDate>2020-01-02</pat:ApplicationWithdrawnDate>", [Event("Withdrawn", "Withdrawn", "2020-01-02", language="en")]),
        ("<pat:ApplicationWithdrawnDate>2020-01</pat:ApplicationWithdrawnDate>", [Event("Withdrawn", "Withdrawn", "2020-01", language="en")]),
        ("<pat:ApplicationWithdrawnDate>2020</pat:ApplicationWithdrawnDate>", [Event("Withdrawn", "Withdrawn", "2020", language="en")]),
        ("<pat:PatentRevocationDate>2021-01-02</pat:PatentRevocationDate>", [Event("Invalidated", "Invalidated", "2021-01-02", language="en")]),
        ("<pat:OppositionData><pat:OppositionFiledDate>2021-03-04</pat:OppositionFiledDate><pat:Opponent>X</pat:Opponent></pat:OppositionData>", [Event("Opposed", "Opposed", "2021-03-04", "2021-03-04 X", language="en")]),
        ("<pat:OppositionData><pat:OppositionIdentifier>7</pat:OppositionIdentifier><pat:OppositionFiledDate>2021-03-04</pat:OppositionFiledDate><pat:Opponent>X</pat:Opponent></pat:OppositionData>", [Event("Opposed", "Opposed", "2021-03-04", "7 2021-03-04 X", language="en")]),
        ("<pat:LicenceBag><pat:Licence><pat:LicenceNumber>7</pat:LicenceNumber><pat:LicenceDate>2020-01-02</pat:LicenceDate></pat:Licence><pat:Licence><pat:LicenceDate>2021-01-02</pat:LicenceDate></pat:Licence></pat:LicenceBag>",
         [Event("Licensed", "Licensed", "2020-01-02", "7 2020-01-02", language="en"), Event("Licensed", "Licensed", "2021-01-02", language="en")]),
    ],
)  # fmt: skip
def test_what_the_office_notes_by_a_date_is_an_event(inner, events):
    (document,) = read(root(f"<pat:BibliographicData>{inner}</pat:BibliographicData>"))
    assert (document.events, document.problems) == (events, [])
    assert all(event.code in MARK_EVENTS for event in events)


def test_what_the_office_notes_without_a_day_is_told():
    (document,) = read(
        root(
            "<pat:BibliographicData><pat:LicenceBag><pat:Licence>none</pat:Licence></pat:LicenceBag></pat:BibliographicData>"
        )
    )
    assert (document.events, [p.sentence for p in document.problems]) == (
        [],
        ["Licence has no day; it was not taken: “none”."],
    )


IPCR = "<pat:IPCRClassificationBag><pat:IPCRClassification><pat:ClassificationVersionDate>2006-01-01</pat:ClassificationVersionDate><pat:PatentClassificationText>B27M 3/00</pat:PatentClassificationText></pat:IPCRClassification></pat:IPCRClassificationBag>"
LOCARNO = "<com:LocarnoClassificationBag><com:LocarnoClassificationEdition>12</com:LocarnoClassificationEdition><com:LocarnoClassification><com:LocarnoClass>26</com:LocarnoClass>{}</com:LocarnoClassification></com:LocarnoClassificationBag>"
SUBCLASSES = "<com:LocarnoSubclassBag><com:LocarnoSubclass>05</com:LocarnoSubclass><com:LocarnoSubclass>06</com:LocarnoSubclass></com:LocarnoSubclassBag>"


@pytest.mark.parametrize(
    ("classes", "symbols"),
    [
        (IPCR, [Symbol("ipc", "B27M 3/00", "2006-01-01")]),
        (LOCARNO.format(SUBCLASSES), [Symbol("locarno", "26-05", "12"), Symbol("locarno", "26-06", "12")]),
        (LOCARNO.format(""), [Symbol("locarno", "26", "12")]),
    ],
)
def test_a_class_has_its_version_and_each_of_its_subclasses(classes, symbols):
    (document,) = read(
        root(
            f"<pat:BibliographicData><pat:PatentClassificationBag>{classes}</pat:PatentClassificationBag></pat:BibliographicData>"
        )
    )
    assert (document.symbols, document.problems) == (symbols, [])


@pytest.mark.parametrize(
    ("said", "right", "told"),
    [("Utility", "", []), ("Design", "design", []), ("Utility model", "utility_model", []), ("UtilityModel", "utility_model", []), ("Plant", "", []), ("Sketch", "", ["READ-VALUE"])],
)  # fmt: skip
def test_the_right_is_by_the_category_and_one_that_is_not_known_is_told(said, right, told):
    own = f"<pat:ApplicationIdentification><pat:InventionSubjectMatterCategory>{said}</pat:InventionSubjectMatterCategory></pat:ApplicationIdentification>"
    (document,) = read(root(f"<pat:BibliographicData>{own}</pat:BibliographicData>"))
    assert (document.right, [p.code for p in document.problems]) == (right, told)


def test_a_root_that_contradicts_the_bibliographic_data_is_told():
    (document,) = read(WHOLE.replace('documentPublicationDate="2019-03-25"', 'documentPublicationDate="2018-03-25"'))
    assert document.as_of == "2019-03-25"
    assert [p.sentence for p in document.problems if p.code == "READ-VALUE"] == [
        "The date at the root is “2018-03-25”; “2019-03-25”, as the bibliographic data has it, was taken."
    ]


def test_inventors_alive_and_dead_stand_in_one_list_in_the_order_of_their_numbers():
    contact = "<com:Contact><com:Name><com:EntityName>{}</com:EntityName></com:Name></com:Contact>"
    people = "".join(
        f'<pat:{kind} com:sequenceNumber="{n}">{contact.format(n)}</pat:{kind}>'
        for kind, n in (("Inventor", 1), ("DeceasedInventor", 2), ("Inventor", 3))
    )
    bag = f"<pat:PartyBag><pat:InventorBag>{people}</pat:InventorBag></pat:PartyBag>"
    (document,) = read(root(f"<pat:BibliographicData>{bag}</pat:BibliographicData>"), "TH")
    assert document.names == [Name("inventor", n) for n in "123"]


def test_what_changes_the_term_of_a_patent_is_an_event():
    term = "<pat:GrantTerm><pat:TermExtensionQuantity>132</pat:TermExtensionQuantity></pat:GrantTerm>"
    (document,) = read(root(f"<pat:BibliographicData>{term}</pat:BibliographicData>"), "PH")
    assert (document.events, document.problems) == (
        [Event("Term extended", "Term extended", "", "132 days", language="en")],
        [],
    )


FILE = "<pat:PatentDocumentIdentification>{0}</pat:PatentDocumentIdentification>"
PUBLISHED = "<pat:PatentPublicationIdentification><com:IPOfficeCode>PH</com:IPOfficeCode><pat:PublicationNumber>{0}</pat:PublicationNumber></pat:PatentPublicationIdentification>"
GRANTED = "<pat:PatentGrantIdentification><com:IPOfficeCode>PH</com:IPOfficeCode><pat:PatentNumber>{0}</pat:PatentNumber><pat:GrantDate>2019-01-04</pat:GrantDate></pat:PatentGrantIdentification>"
OWN, OTHER = (
    APPLICATION.format("PH", "1-2018-000001", "2018-01-04"),
    APPLICATION.format("PH", "1-2016-000001", "2016-01-04"),
)
PARENT, CHILD = f"<pat:ParentDocument>{FILE}</pat:ParentDocument>", f"<pat:ChildDocument>{FILE}</pat:ChildDocument>"
FROM = Number("PH", "1-2016-000001", date="2016-01-04")


@pytest.mark.parametrize(
    ("inner", "related"),
    [
        *((f"<pat:{what}>{PARENT.format(OTHER + PUBLISHED.format('1-2016-5'))}{CHILD.format(OWN)}</pat:{what}>", [Related(relation, FROM), Related("related", Number("PH", "1-2016-5"))])
          for what, relation in (("Division", "divided_from"), ("Addition", "addition_to"), ("Continuation", "related"))),
        (f"<pat:Reissue>{PARENT.format(OTHER + GRANTED.format('1-2016-6'))}</pat:Reissue>", [Related("related", FROM), Related("related", Number("PH", "1-2016-6", date="2019-01-04"))]),
        (f"<pat:Continuation><pat:ParentDocument>{FILE.format(OTHER)}<pat:PCTDocumentParent>{APPLICATION.format('WO', 'PCT/PH2015/000001', '2015-01-04')}</pat:PCTDocumentParent></pat:ParentDocument></pat:Continuation>",
         [Related("related", FROM), Related("related", Number("WO", "PCT/PH2015/000001", date="2015-01-04"))]),
        (f"<pat:ProvisionalApplication>{FILE.format(OTHER)}</pat:ProvisionalApplication>", [Related("priority", FROM)]),
        (f"<pat:DivisionalDocument>{OTHER}</pat:DivisionalDocument>", [Related("divided_from", FROM)]),
        # what was divided from this one
        (f"<pat:Division>{PARENT.format(OWN)}{CHILD.format(OTHER)}</pat:Division>", [Related("related", FROM)]),
        (f"<pat:Division>{CHILD.format(OTHER)}</pat:Division>", [Related("related", FROM)]),
    ],
)  # fmt: skip
def test_what_a_file_comes_from_and_what_came_of_it_is_kept(inner, related):
    bag = f"{OWN}<pat:RelatedDocumentBag>{inner}</pat:RelatedDocumentBag>"
    (document,) = read(root(f"<pat:BibliographicData>{bag}</pat:BibliographicData>"), "PH")
    assert (document.related, document.problems) == (related, [])


def test_an_empty_party_or_priority_is_none():
    inner = "<pat:PriorityClaimBag><pat:PriorityClaim/></pat:PriorityClaimBag><pat:PartyBag><pat:ApplicantBag><pat:Applicant/></pat:ApplicantBag></pat:PartyBag>"
    (document,) = read(root(f"<pat:BibliographicData>{inner}</pat:BibliographicData>"), "PH")
    assert (document.names, document.related, document.problems) == ([], [], [])


def test_publications_and_grants_of_the_same_file_are_mentioned():
    bag = f"<pat:RelatedDocumentBag><pat:RelatedPublication>{FILE.format(PUBLISHED.format('1-2019-7') + GRANTED.format('1-2019-8'))}</pat:RelatedPublication></pat:RelatedDocumentBag>"
    (document,) = read(root(f"<pat:BibliographicData>{bag}</pat:BibliographicData>"), "PH")
    assert document.publications[1:] == [
        Number("PH", "1-2019-7", mentioned=True),
        Number("PH", "1-2019-8", date="2019-01-04", mentioned=True),
    ]
    assert document.problems == []


@pytest.mark.parametrize(
    ("what", "number", "granted", "mentioned", "events", "told"),
    [
        ("NotPrintedPatentGrant", GRANTED, "2019-01-04", 1, [], []),
        ("UnexaminedNoGrantPrintedPatentDocument", GRANTED, "", 1, [], []),
        ("PatentInvalidation", GRANTED, "", 0, [("2019-01-04", "-")], []),
        ("PatentInvalidation", PUBLISHED, "", 0, [], ["READ-NEW"]),  # it has no day
        ("PrintedAsAmendedDocument", GRANTED, "", 0, [], ["READ-NEW"]),
    ],
)
def test_the_days_of_public_availability_date_the_grant(what, number, granted, mentioned, events, told):
    kind = "</pat:PatentNumber><com:PatentDocumentKindCode>B</com:PatentDocumentKindCode>"
    said = FILE.format(number.format("1-2019-8").replace("</pat:PatentNumber>", kind))
    bag = f"<pat:PublicAvailabilityDataBag><pat:{what}>{said}</pat:{what}></pat:PublicAvailabilityDataBag>"
    (document,) = read(root(f"<pat:BibliographicData>{bag}</pat:BibliographicData>"), "PH")
    assert (document.granted_on, sum(one.mentioned for one in document.publications)) == (granted, mentioned)
    assert [(event.date, event.influence) for event in document.events] == events
    assert sorted({problem.code for problem in document.problems}) == told


@pytest.mark.parametrize("around", ["<pat:InternationalFilingData>{}</pat:InternationalFilingData>", "{}"])
@pytest.mark.parametrize("number", ["ApplicationNumber><com:ApplicationNumberText>{}</com:ApplicationNumberText></com:ApplicationNumber", "ApplicationNumber>{}</com:ApplicationNumber", "PCTApplicationNumber>{}</com:PCTApplicationNumber"])  # fmt: skip
def test_a_pct_application_may_stand_under_a_name_of_its_own(around, number):
    inner = f"<com:{number.format('PCT/PH2015/000001')}><pat:FilingDate>2015-01-04</pat:FilingDate>"
    data = around.format(f"<pat:PCTApplicationIdentification>{inner}</pat:PCTApplicationIdentification>")
    (document,) = read(root(f"<pat:BibliographicData>{data}</pat:BibliographicData>"), "PH")
    assert document.related == [Related("pct_application", Number("", "PCT/PH2015/000001", date="2015-01-04"))]
    assert document.problems == []
