"""The Brazilian gazette: every value a dispatch may carry, and gazettes that break off."""

import gzip
import io
import json
from collections import Counter

import pytest
from django.conf import settings

from ingest.archive import Member, members
from ingest.document import Delivered, Event, Name, Number, Related, Symbol, Unreadable
from ingest.formats import rpi

GRANT = """
  <despacho>
    <codigo>16.1</codigo>
    <titulo>Concessão de Patente</titulo>
    <processo-patente>
      <numero inid="11" kindcode="B1">BR 12 2012 001923-0</numero>
      <data-deposito inid="22">03/01/2012</data-deposito>
      <data-fase-nacional inid="85">04/01/2013</data-fase-nacional>
      <publicacao-nacional inid="43"><data-rpi>12/11/2013</data-rpi></publicacao-nacional>
      <pedido-internacional inid="86"><numero-pct>PCT US2010/041520</numero-pct><data-pct>09/07/2010</data-pct></pedido-internacional>
      <publicacao-internacional inid="87"><numero-ompi>WO 2011/008648</numero-ompi><data-ompi>20/01/2011</data-ompi></publicacao-internacional>
      <divisao-pedido inid="62"><data-deposito>02/01/2012</data-deposito><numero>BR 10 2012 000001-2</numero></divisao-pedido>
      <pedido-principal inid="61"><data-deposito>01/01/2011</data-deposito><numero>PI 1100001-0</numero></pedido-principal>
      <classificacao-internacional-lista>
        <classificacao-internacional inid="51" sequencia="1" ano="2006.01">C01B 33/12</classificacao-internacional>
        <classificacao-internacional inid="51" sequencia="2" ano="2019.01">A61K   9/52</classificacao-internacional>
      </classificacao-internacional-lista>
      <classificacao-nacional-lista><classificacao-nacional inid="52" sequencia="1">99</classificacao-nacional></classificacao-nacional-lista>
      <prioridade-unionista-lista><prioridade-unionista inid="30" sequencia="1">
        <sigla-pais inid="33">US</sigla-pais>
        <numero-prioridade inid="32">12/502,857</numero-prioridade>
        <data-prioridade inid="31">14/07/2009</data-prioridade>
      </prioridade-unionista></prioridade-unionista-lista>
      <prioridade-interna-lista><prioridade-interna inid="66" sequencia="1">
        <data-prioridade>15/04/2011</data-prioridade><numero-prioridade>PI 1101627-2</numero-prioridade>
      </prioridade-interna></prioridade-interna-lista>
      <titulo inid="54">PROCESSO PARA
        OBTER SÍLICA</titulo>
      <titular-lista>
        <titular inid="73" sequencia="1"><nome-completo>Arroz &amp; Cia</nome-completo><endereco><uf>RS</uf><pais><sigla>BR</sigla></pais></endereco></titular>
        <titular inid="71" sequencia="2"><nome-completo>Maria Exemplo</nome-completo></titular>
      </titular-lista>
      <inventor-lista><inventor inid="72" sequencia="1"><nome-completo>João Exemplo</nome-completo></inventor></inventor-lista>
      <procurador-lista><procurador inid="74" sequencia="1"><nome-completo>Agente Exemplo</nome-completo></procurador></procurador-lista>
      <complemento-figura-rosto inid="fg">1</complemento-figura-rosto>
    </processo-patente>
    <comentario inid="co">Prazo: 20 anos.</comentario>
  </despacho>"""
