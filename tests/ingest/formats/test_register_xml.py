"""Records in an office's own XML, read by a mapping: attributes, languages, values among elements, faults, the real marks."""

import io
import json

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from ingest.archive import Member
from ingest.dialects import documents
from ingest.document import Delivered, Event, Name, Number, Passage, Related, Symbol, Unreadable
from ingest.formats import register_xml
from ingest.safe_xml import first_tags, parse

GAZETTE = """<?xml version="1.0" encoding="UTF-8"?>
<revista numero="2700" data="04/10/2022">
 <processo numero="920493416" data-deposito="19/08/2020" data-concessao="04/10/2022" data-vigencia="04/10/2032">
  <despachos><despacho codigo="IPAS158" nome="Concessão de registro"><texto-complementar>Nada.</texto-complementar><texto-sobrestamento>Espera.</texto-sobrestamento><protocolo numero="1" data="01/09/2022" codigoServico="349.2"><requerente nome-razao-social="PEDE LTDA" pais="BR" uf="SP"/>
   <cedentes><cedente nome-razao-social="VELHA LTDA" pais="BR"/><cedente nome-razao-social="ANTIGA LTDA"/></cedentes><cessionario nome-razao-social="NOVA LTDA"/><procurador>Advogada</procurador></protocolo></despacho></despachos>
  <titulares><titular nome-razao-social="LÂMPADAS LTDA" pais="BR" uf="MG"/></titulares>
  <marca apresentacao="Nominativa" natureza="Marca de produto"><nome>LUZ</nome></marca>
  <classes-vienna edicao="4"><classe-vienna codigo="18.1.9" edicao="5"/><classe-vienna codigo="18.1.7"/></classes-vienna>
  <lista-classe-nice><classe-nice codigo="11" edicao="11"><especificacao>Lâmpadas;</especificacao><status>Deferido</status></classe-nice><classe-nice codigo="35"><especificacao>Comércio</especificacao></classe-nice></lista-classe-nice>
  <prioridade-unionista><prioridade data="01/02/2020" numero="85651317" pais="US"/></prioridade-unionista>
  <procurador>Agente</procurador><sobrestadores><sobrestador processo="900000001" marca="LUZ"/></sobrestadores>
 </processo>
 <processo numero="920493417"><marca><nome>SOL</nome></marca><novo a="b">x</novo></processo>
</revista>"""
TMBRAND = """<TMBRAND><DETAILS><OFFICENUMBER>80142</OFFICENUMBER><FILINGDATE>19910624</FILINGDATE><STATUS>active</STATUS><REGISTRATIONDATE>20021112</REGISTRATIONDATE>
<BRAND><NAME lang="he">אור</NAME><NAME lang="en">OR</NAME></BRAND></DETAILS>
<APPLICANTS><APPLICANT number="1"><NAMES><NAME lang="he" main="true">חברה</NAME><NAME lang="en">Company</NAME></NAMES><ADDRESSES><ADDRESS lang="en">1 Road</ADDRESS></ADDRESSES></APPLICANT></APPLICANTS>
<NICEGROUP><NICECLASS><TYPE>11</TYPE><LIST lang="en">Lamps.</LIST></NICECLASS></NICEGROUP><VIENNAGROUP><VIENNATYPE>26.2</VIENNATYPE></VIENNAGROUP>
<EVENTS><EVENT><EventDate>20020101</EventDate><NatureOfEvent lang="en">Registered</NatureOfEvent><EventDescription lang="en">all</EventDescription><PublicationDate/></EVENT></EVENTS>
<OPPOSITIONS><OPPOSITION><OPENINGDATE>19940727</OPENINGDATE><CLOSINGDATE>20021112</CLOSINGDATE></OPPOSITION></OPPOSITIONS></TMBRAND>"""


def read(content: str | bytes) -> list[Delivered | Unreadable]:
    held = content.encode() if isinstance(content, str) else content
    return list(register_xml.read(Member("m.xml", lambda: io.BytesIO(held)), None))


