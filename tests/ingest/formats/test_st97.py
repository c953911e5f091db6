"""ST.97: what a document says in JSON is what it says in XML, in every way the mapping of Bags may be written."""

import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.archive import Member
from ingest.document import Delivered, Unreadable
from ingest.formats import st96, st96_legal, st96_marks, st97
from ingest.safe_xml import Element, name, parse, text
from tests.ingest.formats import test_st96, test_st96_legal, test_st96_marks

MARKS = test_st96_marks.OPEN + test_st96_marks.MARK + test_st96_marks.DESIGN + test_st96_marks.CLOSE
LEGAL = test_st96_legal.status(test_st96_legal.FILED, test_st96_legal.GRANTED, test_st96_legal.LAPSED)
ACRONYM = re.compile(r"^(ST(?=\d)|IPCR|IPC|IP|CPC|PCT|[A-Z])")
WAYS = {"array": True, "object": False}


def small(local: str) -> str:
    """The name as ST.97 writes it, with a small first letter or short word."""
    return ACRONYM.sub(lambda match: match[1].lower(), local, count=1)


def as_json(element: Element, *, arrays: bool) -> object:
    """The mechanical mapping, written here by another hand than the reader's."""
    attributes = {key.rpartition("}")[2]: value for key, value in element.attrib.items()}
    inner = [child for child in element if name(child)]
    if not inner:
        return {**attributes, "$": text(element)} if attributes else text(element)
    own = name(element).removesuffix("Bag")
    if arrays and own != name(element) and {name(child) for child in inner} == {own} and not attributes:
        return [as_json(child, arrays=arrays) for child in inner]
    found: dict[str, list[object]] = {}
    for child in inner:
        found.setdefault(small(name(child)), []).append(as_json(child, arrays=arrays))
    return attributes | {key: value[0] if len(value) == 1 else value for key, value in found.items()}


def read(value: object) -> list[Delivered | Unreadable]:
    content = value if isinstance(value, bytes) else json.dumps(value, ensure_ascii=False).encode()
    return list(st97.read(Member("j.json", lambda: io.BytesIO(content)), None))


def said(document: Delivered | Unreadable) -> dict[str, object]:
    return {key: value for key, value in vars(document).items() if key != "place"}


def flat(xml: str) -> str:
    """Without mixed content, which has no mechanical form: references stand in the text as words."""
    xml = re.sub(r"</?pat:ClaimReference[^>]*>", "", xml)
    return re.sub(
        r"(1\. Vật liệu gồm:)<pat:ClaimText>(.*?)</pat:ClaimText><pat:ClaimText>(.*?)</pat:ClaimText>", r"\1 \2 \3", xml
    )


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("xml", "reader"), [(flat(test_st96.WHOLE), st96), (MARKS, st96_marks), (LEGAL, st96_legal)])
def test_json_says_what_xml_says(xml, reader, way):
    root = parse(xml.encode())
    found = read({small(name(root)): as_json(root, arrays=WAYS[way])})
    wanted = list(reader.read(Member("x.xml", lambda: io.BytesIO(xml.encode())), None))
    documents = [one for one in wanted if isinstance(one, Delivered)]
    assert [said(one) for one in found] == [said(one) for one in documents]
    assert all(one.problems == [] for one in found if isinstance(one, Delivered))


BIBLIO = {
    "publicationNumber": "x",
    "ipOfficeCode": "VN",
    "bibliographicData": {
        "applicationIdentification": {"ipOfficeCode": "VN", "applicationNumber": {"applicationNumberText": "1-2018-04729"}},
        "inventionTitleBag": [{"@languageCode": "vi", "#text": "Đèn"}, {"com:languageCode": "en", "value": "Lamp"}],
        "patentClassificationBag": [{"ipcrClassificationBag": [{"patentClassificationText": "F21S 8/00"}]}],
        "partyBag": [{"applicantBag": [{"contact": {"name": {"entityName": "Tre"}}}]}, {"inventorBag": {"inventor": [{"contact": {"name": {"entityName": "Lò"}}}]}}],
    },
}  # fmt: skip


