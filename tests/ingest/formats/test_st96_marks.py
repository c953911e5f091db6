"""Marks and designs of ST.96: every value the reader takes, the forms of the United States, and the same marks in ST.66."""

import io
import json
from dataclasses import replace

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from ingest.archive import Member
from ingest.dialects import documents
from ingest.document import Delivered, Event, Name, Number, Related, Symbol, Unreadable
from ingest.formats import st96_marks
from ingest.formats.st66 import STATUS
from ingest.offices.event_rule import EventRule
from ingest.offices.profiles import load

CONTACT = "<com:Contact><com:Name>{0}</com:Name><com:PostalAddressBag><com:PostalAddress><com:PostalStructuredAddress><com:AddressLineText>1 Road</com:AddressLineText><com:CityName>Hà Nội</com:CityName><com:CountryCode>VN</com:CountryCode></com:PostalStructuredAddress></com:PostalAddress></com:PostalAddressBag></com:Contact>"
ENTITY = CONTACT.format("<com:EntityName>{0}</com:EntityName>")
PERSON = "<com:Contact><com:Name><com:PersonName><com:PersonStructuredName><com:FirstName>Ana</com:FirstName><com:FirstLastName>Paz</com:FirstLastName><com:SecondLastName>Sol</com:SecondLastName></com:PersonStructuredName></com:PersonName></com:Name></com:Contact>"
NUMBER = "<com:ApplicationNumber><com:IPOfficeCode>{0}</com:IPOfficeCode><com:ApplicationNumberText>{1}</com:ApplicationNumberText></com:ApplicationNumber>"
MARK = f"""<tmk:Trademark><com:RegistrationOfficeCode>VN</com:RegistrationOfficeCode>{NUMBER.format("VN", "4-2019-00125")}
<com:RegistrationNumber>4-0350000</com:RegistrationNumber><com:ApplicationDate>2019-01-02-05:00</com:ApplicationDate><com:RegistrationDate>2020-03-04</com:RegistrationDate>
<com:ApplicationLanguageCode>vi</com:ApplicationLanguageCode><com:ExpiryDate>2029-01-02</com:ExpiryDate><tmk:MarkCurrentStatusCode>Registered</tmk:MarkCurrentStatusCode><tmk:MarkCurrentStatusDate>2020-03-04</tmk:MarkCurrentStatusDate>
<tmk:DivisionalApplicationBag><tmk:InitialApplicationNumber>{NUMBER.format("VN", "4-2018-00001")[23:-24]}</tmk:InitialApplicationNumber><tmk:InitialApplicationDate>2018-01-02</tmk:InitialApplicationDate></tmk:DivisionalApplicationBag>
<tmk:MarkRepresentation><tmk:MarkFeatureCategory>Combined</tmk:MarkFeatureCategory><tmk:MarkReproduction>
 <tmk:WordMarkSpecification><tmk:MarkVerbalElementText>ĐÈN TRE</tmk:MarkVerbalElementText><tmk:MarkTranslationText com:languageCode="en">bamboo lamp</tmk:MarkTranslationText></tmk:WordMarkSpecification>
 <tmk:MarkImageBag><tmk:MarkImage><com:FileName>logo.jpg</com:FileName><tmk:MarkImageClassification><tmk:FigurativeElementClassificationBag>
  <tmk:ViennaClassificationBag><tmk:ViennaClassificationEdition>8</tmk:ViennaClassificationEdition><tmk:ViennaClassification><tmk:ViennaCategory>5</tmk:ViennaCategory><tmk:ViennaDivision>7</tmk:ViennaDivision><tmk:ViennaSection>13</tmk:ViennaSection></tmk:ViennaClassification></tmk:ViennaClassificationBag>
 </tmk:FigurativeElementClassificationBag></tmk:MarkImageClassification><tmk:NationalDesignSearchCodeBag><tmk:NationalDesignSearchCode><tmk:NationalDesignCode>130101</tmk:NationalDesignCode></tmk:NationalDesignSearchCode></tmk:NationalDesignSearchCodeBag></tmk:MarkImage></tmk:MarkImageBag>
</tmk:MarkReproduction><tmk:MarkDescriptionBag><tmk:MarkDescriptionText com:languageCode="en">A lamp of bamboo.</tmk:MarkDescriptionText></tmk:MarkDescriptionBag></tmk:MarkRepresentation>
<tmk:GoodsServicesBag><tmk:GoodsServices><tmk:GoodsServicesClassificationBag><tmk:GoodsServicesClassification><tmk:ClassificationKindCode>Primary</tmk:ClassificationKindCode><tmk:ClassNumber>11</tmk:ClassNumber></tmk:GoodsServicesClassification><tmk:GoodsServicesClassification><tmk:NationalClassNumber>021</tmk:NationalClassNumber></tmk:GoodsServicesClassification></tmk:GoodsServicesClassificationBag>
 <tmk:ClassificationVersion>11</tmk:ClassificationVersion><tmk:ClassDescriptionBag><tmk:ClassDescription><tmk:ClassNumber>11</tmk:ClassNumber><tmk:GoodsServicesDescriptionText>Đèn</tmk:GoodsServicesDescriptionText><tmk:GoodsServicesDescriptionText com:languageCode="en">Lamps</tmk:GoodsServicesDescriptionText></tmk:ClassDescription></tmk:ClassDescriptionBag></tmk:GoodsServices></tmk:GoodsServicesBag>
<tmk:PriorityBag><tmk:Priority><com:PriorityCountryCode>US</com:PriorityCountryCode>{NUMBER.format("EM", "85651317")}<tmk:PriorityApplicationFilingDate>2018-12-13</tmk:PriorityApplicationFilingDate></tmk:Priority></tmk:PriorityBag>
<tmk:PublicationBag><tmk:Publication><com:PublicationIdentifier>A 372</com:PublicationIdentifier><com:PublicationDate>2019-05-27</com:PublicationDate></tmk:Publication></tmk:PublicationBag>
<tmk:ApplicantBag><tmk:Applicant>{ENTITY.format("Tre Ltd")}</tmk:Applicant><tmk:Applicant><com:CommentText>SUBSEQUENT OWNER AFTER REGISTRATION</com:CommentText>{ENTITY.format("Tre Moi")}</tmk:Applicant></tmk:ApplicantBag>
<tmk:RepresentativeBag><tmk:Representative>{PERSON}</tmk:Representative></tmk:RepresentativeBag><tmk:RecordAttorney>{PERSON}</tmk:RecordAttorney>
<tmk:MarkEventBag><tmk:MarkEvent><tmk:MarkEventCategory>Filed</tmk:MarkEventCategory><com:CommentText>by post</com:CommentText><tmk:MarkEventDate>2019-01-02</tmk:MarkEventDate></tmk:MarkEvent>
 <tmk:MarkEvent><tmk:MarkEventCategory>National prosecution history entry</tmk:MarkEventCategory><tmk:NationalMarkEvent><tmk:MarkEventCode>R.PR</tmk:MarkEventCode><tmk:MarkEventDescriptionText>REGISTERED</tmk:MarkEventDescriptionText></tmk:NationalMarkEvent><tmk:MarkEventDateTime>2020-03-04T00:00:00Z</tmk:MarkEventDateTime></tmk:MarkEvent></tmk:MarkEventBag>
<tmk:AssignmentBag><tmk:Assignment><tmk:AssignmentConveyanceCategory>MERGER</tmk:AssignmentConveyanceCategory><tmk:AssignmentRecordedDate>2021-05-06</tmk:AssignmentRecordedDate><tmk:AssignmentExecutedDate>2021-01-02</tmk:AssignmentExecutedDate>
 <tmk:AssignorBag><tmk:Assignor>{ENTITY.format("Tre Ltd")}</tmk:Assignor></tmk:AssignorBag><tmk:Assignee>{ENTITY.format("Tre Moi")}</tmk:Assignee></tmk:Assignment></tmk:AssignmentBag>
<tmk:NationalTrademarkInformation><tmk:RegisterCategory>Primary</tmk:RegisterCategory><tmk:MarkCurrentStatusExternalDescriptionText>The mark is registered.</tmk:MarkCurrentStatusExternalDescriptionText></tmk:NationalTrademarkInformation></tmk:Trademark>"""
DESIGN = f"""<dgn:DesignApplication><com:RegistrationOfficeCode>TH</com:RegistrationOfficeCode>{
    NUMBER.format("TH", "1902000123")
}<dgn:DesignApplicationLanguageCode>th</dgn:DesignApplicationLanguageCode><com:ApplicationDate>2019-01-02</com:ApplicationDate>
<dgn:DesignBag>{
    "".join(
        f'''<dgn:Design><com:RegistrationNumber>77</com:RegistrationNumber><com:RegistrationDate>2020-02-03</com:RegistrationDate><dgn:DesignTitleText>โคมไฟ {n}</dgn:DesignTitleText><dgn:NoveltyStatementText>รูปร่าง</dgn:NoveltyStatementText>
<dgn:DesignClaim><dgn:DesignClaimTextBag><dgn:DesignClaimText com:languageCode="en">A lamp as shown.</dgn:DesignClaimText></dgn:DesignClaimTextBag></dgn:DesignClaim><dgn:DesignCurrentStatusCategory>Registered</dgn:DesignCurrentStatusCategory><dgn:DesignCurrentStatusDate>2020-02-03</dgn:DesignCurrentStatusDate>
<dgn:DesignClassificationBag><dgn:LocarnoClassificationBag><dgn:LocarnoClassificationEdition>12</dgn:LocarnoClassificationEdition><dgn:LocarnoClassification><dgn:LocarnoClass>26</dgn:LocarnoClass><dgn:LocarnoSubclassBag><dgn:LocarnoSubclass>05</dgn:LocarnoSubclass></dgn:LocarnoSubclassBag></dgn:LocarnoClassification></dgn:LocarnoClassificationBag></dgn:DesignClassificationBag>
<dgn:DesignerBag><dgn:Designer>{PERSON}</dgn:Designer></dgn:DesignerBag><dgn:DesignEventBag><dgn:DesignEvent><dgn:DesignEventCategory>Published</dgn:DesignEventCategory><dgn:DesignEventDate>2019-08-09</dgn:DesignEventDate></dgn:DesignEvent></dgn:DesignEventBag></dgn:Design>'''
        for n in (1, 2)
    )
}</dgn:DesignBag><dgn:ApplicantBag><dgn:Applicant>{
    ENTITY.format("Siam")
}</dgn:Applicant></dgn:ApplicantBag></dgn:DesignApplication>"""
OPEN = '<tmk:TrademarkApplication xmlns:tmk="t" xmlns:dgn="d" xmlns:com="c"><com:RequestSoftware/><tmk:TrademarkBag>'
CLOSE = "</tmk:TrademarkBag></tmk:TrademarkApplication>"


