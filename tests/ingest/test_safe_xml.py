"""The XML door: what it reads, what it refuses, and that text is never cut."""

import contextlib
import io
import time
import tracemalloc
from codecs import BOM_UTF8

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest import safe_xml
from ingest.safe_xml import (
    BadXML,
    Limits,
    attribute,
    child,
    children,
    documents,
    first_tags,
    line,
    name,
    parse,
    records,
    text,
)

LAUGHS = b"".join(b'<!ENTITY %c "%s">' % (98 + i, (b"&%c;" % (97 + i)) * 10) for i in range(9))

HOSTILE = {
    "external entity": (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "is not declared"),
    "external entity beside a DTD": (
        b'<!DOCTYPE a SYSTEM "a.dtd" [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>',
        "is not declared",
    ),
    "parameter entity": (
        b'<!DOCTYPE a [<!ENTITY % x SYSTEM "http://example.invalid/x"> %x;]><a>&deg;</a>',
        "is not declared",
    ),
    "external DTD that is no DTD": (b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "nothing outside"),
    "external DTD over the network": (b'<!DOCTYPE a SYSTEM "http://example.invalid/x?y=.dtd"><a/>', "nothing outside"),
    "entity bomb": (b'<!DOCTYPE a [<!ENTITY a "lol">' + LAUGHS + b"]><a>&j;</a>", "without end"),
    "one long entity often": (
        b'<!DOCTYPE a [<!ENTITY a "' + b"x" * 100_000 + b'">]><a>' + b"&a;" * 5000 + b"</a>",
        "without end",
    ),
    "entity naming itself": (b'<!DOCTYPE a [<!ENTITY a "&b;"><!ENTITY b "&a;">]><a>&a;</a>', "entities that expand"),
    "entity without a DTD": (b"<a>90&deg;C</a>", "entity “deg” is not declared"),
    "entity no set has": (b'<!DOCTYPE a SYSTEM "a.dtd"><a>&nosuch;</a>', "entity “nosuch” is not declared"),
    "bare ampersand": (b"<a>Fish & Chips</a>", "&amp;"),
    "truncated": (b"<a><b>text", "ends early"),
    "truncated in a tag": (b"<a><b", ""),
    "empty": (b"", "no element begins"),
    "blank": (b"  \n ", ""),
    "not XML": (b"PK\x03\x04 and so on", ""),
    "null byte": (b"<a>x\x00y</a>", "such as NUL"),
    "bytes of another encoding": (b'<?xml version="1.0" encoding="UTF-8"?><a>caf\xe9</a>', "bytes that are not UTF-8"),
    "unknown encoding": (b'<?xml version="1.0" encoding="klingon"?><a/>', "klingon"),
    "deep": (b"<a>" * 300 + b"</a>" * 300, "256 deep"),
    "very deep, never closed": (b"<a>" * 1_000_000, "256 deep"),
    "huge attribute": (b'<a b="' + b"x" * 70_000 + b'"/>', "attribute"),
    "enormous attribute": (b'<a b="' + b"x" * 11_000_000 + b'"/>', ""),
    "enormous text": (b"<a>" + b"x" * 11_000_000 + b"</a>", "longer than 10 million"),
    "two roots": (b"<a/><b/>", "behind the end of the root"),
    "unknown prefix": (b"<a><x:b/></a>", "prefix “x” is not declared"),
    "element declared in an entity": (b'<!DOCTYPE a [<!ENTITY a "<b>">]><a>&a;</a>', ""),
}