ROLES = [
    ("titular", "71", ["applicant"], 0), ("titular", "73", ["owner"], 0), ("titular", "", ["applicant"], 0),
    ("titular", "72", ["inventor"], 1), ("titular", "75", ["inventor", "applicant"], 0), ("titular", "99", ["applicant"], 1),
    ("titular", "76", ["inventor", "applicant", "owner"], 0), ("inventor", "72", ["inventor"], 0), ("inventor", "", ["inventor"], 0),
    ("inventor", "75", ["inventor", "applicant"], 0), ("inventor", "73", ["owner"], 1), ("procurador", "74", ["agent"], 0),
]  # fmt: skip
SHORT = """
  <despacho><codigo>{code}</codigo><titulo>Exigência</titulo>
    <processo-patente><numero inid="{inid}"{kind}>BR 10 2018 000001-1</numero>{more}</processo-patente></despacho>"""


def short(code: str = "6.1", kind: str = "A2", more: str = "") -> str:
    printed = f' kindcode="{kind}"' if kind else ""
    return SHORT.format(code=code, inid="11" if kind[:1] in ("B", "Y") else "21", kind=printed, more=more)


def gazette(*dispatches: str, section: str = "Patente") -> bytes:
    head = f'<revista numero="2670" dataPublicacao="08/03/2022" diretoria="{section}">'
    return (head + "".join(dispatches) + "\n</revista>").encode()


def read(content: bytes) -> list[Delivered | Unreadable]:
    return list(rpi.read(Member("P2670.xml", lambda: io.BytesIO(content)), None))


def test_every_value_of_a_dispatch_is_taken():
    (grant,) = read(gazette(GRANT))
    assert isinstance(grant, Delivered)
    assert (grant.office, grant.as_of, grant.place, grant.right) == ("BR", "08/03/2022", "P2670.xml:2", "")
    assert grant.application == Number("BR", "BR 12 2012 001923-0", "B1", "03/01/2012")
    assert grant.events == [Event("16.1", "Concessão de Patente", "08/03/2022", "Prazo: 20 anos.", "2670", kind="B1")]
    assert grant.granted_on == "08/03/2022"
    assert [(t.part, t.language, t.paragraphs[0]["t"]) for t in grant.texts] == [
        ("title", "pt", "PROCESSO PARA OBTER SÍLICA")
    ]
    assert grant.symbols == [
        Symbol("ipc", "C01B 33/12", "2006.01"),
        Symbol("ipc", "A61K 9/52", "2019.01"),
        Symbol("national", "99"),
    ]
    assert grant.names == [
        Name("owner", "Arroz & Cia", "BR", "RS"),
        Name("applicant", "Maria Exemplo"),
        Name("inventor", "João Exemplo"),
        Name("agent", "Agente Exemplo"),
    ]
    assert grant.related == [
        Related("priority", Number("US", "12/502,857", date="14/07/2009")),
        Related("priority", Number("BR", "PI 1101627-2", date="15/04/2011")),
        Related("divided_from", Number("BR", "BR 10 2012 000001-2", date="02/01/2012")),
        Related("addition_to", Number("BR", "PI 1100001-0", date="01/01/2011")),
        Related("pct_application", Number("WO", "PCT US2010/041520", date="09/07/2010")),
        Related("pct_publication", Number("WO", "WO 2011/008648", date="20/01/2011")),
    ]
    assert grant.problems == []


@pytest.mark.parametrize(
    ("kind", "more", "publications", "granted"),
    [
        ("A2", "", [], ""),
        ("B1", "<concessao inid='45'><data>05/01/2021</data></concessao>", [("B1", "05/01/2021", False)], "05/01/2021"),
        ("B8", "<concessao inid='45'><data>05/01/2021</data></concessao>", [], "05/01/2021"),
        ("Y1", "<publicacao-nacional inid='43'><data-rpi>01/10/2019</data-rpi></publicacao-nacional>", [("U2", "01/10/2019", True)], ""),
        ("", "<publicacao-nacional inid='43'><data-rpi>01/10/2019</data-rpi></publicacao-nacional>", [("A2", "01/10/2019", True)], ""),
        ("A", "<publicacao-nacional inid='43'><data-rpi>01/10/2019</data-rpi></publicacao-nacional>", [("A", "01/10/2019", True)], ""),
        ("B8", "<publicacao-nacional inid='43'><data-rpi>01/10/2019</data-rpi></publicacao-nacional>", [("", "01/10/2019", False)], ""),
        ("A2", "<publicacao-nacional inid='43'><data-rpi>-</data-rpi></publicacao-nacional>", [], ""),
        ("A2", "<publicacao-nacional inid='43'><data-rpi/></publicacao-nacional>", [], ""),
    ],
)  # fmt: skip
def test_dates_of_earlier_publications(kind, more, publications, granted):
    (document,) = read(gazette(short("25.7", kind, more)))
    found = [(p.kind, p.date, p.kind_inferred) for p in document.publications]
    assert (found, document.granted_on) == (publications, granted)
    assert all(p.value == document.application.value for p in document.publications)


