"""Answers of OPS as JSON: they say what the same answers say as XML."""

import io
import json
from dataclasses import replace
from typing import Any

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from ingest.archive import Member
from ingest.dialects import Dialect, of
from ingest.document import Delivered, Unreadable
from ingest.formats import ops, ops_json
from ingest.safe_xml import BadXML, Element, name, parse, raw, text
from tests.ingest.formats import test_ops


def as_json(element: Element) -> Any:
    """What OPS makes of an element: attributes behind `@`, text under `$`, elements of one name in an array."""
    found: dict[str, Any] = {f"@{key.rpartition('}')[2]}": value for key, value in element.attrib.items()}
    if not len(element):
        return {**found, **({"$": raw(element)} if text(element) else {})} or None
    for child in element:
        if name(child):
            found.setdefault(f"ops:{name(child)}" if name(child) == "legal" else name(child), []).append(as_json(child))
    return {key: one[0] if isinstance(one, list) and len(one) == 1 else one for key, one in found.items()}


def read(content: bytes) -> list[Delivered | Unreadable]:
    return list(ops_json.read(Member("a.json", lambda: io.BytesIO(content)), None))


def written(xml: bytes) -> bytes:
    return json.dumps({"ops:world-patent-data": {"@xmlns": {"ops": {"$": "o"}}, **as_json(parse(xml))}}).encode()


def said(found: list[Delivered | Unreadable]) -> list[object]:
    return [
        replace(one, place="", problems=[]) if isinstance(one, Delivered) else one.problem.code
        for one in found
    ]  # fmt: skip


def test_json_says_what_xml_says():
    xml = f"<o:world-patent-data xmlns:o='o'>{test_ops.EXCHANGE}{test_ops.FAMILY}</o:world-patent-data>".encode()
    wanted = list(ops.read(Member("a.xml", lambda: io.BytesIO(xml)), None))
    assert len(wanted) == 2
    assert said(read(written(xml))) == said(wanted)
    assert [one.place for one in read(written(xml))] == ["a.json:1", "a.json:1"]


def test_real_answers_say_the_same_as_json():
    folder = settings.OFFICE_DATA_DIR / "epo-ops"
    if not folder.is_dir():
        pytest.skip("The folder of real office data is not on this machine.")
    seen = 0
    for path in sorted(folder.rglob("*.xml")):
        content = path.read_bytes()
        # Text among elements has no place in this JSON: full texts lose it, whoever reads it.
        if b"world-patent-data" not in content or b"fulltext-document" in content or b"<ops:meta" in content:
            continue
        try:
            parse(content)
        except BadXML:
            continue
        wanted = list(ops.read(Member("a.xml", lambda content=content: io.BytesIO(content)), None))
        found = read(written(content))
        assert len(found) == len(wanted)
        assert [
            (one.application, one.publications, one.names, one.events) for one in found if isinstance(one, Delivered)
        ] == [
            (one.application, one.publications, one.names, one.events) for one in wanted if isinstance(one, Delivered)
        ]
        seen += len(found)
    assert seen > 20


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'{"ops:world-patent-data": {"ops:meta": {"@name": "x"}}}', "READ-NONE"),
        (b'{"ops:world-patent-data": {"a b": null}}', "READ-JSON"),
        (b'{"ops:world-patent-data": {"a": "\\u0000"}}', "READ-JSON"),
        (b'{"ops:world-patent-data": {"exchange-documents": ', "READ-JSON"),
        (b'{"ops:world-patent-data": ' + b'{"a":' * 200 + b"1" + b"}" * 200 + b"}", "READ-JSON"),
        ('{"ops:world-patent-data": {"a": "é"}}'.encode("latin-1"), "READ-JSON"),
    ],
)
def test_what_cannot_be_read_ends_in_a_sentence(content, code):
    member = Member("a.json", lambda: io.BytesIO(content))
    assert isinstance(dialect := of(member), Dialect)
    assert dialect.name == "ops-json"
    (one,) = read(content)
    assert isinstance(one, Unreadable)
    assert one.problem.code == code


@pytest.mark.parametrize("line", [b"[1]", b"1", b"null", b'{"other": {}}'])
def test_a_line_that_is_no_answer_among_others_is_told(line):
    answer = b'{"ops:world-patent-data": {"ops:meta": {"@name": "x"}}}'
    codes = [one.problem.code for one in read(b"\n".join([answer, line, answer]))]
    assert codes == ["READ-NONE", "READ-OTHER", "READ-NONE"]


ANY = st.recursive(
    st.none() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)


@given(
    st.dictionaries(st.sampled_from(["exchange-document", "family-member", "fulltext-document", "x"]), ANY, max_size=3)
)
def test_any_answer_is_read_or_refused(answer):
    found = read(json.dumps({"ops:world-patent-data": answer}).encode())
    assert all(isinstance(one, Delivered | Unreadable) for one in found)