@pytest.mark.parametrize(
    "value",
    [
        {"patentPublication": BIBLIO},
        {"pat:patentPublication": [BIBLIO]},
        {"patentPublicationBag": [BIBLIO]},
        {"patentPublicationBag": {"patentPublication": [BIBLIO]}},
        [{"patentPublication": BIBLIO}],
        {"total": 1, "items": [BIBLIO]},
        BIBLIO,
    ],
)
def test_the_envelope_does_not_matter(value):
    (found,) = read(value)
    assert isinstance(found, Delivered)
    assert (found.office, found.application.value) == ("VN", "1-2018-04729")
    assert [(t.language, t.paragraphs[0]["t"]) for t in found.texts] == [("vi", "Đèn"), ("en", "Lamp")]
    assert [s.value for s in found.symbols] == ["F21S 8/00"]
    assert [(n.role, n.name) for n in found.names] == [("applicant", "Tre"), ("inventor", "Lò")]
    assert [p.sentence.split()[2] for p in found.problems] == ["PatentPublication/PublicationNumber"]


@pytest.mark.parametrize(
    ("key", "local"),
    [
        ("ipOfficeCode", "IPOfficeCode"), ("st13ApplicationNumber", "ST13ApplicationNumber"), ("ipcrClassificationBag", "IPCRClassificationBag"),
        ("cpcSection", "CPCSection"), ("pctNationalPhaseEntryDate", "PCTNationalPhaseEntryDate"), ("pat:claims", "Claims"),
        ("p", "P"), ("ipAddress", "IPAddress"), ("stateCode", "StateCode"), ("IPOfficeCode", "IPOfficeCode"), ("", ""),
    ],
)  # fmt: skip
def test_names_are_those_of_st96(key, local):
    assert st97.element_name(key) == local


def test_one_document_a_line_and_a_damaged_line_between():
    line = json.dumps({"patentPublication": BIBLIO}).encode()
    found = read(line + b'\n{"patentPublication": \n' + line + b"\n")
    assert [isinstance(one, Delivered) for one in found] == [True, False, True]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ({"patentPublication": {"a b": "x"}}, "READ-JSON"),
        ({"patentPublication": {"title": "\u0000"}}, "READ-JSON"),
        ({"patentPublication": {"bibliographicData": [[[]], True]}}, ""),
        ({"other": 1}, "READ-OTHER"),
        (b"{", "READ-JSON"),
    ],
)
def test_what_is_no_document_is_told(value, code):
    found = read(value)
    assert [one.problem.code for one in found if isinstance(one, Unreadable)] == ([code] if code else [])


def test_values_too_deep_in_each_other_are_refused():
    value: object = "x"
    for _ in range(200):
        value = {"a": value}
    (found,) = read({"patentPublication": value})
    assert isinstance(found, Unreadable)
    assert "deep in each other" in found.problem.sentence


json_values = st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=8), lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["patentPublication", "bibliographicData", "partyBag", "applicantBag", "$", "claims", "x y"]), inner, max_size=4), max_leaves=20)  # fmt: skip


@given(json_values)
def test_any_json_is_read_or_refused(value):
    assert all(isinstance(one, Delivered | Unreadable) for one in read(value))


@pytest.mark.parametrize("attribute", ["operationCategory", "com:operationCategory"])
def test_what_is_deleted_is_told_in_both_notations(attribute: str) -> None:
    whole = test_st96.WHOLE.replace("<pat:PatentPublication ", f'<pat:PatentPublication {attribute}="Delete" ', 1)
    (found,) = st96_read(whole)
    assert isinstance(found, Unreadable)
    written = {"patentPublication": as_json(parse(whole.encode()), arrays=True)}
    (same,) = st97.read(Member("d.json", lambda: io.BytesIO(json.dumps(written).encode())), None)
    assert isinstance(same, Unreadable)
    assert found.problem.code == same.problem.code == "READ-TAKEN-BACK"


def st96_read(content: str) -> list[Delivered | Unreadable]:
    return list(st96.read(Member("d.xml", lambda: io.BytesIO(content.encode())), None))
