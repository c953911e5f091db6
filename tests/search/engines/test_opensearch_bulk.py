"""A busy cluster is waited for, a partial refusal is sent again alone, and what is never taken is named."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import clauses as c
from search.answer import EngineDown
from search.engines import opensearch_bulk as bulk
from search.engines.base import Document, Facet, Position, Question
from search.engines.opensearch import OpenSearch, _preference
from search.engines.schema import KEYS
from tests.search.engines.cluster import OK_SHARDS, Node, items, node, refused

DOCUMENTS = [Document(f"BR-P-{n}", {"title": "rice ข้าว"}, {}, {}, dict.fromkeys(KEYS, n)) for n in range(4)]
IDS = [document.id for document in DOCUMENTS]


@pytest.fixture
def one() -> Iterator[Node]:
    with node() as told:
        yield told


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that would have been made."""
    made: list[float] = []
    monkeypatch.setattr(bulk.time, "sleep", made.append)
    return made


def put(told: Node) -> None:
    with OpenSearch(told.url).writer("a") as writer:
        writer.put(DOCUMENTS)


def test_a_busy_cluster_is_sent_only_what_it_refused(one: Node, pauses: list[float]) -> None:
    one.bulk = [items(201, 429, 201, 503), items(429, 201), items(201)]
    put(one)
    assert one.taken == [IDS, [IDS[1], IDS[3]], [IDS[1]]]
    assert pauses == [1, 2]


def test_a_whole_request_refused_for_memory_goes_again_after_a_pause(one: Node, pauses: list[float]) -> None:
    one.bulk = [refused(429), refused(429)]
    put(one)
    assert one.taken == [IDS] * 3
    assert pauses == [1, 2]


@pytest.mark.parametrize("status", [502, 503, 504])
def test_a_cluster_without_a_manager_for_a_while(one: Node, pauses: list[float], status: int) -> None:
    """Each try asks three times at once, as another node may know better, before it pauses."""
    one.bulk = [refused(status)] * 4
    put(one)
    assert one.taken == [IDS] * 5
    assert pauses == [1]


@pytest.mark.parametrize("answer", [items(429), refused(429)])
def test_there_is_an_end_to_patience(one: Node, pauses: list[float], answer: object) -> None:
    one.bulk = [answer] * 50
    with pytest.raises(
        EngineDown, match=r"BR-P-0, BR-P-1, BR-P-2 and 1 more in 7 tries over 63 seconds \(429: .*index"
    ):
        put(one)
    assert pauses == [1, 2, 4, 8, 16, 32]
    assert all(later == 2 * sooner for sooner, later in pairwise(bulk.PAUSES))


def test_what_is_never_taken_is_named_with_its_reason_and_not_sent_again(one: Node, pauses: list[float]) -> None:
    one.bulk = [items(201, 400, 429, 400)]
    with pytest.raises(EngineDown, match=r"take BR-P-1, BR-P-3 \(400: mapper_parsing: told to\)"):
        put(one)
    assert (one.taken, pauses) == ([IDS], [])


def test_a_request_that_is_wrong_is_not_sent_again(one: Node, pauses: list[float]) -> None:
    one.bulk = [refused(413)]
    with pytest.raises(EngineDown, match="413"):
        put(one)
    assert (one.taken, pauses) == ([IDS], [])


def test_removing_what_is_not_there_is_no_error(one: Node) -> None:
    one.bulk = [items(200, 404, kind="delete")]
    with OpenSearch(one.url).writer("a") as writer:
        writer.remove(["BR-P-1", "BR-P-2"])
    assert one.taken == [["BR-P-1", "BR-P-2"]]


def test_nothing_to_write_asks_nothing(one: Node) -> None:
    with OpenSearch(one.url).writer("a") as writer:
        writer.put([])
    assert one.taken == []


LOST = {"total": 3, "successful": 2, "failed": 1, "failures": [{"reason": {"type": "node_disconnected"}}]}


