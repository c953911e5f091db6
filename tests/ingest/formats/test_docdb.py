"""DOCDB exchange documents: numbers and names in their forms, cut-out records, deletions, and the real files."""

import io
import json

import pytest
from django.conf import settings
from hypothesis import example, given
from hypothesis import strategies as st

from ingest.archive import Member, members
from ingest.document import Delivered, Name, Number, Related, Symbol, Unreadable
from ingest.formats import docdb

PUBLICATION = """<exch:publication-reference data-format="docdb"><document-id><country>XA</country><doc-number>1206</doc-number>
<kind>B</kind><date>20030918</date></document-id></exch:publication-reference>
<exch:publication-reference data-format="epodoc"><document-id><doc-number>XA1206</doc-number></document-id></exch:publication-reference>
<exch:publication-reference data-format="original"><document-id><doc-number>XA 1206</doc-number></document-id></exch:publication-reference>"""
APPLICATION = """<exch:application-reference data-format="docdb"><document-id><country>XA</country><doc-number>2000001988</doc-number>
<kind>A</kind><date>19980804</date></document-id></exch:application-reference>
<exch:application-reference data-format="original"><document-id><doc-number>XA/P/2000/001988</doc-number></document-id></exch:application-reference>"""
CLASSES = """<classification-ipc><edition>7</edition><main-classification> 7A 61K   9/16   A</main-classification></classification-ipc>
<exch:classifications-ipcr><classification-ipcr sequence="1"><text>A61K   9/16        20060101A I20051008RMEP        </text></classification-ipcr></exch:classifications-ipcr>
<exch:patent-classifications><patent-classification sequence="1"><classification-scheme office="EP" scheme="CPCI"><date>20130101</date></classification-scheme>
<classification-symbol>A61K   9/1652</classification-symbol><symbol-position>L</symbol-position></patent-classification>
<patent-classification sequence="2"><classification-scheme office="JP" scheme="FI"/><classification-symbol>A61K9/16</classification-symbol></patent-classification></exch:patent-classifications>"""
PARTIES = """<exch:parties><exch:applicants>
<exch:applicant sequence="1" data-format="docdb"><exch:applicant-name><name>WARMA PT</name></exch:applicant-name><residence><country>ID</country></residence></exch:applicant>
<exch:applicant sequence="2" data-format="docdb"><exch:applicant-name><name>ONLY STANDARD</name></exch:applicant-name></exch:applicant>
<exch:applicant sequence="1" data-format="docdba"><exch:applicant-name><name>P.T. Warma,</name></exch:applicant-name></exch:applicant>
</exch:applicants><exch:inventors>
<exch:inventor sequence="1" data-format="epodoc"><exch:inventor-name><name>SARI DEWI\u2002[ID]</name></exch:inventor-name></exch:inventor>
<exch:inventor sequence="1" data-format="original"><exch:inventor-name><name>Sari, Dewi</name></exch:inventor-name></exch:inventor>
</exch:inventors></exch:parties>"""
PRIORITIES = """<exch:priority-claims>
<exch:priority-claim sequence="1" data-format="docdb"><document-id><country>US</country><doc-number>202163230089</doc-number><kind>P</kind><date>20210806</date></document-id><exch:priority-active-indicator>Y</exch:priority-active-indicator></exch:priority-claim>
<exch:priority-claim sequence="2" data-format="docdb"><document-id><country>US</country><doc-number>9816128</doc-number><kind>W</kind><date>19980804</date></document-id><priority-linkage-type>W</priority-linkage-type></exch:priority-claim>
<exch:priority-claim sequence="1" data-format="epodoc"><document-id><doc-number>US202163230089P</doc-number></document-id></exch:priority-claim>
<exch:priority-claim sequence="1" data-format="original"><document-id><doc-number>63/230,089</doc-number></document-id></exch:priority-claim>
</exch:priority-claims>"""
TITLES = """<exch:invention-title lang="en" data-format="docdb">STANDARD TITLE</exch:invention-title>
<exch:invention-title lang="en" data-format="docdba">Title as <i>published</i></exch:invention-title>
<exch:invention-title lang="ol" data-format="docdba">Judul asli</exch:invention-title>"""
LANGUAGE = "<exch:language-of-publication>id</exch:language-of-publication>"
GRANTED = """<exch:dates-of-public-availability><exch:printed-with-grant><document-id><date>20030918</date></document-id></exch:printed-with-grant></exch:dates-of-public-availability>"""
ABSTRACTS = """<exch:abstract lang="id" data-format="docdba"><exch:p>Komposisi triciklicna.</exch:p></exch:abstract>
<exch:abstract data-format="original"><exch:p>Komposisi tricikli&ccaron;na di 90&DEG;C.</exch:p></exch:abstract>"""
FAMILY = "<exch:patent-family><exch:family-member/></exch:patent-family>"


