"""Publications of the United States before 2005: every value of both forms, and the real files."""

import io
import json

import pytest
from django.conf import settings

from ingest.archive import Member
from ingest.dialects import documents
from ingest.document import Delivered, Name, Number, Related, Symbol, Unreadable
from ingest.formats import us_older


def pdat(tag: str, value: str) -> str:
    return f"<{tag}><PDAT>{value}</PDAT></{tag}>"


def party(tag: str, name: str) -> str:
    return f"<{tag}><PARTY-US><NAM>{name}</NAM><ADR>{pdat('CITY', 'Oslo')}{pdat('CTRY', 'NO')}</ADR></PARTY-US></{tag}>"


def number(tag: str, value: str) -> str:
    return f"<{tag}><DNUM><PDAT>{value}</PDAT></DNUM></{tag}>"


def grant(kind: str = "B1", symbol: str = "G06F 1516") -> str:
    return f"""<?xml version="1.0"?><!DOCTYPE PATDOC SYSTEM "ST32-US-Grant-025xml.dtd" [<!ENTITY D1.TIF SYSTEM "D1.TIF" NDATA TIF>]>
<PATDOC DTD="2.5" STATUS="Build 1"><SDOBI>
<B100>{number("B110", "06336130")}{pdat("B130", kind)}<B140>{pdat("DATE", "20020101")}</B140>{pdat("B190", "US")}</B100>
<B200>{number("B210", "09413215")}{pdat("B211US", "09")}<B220>{pdat("DATE", "19991005")}</B220></B200>
<B300>{number("B310", "971605")}<B320>{pdat("DATE", "19970408")}</B320><B330>{pdat("CTRY", "NO")}</B330></B300>
<B500><B510>{pdat("B511", symbol)}{pdat("B516", "7")}</B510><B520>{pdat("B521", "709202")}</B520><B540><STEXT><PDAT>A lamp</PDAT></STEXT></B540><B560><B561/></B560></B500>
<B600><B620><B621><PARENT-US><PDOC><DOC>{number("X", "09/111222")[3:-4]}<DATE><PDAT>19980101</PDAT></DATE></DOC></PDOC></PARENT-US></B621></B620></B600>
<B700><B720>{party("B721", pdat("FNM", "Van") + "<SNM><STEXT><PDAT>Do</PDAT></STEXT></SNM>")}</B720><B730>{party("B731", "<ONM><STEXT><PDAT>Lamp AB</PDAT></STEXT></ONM>")}</B730></B700>
<B800><B860><B861><DOC>{number("X", "PCT/NO98/00107")[3:-4]}</DOC></B861></B860></B800></SDOBI>
<SDOAB><BTEXT><PARA ID="P-1"><PTEXT><PDAT>A &lsquo;lamp&rsquo;.</PDAT></PTEXT></PARA></BTEXT></SDOAB>
<SDODE><BRFSUM><BTEXT><H LVL="1"><STEXT><PDAT>FIELD</PDAT></STEXT></H><PARA ID="P-2"><PTEXT><PDAT>CO</PDAT><HIL><SB><PDAT>2</PDAT></SB></HIL><PDAT> lamps</PDAT></PTEXT></PARA></BTEXT></BRFSUM></SDODE>
<SDOCL><H LVL="1"><STEXT><PDAT>What is claimed is:</PDAT></STEXT></H><CL><CLM ID="CLM-00001"><PARA ID="P-3"><PTEXT><PDAT>1. A lamp with:</PDAT></PTEXT></PARA><CLMSTEP><PTEXT><PDAT>a wick.</PDAT></PTEXT></CLMSTEP></CLM>
<CLM ID="CLM-00002"><PARA ID="P-4"><PTEXT><PDAT>2. The lamp of </PDAT><CLREF ID="CLM-00001"><PDAT>claim 1</PDAT></CLREF><PDAT>.</PDAT></PTEXT></PARA></CLM></CL></SDOCL>
<SDODR><EMI FILE="D1.TIF"/></SDODR></PATDOC>"""


