"""Answers of OPS: data, claims in one element, descriptions, families with events, and answers that hold no document."""

import io
import json
from collections import Counter

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from ingest.archive import Member
from ingest.dialects import documents
from ingest.document import Delivered, Event, Number, Related, Unreadable
from ingest.formats import ops
from ingest.offices.profiles import load
from tests.ingest.normalise.test_drafts import made

NUMBER = "<document-id document-id-type='docdb'><country>XA</country><doc-number>{n}</doc-number><kind>{k}</kind><date>20111228</date></document-id>"
EXCHANGE = f"""<exchange-document system="ops.epo.org" country="XA" doc-number="24" kind="A1"><bibliographic-data>
<publication-reference>{NUMBER.format(n=24, k="A1")}<document-id document-id-type="epodoc"><doc-number>XA24</doc-number><date>20111228</date></document-id></publication-reference>
<application-reference doc-id="1">{NUMBER.format(n=1067, k="A")}<document-id document-id-type="original"><doc-number>10/67</doc-number></document-id></application-reference>
<classifications-ipcr><classification-ipcr sequence="1"><text>H04W  84/    20            A I                    </text></classification-ipcr></classifications-ipcr>
<patent-classifications><patent-classification sequence="1"><classification-scheme office="EP" scheme="CPCI"/><section>H</section><class>04</class><subclass>W</subclass><main-group>84</main-group><subgroup>20</subgroup></patent-classification></patent-classifications>
<priority-claims><priority-claim sequence="1" kind="national"><document-id document-id-type="epodoc"><doc-number>NL19981010536</doc-number><date>19981112</date></document-id><document-id document-id-type="original"><doc-number>1010536</doc-number></document-id></priority-claim></priority-claims>
<invention-title lang="de">VERNETZUNG</invention-title></bibliographic-data><abstract lang="en"><p>An apparatus.</p></abstract></exchange-document>"""
LEGAL = """<o:legal code="PG25" desc="LAPSED IN A CONTRACTING STATE" infl="-" dateMigr="00010101"><o:pre line="00001">XA</o:pre>
<o:L001EP desc="Country Code">XA</o:L001EP><o:L003EP desc="Document Number">1067</o:L003EP><o:L007EP desc="Gazette DATE">2020-06-30</o:L007EP><o:L008EP desc="Legal Event Code 1">PG25</o:L008EP>
<o:L500EP><o:L501EP desc="Ref Country Code">GB</o:L501EP><o:L502EP desc="Ref Legal Event Code" descData="PATENT CEASED">PG</o:L502EP><o:L525EP desc="Effective DATE">20191127</o:L525EP></o:L500EP></o:legal>"""
MEMBER = f"""<o:family-member family-id="4"><publication-reference>{NUMBER.format(n=24, k="A1")}</publication-reference><application-reference>{NUMBER.format(n=1067, k="A")}</application-reference>
<priority-claim sequence="1" kind="national">{NUMBER.format(n=99, k="A")}<priority-active-indicator>YES</priority-active-indicator></priority-claim>%s</o:family-member>"""
FAMILY = f"<o:patent-family><o:publication-reference>{NUMBER.format(n=24, k='A1')}</o:publication-reference>{MEMBER}</o:patent-family>"
FULL = """<f:fulltext-documents xmlns:f="f"><f:fulltext-document fulltext-format="text-only"><bibliographic-data><publication-reference data-format="docdb"><document-id>
<country>XA</country><doc-number>24</doc-number><kind>A1</kind></document-id></publication-reference></bibliographic-data>%s</f:fulltext-document></f:fulltext-documents>"""
CLAIMS = "<claims lang='EN'><claim>%s</claim></claims>"


def answer(inside: str) -> str:
    return f'<?xml-stylesheet type="text/xsl" href="x.xsl"?><o:world-patent-data xmlns:o="http://ops.epo.org"><o:meta name="elapsed-time" value="1"/>{inside}</o:world-patent-data>'


def read(content: str | bytes) -> list[Delivered | Unreadable]:
    held = content.encode() if isinstance(content, str) else content
    return list(ops.read(Member("a.xml", lambda: io.BytesIO(held)), None))


def one(inside: str) -> Delivered:
    (found,) = read(answer(inside))
    assert isinstance(found, Delivered)
    return found


def test_bibliographic_data_are_read_as_those_of_docdb():
    found = one(f"<exchange-documents>{EXCHANGE}</exchange-documents>")
    assert found.application == Number("XA", "1067", "A", "20111228", printed="10/67")
    assert found.publications == [Number("XA", "24", "A1", "20111228")]
    assert [" ".join(s.value.split()[:2]) for s in found.symbols] == ["H04W 84/20", "H04W 84/20"]
    assert found.related == [Related("priority", Number("NL", "NL19981010536", "", "19981112", printed="1010536"))]
    assert [(t.part, t.language) for t in found.texts] == [("abstract", "en"), ("title", "de")]
    assert found.problems == []


