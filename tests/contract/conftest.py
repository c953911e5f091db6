from __future__ import annotations

import os
import urllib.error
import urllib.request
import uuid
from collections.abc import Iterator

import pytest
from django.conf import settings

from search.engines.base import Engine
from search.engines.embedded import Embedded
from search.engines.opensearch import OpenSearch
from tests.contract.corpus import corpus
from tests.contract.evaluator import Evaluator

DOCUMENTS = corpus()


def opensearch(shards: int = 1) -> OpenSearch:
    """One with index names of its own: others may be tested on the same node at the same time."""
    try:
        urllib.request.urlopen(settings.OPENSEARCH_URL.split(",")[0], timeout=5).close()
    except (OSError, urllib.error.URLError):
        if "CONTRACT_CASES" in os.environ:
            pytest.fail(f"CONTRACT_CASES is set, and no OpenSearch answers at {settings.OPENSEARCH_URL}.")
        pytest.skip(f"No OpenSearch answers at {settings.OPENSEARCH_URL}: start one with `make opensearch`.")
    return OpenSearch(settings.OPENSEARCH_URL, prefix=f"test-{uuid.uuid4().hex[:12]}", shards=shards)


@pytest.fixture(scope="session", params=["embedded", "opensearch", "opensearch with 3 shards"])
def empty(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """An engine with nothing in it, and nothing left of it afterwards."""
    if request.param == "embedded":
        yield Embedded(tmp_path_factory.mktemp("index"))
        return
    engine = opensearch(3 if "3" in request.param else 1)
    yield engine
    for generation in engine.generations():
        engine.drop(generation)


@pytest.fixture(scope="session")
def engine(empty: Engine) -> Engine:
    """The corpus, built in one go and published."""
    fill(empty, "first")
    return empty


def fill(engine: Engine, generation: str) -> None:
    engine.create(generation)
    with engine.writer(generation) as writer:
        writer.put(DOCUMENTS)
    engine.publish(generation)


@pytest.fixture(scope="session")
def evaluator() -> Evaluator:
    return Evaluator(DOCUMENTS)
