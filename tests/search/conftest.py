from __future__ import annotations

from pathlib import Path

import pytest

from search.engines import engine
from search.engines.base import Engine


@pytest.fixture
def index(settings: object, tmp_path: Path) -> Engine:
    """An embedded engine of the test's own, without a generation."""
    settings.SEARCH_ENGINE = "embedded"
    settings.INDEX_DIR = tmp_path / "index"
    return engine()