@pytest.mark.parametrize("inner", ["", EXCHANGE])
def test_a_member_of_a_family_is_a_document_with_its_events(inner):
    found = one(FAMILY % (inner + LEGAL))
    assert (found.office, found.as_of, found.publications[0].value, found.application.value) == (
        "XA",
        "20111228",
        "24",
        "1067",
    )
    assert [r.number.value for r in found.related] == (["NL19981010536"] if inner else ["99"])
    comment = "Ref Country Code: GB; Ref Legal Event Code: PG PATENT CEASED; Effective DATE: 20191127"
    words, data = "LAPSED IN A CONTRACTING STATE", "L501EP=GB; L502EP=PG; L525EP=20191127"
    assert found.events == [
        Event("PG25", words, "2020-06-30", comment, language="en", influence="-", data=data, effective="20191127")
    ]
    assert bool(found.texts) == bool(inner)
    assert found.problems == []


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ('desc="LAPSED IN A CONTRACTING STATE"', 'desc="LAPSED"', True),
        ('descData="PATENT CEASED"', 'descData="CEASED"', True),
        ('desc="Ref Country Code"', 'desc="Country"', True),
        (">GB<", ">FR<", False),
        (">PG25</o:L008EP>", ">PG26</o:L008EP>", False),
        (">2020-06-30<", ">2020-07-30<", False),
    ],
)
def test_an_event_in_other_words_of_the_epo_is_the_same_event(old, new, same):
    assert old in LEGAL
    answers = [FAMILY.replace(">XA<", ">EP<") % said for said in (LEGAL, LEGAL.replace(old, new))]
    keys = [made(one(said), load("EP"))[0].events[0].key for said in answers]
    assert (keys[0] == keys[1]) == same


@pytest.mark.parametrize(("influence", "taken"), [("-", "-"), ("+", "+"), (" ", ""), ("?", ""), ("+-", "")])
def test_the_influence_of_an_event_on_the_right_is_taken(influence, taken):
    (event,) = one(
        "<o:patent-family>" + MEMBER % LEGAL.replace('infl="-"', f'infl="{influence}"') + "</o:patent-family>"
    ).events
    assert event.influence == taken


@pytest.mark.parametrize(
    ("texts", "expected", "told"),
    [
        (["1. A device:\na part.", "2. The device of claim 1.", "3. A use of claims 1 and 2."],
         [("1", "A device: a part.", []), ("2", "The device of claim 1.", ["1"]), ("3", "A use of claims 1 and 2.", ["1", "2"])], []),
        (["1. A device:", "a part;", "12.5 % of it.", "2. The rest."],
         [("1", "A device:\na part;\n12.5 % of it.", []), ("2", "The rest.", [])], []),
        (["Claims", "1. A device."], [("", "Claims", []), ("1", "A device.", [])], []),
        (["A device.", "A use."], [("1", "A device.", []), ("2", "A use.", [])], ["READ-CLAIM-NUMBER"]),
        (["1. A single one."], [("1", "A single one.", [])], []),
        (["What is claimed is:\n1. A device:\n a part.\n2. The device of claim 1 ."],
         [("", "What is claimed is:", []), ("1", "A device:\na part.", []), ("2", "The device of claim 1 .", ["1"])], []),
        (["1. A.", "2. B.", "2. C.", "4. D."], [("1", "A.", []), ("2", "B.", []), ("2", "C.", []), ("4", "D.", [])], []),
        (["1. A.", "2. Steps:", "1. heat", "2. cool", "3. C."], [("1", "A.", []), ("2", "Steps:\n1. heat\n2. cool", []), ("3", "C.", [])], []),
        (["1.- Un horno.", "2.- El horno con:", "- una puerta."], [("1", "Un horno.", []), ("2", "El horno con:\n- una puerta.", [])], []),
        (["1 - A.", "2 - B."], [("1", "A.", []), ("2", "B.", [])], []),
        (["1. A.", "2 - of it", "2-4. (cancelled)", "5. B of claim 3."],
         [("1", "A.\n2 - of it", []), ("2-4", "(cancelled)", []), ("5", "B of claim 3.", ["2-4"])], []),
        (["1. A list of", "3. parts", "2. and more"], [("1", "A list of", []), ("3", "parts\n2. and more", [])], []),
    ],
)  # fmt: skip
def test_claims_stand_in_one_element_and_begin_with_their_numbers(texts, expected, told):
    found = one(FULL % (CLAIMS % "".join(f"<claim-text>{text}</claim-text>" for text in texts)))
    (claims,) = found.texts
    assert [(p["n"], p["t"], p["refs"]) for p in claims.paragraphs] == expected
    assert (claims.language, [p.code for p in found.problems]) == ("en", told)
    assert (found.publications, found.application) == ([Number("XA", "24", "A1")], Number("XA", ""))