def cut_out(*data: str, status: str = "A", rest: str = ABSTRACTS + FAMILY) -> str:
    return (
        f'<exch:exchange-document country="XA" doc-number="1206" kind="B" date-publ="20030918" family-id="1" status="{status}">'
        f"<exch:bibliographic-data>{''.join(data)}</exch:bibliographic-data>{rest}</exch:exchange-document>"
    )


FULL = cut_out(PUBLICATION, CLASSES, APPLICATION, LANGUAGE, PRIORITIES, PARTIES, TITLES, GRANTED)


def read(content: str | bytes) -> list[Delivered | Unreadable]:
    held = content.encode() if isinstance(content, str) else content
    return list(docdb.read(Member("D.xml", lambda: io.BytesIO(held)), None))


@pytest.mark.parametrize(
    ("old", "symbols"),
    [("A01B   1/00", ["A01B 1/00"]), ("A61K  36/00", []), (" 7A 61K  36/00   A", [])],
)
def test_an_older_class_is_kept_where_the_reformed_ones_do_not_say_it(old: str, symbols: list[str]):
    reformed = "<exch:classifications-ipcr><classification-ipcr><text>A61K  36/00        20060101AFI20230101BHEP        </text></classification-ipcr></exch:classifications-ipcr>"
    (found,) = read(
        cut_out(
            PUBLICATION,
            APPLICATION,
            f"<exch:classification-ipc><text>{old}</text></exch:classification-ipc>{reformed}",
        )
    )
    assert [one.value for one in found.symbols][1:] == symbols
    assert found.problems == []


@pytest.mark.parametrize("sequence", ["", ' sequence="1"'])
def test_parties_without_a_place_of_their_own_are_all_kept(sequence: str):
    one = "<exch:applicant{0} data-format='{1}'><exch:applicant-name><name>{2}</name></exch:applicant-name></exch:applicant>"
    names = [("docdb", "A CO"), ("docdb", "B CO"), ("docdba", "A Company"), ("docdba", "B Company")]
    parties = "".join(one.format(sequence, form, name) for form, name in names)
    (found,) = read(
        cut_out(PUBLICATION, APPLICATION, f"<exch:parties><exch:applicants>{parties}</exch:applicants></exch:parties>")
    )
    assert [(n.name, n.name_latin) for n in found.names] == [("A Company", "A CO"), ("B Company", "B CO")]


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ("0000001", []),
        ("2", ["The file says that it holds 2 documents; it holds 1."]),
        ("0", ["The file says that it holds 0 documents; it holds 1."]),
        ("many", []),
        ("", []),
    ],
)
def test_a_file_that_says_another_number_of_documents_is_told(stated: str, told: list[str]):
    found = read(f'<exch:exchange-documents xmlns:exch="e" no-of-documents="{stated}">{FULL}</exch:exchange-documents>')
    assert [one.problem.sentence for one in found if isinstance(one, Unreadable)] == told


