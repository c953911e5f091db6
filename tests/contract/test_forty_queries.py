"""Forty queries in nine languages over the sample deliveries: tantivy and OpenSearch give the same records in the same order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from portal.records.models import Record
from search import service
from search.answer import Request
from search.documents import documents
from search.engines.base import Engine
from search.engines.embedded import Embedded
from search.engines.schema import FORM
from tests.contract.conftest import opensearch

GENERATION = f"{FORM}-first"
# Query → at least this many records; nought where the samples hold none.
QUERIES: dict[str, int] = {
    # English
    "silica": 5, "rice husk": 5, '"rice husk" silica': 3, "ti=(solar AND dryer)": 3, 'claims="rice husk"': 3,
    "ab=(water NEAR5 filter)": 1, "silic* NOT ash": 1, "(cassava OR sugarcane) AND has=claims": 1, "water filter pd=2020..2024": 1,
    "ipc=C01B33": 2, "ipc=A AND cc=TH": 1, "cc=BR AND rt=utility_model": 1, "ls=in_force": 10, "kd=B": 1, "has=claims.en": 1,
    # Thai
    "แกลบ": 1, "ซิลิกา": 1, 'ti="พลังงานแสงอาทิตย์"': 1, "claims=น้ำ": 1,
    # Vietnamese, with and without tones
    "vỏ trấu": 1, "vo trau": 1, "ti=(may say)": 0, "nước": 1,
    # Indonesian and Malay
    "sekam padi": 1, "claims=(dicirikan OR dicirikan*)": 1, "minyak sawit": 1,
    # Portuguese
    "casca de arroz": 1, "sílica": 1, 'ti="casca de arroz"': 1, "claims=caracterizado": 1,
    # Spanish
    "cascarilla": 1, "procedimiento": 1, "agua NOT secador": 1,
    # Arabic
    "قشر": 1, "الأرز": 1, "مياه": 1,
    # Khmer, Lao and Burmese
    "អង្កាម": 1, "ນ້ຳ": 1, "စပါးခွံ": 1, "ရေ": 1,
}  # fmt: skip


def ids(monkeypatch: pytest.MonkeyPatch, engine: Engine, query: str, sort: str) -> list[str]:
    """Every page of the answer, five records a page."""
    monkeypatch.setattr(service, "engine", lambda: engine)
    found, cursor = [], ""
    while True:
        answer = service.search(Request(query, sort=sort, size=5, cursor=cursor))
        found += [hit.record.id for hit in answer.hits]
        cursor = answer.next
        if not cursor:
            assert len(found) == answer.total
            return found


@pytest.mark.django_db
def test_both_engines_give_the_same_records_in_the_same_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    assert len(QUERIES) == 40
    engines: list[Engine] = [Embedded(tmp_path / "index"), opensearch()]
    settings.DELIVERIES_DIR = tmp_path / "deliveries"
    call_command("load_samples")
    filed = list(documents(Record.objects.values_list("id", flat=True)))
    try:
        for engine in engines:
            engine.create(GENERATION)
            with engine.writer(GENERATION) as writer:
                writer.put(filed)
            engine.publish(GENERATION)
        wrong = []
        for query, least in QUERIES.items():
            for sort in ("relevance", "newest"):
                embedded, distributed = (ids(monkeypatch, engine, query, sort) for engine in engines)
                if embedded != distributed or len(embedded) < least:
                    wrong.append((query, sort, embedded, distributed))
        assert wrong == []
    finally:
        for name in engines[1].generations():
            engines[1].drop(name)