def said(document: Delivered) -> list[tuple[str, str, str, str]]:
    return [(t.part, t.language, p["n"], p["t"]) for t in document.texts for p in t.paragraphs]


def test_every_value_of_a_brazilian_mark_is_taken():
    first, _ = read(GAZETTE)
    assert isinstance(first, Delivered)
    assert (first.office, first.right, first.place, first.as_of) == ("BR", "trademark", "m.xml:3", "04/10/2022")
    assert first.application == Number("BR", "920493416", date="19/08/2020")
    assert first.expires_on == "04/10/2032"
    assert (first.granted_on, first.publications) == ("04/10/2022", [Number("BR", "920493416", date="04/10/2022")])
    assert said(first) == [
        ("title", "pt", "", "LUZ"),
        ("description", "pt", "11", "Lâmpadas;"),
        ("description", "pt", "35", "Comércio"),
    ]
    assert first.names == [Name("owner", "LÂMPADAS LTDA", "BR", "MG"), Name("agent", "Agente")]
    assert first.symbols == [
        Symbol("nice", "11", "11"),
        Symbol("nice", "35"),
        Symbol("vienna", "18.1.9", "5"),
        Symbol("vienna", "18.1.7", "4"),
    ]
    assert first.related == [Related("priority", Number("US", "85651317", date="01/02/2020"))]
    told = (
        "Nada.; Sobrestamento: Espera.; Protocolo: 1; Data do protocolo: 01/09/2022; Serviço: 349.2; Requerente: PEDE LTDA, BR, SP; "
        "Cedente: VELHA LTDA, BR; Cedente: ANTIGA LTDA; Cessionário: NOVA LTDA; Procurador: Advogada"
    )
    assert first.events == [Event("IPAS158", "Concessão de registro", "04/10/2022", told, "2700", "pt")]
    assert first.problems == []


def test_a_new_attribute_or_element_announces_itself():
    _, second = read(GAZETTE)
    assert isinstance(second, Delivered)
    assert [p.sentence.partition(" is new")[0] for p in second.problems] == [
        "The column or key novo > @a",
        "The column or key novo > #",
    ]


def test_a_petition_whose_dispatch_has_no_name_is_told():
    (found,) = read(
        '<revista><processo numero="920493417"><despachos><despacho codigo="IPAS1"><protocolo numero="85"/></despacho></despachos></processo></revista>'
    )
    assert isinstance(found, Delivered)
    assert [p.sentence for p in found.problems] == [
        "Left, as there is no name with it: “IPAS1” under despachos > despacho > @codigo, “85” under despachos > despacho > protocolo > @numero."
    ]


def test_each_language_of_an_israeli_mark_is_taken_by_itself():
    (found,) = read(TMBRAND)
    assert isinstance(found, Delivered)
    assert said(found) == [("title", "he", "", "אור"), ("title", "en", "", "OR"), ("description", "en", "11", "Lamps.")]
    assert found.names == [Name("applicant", "חברה", "", "1 Road", "Company")]
    assert [(e.date, e.name, e.comment) for e in found.events[:3]] == [
        ("20020101", "Registered", "all"),
        ("19940727", "Opposition opened", ""),
        ("20021112", "Opposition closed", ""),
    ]
    assert found.events[-1].name == "active"
    assert (found.problems, found.symbols) == ([], [Symbol("nice", "11"), Symbol("vienna", "26.2")])


@pytest.mark.parametrize(
    ("xml", "record"),
    [
        ("<a>x <b>y</b></a>", "x y"),
        ("<a k='1'>x</a>", {"@k": "1", "#": "x"}),
        ("<a lang='he'/>", ""),
        ("<a><b lang='HE'>x</b><b lang='he'>y</b><b>z</b></a>", {"b@he": ["x", "y"], "b": ["z"]}),
        ("<a xmlns:x='http://www.w3.org/2001/XMLSchema-instance' x:nil='true'><!-- c --><b/></a>", {"b": [""]}),
        ("<a>" + "<b>" * 200 + "x" + "</b>" * 200 + "</a>", None),
    ],
)
def test_an_element_becomes_a_record(xml, record):
    made = register_xml.record(parse(xml.encode()))
    assert made == record if record is not None else "x" in json.dumps(made)