def test_claims_each_in_an_element_are_read_as_elsewhere():
    inside = "<claim num='1'><claim-text>1. A</claim-text></claim><claim num='2'><claim-text>2. B</claim-text></claim>"
    (claims,) = one(FULL % f"<claims lang='ol'>{inside}</claims>").texts
    assert [(p["n"], p["t"]) for p in claims.paragraphs] == [("1", "A"), ("2", "B")]
    assert claims.language == "ol"  # as delivered: that it is none is said when it is normalised


def test_the_numbers_of_paragraphs_are_taken_out_of_their_text():
    inside = (
        "<description lang='EN'><p>Field</p><p>[0001]    The invention.</p><p num='0002'>[sic] More.</p></description>"
    )
    (described,) = one(FULL % inside).texts
    assert [(p["n"], p["t"]) for p in described.paragraphs] == [
        ("", "Field"),
        ("0001", "The invention."),
        ("0002", "[sic] More."),
    ]


@pytest.mark.parametrize(("document", "read"), [(MEMBER % LEGAL, 2), (MEMBER % EXCHANGE, 2), (EXCHANGE, 2), ("", 0)])
@pytest.mark.parametrize("end", ["<o:cut", "</wrong>"])
def test_the_documents_before_a_fault_are_read(document, read, end):
    content = f'<o:world-patent-data xmlns="e" xmlns:o="o"><o:patent-family>{document * 2}{end}'
    *found, fault = ops.read(Member("a.xml", lambda: io.BytesIO(content.encode())), None)
    assert [(one.application.value, len(one.events)) for one in found] == [("1067", document.count("<o:legal "))] * read
    assert (fault.problem.code, fault.cut) == ("READ-XML", bool(read) or end == "<o:cut")
    assert ("2 in all, 2 before it were read" in fault.problem.sentence) == bool(read)


@pytest.mark.parametrize(
    "kind", ["standardization", "register-search", "classification-scheme", "biblio-search", "unheard-of"]
)
def test_an_answer_without_documents_is_refused_by_its_name(kind):
    (found,) = read(answer(f"<o:{kind}><o:publication-reference/></o:{kind}>"))
    assert isinstance(found, Unreadable)
    assert (found.problem.code, found.content[:3]) == ("READ-NONE", b"<o:")
    assert kind in found.problem.sentence


def test_what_stands_beside_the_documents_is_known_or_told():
    inside = (
        f"<o:biblio-search><o:query>ti=x</o:query><o:range begin='1' end='1'/><o:news/>{EXCHANGE}</o:biblio-search>"
    )
    assert [type(d).__name__ for d in read(answer(inside))] == ["Unreadable", "Delivered"]


@given(st.binary(max_size=200))
def test_any_bytes_end_in_documents_or_a_sentence(content):
    assert all(isinstance(d, Delivered) or d.problem.sentence for d in read(b"<world-patent-data>" + content))


def test_the_real_answers_agree_with_the_counts_made_by_another_method():
    folder = settings.OFFICE_DATA_DIR / "epo-ops"
    if not folder.is_dir():
        pytest.skip("The folder of real office data is not on this machine.")
    sums = json.loads((settings.OFFICE_DATA_DIR / "EXPECTED.json").read_text())["epo-ops"]["sums_by_type"]
    expected = Counter()
    for counts in sums.values():
        expected.update({k: v for k, v in counts.items() if k in {"abstract", "family-member", "legal", "claim-text"}})
    for kind in (
        "exchange-documents",
        "biblio-search",
        "patent-family",
    ):  # the register's are in the tests of its reader
        expected["invention-title"] += sums[kind]["invention-title"]
    found = [
        d
        for path in sorted(folder.rglob("*.xml"))
        if b"register-document " not in path.read_bytes()
        for d in documents(path)
    ]
    read_ = [d for d in found if isinstance(d, Delivered)]
    parts = Counter(t.part for d in read_ for t in d.texts)
    assert sum(len(d.events) for d in read_) == expected["legal"] == 447
    assert (parts["abstract"], parts["title"]) == (expected["abstract"], expected["invention-title"])
    claims = [t for d in read_ for t in d.texts if t.part == "claims"]
    assert expected["claim-text"] == 57
    # The one claim-text of WO 2009085664 holds a heading and 20 claims.
    assert [len(t.paragraphs) for t in claims] == [15, 15, 15, 11, 21]
    described = [p for d in read_ for t in d.texts if t.part == "description" for p in t.paragraphs]
    assert len(described) == sums["fulltext-documents"]["p"] + 2  # two headings beside the paragraphs
    # Documents on their own, members of families (the documents in them are theirs), and full texts.
    assert len(read_) == 31 + 5 + expected["family-member"] + 10
    assert [p for d in read_ for p in d.problems] == []
    assert Counter(d.problem.code for d in found if isinstance(d, Unreadable)) == {"READ-NONE": 24, "READ-BESIDE": 6}