def read(content: str, profile: str = "") -> list[Delivered | Unreadable]:
    member = Member("m.xml", lambda: io.BytesIO(content.encode("utf-8", "replace")))
    return list(st96_marks.read(member, load(profile) if profile else None))


def one(content: str) -> Delivered:
    (found,) = read(OPEN + content + CLOSE)
    assert isinstance(found, Delivered)
    return found


def said(document: Delivered) -> list[tuple[str, str, str, str]]:
    return [(t.part, t.language, p["n"], p["t"]) for t in document.texts for p in t.paragraphs]


def test_every_value_of_a_mark_is_taken():
    mark = one(MARK)
    assert (mark.office, mark.right, mark.place, mark.as_of) == ("VN", "trademark", "m.xml:1", "2021-05-06")
    assert mark.application == Number("VN", "4-2019-00125", date="2019-01-02")
    assert (mark.granted_on, mark.expires_on) == ("2020-03-04", "2029-01-02")
    assert mark.publications == [
        Number("VN", "4-0350000"),
        Number("VN", "4-2019-00125", date="2019-05-27"),
    ]
    assert said(mark) == [
        ("title", "vi", "", "ĐÈN TRE"),
        ("description", "en", "", "A lamp of bamboo."),
        ("description", "en", "Translation", "bamboo lamp"),
        ("description", "en", "11", "Lamps"),
        ("description", "vi", "11", "Đèn"),
    ]
    assert mark.symbols == [
        Symbol("nice", "11", "11"),
        Symbol("national", "021"),
        Symbol("vienna", "5.7.13", "8"),
        Symbol("national", "130101"),
    ]
    assert mark.related == [
        Related("priority", Number("US", "85651317", date="2018-12-13")),
        Related("divided_from", Number("VN", "4-2018-00001", date="2018-01-02")),
    ]
    assert mark.problems == []


