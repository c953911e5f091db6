"""ST.36: natural tags in the flavours of several offices, and the B tags of SDOBI."""

import io
import json
import re
from collections import Counter

import pytest
from django.conf import settings

from ingest.archive import Member, members
from ingest.document import Delivered, Event, Name, Number, Passage, Related, Symbol, Unreadable
from ingest.formats import st36
from ingest.offices.mark_events import MARK_EVENTS
from ingest.offices.profiles import load
from ingest.safe_xml import name, parse, raw
from portal.records.derive import derive
from tests.ingest.normalise.test_drafts import made

NATURAL = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE xx-patent-document SYSTEM "xx-patent-document.dtd">
<xx-patent-document lang="th" country="TH" doc-number="19533" kind="C" date-publ="20220225" status="n" dtd-version="1.2">
 <bibliographic-data>
  <publication-reference><document-id><country>TH</country><doc-number>19533</doc-number><kind>C</kind><date>20220225</date></document-id></publication-reference>
  <application-reference appl-type="utility-model"><document-id><country>TH</country><doc-number>2103000946</doc-number><date>20210409</date></document-id></application-reference>
  <language-of-filing>th</language-of-filing>
  <priority-claims>
   <priority-claim sequence="1" kind="national"><country>US</country><doc-number>61/234,567</doc-number><date>20200410</date></priority-claim>
   <priority-claim sequence="2"><document-id><country>VN</country><doc-number>1-2020-00001</doc-number><date>20200411</date></document-id></priority-claim>
  </priority-claims>
  <classifications-ipcr>
   <classification-ipcr sequence="1"><text>B62K  27/12        20060101AFI20220225BHTH        </text></classification-ipcr>
   <classification-ipcr sequence="2"><ipc-version-indicator><date>20060101</date></ipc-version-indicator><classification-level>A</classification-level><section>B</section><class>62</class><subclass>K</subclass><main-group>27</main-group><subgroup>00</subgroup></classification-ipcr>
  </classifications-ipcr>
  <classification-ipc><edition>7</edition><main-classification>B62K 27/12</main-classification><further-classification>B62K 27/00</further-classification></classification-ipc>
  <classifications-cpc><main-cpc><classification-cpc><section>Y</section><class>02</class><subclass>W</subclass><main-group>30</main-group><subgroup>00</subgroup></classification-cpc></main-cpc>
   <further-cpc><classification-cpc><text>Y02P 10/00</text></classification-cpc></further-cpc></classifications-cpc>
  <classification-national><country>TH</country><main-classification>N1</main-classification></classification-national>
  <classification-locarno><edition>13</edition><main-classification>12-11</main-classification></classification-locarno>
  <invention-title lang="th">ชุดต่อพ่วงข้าง<sub>2</sub></invention-title>
  <invention-title lang="en">Sidecar coupling at 90&deg;C</invention-title>
  <parties>
   <applicants><applicant sequence="1" app-type="applicant-inventor">
     <addressbook lang="th"><name>นายสมบูรณ์ ตัวอย่าง</name><address><street>1 ถนนตัวอย่าง</street><city>ขอนแก่น</city><country>TH</country></address></addressbook>
     <addressbook lang="en"><name>Somboon Example</name></addressbook>
     <nationality><country>TH</country></nationality><residence><country>LA</country></residence>
    </applicant></applicants>
   <inventors><inventor sequence="1"><addressbook><last-name>Doe</last-name><first-name>Jane</first-name><middle-name>Q.</middle-name></addressbook><residence><country>VN</country></residence></inventor><deceased-inventor sequence="2"><last-name>Lò</last-name><first-name>Văn</first-name></deceased-inventor></inventors>
   <agents><agent><addressbook><orgname>Agents Ltd.</orgname></addressbook></agent></agents>
  </parties>
  <assignees><assignee><addressbook><orgname>Owner Co.</orgname></addressbook></assignee></assignees>
  <pct-or-regional-filing-data><document-id><country>WO</country><doc-number>PCT/TH2020/000001</doc-number><date>20200409</date></document-id></pct-or-regional-filing-data>
  <pct-or-regional-publishing-data><document-id><country>WO</country><doc-number>WO2020/123456</doc-number><date>20201001</date></document-id></pct-or-regional-publishing-data>
  <related-documents><division><relation><parent-doc><document-id><country>TH</country><doc-number>2003000001</doc-number></document-id></parent-doc>
    <child-doc><document-id><country>TH</country><doc-number>2103000946</doc-number></document-id></child-doc></relation></division></related-documents>
 </bibliographic-data>
 <abstract lang="th"><p num="0000">บทคัดย่อ</p></abstract>
 <abstract lang="en"><p>Abstract</p></abstract>
 <description><heading>Field</heading><p num="0001">Text</p></description>
 <claims lang="th"><claim id="c1" num="1"><claim-text>ชุดต่อพ่วง</claim-text></claim>
  <claim id="c2" num="2"><claim-text>ชุดต่อพ่วงตาม<claim-ref idref="c1">ข้อถือสิทธิ 1</claim-ref></claim-text></claim></claims>
 <claims lang="en"><doc-page file="p1.tif"/></claims>
 <drawings><figure><img file="f.tif"/></figure></drawings>
