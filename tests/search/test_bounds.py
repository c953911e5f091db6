"""What NEAR and phrases may cost: what is refused, with which proposal, alike on both engines; and what stays."""

from __future__ import annotations

import time

import pytest

from search import bounds, indexing, service
from search.answer import QueryError, Request
from search.engines import embedded
from search.engines.base import Engine, Question
from search.engines.opensearch import OpenSearch
from search.query.parser import parse
from search.resolve import resolve
from tests.search.engines.cluster import Answer, node
from tests.search.filing import file_record

pytestmark = pytest.mark.django_db

WORDS = [f"{letter}{n:03}" for letter in "abcde" for n in range(400)]
FIVE = "(a* OR b* OR c* OR d* OR e*)"
REFUSED = {
    f"{FIVE} NEAR20 {FIVE}": f"{FIVE} AND {FIVE}",
    '"a* b*" NEAR50 c*': "(a* AND b*) AND c*",
    '("rice a*" NEAR50 "husk b*") NOT silica': '(("rice" AND a*) AND ("husk" AND b*)) NOT silica',
    f"silica OR ({FIVE} NEAR20 {FIVE})": f"silica OR ({FIVE} AND {FIVE})",
}
TAKEN = [
    "a* NEAR50 b*",
    "a000 NEAR50 b*",
    "(a* OR b*) NEAR10 (rice OR c00*)",
    '"rice hus*" NEAR20 "activ* carb*"',
    '"a* b*"',
    '"rice husk" NEAR50 "activated carbon"',
]


@pytest.fixture
def many(each_index: Engine) -> Engine:
    """An index with 2,000 words in every text, under five beginnings."""
    titles = [" ".join(WORDS[n : n + 100]) for n in range(0, len(WORDS), 100)]
    text = {(part, "en"): titles for part in ("abstract", "claims")}
    file_record("BR-P-1", {("title", "en"): titles[:1], **text})
    indexing.rebuild()
    return each_index


@pytest.mark.parametrize(("query", "proposal"), REFUSED.items())
def test_truncated_words_that_stand_for_too_many_are_refused(many: Engine, query: str, proposal: str) -> None:
    with pytest.raises(QueryError, match=r"100,000 words of the index") as refusal:
        service.search(Request(query))
    assert refusal.value.proposal == proposal
    assert service.search(Request(refusal.value.proposal)).total >= 0
    with pytest.raises(QueryError, match="100,000"):
        service.explain(query)


@pytest.mark.parametrize("query", TAKEN)
def test_what_stands_for_fewer_is_searched(many: Engine, query: str) -> None:
    began = time.process_time()
    assert service.search(Request(query)).total >= 0
    assert time.process_time() - began < 2


MANY = [
    '"rice w{}a*"',
    '"r* w{}a*"',
    '"rice w{}a?b?"',
    "(rice NEAR5 w{}a)",
    "(w{}a* ADJ5 s*)",
    '("rice w{}a" NEAR2 "husk x")',
]


@pytest.mark.parametrize("one", MANY)
def test_the_largest_query_that_is_not_refused_is_answered(each_index: Engine, one: str) -> None:
    file_record("BR-P-1", {("title", "en"): ["Rice husk silica"]})
    indexing.rebuild()
    taken = [count for count in range(5, 100) if _taken(" OR ".join(one.format(n) for n in range(count)))]
    assert 10 <= taken[-1] < 99
    assert service.search(Request(" OR ".join(one.format(n) for n in range(taken[-1])))).total >= 0


def _taken(query: str) -> bool:
    try:
        return bool(resolve(parse(query).node))
    except QueryError:
        return False


def test_phrases_of_words_in_very_many_texts_are_refused(index: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    file_record("BR-P-1", {("title", "en"): ["Rice husk silica"]})
    indexing.rebuild()
    query = '"rice husk" NEAR50 silica'
    assert service.search(Request(query)).total == 1
    monkeypatch.setattr(embedded, "_MAX_READ", 100)
    for ask in (lambda: service.search(Request(query)), lambda: service.explain(query)):
        with pytest.raises(QueryError, match="take too long") as refusal:
            ask()
        assert refusal.value.proposal == '"rice husk" AND silica'
    assert service.search(Request("rice NEAR50 silica")).total == 1


CAUSE = {"type": "query_phase_execution_exception", "reason": "Time exceeded"}
EXCEEDED = {"type": "search_phase_execution_exception", "reason": "all shards failed", "root_cause": [CAUSE]}


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("_search", (500, {"error": EXCEEDED, "status": 500})),
        ("_msearch", (200, {"responses": [{"error": EXCEEDED, "status": 500}]})),
    ],
)
def test_what_opensearch_gives_up_for_its_time_is_refused_likewise(path: str, answer: Answer) -> None:
    parsed = parse("rice NEAR50 husk")
    clause = resolve(parsed.node)
    with node() as slow:
        slow.paths[path] = answer
        index = OpenSearch(slow.url)
        with pytest.raises(QueryError, match="take too long") as refusal, bounds.within(index, parsed.node, clause):
            index.search(Question(clause)) if path == "_search" else index.totals([clause])
    assert refusal.value.proposal == "rice AND husk"
