"""The status that follows from dispatches of Brazil's gazette, one a week in the order given, with comments as the gazette words them."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from ingest.document import Delivered, Event, Number
from ingest.normalise.drafts import normalise
from ingest.offices.profiles import load
from portal.records.derive import derive
from portal.records.models import Delivery, Record

FIRST, ISSUE = dt.date(2020, 1, 7), 2557
PRIORITY = "115 Recurso conhecido. Negado provimento e mantida a decisão de perda da Prioridade Unionista."
NO_PRIORITY_LOST = "104 Recurso conhecido e provido. Reformada a decisão de perda da Prioridade Unionista."
PAID = ". Uma vez que o recolhimento da 3ª anuidade foi efetuado em 31/01/2020"
GIVEN_BACK = ", uma vez que a devolução de prazo foi concedida"
NOT_SHELVED = ", uma vez que o arquivamento (8.6) publicado na RPI 2557, de 07/01/2020, foi anulado"
REFUSAL = "115 Conheço do Recurso Interposto. Nego Provimento em seu Mérito. Mantenho o Indeferimento do Pedido."
APPEAL = "IPAS360 Recurso contra o indeferimento"
NULLITY = "os processos administrativos de pedido de nulidade"
SUSPENDED = (
    "41 Processo instaurado, ficando suspensos os efeitos da concessão, de acordo com o parágrafo 2º do artigo 113"
)
SHELVED = "130 Prejudicado o recurso por perda de objeto, já que o pedido foi definitivamente arquivado por falta de pagamento"


def annuls(code: str, place: int, by: str = "8.8", why: str = "") -> str:
    day = FIRST + dt.timedelta(weeks=place)
    return f"{by} Anulada a publicação código {code} na RPI nº {ISSUE + place} de {day:%d/%m/%Y} por ter sido indevida{why}."


def reversed_(decision: str) -> str:
    return f"104 Recurso conhecido e provido. Reformada a decisão de {decision}."


def status(*dispatches: str, number: str = "BR 10 2012 004079-3") -> Record:
    """The record after dispatches, each a code with its comment behind it."""
    document = Delivered("BR", "p", "07/01/2020", Number("BR", number, date="24/02/2012"))
    for place, (code, _, comment) in enumerate(one.partition(" ") for one in dispatches):
        day = FIRST + dt.timedelta(weeks=place)
        document.events.append(Event(code, code, f"{day:%d/%m/%Y}", comment, str(ISSUE + place)))
    draft, _ = normalise(document, load("BR"), Delivery(pk=1, received_at=timezone.now()))
    derive(draft.record, draft.publications, draft.events)
    return draft.record


@pytest.mark.parametrize(
    ("dispatches", "state"),
    [
        # What a nullity board leaves standing revives nothing that has ceased.
        (["16.1", "201"], "in_force"),
        (["16.1", "21.6", "201"], "ended"),
        (["16.1", "21.1", "204"], "ended"),
        (["39", "44", "201"], "ended"),
        (["39", "44", "53.5"], "ended"),
        (["21.6", "201"], "ended"),
        (["39", "44", "46"], "in_force"),
        (["16.1", "21.6", "24.4"], "in_force"),
        (["16.1", "200", "213 Cód. 200"], "in_force"),
        # An appeal moves no right that was granted.
        (["16.1", "104"], "in_force"),
        (["16.1", "12.2"], "in_force"),
        (["16.1", "15.34"], "in_force"),
        (["39", "104"], "in_force"),
        (["39", "115"], "in_force"),
        (["39", PRIORITY], "in_force"),
        (["16.1", "12.6", "130"], "in_force"),
        (["16.1", "21.6", "104"], "ended"),
        # Without success it ends what was refused or shelved, and nothing else.
        (["3.1", "12.6", "130"], "pending"),
        (["3.1", "12.6", "115"], "pending"),
        (["3.1", PRIORITY], "pending"),
        (["3.1", NO_PRIORITY_LOST], "pending"),
        (["3.1", REFUSAL], "ended"),
        (["3.1", SHELVED], "ended"),
        (["36", "37", "115"], "ended"),
        (["37", "115"], "ended"),
        (["36", "115"], "ended"),
        (["36", "37", PRIORITY], "pending"),
        (["36", NO_PRIORITY_LOST], "ended"),
        (["9.2", "12.2", "111"], "ended"),
        # With success it revives what was refused or shelved.
        (["9.2", "104"], "pending"),
        (["9.2", "12.2", "104"], "pending"),
        (["36", "37", "100"], "pending"),
        (["9.2", "12.2", "100", "16.1"], "in_force"),
        # A lapse or forfeiture that is reversed leaves the right as it was; the refusal of one ends or revives nothing granted.
        (["16.1", "21.6", reversed_("extinção")], "in_force"),
        (["16.1", "21.6", "24.10", reversed_("extinção da patente")], "in_force"),
        (["39", "44", reversed_("extinção do registro")], "in_force"),
        (["16.1", "21.6", reversed_("Caducidade")], "in_force"),
        (["16.1", "21.6", reversed_("extinção"), "21.1"], "ended"),
        (["16.1", "21.6", reversed_("indeferimento do pedido de caducidade")], "ended"),
        (["16.1", "21.6", reversed_("arquivamento da petição")], "ended"),
        (["3.1", "11.2", reversed_("arquivamento")], "pending"),
        (["3.1", "9.2", reversed_("indeferimento do pedido")], "pending"),
        # Annual fees of applications.
        (["3.1", "8.6"], "ended"),
        (["3.1", "8.6", "8.7"], "pending"),
        (["3.1", "9.2", "8.7"], "unknown"),
        (["3.1", "9.2", "8.6", "8.7"], "unknown"),
        (["3.1", "8.6", "9.2"], "ended"),
        (["3.1", "9.2", "12.2", "8.6", "8.7"], "pending"),
        (["3.1", "9.2", "12.2", "8.6", "115", "8.7"], "unknown"),
        (["16.1", "8.7"], "in_force"),
        # It settles no appeal, and an office that examines on has answered what stood open.
        (["3.1", "9.2", "12.2", "8.6", "8.7", "115"], "ended"),
        (["3.1", "9.2", "12.2", "8.7", "130"], "ended"),
        (["3.1", "9.2", "8.7", "115"], "ended"),
        (["3.1", "9.2", "8.7", "8.7"], "unknown"),
        (["3.1", "9.2", "8.7", "8.6", "8.7"], "unknown"),
        (["3.1", "9.2", "8.7", "6.1"], "pending"),
        (["3.1", "9.2", "8.7", "7.1"], "pending"),
        (["3.1", "9.2", "8.7", "9.1"], "pending"),
        (["3.1", "9.2", "8.7", "12.2"], "pending"),
        (["3.1", "9.2", "6.1"], "ended"),
        (["16.1", "21.6", "7.1"], "ended"),
        (["3.1", "8.6", "12.3", "115"], "ended"),
        (["3.1", "8.6", "12.3", "8.7", "130"], "pending"),
        (["3.1", "8.6", "12.3", "8.11", "8.7", "130"], "pending"),
        (["3.1", "8.12", "8.7"], "pending"),
        (["3.1", "8.6", "8.7", annuls("8.7", 2)], "ended"),
        (["3.1", "8.6", annuls("8.6", 1)], "pending"),
        (["3.1", "8.6", "8.11", annuls("8.11", 2)], "ended"),
        (["3.1", "8.6", "8.11", annuls("8.11", 2), annuls("8.6", 1)], "pending"),
        (["3.1", "8.5", "9.2", annuls("8.5", 1)], "ended"),
        # That an end is not upheld, or what it ended not restored, says that it had ended: lapsed and restorable, or unknown.
        (["16.1", "21.6", "24.10", annuls("24.10", 2, "24.5")], "ended"),
        (["16.1", "24.10", annuls("24.10", 1, "24.5", GIVEN_BACK)], "unknown"),
        (["16.1", annuls("24.10", 0, "24.6")], "unknown"),
        (["16.1", annuls("24.10", 0, "22.20")], "unknown"),
        (["16.1", annuls("24.10", 0, "24.6", PAID)], "in_force"),
        (["16.1", annuls("24.10", 0, "24.6"), "24.4"], "in_force"),
        (["16.1", "24.4", annuls("24.4", 1, "24.5")], "unknown"),
        (["16.1", "24.8", annuls("24.8", 1, "24.6")], "in_force"),
        (["3.1", "8.11", annuls("8.11", 1)], "unknown"),
        (["3.1", annuls("8.11", 0)], "unknown"),
        (["3.1", annuls("8.11", 0, "15.31")], "unknown"),
        (["3.1", annuls("8.11", 0, why=PAID)], "pending"),
        ([annuls("8.11", 0, why=PAID)], "pending"),
        (["3.1", "8.7", annuls("8.7", 1)], "unknown"),
        (["3.1", "8.7", annuls("8.7", 1, why=NOT_SHELVED)], "pending"),
        (["3.1", annuls("11.20", 0, "15.31")], "unknown"),
        (["3.1", "9.2", "9.2.4", annuls("9.2.4", 2, "15.31")], "ended"),
        (["3.1", "4.3", "4.3.1"], "unknown"),
        ([annuls("8.6", 0, "15.31")], "pending"),
        (["3.1", annuls("8.11", 0), "9.1"], "pending"),
        (["16.1", annuls("24.10", 0, "24.6"), "28.30"], "unknown"),
        # An annulment that does not say of what may be that of the end.
        (["3.1", "8.6", "8.8"], "unknown"),
        (["16.1", "21.6", "22.20"], "unknown"),
        (["16.1", "22.20"], "in_force"),
        (["3.1", "15.30"], "pending"),
        (["16.1", annuls("8.6", 0)], "in_force"),
        # What ends an application or patent, and what undoes that; pipeline patents.
        (["16.1", "24.8"], "ended"),
        (["16.1", "24.8", "24.6"], "in_force"),
        (["3.1", "11.6"], "ended"),
        (["3.1", "11.6", "11.16"], "pending"),
        (["2.1", "10.9"], "ended"),
        (["3.1", "10.1", "10.6"], "pending"),
        (["3.1", "10.9", "10.7"], "pending"),
        (["3.1", "10.5"], "pending"),
        (["3.1", "10.8"], "ended"),
        (["16.1", "21.6", "21.9"], "in_force"),
        (["16.1", "21.10"], "ended"),
        (["16.1", "17.2"], "in_force"),
        (["16.1", "21.7"], "ended"),
        # A court may have declared a right null.
        (["16.1", "19.1"], "in_force"),
        (["16.1", "19.1 Trânsito em julgado da sentença que decretou a nulidade da patente"], "unknown"),
        (["16.1", "19.1 Julgado improcedente o pedido de nulidade"], "in_force"),
        (["16.1", "21.6", "19.1 Decretada a nulidade"], "ended"),
        (["39", "53 Decretada a nulidade do registro"], "unknown"),
        (["16.1", "19.1 JULGO PROCEDENTE o pedido para anular o ato de concessão da patente"], "unknown"),
        (["16.1", "19.1 Decisão: anulada, pois, a patente"], "unknown"),
        (
            ["16.1", "19.1 DEFIRO a tutela para suspender os efeitos da patente até decisão no processo de nulidade"],
            "unknown",
        ),
        (["39", "53 Determinada a suspensão dos efeitos do registro."], "unknown"),
        (
            ["16.1", f"19.1 Defiro o pedido para suspender {NULLITY} da patente, até ulterior decisão nos autos."],
            "in_force",
        ),
        (["39", f"53 Determinada a suspensão d{NULLITY} do registro"], "in_force"),
        (
            ["16.1", "19.1 Suspensão dos efeitos do despacho 16.3, que reduziu o prazo da patente: permaneça vigente"],
            "in_force",
        ),
        (["16.1", "19.1 Declarada a improcedência do pedido de nulidade"], "in_force"),
        (
            [
                "16.1",
                "212 Tendo em vista a decisão judicial (AUTOR: X @ RÉU: Y) que decretou a nulidade da patente, fica prejudicado",
            ],
            "ended",
        ),
        (["39", "212 já que foi declarada a nulidade do registro"], "ended"),
        (["16.1", "212 Prejudicado o processo de nulidade por perda de objeto"], "in_force"),
        (["16.1", "212 já que o juiz decretou a improcedência da nulidade da patente"], "in_force"),
        # What is asked against a registration within sixty days suspends its effects until it is decided (LPI 113 § 2).
        (["39", "41 Processo instaurado"], "in_force"),
        (["39", SUSPENDED], "unknown"),
        (["39", SUSPENDED, "205"], "unknown"),
        (["39", SUSPENDED, "201"], "in_force"),
        (["39", SUSPENDED, "200"], "ended"),
        (["39", SUSPENDED, "71 Cód. 41"], "in_force"),
        (["39", "44", SUSPENDED], "ended"),
        # A withdrawn or shelved application is published (LPI 29), and is no longer pending by that.
        (["3.5"], "ended"),
        (["2.1", "3.6"], "ended"),
        (["3.6", "11.16"], "pending"),
        (["16.1", "3.6"], "in_force"),
        # A file that was given another number goes on there.
        (
            ["2.1", "15.10 Pedido renumerado devido a mudança de natureza de BR102012004079-3 para BR202012004079-9."],
            "ended",
        ),
        (["2.1", "15.12 Pedido renumerado de BR102012004079-3 para BR202012004079-9."], "ended"),
        (["2.1", "15.12 Pedido renumerado de BR112012004079-9 para BR102012004079-3."], "pending"),
        (["2.1", "15.12 Pedido renumerado de 112012004079 para o número BR 10 2012 004079"], "pending"),
        (["2.1", "15.10 Mudança de natureza"], "pending"),
        (["39", "51 Pedido renumerado de BR 10 2012 004079-3 para BR 32 2012 004079-0"], "ended"),
        (["16.1", "22.13"], "in_force"),
        (["23.1", "23.9"], "in_force"),
        (["23.1", "23.9", "23.15"], "pending"),
        (["23.1", "23.6"], "ended"),
        (["23.1", "23.7", "23.8"], "pending"),
        (["23.1", "23.12"], "pending"),
        # Of what is not held, it tells as much.
        ([annuls("8.6", 0)], "pending"),
        ([annuls("8.5", 0)], "pending"),
        ([annuls("8.7", 0)], "unknown"),
        ([PRIORITY], "pending"),
        ([NO_PRIORITY_LOST], "pending"),
        (["115"], "unknown"),
        (["130"], "unknown"),
    ],
)
def test_the_state_after_a_sequence(dispatches: list[str], state: str) -> None:
    assert status(*dispatches).status == state


@pytest.mark.parametrize(
    ("code", "title", "against"),
    [
        ("21.77", "Decisão", True),
        ("10.77", "Homologada", True),
        ("45", "Extinção do Registro", True),
        ("18.33", "Caducidade deferida", True),
        ("IPAS999", "Extinção de registro pela renúncia", True),
        ("IPAS999", "Extincao de registro", True),
        ("IPAS999", "Arquivamento do pedido de registro", True),
        ("IPAS999", "Cancelamento de registro", True),
        ("IPAS999", "Decisão de considerar pedido inexistente por falta de pagamento", True),
        ("IPAS999", "Pedido de registro de marca considerado inexistente", True),
        ("IPAS999", "Indeferimento do pedido (em retificação)", True),
        ("203", "Processo administrativo de Nulidade conhecido e provido. Declarada a Nulidade da Patente.", True),
        ("203", "Processo administrativo de Nulidade conhecido, negado provimento", False),
        ("112", "Recurso conhecido e negado provimento. Mantido o arquivamento", True),
        ("IPAS999", "Recurso não provido (decisão mantida em parte)", True),
        ("112", "Recurso conhecido e negado provimento. Mantido o indeferimento da petição", False),
        ("IPAS999", "Caducidade denegada", False),
        ("IPAS999", "Recurso provido (outros)", False),
        ("IPAS999", "Arquivamento de petição", False),
        ("IPAS999", "Indeferimento da petição de caducidade", False),
        ("IPAS999", "Cancelamento de limitação ou ônus", False),
        ("IPAS999", "Arquivamento de pedido de transferência", False),
        ("45", "Petição de extinção do registro", False),
        ("110.1", "Decisão", False),
    ],
)
def test_a_dispatch_no_rule_explains_that_may_be_an_end_leaves_the_status_unknown(
    code: str, title: str, *, against: bool
) -> None:
    days = Event("16.1", "Concessão", "07/01/2020"), Event(code, title, "14/01/2020")
    document = Delivered("BR", "p", "07/01/2020", Number("BR", "BR 10 2012 004079-3"), events=[*days])
    draft, findings = normalise(document, load("BR"), Delivery(pk=1, received_at=timezone.now()))
    derive(draft.record, draft.publications, draft.events)
    assert draft.record.status == ("unknown" if against else "in_force")
    severity = next(one.severity for one in findings if one.code == "EVENT-UNMAPPED")
    assert severity == ("warning" if against else "info")


@pytest.mark.parametrize(
    ("code", "title", "favour"),
    [
        ("101", "Recurso conhecido e provido", True),
        ("102", "Recurso conhecido e provido. Reformada a decisão de indeferimento.", True),
        ("202", "Restabelecida a Patente", True),
        ("IPAS999", "Recurso provido (decisão reformada para: Deferimento parcial)", True),
        ("IPAS999", "Dado provimento ao recurso", True),
        ("IPAS999", "Deferimento do pedido (em retificação)", True),
        ("IPAS999", "Deferimento parcial do pedido", True),
        ("IPAS999", "Publicação de pedido (em retificação)", True),
        ("IPAS999", "Anulação de arquivamento", True),
        ("77", "Despacho Anulado", True),
        ("77", "Restauração", True),
        ("77", "Desarquivamento", True),
        ("77", "Restauração negada", False),
        ("IPAS999", "Recurso não provido (decisão mantida)", False),
        ("IPAS999", "Recurso conhecido e negado provimento", False),
        ("IPAS999", "Recurso desprovido", False),
        ("IPAS999", "Recurso provido (decisão reformada para: Indeferimento)", False),
        ("IPAS999", "Nulidade conhecida e provida. Anulado o privilégio", False),
        ("IPAS999", "Indeferimento do pedido (em retificação)", False),
        ("IPAS999", "Deferimento de pedido de caducidade", False),
        ("IPAS999", "Deferimento da petição (em retificação)", False),
        ("IPAS999", "Recurso provido. Desarquivada a petição", False),
        ("IPAS999", "Restabelecimento de prazo", False),
        ("77", "Cópia oficial", False),
    ],
)
@pytest.mark.parametrize("end", ["9.2", "21.6"])
def test_a_dispatch_no_rule_explains_that_may_bring_back_what_had_ended_leaves_the_status_unknown(
    end: str, code: str, title: str, *, favour: bool
) -> None:
    days = Event(end, "Fim", "07/01/2020"), Event(code, title, "14/01/2020")
    document = Delivered("BR", "p", "07/01/2020", Number("BR", "BR 10 2012 004079-3"), events=[*days])
    draft, _ = normalise(document, load("BR"), Delivery(pk=1, received_at=timezone.now()))
    derive(draft.record, draft.publications, draft.events)
    assert draft.record.status == ("unknown" if favour else "ended")


@pytest.mark.parametrize(
    ("dispatches", "state", "words"),
    [
        (["IPAS009"], "pending", "Application published for opposition"),
        (["IPAS009", "IPAS024"], "ended", "Application refused"),
        (["IPAS024", "IPAS360", "IPAS235"], "ended", "Appeal dismissed: decision upheld"),
        (["IPAS024", "IPAS360"], "unknown", "Appeal notified"),
        (["IPAS024", APPEAL], "pending", "Appeal against refusal"),
        (["IPAS024", APPEAL, "IPAS235"], "ended", "Appeal dismissed: decision upheld"),
        (["IPAS024", APPEAL, "IPAS237"], "pending", "Appeal upheld: application allowed"),
        (["IPAS024", "IPAS360 Recurso contra o indeferimento da petição"], "ended", "Application refused"),
        (["IPAS158", "IPAS304", "IPAS360"], "unknown", "Appeal notified"),
        (["IPAS158", "IPAS304", "IPAS360", "IPAS235"], "ended", "Appeal dismissed: decision upheld"),
        (["IPAS158", "IPAS360"], "in_force", "Registration granted"),
        (["IPAS158", APPEAL], "in_force", "Registration granted"),
        (["IPAS009", "IPAS360"], "pending", "Application published for opposition"),
        (["IPAS024", "IPAS237"], "pending", "Appeal upheld: application allowed"),
        (["IPAS024", "IPAS238"], "pending", "Appeal upheld: application allowed in part"),
        (["IPAS024", "IPAS654"], "pending", "Application allowed (corrected)"),
        (["IPAS158", "IPAS304", "IPAS370"], "unknown", "Appeal upheld: other decision"),
        (["IPAS158", "IPAS370"], "in_force", "Registration granted"),
        (["IPAS009", "IPAS112"], "ended", "Application does not exist"),
        (["IPAS009", "IPAS033"], "ended", "Application does not exist"),
        (["IPAS158", "IPAS270 Petição (tipo): Renúncia total ao registro"], "ended", "Registration surrendered"),
        (["IPAS158", "IPAS270 Petição (tipo): Renúncia parcial ao registro"], "in_force", "Registration granted"),
        (["IPAS158", "IPAS271 Petição (tipo): Renúncia total ao registro"], "in_force", "Registration granted"),
        (["IPAS009", "IPAS270 Petição (tipo): Desistência total de pedido"], "ended", "Application withdrawn"),
        (["IPAS009", "IPAS270 Desistência de petição"], "pending", "Application published for opposition"),
        (["IPAS029", "IPAS157"], "ended", "Application shelved for good: grant fee not paid"),
        (["IPAS158", "IPAS161"], "ended", "Registration expired"),
        (["IPAS158", "IPAS338", "IPAS304"], "ended", "Registration forfeited"),
        (["IPAS158", "IPAS400", "IPAS532"], "in_force", "Registration granted"),
        (["IPAS158", "IPAS400", "IPAS530"], "ended", "Nullity proceedings upheld: registration declared null"),
        (["IPAS158", "IPAS402"], "in_force", "Registration granted"),
        (
            ["IPAS158", "IPAS304", "IPAS402 Anulado o despacho IPAS304 publicado na RPI 2558 de 14/01/2020"],
            "in_force",
            "Registration granted",
        ),
        (
            ["IPAS158", "IPAS304", "IPAS402 Despacho anulado: IPAS304 - RPI 2558 de 14/01/2020"],
            "in_force",
            "Registration granted",
        ),
        (
            ["IPAS158", "IPAS304", "IPAS402 Anulado o despacho código IPAS304 publicado na RPI nº 2558, de 14/01/2020"],
            "in_force",
            "Registration granted",
        ),
        (["IPAS158", "IPAS304", "IPAS403 RPI 2558, de 14/01/2020, IPAS304"], "in_force", "Registration granted"),
        (["IPAS158", "IPAS338", "IPAS304", "IPAS402 Anulado o despacho IPAS338"], "ended", "Registration forfeited"),
        (
            ["IPAS158", "IPAS304", "IPAS402 Anulada a extinção de registro pela caducidade publicada na RPI 2558"],
            "unknown",
            "Dispatch annulled",
        ),
        (["IPAS158", "IPAS304", "IPAS402"], "unknown", "Dispatch annulled"),
        (["IPAS158", "IPAS304", "IPAS403"], "unknown", "Dispatch on a petition annulled"),
    ],
)
def test_the_state_of_a_mark_after_a_sequence(dispatches: list[str], state: str, words: str) -> None:
    record = status(*dispatches, number="920493416")
    assert (record.status, record.status_reason) == (state, words)


def test_a_void_grant_leaves_no_kind_of_a_grant() -> None:
    record = status("16.1", "16.4")
    assert (record.status, record.kind) == ("unknown", "")
    assert status("3.1", "16.1", "16.4").kind == "A2"


@pytest.mark.parametrize(
    ("dispatches", "kind", "place", "words"),
    [
        (["3.1"], "A2", 0, "Patent application published"),
        (["2.1", "3.1", "3.7"], "", None, "Application for a patent or certificate of addition filed"),
        (["3.1", "3.7"], "", None, ""),
        (["1.1", "1.3", annuls("1.3", 1, "1.3.4")], "", None, "International application published; request for national entry received"),
        (["1.3", "1.3.2"], "", None, ""),
        (["3.2", annuls("3.2", 0, "15.30")], "", None, ""),
        (["3.1", "3.8", "3.7"], "", None, ""),
        (["3.1", "3.7", "3.8"], "A8", None, "Patent application, corrected: published"),
        (["3.1", "3.2", annuls("3.1", 0, "3.7")], "A2", 1, "Patent application published"),
        (["2.1", "3.1", annuls("3.2", 1, "3.7")], "A2", 1, "Application for a patent or certificate of addition filed"),
        (["3.1", "3.7", annuls("3.7", 1, "15.30")], "A2", 0, "Patent application published"),
        (["3.1", annuls("2.1", 0, "2.6")], "A2", 0, "Patent application published"),
        (["2.10", "3.1", "2.6"], "A2", 1, "Patent application published"),
        (["3.1", "16.1", annuls("3.1", 0, "3.7")], "B1", 1, "Granted patent published"),
        (["3.1", "16.1", "16.4"], "A2", 0, "Patent application published"),
    ],
)  # fmt: skip
def test_a_void_publication_gives_no_kind_and_no_day(
    dispatches: list[str], kind: str, place: int | None, words: str
) -> None:
    record = status(*dispatches)
    day = None if place is None else FIRST + dt.timedelta(weeks=place)
    assert (record.kind, record.publication_date, record.status_reason) == (kind, day, words)


@pytest.mark.parametrize(
    ("dispatches", "words"),
    [
        (["3.1", REFUSAL], "Appeal dismissed: refusal upheld"),
        (["16.1", "21.6", reversed_("extinção")], "Appeal upheld: lapse reversed"),
        (["3.1", "11.2", reversed_("arquivamento")], "Appeal upheld: shelving reversed"),
        (["9.2", "12.2", "100"], "Appeal upheld: decision reversed, application allowed"),
        (["9.2", "12.2"], "Appeal against refusal"),
        (
            ["9.2", "8.7"],
            "Application restored: annual fee paid; whether what had ended it before still stands is not known",
        ),
        (
            ["16.1", annuls("24.10", 0, "24.6")],
            "Notice on the annual fee of a patent annulled; whether it had ended before is not known",
        ),
        (["3.1", annuls("8.11", 0, why=PAID)], "Patent application published"),
        ([annuls("8.11", 0, why=PAID)], "Dispatch on annual fees annulled: fee was paid"),
    ],
)
def test_what_a_comment_says_is_in_the_words_of_the_event(dispatches: list[str], words: str) -> None:
    assert status(*dispatches).status_reason == words
