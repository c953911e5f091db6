"""A node that takes a request and never answers: its process stopped, its disk gone, a long collection of garbage."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings

from search import clauses as c
from search.answer import EngineDown
from search.engines import engine
from search.engines.base import Question
from search.engines.opensearch import OpenSearch
from tests.search.engines.cluster import OK_SHARDS, node

SECONDS = 0.3
QUESTION = Question(c.Words("title", ("rice",)))
WORD = c.Glob("ri*")
QUESTIONS: dict[str, Callable[[OpenSearch], object]] = {
    "search": lambda index: index.search(QUESTION),
    "totals": lambda index: index.totals([QUESTION.clause]),
    "frequencies": lambda index: index.frequencies({"title": ["rice"]}),
    "expansions": lambda index: index.expansions("title", WORD),
    "published": lambda index: index.published(),
    "count": lambda index: index.count("a"),
}


@pytest.fixture
def hung() -> Iterator[str]:
    """Yield the address of a socket that takes connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0), backlog=50) as listening:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"


@pytest.mark.parametrize("asked", QUESTIONS)
def test_no_question_waits_longer_than_the_settings_say(hung: str, asked: str) -> None:
    began = time.monotonic()
    with pytest.raises(EngineDown, match="does not answer"):
        QUESTIONS[asked](OpenSearch(hung, seconds=SECONDS))
    assert SECONDS <= time.monotonic() - began < SECONDS + 1


def test_of_a_cluster_the_next_node_is_asked_and_the_hung_one_not_again(hung: str) -> None:
    with node() as alive:
        alive.paths |= {"_count": (200, {"count": 7, "_shards": OK_SHARDS})}
        cluster = OpenSearch(f"{hung}, {alive.url}", seconds=SECONDS)
        began = time.monotonic()
        assert [cluster.count("a") for _ in range(20)] == [7] * 20
        assert time.monotonic() - began < 2 * SECONDS + 1


@pytest.mark.parametrize("nodes", [1, 3])
def test_a_cluster_of_hung_nodes_is_given_up(hung: str, nodes: int) -> None:
    began = time.monotonic()
    with pytest.raises(EngineDown):
        OpenSearch(",".join([hung] * nodes), seconds=SECONDS).search(QUESTION)
    assert time.monotonic() - began < (nodes + 1) * SECONDS + 1


def test_the_settings_decide(hung: str, settings: object) -> None:
    for name, value in {"SEARCH_ENGINE": "opensearch", "OPENSEARCH_URL": hung, "OPENSEARCH_SECONDS": SECONDS}.items():
        setattr(settings, name, value)
    began = time.monotonic()
    with pytest.raises(EngineDown):
        engine().search(QUESTION)
    assert time.monotonic() - began < SECONDS + 1


def test_unless_told_ten_seconds() -> None:
    assert settings.OPENSEARCH_SECONDS == 10.0