</xx-patent-document>"""

SDOBI = """<ep-patent-document lang="en" country="EP" doc-number="1497510" kind="B2" date-publ="20081224" file="x" status="n">
<SDOBI lang="en"><B000><eptags><B001EP>AT</B001EP></eptags></B000>
<B100><B110>1497510</B110><B120><B121>NEW SPECIFICATION</B121></B120><B130>B2</B130><B140><date>20081224</date></B140><B190>EP</B190></B100>
<B200><B210>03721225.5</B210><B220><date>20030422</date></B220><B250>en</B250><B260>en</B260></B200>
<B300><B310>0201225</B310><B320><date>20020422</date></B320><B330><ctry>SE</ctry></B330><B310>0203482</B310><B330><ctry>NO</ctry></B330></B300>
<B400><B405><date>20081224</date><bnum>200852</bnum></B405><B430><date>20050119</date><bnum>200503</bnum></B430><B450><date>20060628</date><bnum>200626</bnum></B450></B400>
<B500><B510><B516>7</B516><B511> 7E 04F  15/04   A</B511><B512> 7E 04F  15/02   B</B512></B510>
<B510EP><classification-ipcr sequence="1"><text>E04F  15/04        20060101AFI20031106BHEP        </text></classification-ipcr></B510EP>
<B520EP><classifications-cpc><classification-cpc sequence="1"><text>E04F  15/04        20130101 FI20130101BHEP        </text></classification-cpc></classifications-cpc></B520EP>
<B540><B541>de</B541><B542>FUSSBODEN</B542><B541>en</B541><B542>FLOORING</B542></B540></B500>
<B600><B620><parent><pdoc><dnum><anum>00111111.1</anum><pnum>1000000</pnum></dnum><date>20000101</date></pdoc></parent></B620></B600>
<B700><B710><B711><snm>Applicant AB</snm><iid>1</iid><irf>2</irf><adr><str>Road 2</str><city>260 40 Town</city><ctry>SE</ctry></adr></B711></B710>
<B720><B721><snm>DOE</snm><fnm>Jane</fnm><sfx>Jr.</sfx><adr><city>Town</city><ctry>SE</ctry></adr></B721></B720>
<B730><B731><snm>Owner AB</snm></B731></B730>
<B740><B741><snm>Agent</snm><sfx>et al</sfx><adr><str>Box 1
Road</str><city>City</city><ctry>SE</ctry></adr></B741></B740></B700>
<B800><B840><ctry>AT</ctry></B840><B860><B861><dnum><anum>SE2003000641</anum></dnum><date>20030422</date></B861><B862>en</B862></B860>
<B870><B871><dnum><pnum>WO2003089736</pnum></dnum><date>20031030</date><bnum>200344</bnum></B871></B870></B800></SDOBI>
<claims id="cl" lang="en"><claim id="c1" num="0001"><claim-text>A floor.</claim-text></claim></claims>
</ep-patent-document>"""


def read(content: str, profile: str = "") -> list[Delivered | Unreadable]:
    member = Member("d.xml", lambda: io.BytesIO(content.encode()))
    return list(st36.read(member, load(profile) if profile else None))


def test_every_value_of_a_document_with_natural_tags_is_taken():
    (document,) = read(NATURAL)
    assert isinstance(document, Delivered)
    assert (document.office, document.place, document.as_of) == ("TH", "d.xml:3", "20220225")
    assert (document.right, document.granted_on) == ("utility_model", "")
    assert document.application == Number("TH", "2103000946", date="20210409")
    assert document.publications == [Number("TH", "19533", "C", "20220225")]
    assert document.symbols == [
        Symbol("ipc", "B62K  27/12        20060101AFI20220225BHTH", "20060101"),
        Symbol("ipc", "B62K 27/00", "20060101"),
        Symbol("cpc", "Y02W 30/00"),
        Symbol("cpc", "Y02P 10/00"),
        Symbol("ipc", "B62K 27/12", "7"),
        Symbol("ipc", "B62K 27/00", "7"),
        Symbol("national", "N1"),
        Symbol("locarno", "12-11", "13"),
    ]
    assert document.names == [
        Name("applicant", "นายสมบูรณ์ ตัวอย่าง", "TH", "1 ถนนตัวอย่าง, ขอนแก่น", "Somboon Example"),
        Name("inventor", "นายสมบูรณ์ ตัวอย่าง", "TH", "1 ถนนตัวอย่าง, ขอนแก่น", "Somboon Example"),
        Name("inventor", "Doe, Jane Q.", "VN"),
        Name("inventor", "Lò, Văn"),
        Name("agent", "Agents Ltd."),
        Name("owner", "Owner Co."),
    ]
    assert document.related == [
        Related("priority", Number("US", "61/234,567", date="20200410")),
        Related("priority", Number("VN", "1-2020-00001", date="20200411")),
        Related("pct_application", Number("WO", "PCT/TH2020/000001", date="20200409")),
        Related("pct_publication", Number("WO", "WO2020/123456", date="20201001")),
        Related("divided_from", Number("TH", "2003000001")),
    ]
    assert document.problems == []


PARTY = "<bibliographic-data><parties><applicants><applicant>%s</applicant></applicants></parties></bibliographic-data>"


@pytest.mark.parametrize(
    ("party", "names"),
    [
        (
            (
                "<addressbook><last-name>Nguyen</last-name><first-name>An</first-name><orgname>Rice Co.</orgname>"
                "<address><city>Hanoi</city><country>VN</country></address></addressbook>"
            ),
            [Name("applicant", "Rice Co.", "VN", "Hanoi"), Name("applicant", "Nguyen, An", "VN", "Hanoi")],
        ),
        (
            (
                "<addressbook><first-last-name>García</first-last-name><second-last-name>Luna</second-last-name>"
                "<first-name>Ana</first-name></addressbook><residence><city>Lima</city><country>PE</country></residence>"
            ),
            [Name("applicant", "García Luna, Ana", "PE", "Lima")],
        ),
        (
            (
                "<addressbook><name>Jane Doe</name><last-name>Doe</last-name><first-name>Jane</first-name>"
                "<address>1 Road, Kampala</address></addressbook>"
            ),
            [Name("applicant", "Jane Doe", "", "1 Road, Kampala")],
        ),
        (
            (
                "<addressbook><last-name>Santos</last-name><first-name>José</first-name><middle-name>R.</middle-name>"
                "<suffix>Jr.</suffix></addressbook>"
            ),
            [Name("applicant", "Santos, José R., Jr.")],
        ),
        (
            "<addressbook><name>José Santos Jr.</name><suffix>Jr.</suffix></addressbook>",
            [Name("applicant", "José Santos Jr.")],
        ),
        (
            "<addressbook><name>José Santos</name><last-name>Santos</last-name><suffix>III</suffix></addressbook>",
            [Name("applicant", "José Santos, III")],
        ),
        (
            (
                "<addressbook lang='th'><name>ก</name></addressbook><addressbook lang='en'><name>K</name>"
                "<address><street>1 Road</street><country>TH</country></address><address><city>Hua Hin</city></address></addressbook>"
                "<residence><city>Trang</city></residence>"
            ),
            [Name("applicant", "ก", "TH", "1 Road, Hua Hin, Trang", "K")],
        ),
    ],
)
def test_an_address_book_gives_every_name_and_line_in_it(party, names):
    (document,) = read(f'<wo-patent-document country="VN" doc-number="1" kind="A">{PARTY % party}</wo-patent-document>')
    assert (document.names, document.problems) == (names, [])


def test_every_text_of_a_document_is_taken_in_its_language():
    (document,) = read(NATURAL)
    assert [(t.part, t.language, [(p["n"], p["t"]) for p in t.paragraphs], t.image_only) for t in document.texts] == [
        ("title", "th", [("", "ชุดต่อพ่วงข้าง2")], False),
        ("title", "en", [("", "Sidecar coupling at 90°C")], False),
        ("abstract", "th", [("0000", "บทคัดย่อ")], False),
        ("abstract", "en", [("", "Abstract")], False),
        ("description", "th", [("", "Field"), ("0001", "Text")], False),
        ("claims", "th", [("1", "ชุดต่อพ่วง"), ("2", "ชุดต่อพ่วงตามข้อถือสิทธิ 1")], False),
        ("claims", "en", [], True),
    ]
    assert document.texts[5].paragraphs[1]["refs"] == ["1"]


def test_every_value_of_a_document_with_b_tags_is_taken():
    (document,) = read(SDOBI)
    assert (document.office, document.as_of, document.granted_on) == ("EP", "20081224", "20060628")
    assert document.application == Number("EP", "03721225.5", date="20030422")
    assert document.publications == [
        Number("EP", "1497510", "B2", "20081224"),
        Number("EP", "1497510", "A", "20050119", kind_inferred=True, mentioned=True),
        Number("EP", "1497510", "B", "20060628", kind_inferred=True, mentioned=True),
    ]
    assert document.symbols == [
        Symbol("ipc", "7E 04F  15/04   A", "7"),
        Symbol("ipc", "7E 04F  15/02   B", "7"),
        Symbol("ipc", "E04F  15/04        20060101AFI20031106BHEP", "20060101"),
        Symbol("cpc", "E04F  15/04        20130101 FI20130101BHEP", "20130101"),
    ]
    assert document.names == [
        Name("applicant", "Applicant AB", "SE", "Road 2, 260 40 Town"),
        Name("inventor", "DOE, Jane, Jr.", "SE", "Town"),
        Name("owner", "Owner AB"),
        Name("agent", "Agent", "SE", "Box 1 Road, City"),
    ]
    assert document.related == [
        Related("priority", Number("SE", "0201225", date="20020422")),
        Related("priority", Number("NO", "0203482")),
        Related("pct_application", Number("WO", "SE2003000641", date="20030422")),
        Related("pct_publication", Number("WO", "WO2003089736", date="20031030")),
        Related("divided_from", Number("EP", "00111111.1", date="20000101")),
    ]
    assert [(t.part, t.language) for t in document.texts] == [("title", "de"), ("title", "en"), ("claims", "en")]
    assert document.problems == []


OTHER = """<wo-patent-document lang="pt" country="MX" doc-number="222999" kind="{kind}" date-publ="20041001"><SDOBI>
<B100><B110>222999</B110><B130>{kind}</B130><B190>MX</B190></B100><B200><B210>PA/a/2001/001234</B210></B200>{inner}</SDOBI>{body}</wo-patent-document>"""


def b_tags(inner: str, body: str = "", kind: str = "B") -> Delivered:
    (document,) = read(OTHER.format(inner=inner, body=body, kind=kind))
    assert isinstance(document, Delivered)
    return document


def test_an_office_that_numbers_its_publications_apart_has_none_made_up_for_it():
    days = "<B400><B430><date>20020801</date></B430><B450><date>20040930</date></B450></B400>"
    document = b_tags(days)
    assert document.publications == [Number("MX", "222999", "B", "20041001")]
    assert document.granted_on == "20040930"
    (problem,) = document.problems
    assert problem.sentence == "B430 names a publication of 20020801 without its number; it was not taken."


@pytest.mark.parametrize(
    ("inner", "body", "abstracts"),
    [
        ("<B570><p>Resumo.</p></B570>", "", [("pt", "Resumo.")]),
        ('<B570 lang="en">Summary.</B570>', "", [("en", "Summary.")]),
        ("<B570><p>Resumo.</p></B570>", "<abstract><p>Outro.</p></abstract>", [("pt", "Outro.")]),
        ("<B570><B577>20</B577><B578US>1</B578US></B570>", "", []),
    ],
)
def test_the_abstract_may_stand_among_the_b_tags(inner, body, abstracts):
    document = b_tags(f"<B500>{inner}</B500>", body)
    assert [(t.language, t.paragraphs[0]["t"]) for t in document.texts if t.part == "abstract"] == abstracts
    assert document.problems == []


def test_inventors_who_are_applicants_and_grantees_stand_in_each_role():
    document = b_tags(
        "<B700><B750><B751><snm>A</snm></B751></B750><B760><B761><snm>B</snm><adr><ctry>BR</ctry></adr></B761></B760></B700>"
    )
    assert document.names == [
        Name("applicant", "A"),
        Name("inventor", "A"),
        Name("applicant", "B", "BR"),
        Name("inventor", "B", "BR"),
        Name("owner", "B", "BR"),
    ]
    assert document.problems == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("<B110>1497510", "<B110>1497511", "B110 is “1497511”; “1497510”, as the root has it, was taken."),
        ("<B130>B2", "<B130>A1", "B130 is “A1”; “B2”, as the root has it, was taken."),
        ("<date>20081224", "<date>20081225", "B140 is “20081225”; “20081224”, as the root has it, was taken."),
        ("<B110>1497510", "<B110>01 497 510", ""),
    ],
)
def test_b_tags_that_say_other_than_the_root_are_told(old, new, said):
    assert old in SDOBI
    (document,) = read(SDOBI.replace(old, new))
    assert document.publications[:1] == [Number("EP", "1497510", "B2", "20081224")]
    assert [p.sentence for p in document.problems if p.code == "READ-VALUE"] == ([said] if said else [])


def test_numbers_stand_in_the_document_where_the_root_has_none():
    inner = "<bibliographic-data><publication-reference><document-id><country>TH</country><doc-number>7</doc-number><kind>A</kind><date>20200101</date></document-id></publication-reference></bibliographic-data>"
    (natural,) = read(f"<xx-patent-document>{inner}</xx-patent-document>")
    assert (natural.office, natural.as_of, natural.publications) == (
        "TH",
        "20200101",
        [Number("TH", "7", "A", "20200101")],
    )
    b_tags = (
        "<SDOBI><B100><B110>7</B110><B130>A1</B130><B140><date>20200101</date></B140><B190>EP</B190></B100></SDOBI>"
    )
    (older,) = read(f"<ep-patent-document>{b_tags}</ep-patent-document>")
    assert (older.office, older.as_of, older.publications) == ("EP", "20200101", [Number("EP", "7", "A1", "20200101")])
    assert older.problems == []


def test_a_document_that_names_no_office_is_of_the_one_that_delivers():
    (document,) = read("<xx-patent-document doc-number='1'/>", "BR")
    assert (document.office, document.application.office) == ("BR", "BR")


@pytest.mark.parametrize("around", ["us-related-documents", "related-documents"])
@pytest.mark.parametrize(
    ("what", "relation"),
    [
        ("division", "divided_from"),
        ("addition", "addition_to"),
        ("continuation", "related"),
        ("utility-model-basis", "related"),
        ("divisional-reissue", "related"),
    ],
)
def test_what_a_file_goes_on_from_is_kept(around, what, relation):
    one = "<document-id><country>US</country><doc-number>{}</doc-number><date>20190102</date></document-id>"
    parent = f"{one.format('16/111222')}<parent-status>PENDING</parent-status><parent-grant-document>{one.format('9876543')}</parent-grant-document>"
    published = f"<related-publication>{one.format('20200012345')}</related-publication>"
    inner = f"<{around}><{what}><relation><parent-doc>{parent}</parent-doc></relation></{what}>{published}</{around}>"
    (document,) = read(
        f'<us-patent-grant country="US"><bibliographic-data>{inner}</bibliographic-data></us-patent-grant>'
    )
    assert document.related == [
        Related(relation, Number("US", "16/111222", date="20190102")),
        Related("related", Number("US", "9876543", date="20190102")),
    ]
    assert document.publications[1:] == [Number("US", "20200012345", date="20190102", mentioned=True)]
    assert document.problems == []


@pytest.mark.parametrize(
    ("inner", "field", "found"),
    [
        # a date is of its own priority, though that has no number, and a title without a language has none
        ("<B300><B310>1</B310><B320><date>20200101</date></B320><B330><ctry>SE</ctry></B330><B310/><B320><date>20200202</date></B320><B330><ctry>NO</ctry></B330></B300>",
         "related", [Related("priority", Number("SE", "1", date="20200101")), Related("priority", Number("NO", "", date="20200202"))]),
        ("<B300><B310/><B320><date/></B320></B300>", "related", []),
        ("<B500><B540><B541>de</B541><B542>Ofen</B542><B541/><B542>Kiln</B542></B540></B500>", "texts",
         [Passage("title", "de", [{"n": "", "t": "Ofen", "refs": []}]), Passage("title", "", [{"n": "", "t": "Kiln", "refs": []}])]),
    ],
)  # fmt: skip
def test_an_empty_b_tag_does_not_lend_what_follows_to_the_one_before(inner, field, found):
    assert getattr(b_tags(inner), field) == found


def test_b_tags_of_related_files_are_kept():
    document = b_tags(
        "<B600><B620EP><parent><cdoc><dnum><anum>1</anum></dnum></cdoc></parent></B620EP>"
        "<B630><parent><pdoc><dnum><anum>2</anum></dnum></pdoc></parent></B630>"
        "<B640><B641><PARENT-US><CDOC/><PDOC><DOC><DNUM>3</DNUM><ctry>US</ctry></DOC></PDOC></PARENT-US></B641></B640></B600>"
    )
    assert document.related == [
        Related("related", Number(office, n)) for office, n in (("MX", "1"), ("MX", "2"), ("US", "3"))
    ]
    assert document.problems == []


TERM = """<us-patent-grant country="US" date-publ="20230207"><us-bibliographic-data-grant><publication-reference><document-id><country>US</country>
<doc-number>977001</doc-number><kind>{0}</kind><date>20230207</date></document-id></publication-reference><us-term-of-grant>{1}</us-term-of-grant>
</us-bibliographic-data-grant></us-patent-grant>"""


@pytest.mark.parametrize(
    ("kind", "term", "expires", "events"),
    [
        ("S1", "<length-of-grant>15</length-of-grant>", "2038-02-07", []),
        ("B2", "<us-term-extension>132</us-term-extension>", "", [("Term extended", "132 days")]),
        ("B2", "<us-term-extension>1</us-term-extension>", "", [("Term extended", "1 day")]),
        (
            "B2",
            "<us-term-extension>7</us-term-extension><disclaimer><text>It is disclaimed.</text></disclaimer>",
            "",
            [("Term extended", "7 days"), ("Terminal disclaimer", "It is disclaimed.")],
        ),
    ],
)
def test_the_term_a_grant_of_the_united_states_prints_is_kept(kind, term, expires, events):
    (document,) = read(TERM.format(kind, term))
    assert (document.expires_on, [(e.code, e.comment) for e in document.events]) == (expires, events)
    assert document.problems == []
    assert all(event.code in MARK_EVENTS and event.date == "20230207" for event in document.events)


DATED = """<vn-patent-document country="{0}" doc-number="1-0030081" kind="{1}" {2}><bibliographic-data><application-reference><document-id>
<country>{0}</country><doc-number>1-2017-00081</doc-number><date>20170101</date></document-id></application-reference>{3}</bibliographic-data></vn-patent-document>"""
LAPSE = (
    "<term-of-grant><length-of-grant>20 years</length-of-grant><lapse-of-patent>{}</lapse-of-patent></term-of-grant>"
)
IN = "<document-id><country>{}</country><doc-number>1-0030081</doc-number><date>20230625</date></document-id>"


def state(document, office):
    draft, _ = made(document, load(office))
    derive(draft.record, draft.publications, draft.events)
    return draft.record.status


@pytest.mark.parametrize(
    ("office", "lapse", "days", "told"),
    [
        ("VN", IN.format("VN"), ["20230625"], None),
        ("VN", "<date>20230625</date>", ["20230625"], None),
        ("VN", "<text>on 2023-06-25 for want of the fee</text>", ["2023-06-25"], None),
        ("VN", "<text>for want of the fee</text>", [], "for want of the fee” has no day; it was not taken."),
        ("VN", IN.format("LA"), [], "is that of one state; it was not taken."),
        ("EP", IN.format("AT"), [], "is that of one state; it was not taken."),
        ("EA", IN.format("EA"), [], "is that of one state; it was not taken."),
        ("VN", "", [], None),
    ],
)
def test_a_patent_has_lapsed_on_the_day_its_document_says(office, lapse, days, told):
    (document,) = read(DATED.format(office, "B", 'date-publ="20200625"', LAPSE.format(lapse)))
    assert [(event.code, event.date) for event in document.events] == [("Patent lapsed", day) for day in days]
    assert [problem.sentence.endswith(told) for problem in document.problems] == [True] * bool(told)
    assert state(document, office) == ("ended" if days else "in_force")


AVAILABLE = "<dates-of-public-availability>{}</dates-of-public-availability>"
GRANT = "<printed-with-grant><document-id><country>VN</country><doc-number>1-0030082</doc-number><kind>B</kind><date>20200625</date></document-id></printed-with-grant>"
PRINTED = "<unexamined-printed-without-grant><document-id><date>20180125</date></document-id></unexamined-printed-without-grant>"


@pytest.mark.parametrize(
    ("kind", "own", "days", "granted", "published", "mentioned"),
    [
        ("A", "20180125", GRANT, "20200625", "20180125", [("1-0030082", "20200625")]),
        ("A", "20180125", GRANT.replace("printed-", "not-printed-"), "20200625", "20180125", [("1-0030082", "20200625")]),
        ("A", "", PRINTED + GRANT, "20200625", "20180125", [("1-0030082", "20200625")]),
        ("A", "", PRINTED, "", "20180125", []),
        ("A", "20180126", PRINTED, "", "20180126", []),
        ("B", "", PRINTED + GRANT.replace("2</doc", "1</doc"), "20200625", "20200625", []),
        ("B", "20200625", GRANT.replace("1-0030082", "VN10030081"), "20200625", "20200625", []),
    ],
)  # fmt: skip
def test_the_days_of_public_availability_date_the_grant_and_the_document(
    kind, own, days, granted, published, mentioned
):
    (document,) = read(DATED.format("VN", kind, f'date-publ="{own}"', AVAILABLE.format(days)))
    first, *others = document.publications
    assert (document.granted_on, first.date, document.as_of) == (granted, published, published)
    assert [(one.value, one.date) for one in others if one.mentioned] == mentioned
    assert document.problems == []


def test_an_invalidation_leaves_a_patent_in_a_state_nobody_knows_and_other_days_of_availability_are_told():
    void = "<invalidation-of-patent><document-id><date>20210102</date></document-id></invalidation-of-patent>"
    corrected = "<printed-as-amended><document-id><date>20210103</date></document-id></printed-as-amended>"
    (document,) = read(DATED.format("VN", "B", 'date-publ="20200625"', AVAILABLE.format(void + corrected)))
    assert state(document, "VN") == "unknown"
    assert {problem.code for problem in document.problems} == {"READ-NEW"}


def test_a_grant_of_the_united_states_says_when():
    inner = "<us-bibliographic-data-grant><us-parties><us-applicants><us-applicant><addressbook><orgname>X</orgname></addressbook></us-applicant></us-applicants></us-parties></us-bibliographic-data-grant>"
    (document,) = read(f"<us-patent-grant country='US' date-publ='20150106'>{inner}</us-patent-grant>")
    assert (document.granted_on, document.names) == ("20150106", [Name("applicant", "X")])


@pytest.mark.parametrize(
    ("new", "path"),
    [
        ("<bibliographic-data><new-element>x</new-element></bibliographic-data>", "bibliographic-data/new-element"),
        ("<new-part>x</new-part>", "new-part"),
        ("<SDOBI><B999>x</B999></SDOBI>", "SDOBI/B999"),
        ("<bibliographic-data><parties><applicants><applicant><addressbook/><new/></applicant></applicants></parties></bibliographic-data>",
         "bibliographic-data/parties/applicants/applicant/new"),
    ],
)  # fmt: skip
def test_a_new_element_announces_itself(new, path):
    (document,) = read(f"<xx-patent-document country='XX'>{new}</xx-patent-document>")
    assert [problem.sentence.split()[2] for problem in document.problems] == [f"xx-patent-document/{path}"]


def test_several_documents_in_one_file():
    one = NATURAL.split("\n", 2)[2]
    assert len(read(f'<!DOCTYPE delivery SYSTEM "d.dtd"><delivery>{one}{one}</delivery>')) == 2
    first, second = read(f"{NATURAL}\n{NATURAL}")
    assert first.place == "d.xml:3"
    assert int(second.place.removeprefix("d.xml:")) == NATURAL.count("\n") + 4


def expected(folder: str) -> dict[str, dict]:
    if not (settings.OFFICE_DATA_DIR / folder).is_dir():
        pytest.skip("The folder of real office data is not on this machine.")
    files = json.loads((settings.OFFICE_DATA_DIR / "EXPECTED.json").read_text())[folder]["files"]
    return {name: known for name, known in files.items() if st36.ROOT.match(known.get("root", ""))}


@pytest.mark.parametrize("folder", ["ep-fulltext", "us-st36", "wipo-st36"])
def test_real_documents_agree_with_the_counts_made_by_another_method(folder):
    known_files = expected(folder)
    assert known_files
    for path, known in known_files.items():
        (member,) = members(settings.OFFICE_DATA_DIR / folder / path)
        (document,) = st36.read(member, None)
        if not known["well_formed"]:
            assert isinstance(document, Unreadable)
            assert "“&” stands alone" in document.problem.sentence
            assert document.place.endswith(":" + re.search(r"line (\d+)", known["parser_says"])[1])
            assert document.content == (settings.OFFICE_DATA_DIR / folder / path).read_bytes()
            continue
        assert isinstance(document, Delivered)
        own = document.publications[0]
        assert [own.office, own.value, own.kind, own.date] == [
            known[key] for key in ("country", "number", "kind", "date")
        ]
        assert document.application.value
        assert document.application.date
        assert not [problem for problem in document.problems if problem.code == "READ-NEW"]
        assert counted(document) == {key: known[key] for key in counted(document)}
        assert sum(symbol.scheme == "ipc" for symbol in document.symbols) == sum(known["ipc"].values())


def counted(document: Delivered) -> dict[str, dict[str, int]]:
    def count(part, of):
        found = Counter()
        for text in document.texts:
            if text.part == part:
                found[text.language.lower()] += of(text)
        return dict(found)

    return {
        "titles": count("title", lambda text: 1),
        "abstract": count("abstract", lambda text: 1),
        "claims": count("claims", lambda text: len(text.paragraphs)),
        "description": count("description", lambda text: sum(bool(p["n"]) for p in text.paragraphs)),
    }


@pytest.mark.parametrize("folder", ["ep-fulltext", "us-st36", "wipo-st36"])
def test_no_letter_of_the_real_texts_is_lost(folder):
    for path, known in expected(folder).items():
        if not known["well_formed"]:
            continue
        content = (settings.OFFICE_DATA_DIR / folder / path).read_bytes()
        (document,) = st36.read(Member(path, lambda content=content: io.BytesIO(content)), None)
        for part in ("abstract", "description", "claims"):
            whole = "".join(raw(element) for element in parse(content) if name(element) == part)
            found = "".join(p["t"] for text in document.texts if text.part == part for p in text.paragraphs)
            numbers = sum(len(p["n"]) + 1 for t in document.texts if t.part == "claims" for p in t.paragraphs)
            missing = len(re.sub(r"\s", "", whole)) - len(re.sub(r"\s", "", found))
            assert 0 <= missing <= (numbers if part == "claims" else 0)


@pytest.mark.parametrize(
    ("inner", "field", "found"),
    [
        ("<classification-national><country>TH</country><edition>2</edition><text>N1</text></classification-national>", "symbols", [Symbol("national", "N1", "2")]),
        ("<date-application-deemed-withdrawn><date>20200102</date></date-application-deemed-withdrawn>", "events", [Event("Withdrawn", "Withdrawn", "20200102", language="en")]),
        ("<licensee-data><name>Lamp Co</name><date>20200102</date></licensee-data>", "events", [Event("Licensed", "Licensed", "20200102", "Lamp Co 20200102", language="en")]),
        ("<parties><applicants><applicant/><applicant sequence='1'><addressbook><name>A</name></addressbook></applicant></applicants></parties>", "names", [Name("applicant", "A")]),
        ("<priority-claims><priority-claim/></priority-claims>", "related", []),
        ("<classification-locarno><text>12-11</text></classification-locarno>", "symbols", [Symbol("locarno", "12-11")]),
        ("<parties><applicants><applicant><addressbook><text>A Co, 1 Road, Bangkok</text></addressbook></applicant></applicants></parties>", "names", [Name("applicant", "A Co, 1 Road, Bangkok")]),
        ("<related-documents><related-publication><document-id><country>TH</country><doc-number>1</doc-number></document-id><document-id><country>TH</country><doc-number>2</doc-number></document-id></related-publication></related-documents>",
         "publications", [Number("TH", ""), Number("TH", "1", mentioned=True), Number("TH", "2", mentioned=True)]),
    ],
)  # fmt: skip
def test_what_the_standard_allows_in_another_place_is_read(inner, field, found):
    (document,) = read(
        f'<xx-patent-document country="TH"><bibliographic-data>{inner}</bibliographic-data></xx-patent-document>'
    )
    assert (getattr(document, field), document.problems) == (found, [])


def test_a_name_beside_a_number_is_told():
    own = "<application-reference><document-id><doc-number>1</doc-number><name>Somboon</name></document-id></application-reference>"
    (document,) = read(
        f'<xx-patent-document country="TH"><bibliographic-data>{own}</bibliographic-data></xx-patent-document>'
    )
    assert [p.sentence.split()[2].rpartition("/")[2] for p in document.problems] == ["name"]