def test_each_remark_of_a_dispatch_is_kept():
    (document,) = read(
        gazette(
            short("6.1", "A2", "").replace(
                "</despacho>", "<comentario>Um.</comentario><comentario/><comentario>Dois.</comentario></despacho>"
            )
        )
    )
    assert (document.events[0].comment, document.problems) == ("Um.; Dois.", [])


@pytest.mark.parametrize(
    ("remark", "day"),
    [
        (
            "Prazo de Validade: 20 (vinte)  anos contados a partir de 09/09/2014, observadas as condições legais.",
            "2034-09-09",
        ),
        (
            "Ref. RPI 2652 de 03/11/2021. Prazo de Validade: 15 (quinze) anos contados a partir de 29/02/2012.",
            "2027-03-01",
        ),
        ("Prazo de validade: 10 (dez) anos contados a partir de 31/02/2021, observadas as condições", "31/02/2021"),
        ("Prorrogado de 06/01/2022 a 05/01/2027 (3º Período).", "05/01/2027"),
        ("Vigência prorrogada de 02/12/2018 a 01/12/2023.", "01/12/2023"),
        ("Prorrogada a vigência de 01/06/2022 a 31/05/2027.", "31/05/2027"),
        ("1) Royalties: 5%; 2) Prazo: até o término de vigência da patente, em 10.10.2031; 3) Condições", "10.10.2031"),
        ("2) Prazo: até o termino de vigência da patente em 10/10/2031", "10/10/2031"),
        ("Uma vez que a vigência terminava em 10/10/2021.", ""),
        ("prazo de 90 dias contados a partir de 10/10/2021; prazo prorrogado para 10/10/2022", ""),
        ("", ""),
    ],
)
def test_a_remark_says_when_the_right_ends(remark, day):
    dispatch = short("16.1", "B1").replace("</despacho>", f"<comentario>{remark}</comentario></despacho>")
    (document,) = read(gazette(dispatch))
    assert document.expires_on == day


@pytest.mark.parametrize(
    ("remark", "day"),
    [
        ("Registro extinto a contar de 12/03/2021.", "12/03/2021"),
        ("9Registro extinto a contar de 12/03/2021.", "12/03/2021"),
        ("Registro extinto, a contar de 12/03/2021.", "12/03/2021"),
        ("PATENTE EXTINTA  EM 22.02.2022", "22.02.2022"),
        ("JULGO extinto o processo em 22/02/2022", ""),
    ],
)
def test_a_remark_says_from_which_day_the_right_has_ended(remark, day):
    dispatch = short("21.1", "B1").replace("</despacho>", f"<comentario>{remark}</comentario></despacho>")
    (document,) = read(gazette(dispatch))
    assert (document.events[0].date, document.events[0].effective) == ("08/03/2022", day)


