"""Every engine finds what the evaluator finds, in the same order, whatever the question.

CONTRACT_CASES sets how many random clauses are tried on each engine (200 unless told, 1,000 in .ci/run: over 3,000 in all), and then the engines must
be there. Paging and facets, which ask several times a clause, are tried on a quarter as many.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from search import clauses as c
from search.answer import SORTS
from search.engines.base import Engine, Facet, Position, Question
from tests.conftest import CONTRACT_CASES
from tests.contract import trees
from tests.contract.evaluator import Evaluator

cases = settings(max_examples=CONTRACT_CASES, suppress_health_check=list(HealthCheck))
some_cases = settings(cases, max_examples=CONTRACT_CASES // 4 + 1)


def approx(score: float) -> object:
    """Engines count in single precision: nearer scores are one score."""
    return pytest.approx(score, rel=1e-5, abs=1e-5)


@cases
@given(clause=trees.clauses)
@example(c.Words("claims", ("ارز", "ارز")))  # of which one of several shards holds nothing
def test_identifiers_and_ranks(engine: Engine, evaluator: Evaluator, clause: c.Clause) -> None:
    expected = evaluator.scores(clause)
    found = engine.search(Question(clause, size=50))
    assert found.total == len(expected)
    assert found.more == (len(expected) > 50)
    ranked = [score for score, _ in evaluator.ranked(clause)[:50]]
    for record_id, position, score in zip(found.ids, found.positions, ranked, strict=True):
        assert position.score == approx(expected[record_id]), record_id
        assert expected[record_id] == approx(score), record_id
    if not c.scores(clause):
        assert not any(expected.values())
        assert list(found.ids) == [record_id for _, record_id in evaluator.ranked(clause)[:50]]


@some_cases
@given(clause=trees.clauses, sort=st.sampled_from(SORTS), size=st.integers(10, 60))
def test_pages_are_complete_and_in_order(
    engine: Engine, evaluator: Evaluator, clause: c.Clause, sort: str, size: int
) -> None:
    ids: list[str] = []
    positions: list[Position] = []
    after = None
    while True:
        page = engine.search(Question(clause, sort=sort, size=size, after=after))
        ids += page.ids
        positions += page.positions
        if not page.more:
            break
        after = page.positions[-1]
    assert sorted(ids) == sorted(evaluator.scores(clause))
    assert [position.depth for position in positions] == list(range(1, len(ids) + 1))
    if sort == "relevance":
        assert all((one.score, one.key) > (other.score, other.key) for one, other in pairwise(positions))
    else:
        assert ids == [record_id for _, record_id in evaluator.ranked(clause, sort)]


FACETS = (
    Facet("office", "office", 10),
    Facet("kind", "kind", 2, ("U", "Z"), "kind"),
    Facet("applicant", "applicant_name", 1, ("C", "C01B33"), "ipc"),
)


@some_cases
@given(
    clause=trees.clauses,
    filters=st.dictionaries(st.sampled_from(("office", "kind", "published")), trees.keywords, max_size=3),
)
def test_a_facet_ignores_its_own_filter(
    engine: Engine, evaluator: Evaluator, clause: c.Clause, filters: dict[str, c.Clause]
) -> None:
    found = engine.search(Question(clause, filters, facets=FACETS))
    assert found.total == len(evaluator.scores(c.AllOf((clause, *filters.values()))))
    for facet in FACETS:
        others = [inner for name, inner in filters.items() if name != facet.name]
        records = evaluator.scores(c.AllOf((clause, *others)))
        expected = dict(first(counted(evaluator, records, facet.field), facet.size))
        chosen = counted(evaluator, records, facet.within or facet.field)
        expected |= {value: chosen[value] for value in facet.selected if chosen[value]}
        assert dict(found.counts[facet.name]) == expected


def counted(evaluator: Evaluator, records: Iterable[str], field: str) -> Counter[str]:
    return Counter(value for record_id in records for value in evaluator.documents[record_id].keywords.get(field, ()))


def first(counts: Counter[str], size: int) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:size]