APPLICATION = """<patent-application-publication><subdoc-bibliographic-information>
<document-id><doc-number>20010000044</doc-number><kind-code>A1</kind-code><document-date>20010315</document-date></document-id><publication-filing-type>new</publication-filing-type>
<domestic-filing-data><application-number><doc-number>09342866</doc-number></application-number><application-number-series-code>09</application-number-series-code><filing-date>19990629</filing-date></domestic-filing-data>
<foreign-priority-data><priority-application-number><doc-number>10-2000-1</doc-number></priority-application-number><filing-date>19980102</filing-date><country-code>KR</country-code></foreign-priority-data>
<technical-information><classification-ipc><classification-ipc-primary><ipc>G06F017/60</ipc></classification-ipc-primary><classification-ipc-edition>07</classification-ipc-edition></classification-ipc>
<classification-us><classification-us-primary><uspc><class>705</class>
<subclass>026000</subclass></uspc></classification-us-primary></classification-us><title-of-invention>Trade</title-of-invention></technical-information>
<continuity-data><division-of><parent-child><child><document-id><doc-number>09342866</doc-number></document-id></child><parent><document-id><doc-number>08000001</doc-number></document-id></parent></parent-child></division-of>
<non-provisional-of-provisional><document-id><doc-number>60000001</doc-number><document-date>19980601</document-date></document-id></non-provisional-of-provisional></continuity-data>
<inventors><first-named-inventor><name><name-prefix>Mr.</name-prefix><given-name>Wayne</given-name><family-name>Lin</family-name></name><address><city>Irvine</city><country><country-code>US</country-code></country><email>a@example.invalid</email></address></first-named-inventor>
<inventor><name><given-name>Ana</given-name><family-name>Sol</family-name></name><residence><residence-non-us><city>Lima</city><country-code>PE</country-code></residence-non-us></residence></inventor></inventors>
<assignee><organization-name>Lamp Inc.</organization-name></assignee><correspondence-address><name-1>Agent</name-1></correspondence-address></subdoc-bibliographic-information>
<subdoc-abstract><paragraph id="A-1">A model.</paragraph></subdoc-abstract><subdoc-description><summary-of-invention><heading>Field</heading><paragraph><number>1.</number> It <highlight><italic>works</italic></highlight>.</paragraph></summary-of-invention></subdoc-description>
<subdoc-claims><heading>Claims</heading><claim id="CLM-00001"><claim-text>1. A model.</claim-text></claim><claim id="CLM-00002"><claim-text>2. The model of <dependent-claim-reference depends_on="CLM-00001">claim 1</dependent-claim-reference>.</claim-text></claim></subdoc-claims>
<subdoc-drawings><figure/></subdoc-drawings></patent-application-publication>"""


def read(content: str) -> list[Delivered | Unreadable]:
    return list(us_older.read(Member("u.xml", lambda: io.BytesIO(content.encode())), None))


def one(content: str) -> Delivered:
    (found,) = read(content)
    assert isinstance(found, Delivered)
    return found


def said(document: Delivered) -> list[tuple[str, str, str, list[str]]]:
    return [(t.part, p["n"], p["t"], p["refs"]) for t in document.texts for p in t.paragraphs]


def test_every_value_of_a_grant_is_taken():
    found = one(grant())
    assert (found.office, found.right, found.as_of, found.granted_on) == ("US", "", "20020101", "20020101")
    assert found.application == Number("US", "09413215", date="19991005")
    assert found.publications == [Number("US", "06336130", "B1", "20020101")]
    assert found.symbols == [Symbol("ipc", "G06F 15/16", "7"), Symbol("national", "709202")]
    assert found.names == [Name("inventor", "Do, Van", "NO", "Oslo"), Name("owner", "Lamp AB", "NO", "Oslo")]
    assert found.related == [
        Related("priority", Number("NO", "971605", date="19970408")),
        Related("pct_application", Number("WO", "PCT/NO98/00107")),
        Related("divided_from", Number("US", "09/111222", date="19980101")),
    ]
    assert said(found) == [
        ("title", "", "A lamp", []), ("abstract", "", "A ‘lamp’.", []), ("description", "", "FIELD", []), ("description", "", "CO2 lamps", []),
        ("claims", "", "What is claimed is:", []), ("claims", "1", "A lamp with:\na wick.", []), ("claims", "2", "The lamp of claim 1.", ["1"]),
    ]  # fmt: skip
    assert found.problems == []