@pytest.mark.parametrize("path", ["_refresh", "_count", "_search"])
def test_an_answer_of_some_shards_is_no_answer(one: Node, path: str) -> None:
    nothing = {"hits": {"total": {"value": 0}, "hits": []}}
    one.paths |= {path: (200, {"count": 7, **nothing, "_shards": LOST})}
    ask = {
        "_refresh": lambda: put(one),
        "_count": lambda: OpenSearch(one.url).count("a"),
        "_search": lambda: OpenSearch(one.url).search(Question(c.Everything())),
    }
    with pytest.raises(EngineDown, match=r"1 of 3 shards failed.*node_disconnected"):
        ask[path]()


@pytest.mark.parametrize(("release", "factor"), [("2.19.1", 1 / 2.2), ("3.0.0", 1.0), ("3.8.0", 1.0), ("10.0.0", 1.0)])
def test_words_weigh_the_same_on_every_release(one: Node, release: str, factor: float) -> None:
    """Before 3.0 BM25 was 2.2 times as much; what scores a constant was not."""
    nothing = {"hits": {"total": {"value": 0}, "hits": []}}
    one.paths |= {"": (200, {"version": {"number": release}}), "_search": (200, {**nothing, "_shards": OK_SHARDS})}
    one.paths |= {"test": (200, {"test__a": {}})}
    engine = OpenSearch(one.url, prefix="test")
    both = c.AnyOf((c.Words("title", ("rice",), 3.0), c.Words("title", (c.Glob("ri*"),), 3.0)))
    for _ in range(2):
        engine.search(Question(both))
    word, truncated = one.searches[-1]["query"]["bool"]["should"]
    assert word["term"]["title"]["boost"] == pytest.approx(3.0 * factor)
    assert truncated["wildcard"]["title"]["boost"] == 3.0
    assert one.asked.count("/") == 1


def test_a_node_that_does_not_answer_is_passed_over(one: Node) -> None:
    one.paths |= {"_count": (200, {"count": 7, "_shards": OK_SHARDS})}
    cluster = OpenSearch(f"http://127.0.0.1:9, {one.url}, http://127.0.0.1:10")
    assert [cluster.count("a") for _ in range(6)] == [7] * 6


def test_with_no_node_left_all_are_named_and_no_password() -> None:
    with pytest.raises(EngineDown, match=r"127\.0\.0\.1:9, 127\.0\.0\.1:10\. Is it running") as caught:
        OpenSearch("http://me:secret@127.0.0.1:9,http://127.0.0.1:10").published()
    assert "secret" not in str(caught.value)


@given(st.lists(st.text(max_size=40), max_size=30), st.integers(1, 5), st.integers(1, 300))
def test_requests_hold_every_action_once_in_order_within_their_size(texts: list[str], number: int, size: int) -> None:
    actions = [bulk.Action("index", f"BR-P-{n}", {"title": text}) for n, text in enumerate(texts)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bulk, "DOCUMENTS", number)
        patch.setattr(bulk, "BYTES", size)
        requests = list(bulk.requests(actions))
    assert [action for request in requests for action, _ in request] == actions
    for request in requests:
        assert 1 <= len(request) <= number
        assert len(request) == 1 or sum(len(line) for _, line in request) <= size


def test_an_action_is_written_as_lines_that_read_back() -> None:
    written = bulk.Action("index", "TH-P-1", {"title": "¶ ข้าว\n\u2028"}).encoded()
    assert [json.loads(line) for line in written.split(b"\n")[:-1]] == [
        {"index": {"_id": "TH-P-1"}},
        {"title": "¶ ข้าว\n\u2028"},
    ]
    assert bulk.Action("delete", "TH-P-1").encoded() == b'{"delete": {"_id": "TH-P-1"}}\n'


def test_all_pages_of_a_question_are_asked_of_the_same_copies() -> None:
    first = Question(c.Words("title", ("rice",)), {"office": c.In("office", ("BR",))})
    later = Question(first.clause, first.filters, size=50, after=Position(1.0, 1, 20), facets=(Facet("a", "a", 1),))
    other = Question(c.Words("title", ("husk",)), first.filters)
    assert _preference(first) == _preference(later) != _preference(other)
    assert not _preference(first).startswith("_")