@pytest.mark.parametrize(
    ("remark", "others"),
    [
        ("Pedido renumerado devido a mudança de natureza de BR102018000001-1 para BR202018000001-7.", ["BR202018000001-7"]),
        ("renumerado devido a mudança de natureza de 102018000001 para 202018000001-7", ["202018000001-7"]),
        ("Pedido renumerado de BR 11 2018 000001-0 para BR 10 2018 000001-1.", ["BR 11 2018 000001-0"]),
        ("Pedido renumerado de PI0900001-0 para MU8900001-0", ["PI0900001-0", "MU8900001-0"]),
        ("Prazo prorrogado de 10/10/2021 para 10/10/2022.", []),
        ("Documento renumerado de 1 para 2.", []),
        ("", []),
    ],
)  # fmt: skip
def test_a_renumbered_file_keeps_its_other_number(remark, others):
    dispatch = short("15.10", "A2").replace("</despacho>", f"<comentario>{remark}</comentario></despacho>")
    (document,) = read(gazette(dispatch))
    assert [(one.relation, one.number.value) for one in document.related] == [("related", other) for other in others]


@pytest.mark.parametrize("said", ["00/00/0000", "31/02/2019", "sem data"])
def test_a_publication_without_a_day_is_told_and_not_made_up(said):
    (document,) = read(
        gazette(short("3.1", "A2", f"<publicacao-nacional><data-rpi>{said}</data-rpi></publicacao-nacional>"))
    )
    assert (document.publications, [p.code for p in document.problems]) == ([], ["READ-VALUE"])


def test_a_day_of_grant_beside_the_number_of_an_application_is_told_and_not_taken():
    (document,) = read(gazette(short("35", "", "<concessao inid='45'><data>08/08/2017</data></concessao>")))
    assert (document.granted_on, [p.code for p in document.problems]) == ("", ["READ-VALUE"])


@pytest.mark.parametrize(("inid", "granted"), [("11", [("S", "", True, True)]), ("21", [])])
def test_a_design_with_the_number_of_a_title_is_registered_though_no_day_is_given(inid, granted):
    dispatch = (
        short("115", "").replace('inid="21"', f'inid="{inid}"').replace("BR 10 2018 000001-1", "BR 30 2018 000001-0")
    )
    (document,) = read(gazette(dispatch, section="DesenhoIndustrial"))
    assert [(p.kind, p.date, p.kind_inferred, p.mentioned) for p in document.publications] == granted


def test_a_grant_without_a_date_of_its_own_is_of_the_day_of_the_gazette():
    (document,) = read(gazette(short("16.1", "Y1")))
    assert (document.granted_on, document.publications) == ("08/03/2022", [])


def test_designs_say_their_right_and_have_locarno_classes():
    national = "<classificacao-nacional-lista><classificacao-nacional>06-01</classificacao-nacional></classificacao-nacional-lista>"
    dispatch = short("39", "", national).replace("BR 10 2018 000001-1", "BR 30 2018 000001-0")
    (document,) = read(gazette(dispatch, section="DesenhoIndustrial"))
    assert (document.right, document.symbols, document.granted_on) == (
        "design",
        [Symbol("locarno", "06-01")],
        "08/03/2022",
    )


def test_a_new_element_announces_itself_and_one_left_on_purpose_does_not():
    new = "<novo-elemento>x</novo-elemento><titular-lista><titular><email>a@b.invalid</email></titular></titular-lista>"
    (document,) = read(gazette(short(more=new)))
    assert [(p.code, p.severity, p.sentence) for p in document.problems] == [
        ("READ-NEW", "info", f"The element {path} is new to this reader and was not used.")
        for path in (
            "despacho/processo-patente/novo-elemento",
            "despacho/processo-patente/titular-lista/titular/email",
        )
    ]
    assert document.problems[0].place == "P2670.xml:2 (1×)"


def test_a_file_element_that_is_missing_or_repeated_is_not_silent():
    (bare,) = read(gazette("<despacho><codigo>6.1</codigo><titulo>T</titulo></despacho>"))
    assert bare.application.value == ""
    (twice,) = read(gazette(short(more="<numero>BR 10 2018 000002-2</numero>")))
    assert [p.sentence.split()[1] for p in twice.problems] == ["despacho/processo-patente/numero"]