def test_every_party_is_taken_in_its_role():
    assert one(MARK).names == [
        Name("applicant", "Tre Ltd", "VN", "1 Road, Hà Nội"),
        Name("owner", "Tre Moi", "VN", "1 Road, Hà Nội"),
        Name("agent", "Paz Sol, Ana"),
    ]


def test_events_transfers_and_the_status_are_taken():
    assert one(MARK).events == [
        Event("Filed", "by post", "2019-01-02"),
        Event("R.PR", "REGISTERED", "2020-03-04"),
        Event(
            "Assigned",
            "MERGER",
            "2021-05-06",
            "Tre Ltd (1 Road, Hà Nội, VN) → Tre Moi (1 Road, Hà Nội, VN); executed 2021-01-02",
        ),
        Event("Published", "Published", "2019-05-27", gazette="A 372", language="en"),
        Event("Registered", "The mark is registered.", "2020-03-04", STATUS, language="en", status=True),
    ]


def test_a_category_that_is_known_goes_before_a_code_of_the_office_that_is_not():
    entry = MARK.replace("National prosecution history entry", "Registration cancelled")
    assert one(entry).events[1] == Event("Registration cancelled", "REGISTERED", "2020-03-04", "Office's code R.PR")
    profile = replace(load("VN"), events={"R.PR": EventRule("Registered")})
    (found,) = st96_marks.read(Member("m.xml", lambda: io.BytesIO((OPEN + entry + CLOSE).encode())), profile)
    assert isinstance(found, Delivered)
    assert found.events[1] == Event("R.PR", "REGISTERED", "2020-03-04")


