from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from search.engines import engine
from search.engines.base import Engine
from tests.contract.conftest import opensearch


@pytest.fixture
def index(settings: object, tmp_path: Path) -> Engine:
    """An embedded engine of the test's own, without a generation."""
    settings.SEARCH_ENGINE = "embedded"
    settings.INDEX_DIR = tmp_path / "index"
    return engine()


@pytest.fixture(params=["embedded", "opensearch"])
def each_index(request: pytest.FixtureRequest, settings: object, tmp_path: Path) -> Iterator[Engine]:
    """Either engine, of the test's own, without a generation."""
    settings.SEARCH_ENGINE = request.param
    settings.INDEX_DIR = tmp_path / "index"
    settings.OPENSEARCH_INDEX = f"test-{uuid.uuid4().hex[:12]}"
    if request.param == "opensearch":
        opensearch()
    yield engine()
    for generation in engine().generations():
        engine().drop(generation)