def test_what_stands_beside_the_dispatches_goes_to_quarantine():
    first, stranger, last = read(gazette(short(), "<aviso>x</aviso>", short()))
    assert isinstance(first, Delivered)
    assert isinstance(last, Delivered)
    assert isinstance(stranger, Unreadable)
    assert (stranger.problem.code, stranger.content) == ("READ-NEW", b"<aviso>x</aviso>")


@pytest.mark.parametrize("cut", [b"<despacho>&", b"<despacho><codigo>\x00", b"", b"\xff\xfe"])
def test_what_could_be_read_before_a_fault_is_kept_and_the_rest_told(cut):
    whole = gazette(*[short()] * 3).removesuffix(b"\n</revista>")
    *good, rest = read(whole + b"\n" + cut)
    assert [type(document) for document in good] == [Delivered] * 3
    assert isinstance(rest, Unreadable)
    assert rest.problem.code == "READ-XML"
    assert rest.problem.sentence.endswith(
        f"begin in the file, {3 + cut.count(b'<despacho')} in all, 3 before it were read, the rest was not."
    )
    assert rest.place.startswith("P2670.xml:")
    assert cut in rest.content


# Of each folder the applications something is told of: one that was shelved has a day of grant beside its number.
ISSUES: dict[str, list[str]] = {"br-inpi-patents": [], "br-inpi-designs": ["BR 30 2016 002980-6"]}


@pytest.mark.parametrize("folder", ISSUES)
def test_the_real_gazettes_agree_with_the_counts_made_by_another_method(folder):
    data = settings.OFFICE_DATA_DIR / folder
    if not data.is_dir():
        pytest.skip("The folder of real office data is not on this machine.")
    expected = json.loads((settings.OFFICE_DATA_DIR / "EXPECTED.json").read_text())[folder]
    assert expected["issues"]
    told = []
    for known in expected["issues"].values():
        (member,) = members(data / known["file"])
        documents = list(rpi.read(member, None))
        assert all(isinstance(document, Delivered) for document in documents)
        told += [document.application.value for document in documents if document.problems]
        internal = gzip.decompress((data / known["file"]).read_bytes()).count(b"<prioridade-interna ")
        known["priorities"] += internal  # the second method counts those of other countries only
        assert {key: known[key] for key in counted(documents)} == counted(documents)
        codes = Counter(document.events[0].code for document in documents)
        assert {code: codes[code] for code in known["dispatch_codes_top20"]} == known["dispatch_codes_top20"]
    assert told == ISSUES[folder]


def counted(documents: list[Delivered]) -> dict[str, object]:
    def total(attribute: str, name: str, *values: str) -> int:
        return sum(getattr(one, name) in values for document in documents for one in getattr(document, attribute))

    schemes = [{symbol.scheme for symbol in document.symbols} for document in documents]
    return {
        "dispatches": len(documents),
        "applications": len({document.application.value for document in documents}),
        "dispatches_with_title": sum(bool(document.texts) for document in documents),
        "dispatches_with_comment": sum(bool(document.events[0].comment) for document in documents),
        "dispatches_with_ipc": sum("ipc" in found for found in schemes),
        "ipc_elements": total("symbols", "scheme", "ipc"),
        "national_or_locarno_elements": total("symbols", "scheme", "national", "locarno"),
        "with_pct_number": total("related", "relation", "pct_application"),
        "priorities": total("related", "relation", "priority"),
        "holders": total("names", "role", "applicant", "owner"),
        "inventors": total("names", "role", "inventor"),
        "numero_kindcode": dict(Counter(document.application.kind or "(none)" for document in documents)),
        "dispatch_codes_distinct": len({document.events[0].code for document in documents}),
    }


def test_the_same_bytes_give_the_same_documents():
    content = gazette(GRANT, short(), short("9.1"))
    assert read(content) == read(content)
    assert read(gzip.decompress(gzip.compress(content))) == read(content)