def test_of_several_bulletins_the_first_is_the_publication():
    first = MARK.replace(
        "<com:PublicationDate>2019-05-27",
        "<com:PublicationDate>2021-05-27</com:PublicationDate></tmk:Publication><tmk:Publication><com:PublicationDate>2019-04-27",
    )
    assert one(first).publications == [Number("VN", "4-0350000"), Number("VN", "4-2019-00125", date="2019-04-27")]


@pytest.mark.parametrize("word", ["Published", "Application published", "Registration published"])
def test_an_event_tells_the_day_of_the_publication_where_no_bulletin_does(word):
    event = f"<tmk:MarkEventBag><tmk:MarkEvent><tmk:MarkEventCategory>{word}</tmk:MarkEventCategory><tmk:MarkEventDate>2019-06-07</tmk:MarkEventDate></tmk:MarkEvent></tmk:MarkEventBag>"
    number = "<com:RegistrationNumber>7</com:RegistrationNumber><com:RegistrationDate>2020-03-04</com:RegistrationDate>"
    found = one(f"<tmk:Trademark>{NUMBER.format('VN', '1')}{number}{event}</tmk:Trademark>")
    assert found.publications == [Number("VN", "7"), Number("VN", "1", date="2019-06-07")]


def test_a_registration_ends_on_its_day_of_termination():
    ended = MARK.replace("</com:ExpiryDate>", "</com:ExpiryDate><tmk:TerminationDate>2022-03-03</tmk:TerminationDate>")
    assert Event("Terminated", "Terminated", "2022-03-03", language="en") in one(ended).events