def test_a_file_that_says_documents_are_in_it_and_has_none_is_told():
    found = read('<exchange-documents no-of-documents="1"/>')
    assert [one.problem.code for one in found] == ["READ-EMPTY", "READ-COUNT"]
    assert found[1].problem.sentence == "The file says that it holds 1 document; it holds 0."


def test_two_texts_of_one_language_and_form_and_two_numbers_are_told():
    titles = "".join(
        f"<exch:invention-title lang='en' data-format='docdba'>{title}</exch:invention-title>" for title in ("A", "B")
    )
    (found,) = read(cut_out(PUBLICATION.replace("1206", "1207"), APPLICATION, titles, rest=""))
    assert [t.paragraphs[0]["t"] for t in found.texts] == ["A"]
    assert [p.sentence for p in found.problems if p.code == "READ-VALUE"] == [
        "The number in publication-reference is “1207”; “1206”, as the root has it, was taken.",
        "Under exchange-document/bibliographic-data/invention-title one value is wanted and “A” was taken, not “B”.",
    ]


ID = "<document-id><country>XA</country><doc-number>{}</doc-number></document-id>"
PARENT, CHILD = f"<parent-doc>{ID}</parent-doc>", f"<child-doc>{ID}</child-doc>"
FORMS = f"<parent-doc data-format='docdb'>{ID}</parent-doc><parent-doc data-format='original'><document-id><doc-number>P/99</doc-number></document-id></parent-doc>"


def relation(what: str, *inner: str) -> str:
    return f"<exch:related-documents><exch:{what}><relation>{''.join(inner)}</relation></exch:{what}></exch:related-documents>"


@pytest.mark.parametrize(
    ("said", "related"),
    [
        (relation("division", PARENT.format("99"), CHILD.format("2000001988")), [Related("divided_from", Number("XA", "99"))]),
        (relation("addition", PARENT.format("99"), PARENT.format("98")), [Related("addition_to", Number("XA", "99")), Related("addition_to", Number("XA", "98"))]),
        (relation("continuation-in-part", FORMS.format("99")), [Related("related", Number("XA", "99", printed="P/99"))]),
        (relation("change-of-application", PARENT.format("99")), [Related("related", Number("XA", "99"))]),
        # what came of it
        (relation("division", PARENT.format("2000001988"), CHILD.format("2001000001")), [Related("related", Number("XA", "2001000001"))]),
        (relation("division", CHILD.format("2001000001")), [Related("related", Number("XA", "2001000001"))]),
        (relation("continuation", PARENT.format("98"), CHILD.format("99")) + relation("continuation", PARENT.format("99"), CHILD.format("2000001988")),
         [Related("related", Number("XA", "98")), Related("related", Number("XA", "99"))]),
        (f"<exch:related-documents><exch:provisional-application>{ID.format('99')}</exch:provisional-application></exch:related-documents>",
         [Related("priority", Number("XA", "99"))]),
        ("<exch:previously-filed-app>GB 0912345.6 20090915</exch:previously-filed-app>", [Related("related", Number("GB", "0912345.6", date="20090915"))]),
        ("<exch:previously-filed-app>US 61/123 456</exch:previously-filed-app>", [Related("related", Number("US", "61/123 456"))]),
        ("<exch:previously-filed-app>PCT/GB2009/001234</exch:previously-filed-app>", [Related("related", Number("", "PCT/GB2009/001234"))]),
    ],
)  # fmt: skip
def test_what_a_file_comes_from_and_what_came_of_it_is_kept(said: str, related: list[Related]):
    (found,) = read(cut_out(PUBLICATION, APPLICATION, said))
    assert isinstance(found, Delivered)
    assert (found.related, found.problems) == (related, [])