@pytest.mark.parametrize(
    ("section", "right"),
    [("Patente", ""), ("PATENTES", ""), ("DesenhoIndustrial", "design"), ("Desenhos Industriais", "design")],
)
@pytest.mark.parametrize("file", ["processo-patente", "processo-desenho-industrial", "processo"])
def test_a_section_and_a_file_are_known_by_other_names(section, right, file):
    number = "BR 30 2021 000001-0" if right else "BR 10 2021 000001-7"
    one = f"<despacho><codigo>39</codigo><{file}><numero>{number}</numero></{file}></despacho>"
    xml = f'<revista numero="2661" dataPublicacao="04/01/2022" diretoria="{section}">{one}</revista>'.encode()
    (found,) = rpi.read(Member("r.xml", lambda: io.BytesIO(xml)), None)
    assert isinstance(found, Delivered)
    assert (found.right, found.application.value, found.problems) == (right, number, [])


def test_text_outside_of_the_dispatches_is_told():
    found = read(gazette(f"Aviso {short()} fim"))
    told = [one.problem.sentence for one in found if isinstance(one, Unreadable) and not one.waits]
    assert told == [f"The text “{said}” outside of the dispatches was not read." for said in ("Aviso", "fim")]


@pytest.mark.parametrize(("local", "code", "roles", "told"), ROLES)
def test_the_inid_code_of_a_party_says_its_role(local, code, roles, told):
    inid = f' inid="{code}"' if code else ""
    party = f"<{local}-lista><{local}{inid}><nome-completo>Ana</nome-completo><endereco><pais><sigla>BR</sigla></pais></endereco></{local}></{local}-lista>"
    (document,) = read(gazette(short(more=party)))
    assert [(one.role, one.name, one.country) for one in document.names] == [(role, "Ana", "BR") for role in roles]
    assert [p.code for p in document.problems] == ["READ-VALUE"] * told


@pytest.mark.parametrize(
    ("section", "number", "right", "words"),
    [
        ("DesenhoIndustrial", "BR 10 2018 000001-1", "", "section of designs is that of a patent"),
        ("DesenhoIndustrial", "BR 30 2018 000001-0", "design", ""),
        ("DesenhoIndustrial", "?", "design", ""),
        ("Patente", "BR 30 2018 000001-0", "", "section of patents is that of a design"),
        ("Patente", "BR 20 2018 000001-0", "", ""),
    ],
)
def test_a_number_of_another_right_than_the_section_publishes_goes_before_it_and_is_told(section, number, right, words):
    (document,) = read(gazette(short().replace("BR 10 2018 000001-1", number), section=section))
    assert document.right == right  # empty: as the number says
    told = [problem.sentence for problem in document.problems]
    assert bool(told) == bool(words)
    assert words in "".join(told)


@pytest.mark.parametrize(
    ("number", "day", "told"),
    [
        ("2670", "08/03/2022", 0), ("02670", "2022-03-08", 0), ("2670", "09/03/2022", 0), ("2475", "12/06/2018", 0), ("", "08/03/2022", 0),
        ("2670", "", 0), ("2670", "31/02/2022", 0), ("1000", "06/02/1990", 0), ("2671", "08/03/2022", 1), ("2670", "08/03/2032", 1),
        ("9" * 5000, "08/03/2022", 1),
    ],
)  # fmt: skip
def test_an_issue_that_has_not_the_number_of_its_day_is_told_once(number, day, told):
    content = (
        gazette(short(), short("16.1")).replace(b'"2670"', f'"{number}"'.encode()).replace(b"08/03/2022", day.encode())
    )
    found = read(content)
    assert [one.problem.code for one in found if isinstance(one, Unreadable)] == ["READ-ISSUE"] * told
    assert sum(isinstance(one, Delivered) for one in found) == 2