def test_an_application_of_several_designs_is_one_document():
    design = one(DESIGN)
    assert (design.office, design.right, design.granted_on) == ("TH", "design", "2020-02-03")
    assert said(design) == [
        ("title", "th", "", "โคมไฟ 1"),
        ("title", "th", "", "โคมไฟ 2"),
        ("description", "th", "", "รูปร่าง"),
        ("claims", "en", "", "A lamp as shown."),
    ]
    assert design.symbols == [Symbol("locarno", "26-05", "12")]
    assert [(name.role, name.name) for name in design.names] == [("applicant", "Siam"), ("inventor", "Paz Sol, Ana")]
    assert {(event.code, event.date) for event in design.events} == {
        ("Published", "2019-08-09"),
        ("Registered", "2020-02-03"),
    }
    assert (design.publications, design.problems) == (
        [Number("TH", "77"), Number("TH", "1902000123", date="2019-08-09")],
        [],
    )


RECORD = "<tmk:{0}><tmk:RecordIdentifier>R7</tmk:RecordIdentifier><tmk:RecordFilingDate>2020-01-02</tmk:RecordFilingDate><tmk:RecordEffectiveDate>2020-02-03</tmk:RecordEffectiveDate>{1}</tmk:{0}>"


@pytest.mark.parametrize(
    ("kind", "more", "words", "comment"),
    [
        ("BasicRecord", "<tmk:BasicRecordCategory>Licence</tmk:BasicRecordCategory>", "Licence", "R7 2020-01-02"),
        ("RecordTransfer", "<tmk:NewHolder><com:EntityName>Tre Moi</com:EntityName></tmk:NewHolder>", "Record transfer", "R7 2020-01-02 Tre Moi"),
        ("RecordLicence", "<tmk:RecordLicenceCategory>Exclusive</tmk:RecordLicenceCategory>", "Exclusive", "R7 2020-01-02"),
    ],
)  # fmt: skip
def test_what_was_recorded_of_a_mark_is_an_event(kind, more, words, comment):
    record = f"<tmk:Trademark><tmk:MarkRecordBag><tmk:MarkRecord>{RECORD.format(kind, more)}</tmk:MarkRecord></tmk:MarkRecordBag></tmk:Trademark>"
    assert (one(record).events, one(record).problems) == ([Event(words, words, "2020-02-03", comment)], [])


def test_each_publication_is_an_event_with_its_bulletin_and_a_priority_without_a_number_is_kept():
    bulletins = "".join(
        f"<tmk:Publication><com:PublicationIdentifier>{n}</com:PublicationIdentifier><com:PublicationDate>2019-0{n}-01</com:PublicationDate></tmk:Publication>"
        for n in (1, 2)
    )
    priority = "<tmk:PriorityBag><tmk:Priority><com:PriorityCountryCode>US</com:PriorityCountryCode><tmk:PriorityApplicationFilingDate>2018-12-13</tmk:PriorityApplicationFilingDate></tmk:Priority></tmk:PriorityBag>"
    mark = one(
        f"<tmk:Trademark>{NUMBER.format('VN', '1')}<tmk:PublicationBag>{bulletins}</tmk:PublicationBag>{priority}</tmk:Trademark>"
    )
    assert mark.events == [
        Event("Published", "Published", f"2019-0{n}-01", gazette=str(n), language="en") for n in (1, 2)
    ]
    assert mark.related == [Related("priority", Number("US", "", date="2018-12-13"))]


def test_the_profile_stands_in_for_the_office_and_several_marks_are_read_in_order():
    bare = "<tmk:Trademark><com:ApplicationNumber><com:ApplicationNumberText>{0}</com:ApplicationNumberText></com:ApplicationNumber></tmk:Trademark>"
    found = read(OPEN + bare.format(1) + bare.format(2) + CLOSE, "KH")
    assert [(d.office, d.application.value) for d in found if isinstance(d, Delivered)] == [("KH", "1"), ("KH", "2")]