def test_what_stood_before_a_fault_is_read():
    found = read(GAZETTE.replace("<marca><nome>SOL", "<marca><nome>&"))
    assert isinstance(found[0], Delivered)
    assert isinstance(found[1], Unreadable)
    assert (
        found[1].problem.code,
        " in all, 1 before it was read" in found[1].problem.sentence,
    ) == ("READ-XML", True)


def test_a_record_without_what_it_must_have_waits_with_its_bytes():
    (found,) = read("<processo><marca><nome>\u0001</nome></marca></processo>".replace("\u0001", "x"))
    assert isinstance(found, Delivered)
    assert found.application.value == ""  # the pipeline refuses it: no record can be named


@pytest.mark.parametrize("xml", [b"<revista diretoria='Marca'/>", b"<other><processo/></other>", b"<a/>", b"", b"\x00"])
def test_other_xml_is_nobody_s(xml):
    assert register_xml.told(first_tags(xml)) is None


@given(st.text(max_size=200))
def test_any_content_is_read_or_refused(content):
    found = read(("<processo>" + content).encode("utf-8", "replace"))
    assert all(isinstance(one, Delivered) or one.problem.sentence for one in found)


def test_the_real_marks_agree_with_the_counts_made_by_another_method():
    base = settings.OFFICE_DATA_DIR / "wipo-st66-ipas"
    if not base.is_dir():
        pytest.skip("The folder of real office data is not on this machine.")
    files = json.loads((settings.OFFICE_DATA_DIR / "EXPECTED.json").read_text())["wipo-st66-ipas"]["files"]
    brands = {name: counts for name, counts in files.items() if counts.get("root") == "TMBRAND"}
    assert len(brands) == 8
    for name, counts in brands.items():
        (found,) = documents(base / name)
        assert isinstance(found, Delivered)
        # applicants whose name stands in English only
        assert all(p.sentence.startswith("Left, as there is no name with it: ") for p in found.problems), name
        assert all(isinstance(text, Passage) and text.language in ("he", "en") for text in found.texts)
        dated = ("Opposition", "Cancellation opened", "Cancellation closed")
        assert (
            sum(not e.name.startswith(dated) and not e.comment.startswith("The status") for e in found.events)
            == counts["events"]
        )


def described(document: Delivered) -> set[tuple[str, str, str]]:
    """What the description says under names: language, name and text."""
    lines = [
        (t.language, line["n"], line["t"]) for t in document.texts if t.part == "description" for line in t.paragraphs
    ]
    return {line for line in lines if not line[1].isdecimal()}


def test_what_is_said_of_a_mark_besides_its_word_and_goods_is_described():
    more = "<TERMS><TERM><DESC lang='he'>לא</DESC><DESC lang='en'>No right.</DESC></TERM></TERMS><COLORCLAIMS><COLORCLAIM><DESC lang='en'>Red.</DESC></COLORCLAIM></COLORCLAIMS>"
    (mark,) = read(TMBRAND.replace("</DETAILS>", f"<MarkTranscription>OR</MarkTranscription></DETAILS>{more}", 1))
    assert described(mark) == {
        ("en", "Transliteration", "OR"),
        ("he", "Disclaimer", "לא"),
        ("en", "Disclaimer", "No right."),
        ("en", "Colours", "Red."),
    }
    sun, *_ = [
        one
        for one in read(
            GAZETTE.replace(
                "<nome>SOL</nome></marca>",
                "<nome>SOL</nome><traducao>sun</traducao></marca><apostila>Sem direito.</apostila>",
            )
        )
        if one.application.value == "920493417"
    ]
    assert described(sun) == {("pt", "Translation", "sun"), ("pt", "Disclaimer", "Sem direito.")}
