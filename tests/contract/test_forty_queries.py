"""Forty queries in nine languages over the sample deliveries: tantivy and OpenSearch give the same records in the same order."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from search import indexing, service
from search.answer import Request
from search.engines import engine
from tests.contract.conftest import opensearch

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


def ids(query: str, sort: str) -> list[str]:
    """Every page of the answer, five records a page."""
    found, cursor = [], ""
    while True:
        answer = service.search(Request(query, sort=sort, size=5, cursor=cursor))
        found += [hit.record.id for hit in answer.hits]
        cursor = answer.next
        if not cursor:
            assert len(found) == answer.total
            return found


@pytest.mark.django_db
def test_both_engines_give_the_same_records_in_the_same_order(tmp_path: Path, settings: Any) -> None:
    assert len(QUERIES) == 40
    opensearch()
    settings.INDEX_DIR, settings.DELIVERIES_DIR = tmp_path / "index", tmp_path / "deliveries"
    settings.OPENSEARCH_INDEX = f"test-{uuid.uuid4().hex[:12]}"
    call_command("load_samples")
    answers = {}
    for settings.SEARCH_ENGINE in ("embedded", "opensearch"):
        indexing.rebuild()
        answers[settings.SEARCH_ENGINE] = {
            (query, sort): ids(query, sort) for query in QUERIES for sort in ("relevance", "newest")
        }
    for name in engine().generations():
        engine().drop(name)
    assert answers["opensearch"] == answers["embedded"]
    few = [query for (query, _), found in answers["embedded"].items() if len(found) < QUERIES[query]]
    assert few == []