@pytest.mark.parametrize(
    ("content", "path"),
    [
        ("<tmk:Trademark><tmk:New>x</tmk:New></tmk:Trademark>", "Trademark/New"),
        ("<tmk:Trademark><tmk:ApplicantBag><tmk:Applicant><tmk:Age>9</tmk:Age></tmk:Applicant></tmk:ApplicantBag></tmk:Trademark>", "Trademark/ApplicantBag/Applicant/Age"),
    ],
)  # fmt: skip
def test_a_new_element_announces_itself(content, path):
    assert [problem.sentence.split()[2] for problem in one(content).problems] == [path]


def test_what_stands_beside_marks_is_told_and_what_stood_before_a_fault_is_read():
    mark = "<tmk:Trademark/>"
    beside, *_ = read(OPEN + "<tmk:Novelty/>" + mark + CLOSE)
    assert isinstance(beside, Unreadable)
    assert "Novelty beside the documents" in beside.problem.sentence
    first, fault = read(OPEN + mark + "&" + CLOSE)
    assert isinstance(first, Delivered)
    assert isinstance(fault, Unreadable)
    assert fault.problem.code == "READ-XML"


@given(st.text(max_size=200))
def test_any_content_is_read_or_refused(content):
    assert all(isinstance(d, Delivered) or d.problem.sentence for d in read(OPEN + content))


def test_the_real_marks_agree_with_the_counts_and_with_themselves_in_st66():
    base = settings.OFFICE_DATA_DIR / "us-trademarks"
    if not base.is_dir():
        pytest.skip("The folder of real office data is not on this machine.")
    files = json.loads((settings.OFFICE_DATA_DIR / "EXPECTED.json").read_text())["us-trademarks"]["files"]
    for name, counts in files.items():
        (found,) = documents(base / name)
        assert isinstance(found, Delivered)
        assert (found.office, found.application.value, found.problems) == ("US", counts["application"], [])
        history = [e for e in found.events if e.comment != STATUS and e.code != "Assigned"]
        assert len(history) == counts["events"], name
        if name.endswith("-ST96.xml"):
            (older,) = documents(base / name.replace("ST96", "ST66"))
            assert isinstance(older, Delivered)
            assert [t.paragraphs for t in found.texts if t.part == "title"] == [
                t.paragraphs for t in older.texts if t.part == "title"
            ]
            assert {s.value for s in found.symbols if s.scheme == "nice"} == {
                s.value for s in older.symbols if s.scheme == "nice"
            }
            assert found.granted_on[:10] == older.granted_on[:10]


@pytest.mark.parametrize("name", ["DesignApplication_Example.xml", "TrademarkApplication_Example.xml"])
def test_the_examples_of_the_standard_are_read_whole(name):
    path = settings.OFFICE_DATA_DIR / "wipo-st96" / name
    if not path.is_file():
        pytest.skip("The folder of real office data is not on this machine.")
    (found,) = documents(path)
    assert isinstance(found, Delivered)
    assert found.problems == []
    assert found.texts
    assert found.names
    assert len(found.events) > 10


def test_what_is_said_of_a_mark_besides_its_word_is_described_and_a_significant_part_alone_is_its_word():
    word = "<MarkSignificantVerbalElementText>TRE</MarkSignificantVerbalElementText><MarkTransliteration>te re</MarkTransliteration>"
    image = "<MarkImageBag><MarkImage><MarkImageColourClaimedText>green</MarkImageColourClaimedText></MarkImage></MarkImageBag>"
    reproduction = f"<MarkReproduction><WordMarkSpecification>{word}</WordMarkSpecification>{image}</MarkReproduction>"
    bag = "<MarkDisclaimerBag><MarkDisclaimerText>No right to “tre”.</MarkDisclaimerText></MarkDisclaimerBag>"
    found = one(f"{OPEN}<Trademark><MarkRepresentation>{reproduction}</MarkRepresentation>{bag}</Trademark>{CLOSE}")
    assert [(part, n, t) for part, _, n, t in said(found)] == [
        ("title", "", "TRE"),
        ("description", "Disclaimer", "No right to “tre”."),
        ("description", "Transliteration", "te re"),
        ("description", "Colours", "green"),
    ]
    assert found.problems == []