def test_a_related_publication_is_mentioned_and_a_second_number_of_one_file_is_told():
    published = f"<exch:related-documents><related-publication>{ID.format('1205')}</related-publication></exch:related-documents>"
    (found,) = read(
        cut_out(
            PUBLICATION,
            APPLICATION,
            published,
            relation("addition", f"<parent-doc>{ID.format('99')}{ID.format('98')}</parent-doc>"),
        )
    )
    assert isinstance(found, Delivered)
    assert found.publications[1:] == [Number("XA", "1205", mentioned=True)]
    assert [p.sentence for p in found.problems] == [
        "Under document-id one value is wanted and “99” was taken, not “98”."
    ]


def test_every_value_of_a_document_is_taken():
    (found,) = read(FULL)
    assert isinstance(found, Delivered)
    assert (found.office, found.as_of, found.granted_on, found.place) == ("XA", "20030918", "20030918", "D.xml:1")
    assert found.application == Number("XA", "2000001988", "A", "19980804", printed="XA/P/2000/001988")
    assert found.publications == [Number("XA", "1206", "B", "20030918", printed="XA 1206")]
    assert [(s.scheme, s.value.split("  2006")[0].rstrip()) for s in found.symbols] == [
        ("ipc", "A61K   9/16"), ("cpc", "A61K   9/1652"), ("national", "A61K9/16"),
    ]  # fmt: skip
    assert found.related == [
        Related("priority", Number("US", "202163230089", "P", "20210806", printed="63/230,089")),
        Related("pct_application", Number("WO", "PCT/US9816128", date="19980804")),
    ]
    assert found.names == [
        Name("applicant", "P.T. Warma", "ID", name_latin="WARMA PT"),
        Name("applicant", "ONLY STANDARD"),
        Name("inventor", "Sari, Dewi", "ID", name_latin="SARI DEWI"),
    ]
    assert found.problems == []


def test_a_text_is_taken_in_the_form_nearest_to_what_was_published():
    (found,) = read(FULL)
    assert [(t.part, t.language, t.paragraphs[0]["t"]) for t in found.texts] == [
        ("abstract", "id", "Komposisi triciklična di 90°C."),
        ("title", "en", "Title as published"),
        ("title", "id", "Judul asli"),
    ]


@pytest.mark.parametrize(
    ("attributes", "around", "as_of", "published"),
    [
        ('date-of-last-exchange="20221027" date-of-previous-exchange="20220630"', "", "20221027", "20030918"),
        ("", 'date-of-exchange="20240301"', "20240301", "20030918"),
        ('date-of-last-exchange="20221027"', 'date-of-exchange="20240301"', "20221027", "20030918"),
        ('date-of-last-exchange="last week"', "", "20030918", ""),
        ('date-of-last-exchange="20030101"', "", "20030918", ""),
    ],
)
def test_values_are_as_of_the_day_they_were_last_passed_on(attributes: str, around: str, as_of: str, published: str):
    one = FULL.replace('family-id="1"', attributes)
    (found,) = read(f'<exch:exchange-documents xmlns:exch="e" {around}>{one}</exch:exchange-documents>')
    assert isinstance(found, Delivered)
    assert (found.as_of, found.published) == (as_of, published)


@pytest.mark.parametrize(
    "content",
    [
        FULL,
        '<?xml version="1.0" encoding="UTF-8"?>\n' + FULL,
        "\ufeff" + FULL,
        FULL + FULL,
        FULL.replace("exch:", ""),
        f'<exch:exchange-documents xmlns:exch="e">{FULL}</exch:exchange-documents>',
        f'<!DOCTYPE exch:exchange-documents SYSTEM "docdb-entities.dtd"><exch:exchange-documents xmlns:exch="e">{FULL}</exch:exchange-documents>',
        f'<!DOCTYPE exch:exchange-document SYSTEM "docdb-entities.dtd">{FULL}',
    ],
)
def test_a_record_is_read_with_and_without_what_was_around_it(content):
    assert [d.application.value for d in read(content) if isinstance(d, Delivered)] == ["2000001988"] * content.count(
        "exchange-document>"
    )


