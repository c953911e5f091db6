"""A small portal to ask: three offices, an index of the test's own, an authority file with gaps, findings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from ingest.models import Finding, Run
from portal.coverage.counting import recount
from portal.records.models import LegalEvent, Record, RelatedNumber
from search import indexing
from tests.factories.rows import authority, office
from tests.search.filing import delivery, file_record

HUSK = "BR-P-102012004079"
Ask = Callable[..., Any]


@pytest.fixture
def portal(db: None) -> None:
    brazil = office("BR", name="INPI", country="Brazil", languages=["pt"], profile={"terms": "Attribution."})
    office("ID", country="Indonesia", languages=["id"], unpublished={"patent": ["claims"]})
    texts = {
        ("title", "pt"): ["Processo de obtenção de sílica de casca de arroz"],
        ("title", "en", "machine"): ["Process for obtaining silica from rice husk"],
        ("claims", "pt"): ["Processo caracterizado por queima da casca.", "Processo da reivindicação 1."],
    }
    husk = file_record(
        HUSK, texts, applicants=("Universidade", "Serra, Ltda"), inventors=("Silva",), ipc=("C01B 33/12",)
    )
    file_record("BR-U-1", {("title", "pt"): ["Secador de arroz"]}, published=dt.date(2019, 2, 1), kind="U")
    file_record("ID-P-2", {("title", "id"): ["Metode sekam"]}, published=None)
    sources(husk)
    lines = [(f"9{HUSK[5:]}", "A1", 2020, ""), ("77", "A1", 2020, "M"), ("78", "B1", 2021, ""), ("79", "A1", 2020, "N")]
    authority(brazil, [*lines, ("80", "U", 2019, "", "utility_model")])
    for code in ("BR", "ID"):
        recount(code)


@pytest.fixture
def indexed(portal: None, settings: Any, tmp_path: Path) -> None:
    settings.SEARCH_ENGINE = "embedded"
    settings.INDEX_DIR = tmp_path / "index"
    indexing.rebuild()


def sources(husk: Record) -> None:
    """Give a record what `file_record` does not: an event, a priority, findings, the sources of its own fields."""
    sent = delivery("BR")
    own = {"record": husk, "delivery": sent, "as_of": dt.date(2020, 5, 12)}
    LegalEvent.objects.create(
        **own, key="k", date=dt.date(2021, 1, 5), code="16.1", name="Concessão", category="F", confidence=1.0
    )
    RelatedNumber.objects.create(
        **own, relation="priority", sequence=0, office_code="US", number_original="61/1", number_key="611"
    )
    Record.objects.filter(pk=husk.pk).update(sources={"number": ["2020-05-12", sent.pk]})
    run = Run.objects.create(delivery=sent, stage="read", counts={"events": 1}, seconds={"read": 0.5})
    for ordinal, severity in enumerate(["warning", "info", "info"]):
        Finding.objects.create(
            run=run,
            ordinal=ordinal,
            code="EVENT-UNMAPPED",
            severity=severity,
            sentence=f"Said, “{ordinal}”",
            record_id=HUSK,
        )


@pytest.fixture
def ask(client: Client) -> Ask:
    """Return a function that gets an address of `/api/v1/` and gives its JSON, having checked the status."""

    def get(address: str, status: int = 200, **headers: str) -> Any:
        response = client.get(f"/api/v1/{address}", headers=headers)
        assert response.status_code == status, response.content[:500]
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        return response.json()

    return get