@pytest.mark.parametrize(("content", "says"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_and_broken_documents_end_in_a_sentence(content, says):
    began = time.monotonic()
    with pytest.raises(BadXML, match=says or ".") as caught:
        parse(content)
    assert caught.value.sentence.endswith(".")
    assert len(caught.value.content) <= safe_xml.KEPT
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("end", range(25, 80, 3))
def test_a_document_cut_anywhere_is_known_from_one_that_is_only_wrong(end):
    whole = b"<?xml version='1.0'?><q:a xmlns:q='u' b='x'><c>&amp;<!-- d --><![CDATA[e]]></c><c/></q:a>"
    with pytest.raises(BadXML) as cut:
        parse(whole[:end])
    assert cut.value.cut
    with pytest.raises(BadXML) as wrong:
        parse(whole.replace(b"&amp;", b"& "))
    assert not wrong.value.cut


@pytest.mark.parametrize("before", [b"\n", b"  \r\n\t", BOM_UTF8 + b" \n", BOM_UTF8])
def test_blanks_before_the_declaration_are_passed_over_and_lines_stay(before):
    content = before + '<?xml version="1.0" encoding="UTF-8"?>\n<r><a>é</a></r>'.encode()
    found = [(text(one), line(one)) for one in records(io.BytesIO(content), frozenset("a"))]
    assert found == [("é", 2 + before.count(b"\n"))]
    assert text(parse(content)) == "é"
    assert first_tags(content)[0] == ("r", {})
    ((document, first),) = documents(io.BytesIO(content))
    assert (text(parse(document)), first + parse(document).sourceline) == ("é", 3 + before.count(b"\n"))


def test_ten_million_elements_are_refused_before_they_fill_the_memory():
    content = b"<a>" + b"<b/>" * 10_000_000 + b"</a>"
    tracemalloc.start()
    with pytest.raises(BadXML, match="more than 10,000 elements"):
        parse(content, Limits(elements=10_000))
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()
    with pytest.raises(BadXML, match="elements"):
        parse(content)


def test_a_document_larger_than_the_limit_is_refused():
    with pytest.raises(BadXML, match="larger than 0 MiB"):
        parse(b"<a>" + b"x" * 200 + b"</a>", Limits(bytes=100))


@pytest.mark.parametrize("content", [b"<a>\n\n<b>&</b></a>", b"<a>\n\n<b></a>"])
def test_a_fault_names_its_line(content):
    with pytest.raises(BadXML) as caught:
        parse(content)
    assert caught.value.line == 3
    assert caught.value.content == content


@pytest.mark.parametrize(
    ("entity", "letter"),
    [
        ("deg", "°"),
        ("lsquo", "‘"),
        ("aring", "å"),
        ("agr", "α"),
        ("OHgr", "Ω"),
        ("hstrok", "ħ"),
        ("amp", "&"),
        ("lt", "<"),
        ("LT", "<"),
        ("AMP", "&"),
    ],
)
@pytest.mark.parametrize("dtd", ['PUBLIC "-//EPO//X//EN" "ep-v1.dtd" [ ]', 'SYSTEM "http://example.invalid/x.DTD"'])
def test_character_entities_resolve_whatever_dtd_is_named(entity, letter, dtd):
    assert text(parse(f"<!DOCTYPE a {dtd}><a>x&{entity};y</a>".encode())) == f"x{letter}y"


def test_an_entity_the_document_declares_resolves():
    assert text(parse(b'<!DOCTYPE a [<!ENTITY firm "Fish &#38;#38; Chips">]><a>&firm;</a>')) == "Fish & Chips"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_the_declared_encoding_is_believed(encoding):
    assert text(parse(f'<?xml version="1.0" encoding="{encoding}"?><a>café</a>'.encode(encoding))) == "café"


def test_elements_are_found_by_local_name():
    root = parse(
        b'<p:a xmlns:p="urn:1" xmlns:q="urn:2"><q:b q:lang=" en "><c>1</c></q:b><!--x--><b><c>2</c><d/></b></p:a>'
    )
    assert name(root) == "a"
    assert [text(c) for c in children(root, "b/c")] == ["1", "2"]
    assert attribute(child(root, "b"), "lang") == "en"
    assert attribute(root, "lang") == ""
    assert child(root, "b/x") is None
    assert text(None) == ""


def test_text_is_the_whole_string_value_without_comments():
    assert (
        text(parse(b"<a> one<!-- no --><b>two</b>\n three <?no no?> <c>four<d/>five</c> </a>"))
        == "onetwo three fourfive"
    )


def stream(content: bytes) -> io.BytesIO:
    return io.BytesIO(content)


def test_records_come_one_by_one_with_their_line_and_are_freed():
    content = b'<r n="7">\n' + b"<x><y>1</y></x>\n" * 50_000 + b"</r>"
    count, deepest = 0, 0
    for element in records(stream(content), frozenset({"x"})):
        count += 1
        if count % 1000 == 0:
            deepest = max(deepest, len(element.getparent()))
        assert safe_xml.line(element) == count + 1
        assert text(element) == "1"
        assert attribute(element.getparent(), "n") == "7"
    assert count == 50_000
    assert deepest < 10_000  # what is already parsed of the next records may be there, never all of them


def test_what_stands_beside_the_records_is_not_passed_over():
    content = b"<r><head>1</head><!-- no --><x>2</x><new>3</new><new>4</new><x>5</x><x>6</x><tail>7</tail></r>"
    found = [(name(e), text(e), safe_xml.source(e)) for e in records(stream(content), frozenset({"x"}))]
    assert "".join(t for _, t, _ in found) == "1234567"
    assert [n for n, _, _ in found] == ["head", "x", "new", "new", "x", "x", "tail"]
    assert found[2][2] == b"<new>3</new>"
    assert list(records(stream(b"<r/>"), frozenset({"x"}))) == []


def test_records_lie_at_any_depth():
    content = b"<r><q><x>1</x></q><q><p><x>2</x><x>3</x></p></q></r>"
    assert [text(e) for e in records(stream(content), frozenset({"x"})) if name(e) == "x"] == ["1", "2", "3"]
    assert [text(e) for e in records(stream(b"<x>1</x>"), frozenset({"x"}))] == ["1"]


@pytest.mark.parametrize(
    ("good", "tail"), [(3, b"<x>&</x></r>"), (3, b"<x>"), (5000, b"<x>\x00</x></r>"), (0, b"</q>")]
)
def test_records_before_a_fault_are_yielded_and_the_rest_is_told(good, tail):
    seen = []
    with pytest.raises(BadXML) as caught:
        seen.extend(text(x) for x in records(stream(b"<r>\n" + b"<x>ok</x>\n" * good + tail), frozenset({"x"})))
    assert seen == ["ok"] * good
    assert caught.value.line == good + 2
    assert caught.value.content.endswith(tail)


def test_the_limits_of_records_hold_for_each_and_not_for_all():
    many = b"<r>" + b"<x><y/><y/></x>" * 200_000 + b"</r>"
    assert sum(1 for _ in records(stream(many), frozenset({"x"}), Limits(elements=100_000, bytes=1 << 20))) == 200_000
    with pytest.raises(BadXML, match="elements"):
        list(records(stream(b"<r>" + b"<y/>" * 300_000), frozenset({"x"}), Limits(elements=100_000)))
    with pytest.raises(BadXML, match="larger"):
        list(records(stream(b"<r>" + b"y" * 300_000), frozenset({"x"}), Limits(bytes=100_000)))


BOM = b"\xef\xbb\xbf"
XML_DOCUMENT = st.builds(
    lambda body, prolog: prolog + b"<a>" + body.replace("\r", " ").encode() + b"</a>",
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="<&>"), max_size=200_000 // 4),
    st.sampled_from(
        [
            b'<?xml version="1.0"?>',
            BOM + b'<?xml version="1.0" encoding="utf-8"?>',
            b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE a SYSTEM "a.dtd" [ ]>\n',
        ]
    ),
)


@given(st.lists(XML_DOCUMENT, min_size=1, max_size=5))
def test_documents_set_one_after_another_are_told_apart(parts):
    found = list(documents(stream(b"\n".join(parts))))
    assert [part.rstrip() for part, _ in found] == [part.removeprefix(BOM).rstrip() for part in parts]
    line = 1
    for (part, start), original in zip(found, parts, strict=True):
        assert start == line
        parse(part)
        line += original.count(b"\n") + 1


def test_a_document_boundary_across_two_blocks_is_seen(monkeypatch):
    content = b'\n<?xml version="1.0"?><a/>\n\xef\xbb\xbf<?xml version="1.0"?><b/>'
    for size in range(1, len(content) + 1):
        monkeypatch.setattr(safe_xml, "CHUNK", size)
        assert [name(parse(part)) for part, _ in documents(stream(content))] == ["a", "b"]


def test_a_file_of_one_document_is_one_document():
    assert list(documents(stream(b"<a/>"))) == [(b"<a/>", 1)]
    assert list(documents(stream(b"<?xml-stylesheet href='x'?><a/>"))) == [(b"<?xml-stylesheet href='x'?><a/>", 1)]
    assert list(documents(stream(b""))) == [(b"", 1)]
    with pytest.raises(BadXML, match="larger"):
        list(documents(stream(b"<a>" + b"x" * 300_000), Limits(bytes=100_000)))


@pytest.mark.parametrize(
    ("head", "tags"),
    [
        (b"<?xml version='1.0'?><!-- x --><a q='1'><b/>", [("a", {"q": "1"}), ("b", {})]),
        (b"<p:a xmlns:p='urn:x' p:q='1'>" + b"<c/>" * 20, [("a", {"q": "1"})] + [("c", {})] * 7),
        (b"<a><b>&", [("a", {}), ("b", {})]),
        (b"PK\x03\x04", []),
        (b"", []),
        (b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', [("a", {})]),
        ("<?xml version='1.0' encoding='utf-16'?><a/>".encode("utf-16"), [("a", {})]),
    ],
)
def test_the_first_tags_are_seen_without_reading_on(head, tags):
    assert first_tags(head) == tags


@given(st.binary(max_size=300))
def test_any_bytes_give_an_element_or_bad_xml(content):
    with contextlib.suppress(BadXML):
        assert name(parse(content))


MARKUP = [b"<x>", b"<x>1</x>", b"<x>1</x><x>", b"</r>", b"<!-- -->", b"&#60;x>"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-7"])
@pytest.mark.parametrize("markup", MARKUP)
def test_entities_with_markup_are_refused_before_they_are_expanded(markup, encoding):
    """libxml2 parses them twice, frees what came of the first time, and gave a record of it all the same."""
    content = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE r [<!ENTITY e "{markup.decode()}">]><r>&e;<x>2</x></r>'
    )
    with pytest.raises(BadXML, match=r"entity with elements|well-formed"):
        list(records(stream(content.encode(encoding)), frozenset({"x"})))
    assert first_tags(content.encode(encoding)) in ([("r", {})], [])


@pytest.mark.parametrize("content", [b"x" * 100, b"<!-- " + b"x" * 70_000, b"<a", b"\x00" * 100])
def test_a_file_in_whose_beginning_no_element_begins_is_refused(content):
    with pytest.raises(BadXML):
        list(records(stream(content), frozenset({"x"})))


def test_elements_are_counted_by_their_start_tags():
    content = b"<a>" + b"<b>1</b>" * 999 + b"</a>"
    assert len(parse(content, Limits(elements=1000))) == 999
    with pytest.raises(BadXML, match="more than 999 elements"):
        parse(content, Limits(elements=999))