@pytest.mark.parametrize(
    ("address", "lines"),
    [("<text>1 Road, Harare</text>", "1 Road, Harare"), ("1 Road", "1 Road"), ("1 Road<!-- c --> <city>Harare</city> East", "1 Road, Harare, East"), ("<address-1>1 Road</address-1><city>Harare</city>", "1 Road, Harare"), ("", "")],
)  # fmt: skip
def test_an_address_is_kept_where_there_is_one(address, lines):
    party = f"<exch:applicant data-format='docdba'><exch:applicant-name><name>A</name></exch:applicant-name><address>{address}</address></exch:applicant>"
    (found,) = read(
        cut_out(PUBLICATION, APPLICATION, f"<exch:parties><exch:applicants>{party}</exch:applicants></exch:parties>")
    )
    assert isinstance(found, Delivered)
    assert (found.names, found.problems) == ([Name("applicant", "A", "", lines)], [])


@pytest.mark.parametrize(
    ("status", "words", "gone"),
    [("CV", "records XA 1206 B as withdrawn", True), ("DV", "no longer records XA 1206 B as withdrawn", False)],
)
def test_a_publication_that_was_withdrawn_is_told(status, words, gone):
    (found,) = read(cut_out("", status=status, rest=""))
    assert isinstance(found, Unreadable)
    assert (found.deletes is not None) is gone
    assert (found.deletes is not None) is gone
    assert (found.problem.code, found.waits, words in found.problem.sentence) == ("READ-TAKEN-BACK", False, True)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (APPLICATION.replace("<kind>A<", "<kind>D<").replace(">2000001988", ">1206D"), "The application number 1206D D was made by the EPO"),
        (APPLICATION.replace("<kind>A<", "<kind>K<"), "The application number 2000001988 K is that of several files"),
        (PRIORITIES.replace(">W</priority-linkage", ">T</priority-linkage").replace("<kind>W<", "<kind>A<"), "The number of the priority US 9816128 was made by the EPO"),
    ],
)  # fmt: skip
def test_a_number_the_epo_made_is_told(data, words):
    (found,) = read(cut_out(PUBLICATION, data))
    assert isinstance(found, Delivered)
    assert [p.code for p in found.problems if words in p.sentence] == ["READ-VALUE"]


def test_a_deletion_is_told_and_kept():
    (found,) = read(cut_out(PUBLICATION, status="D"))
    assert isinstance(found, Unreadable)
    assert (found.problem.code, found.problem.severity) == ("READ-TAKEN-BACK", "warning")
    assert "XA 1206 B" in found.problem.sentence
    assert b"exchange-document" in found.content


@pytest.mark.parametrize(
    ("data", "application"),
    [
        ("", Number("", "")),
        (APPLICATION.replace("docdb", "epodoc").replace("<country>XA</country>", "").replace(">2000001988", ">XA20000001988"),
         Number("XA", "XA20000001988", "A", "19980804", printed="XA/P/2000/001988")),
        (APPLICATION[APPLICATION.index("<exch", 5):], Number("XA", "XA/P/2000/001988")),
        (APPLICATION.replace(">XA<", ">IL<").replace(">A<", ">W<"), Number("WO", "PCT/IL2000001988", "", "19980804", printed="XA/P/2000/001988")),
    ],
)  # fmt: skip
def test_the_form_of_a_number_that_is_there_is_taken(data, application):
    (found,) = read(cut_out(PUBLICATION, data))
    assert isinstance(found, Delivered)
    assert found.application == application


@pytest.mark.parametrize(
    ("scheme", "kept"),
    [("CPCI", "cpc"), ("CPC", "cpc"), ("IPCR", "ipc"), ("FI", "national"), ("FTERM", "national"), ("", "national")],
)
def test_a_class_is_of_its_scheme(scheme, kept):
    one = f"<patent-classification><classification-scheme office='JP' scheme='{scheme}'/><classification-symbol>A61K9/16</classification-symbol></patent-classification>"
    (found,) = read(cut_out(PUBLICATION, f"<exch:patent-classifications>{one}</exch:patent-classifications>"))
    assert isinstance(found, Delivered)
    assert found.symbols == [Symbol(kept, "A61K9/16")]