@pytest.mark.parametrize(
    ("kind", "symbol", "right", "read_as"),
    [
        ("S", "1402", "design", Symbol("locarno", "14-02", "7")),
        ("B1", "A61K  704", "", Symbol("ipc", "A61K 7/04", "7")),
        ("B1", "A61K 31", "", Symbol("ipc", "A61K 31", "7")),
    ],
)
def test_class_symbols_get_the_signs_they_were_printed_without(kind, symbol, right, read_as):
    found = one(grant(kind, symbol))
    assert (found.right, found.symbols[0]) == (right, read_as)


def test_the_years_of_a_design_end_its_term():
    term = "<B400><B472><B474><PDAT>14</PDAT></B474></B472></B400><B500>"
    assert one(grant("S", "1402").replace("<B500>", term, 1)).expires_on == "2016-01-01"


def test_every_value_of_an_application_is_taken():
    found = one(APPLICATION)
    assert (found.office, found.as_of, found.granted_on) == ("US", "20010315", "")
    assert found.application == Number("US", "09342866", date="19990629")
    assert found.publications == [Number("US", "20010000044", "A1", "20010315")]
    assert found.symbols == [Symbol("ipc", "G06F017/60", "07"), Symbol("national", "705/026000")]
    assert found.names == [
        Name("inventor", "Lin, Wayne", "US", "Irvine"),
        Name("inventor", "Sol, Ana", "PE", "Lima"),
        Name("owner", "Lamp Inc."),
    ]
    assert sorted((r.relation, r.number.office, r.number.value, r.number.date) for r in found.related) == [
        ("divided_from", "US", "08000001", ""), ("priority", "KR", "10-2000-1", "19980102"), ("priority", "US", "60000001", "19980601"),
    ]  # fmt: skip
    assert said(found) == [
        ("title", "", "Trade", []), ("abstract", "", "A model.", []), ("description", "", "Field", []), ("description", "", "1. It works.", []),
        ("claims", "", "Claims", []), ("claims", "1", "A model.", []), ("claims", "2", "The model of claim 1.", ["1"]),
    ]  # fmt: skip
    assert found.problems == []


def test_no_address_of_mail_or_telephone_is_kept():
    assert "example.invalid" not in repr(one(APPLICATION))


def test_bulk_files_hold_many_and_a_broken_one_hides_none():
    found = read(grant() + grant().replace("<B100>", "<B100>&") + grant())
    assert [isinstance(document, Delivered) for document in found] == [True, False, True]


def test_a_new_element_announces_itself():
    found = one(grant().replace("<B800>", "<B999>x</B999><B800>"))
    assert [p.sentence.split()[2] for p in found.problems] == ["us-patent-grant/SDOBI/B999"]


def test_the_real_files_agree_with_the_counts_made_by_another_method():
    folder = settings.OFFICE_DATA_DIR / "us-st36"
    if not folder.is_dir():
        pytest.skip("The folder of real office data is not on this machine.")
    files = json.loads((settings.OFFICE_DATA_DIR / "EXPECTED.json").read_text())["us-st36"]["files"]
    older = {
        name: counts for name, counts in files.items() if counts["root"] in ("PATDOC", "patent-application-publication")
    }
    assert len(older) == 3
    for name, counts in older.items():
        (found,) = documents(folder / name)
        assert isinstance(found, Delivered)
        assert found.problems == []
        (own,) = found.publications
        assert (own.office, own.value, own.kind, own.date) == tuple(
            counts[key] for key in ("country", "number", "kind", "date")
        )
        claims = [p for t in found.texts if t.part == "claims" for p in t.paragraphs if p["n"]]
        assert len(claims) == counts["claims"]["(none)"]
        assert sum(t.part == "abstract" for t in found.texts) == len(counts["abstract"])
