"""Papers of application files of the United States: which part each is, what is left out of it, and the real files."""

import io
import json

import pytest
from django.conf import settings

from ingest.archive import Member
from ingest.dialects import documents
from ingest.document import Delivered, Number
from ingest.formats import us_wrapper

HEAD = "<?xml version='1.0'?><p:{0} xmlns:p='urn:us:gov:doc:uspto:patent'><p:DocumentCode>{1}</p:DocumentCode><p:DocumentHeaderDetails><p:ApplicationHeaderDetails><p:ApplicationNumber>13962724</p:ApplicationNumber></p:ApplicationHeaderDetails><p:PageTotalQuantity>9</p:PageTotalQuantity></p:DocumentHeaderDetails><p:MailRoomDate>2014-11-18</p:MailRoomDate>{2}</p:{0}>"
CLAIMS = """<p:ClaimSet><p:ClaimList><?PageStart number="1"?><p:Claim p:id="U"><p:ClaimText><p:BoundaryData><p:HeaderText>Page 1</p:HeaderText></p:BoundaryData> In the claims:</p:ClaimText></p:Claim>
<p:Claim p:id="C1"><p:ClaimNumber>1</p:ClaimNumber><p:ClaimText><p:ClaimLabelText>1. </p:ClaimLabelText>(Amended) A <p:OCRConfidenceData>box</p:OCRConfidenceData></p:ClaimText><p:ClaimText>with a lid.</p:ClaimText><p:ClaimTypeCategory>Independent</p:ClaimTypeCategory></p:Claim>
<p:Claim p:id="C2"><p:ClaimNumber>2</p:ClaimNumber><p:ClaimText>2. The box of claim 1.</p:ClaimText></p:Claim></p:ClaimList></p:ClaimSet>"""
TEXT = "<p:Specification><p:BoundaryData><p:HeaderText>Docket 7</p:HeaderText></p:BoundaryData>loose<p:Heading>FIELD</p:Heading><p:P p:pNumber='1'>A <p:BoundaryData/>box.</p:P></p:Specification>"


def read(content: str) -> Delivered:
    (found,) = us_wrapper.read(Member("w.xml", lambda: io.BytesIO(content.encode())), None)
    assert isinstance(found, Delivered)
    return found


def said(document: Delivered) -> list[tuple[str, str, str, str]]:
    return [(t.part, t.language, p["n"], p["t"]) for t in document.texts for p in t.paragraphs]


def test_claims_are_taken_with_their_numbers_and_remarks_without():
    found = read(HEAD.format("ClaimsDocument", "CLM", CLAIMS))
    assert (found.office, found.application, found.as_of) == ("US", Number("US", "13962724"), "2014-11-18")
    assert said(found) == [
        ("claims", "en", "", "In the claims:"),
        ("claims", "en", "1", "(Amended) A box\nwith a lid."),
        ("claims", "en", "2", "The box of claim 1."),
    ]
    assert found.texts[0].paragraphs[2]["refs"] == ["1"]
    assert found.problems == []


@pytest.mark.parametrize(("code", "part"), [("SPEC", "description"), ("ABST", "abstract"), ("APPENDIX", "description")])
def test_the_code_says_which_part_a_specification_is(code, part):
    found = read(HEAD.format("SpecificationDocument", code, TEXT))
    assert said(found) == [(part, "en", "", "loose"), (part, "en", "", "FIELD"), (part, "en", "1", "A box.")]


def test_claims_of_which_none_has_a_number_are_numbered_and_told():
    bare = CLAIMS.replace("<p:ClaimNumber>1</p:ClaimNumber>", "").replace("<p:ClaimNumber>2</p:ClaimNumber>", "")
    found = read(HEAD.format("ClaimsDocument", "CLM", bare))
    assert [p["n"] for p in found.texts[0].paragraphs] == ["1", "2", "3"]
    assert [p.code for p in found.problems] == ["READ-CLAIM-NUMBER"]


def test_a_new_element_announces_itself():
    found = read(HEAD.format("ClaimsDocument", "CLM", "<p:Novelty>x</p:Novelty>"))
    assert [p.sentence.split()[2] for p in found.problems] == ["ClaimsDocument/Novelty"]
    assert found.texts == []


def test_the_real_papers_agree_with_the_counts_made_by_another_method():
    folder = settings.OFFICE_DATA_DIR / "us-st36"
    if not folder.is_dir():
        pytest.skip("The folder of real office data is not on this machine.")
    files = json.loads((settings.OFFICE_DATA_DIR / "EXPECTED.json").read_text())["us-st36"]["files"]
    papers = {name: counts for name, counts in files.items() if "document_code" in counts}
    assert len(papers) == 13
    for name, counts in papers.items():
        (found,) = documents(folder / name)
        assert isinstance(found, Delivered)
        assert found.application.value == counts["application"]
        numbered = [p for t in found.texts if t.part == "claims" for p in t.paragraphs if p["n"]]
        assert len(numbered) == counts["claim_with_number"] or found.problems, name
        assert not [p for p in found.problems if p.code == "READ-NEW"]