@pytest.mark.parametrize("old", ["A61K", "A61K 9:16"])
def test_an_old_class_in_another_form_is_kept_as_it_is(old):
    (found,) = read(
        cut_out(
            PUBLICATION, f"<classification-ipc><main-classification>{old}</main-classification></classification-ipc>"
        )
    )
    assert isinstance(found, Delivered)
    assert found.symbols == [Symbol("ipc", old)]


def test_old_classes_are_taken_where_there_are_no_new_ones():
    (found,) = read(cut_out(PUBLICATION, CLASSES[: CLASSES.index("<exch:")]))
    assert isinstance(found, Delivered)
    assert found.symbols == [Symbol("ipc", "A61K 9/16", "7")]


def test_a_new_element_is_told_and_a_strange_one_beside_the_documents_too():
    found = read(f'<a xmlns:exch="e"><exch:news/>{cut_out(PUBLICATION, "<exch:novelty>x</exch:novelty>")}</a>')
    assert [d.problem.code if isinstance(d, Unreadable) else [p.code for p in d.problems] for d in found] == [
        "READ-NEW",
        ["READ-NEW"],
    ]


@pytest.mark.parametrize("cut", [200, 900, len(FULL) - 5])
def test_a_file_that_breaks_off_is_read_as_far_as_it_goes(cut):
    *read_before, last = read(FULL + FULL[:cut])
    assert [d.application.value for d in read_before if isinstance(d, Delivered)] == ["2000001988"]
    assert isinstance(last, Unreadable)
    assert last.problem.code == "READ-XML"
    assert "rest was not" in last.problem.sentence


@given(st.binary(max_size=300))
@example(b"<!DOCTYPE")
def test_any_bytes_end_in_documents_or_a_sentence(content):
    assert all(isinstance(d, Delivered) or d.problem.sentence for d in read(b"<exch:exchange-document>" + content))


def test_utf_16_is_left_as_it_is():
    assert (
        len(
            read(
                f'<?xml version="1.0" encoding="utf-16"?>{FULL.replace("exch:", "").replace("&ccaron;", "").replace("&DEG;", "")}'.encode(
                    "utf-16"
                )
            )
        )
        == 1
    )


def test_the_real_files_agree_with_the_counts_made_by_another_method():
    folder = settings.OFFICE_DATA_DIR / "epo-docdb"
    if not folder.is_dir():
        pytest.skip("The folder of real office data is not on this machine.")
    expected = json.loads((settings.OFFICE_DATA_DIR / "EXPECTED.json").read_text())["epo-docdb"]
    for path in sorted(folder.rglob("*.xml")):
        counts = expected[str(path.relative_to(folder))]
        found = [d for member in members(path) for d in docdb.read(member, None)]
        documents = [d for d in found if isinstance(d, Delivered)]
        assert len(documents) == counts["documents"]
        # The back file is an excerpt that still says the 18,626 documents of the whole.
        remarks = [d.problem.code for d in found if isinstance(d, Unreadable)]
        assert remarks == ["READ-COUNT"] * (path.name == "DE-backfile.xml")
        assert sum(p.code == "READ-NEW" for d in documents for p in d.problems) == 0
        assert sum(t.part == "title" for d in documents for t in d.texts) == sum(counts["titles"].values())
        # One abstract of YU 6701 stands there twice, with and without its letters' accents: the second is the published form.
        twice = counts["abstracts"].get("(none) original", 0)
        assert (
            sum(t.part == "abstract" for d in documents for t in d.texts) == sum(counts["abstracts"].values()) - twice
        )
        assert sum(s.scheme == "ipc" for d in documents for s in d.symbols) == counts["ipcr"]
        assert sum(len(d.related) for d in documents) == counts["priorities_docdb"]
