"""One record a family: on every engine, at any depth, whatever the question."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import clauses as c
from search import families
from search.engines.base import Engine, Facet, Question
from search.families import collapsed
from tests.contract import trees
from tests.contract.evaluator import Evaluator
from tests.contract.test_trees import some_cases

SORTS = st.sampled_from(("relevance", "newest", "oldest"))
FILTERS = st.dictionaries(st.just("office"), st.just(c.In("office", ("BR", "TH"))), max_size=1)


@some_cases
@given(clause=trees.clauses, sort=SORTS, size=st.integers(1, 60), filters=FILTERS)
def test_pages_hold_the_first_record_of_each_family_once(
    engine: Engine, evaluator: Evaluator, clause: c.Clause, sort: str, size: int, filters: dict[str, c.Clause]
) -> None:
    whole = engine.search(Question(clause, filters, sort=sort, size=200))
    first: dict[str, str] = {}
    for record_id, name in zip(whole.ids, whole.families, strict=True):
        first.setdefault(name, record_id)
        assert (name,) == evaluator.documents[record_id].keywords["family"]
    question, ids = Question(clause, filters, sort=sort, size=max(size, len(first) // 4)), []
    while True:
        page = collapsed(engine, question)
        ids += page.found.ids
        assert (page.found.total, page.families) == (whole.total, len(first))
        for record_id, name in zip(page.found.ids, page.found.families, strict=True):
            others = [other for other, its in zip(whole.ids, whole.families, strict=True) if its == name]
            assert page.members[record_id] == tuple(other for other in others if other != record_id)
        if not page.found.more:
            break
        assert len(page.found.ids) == question.size
        question = replace(question, after=page.found.positions[-1])
    assert ids == list(first.values())


def test_facets_count_records(engine: Engine) -> None:
    question = Question(c.Everything(), facets=(Facet("office", "office", 10),))
    assert collapsed(engine, question).found.counts == engine.search(question).counts


def test_more_records_than_can_be_counted_are_not(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(families, "MOST_COUNTED", 149)
    assert collapsed(engine, Question(c.Everything())).families is None
    assert collapsed(engine, Question(c.In("office", ("TH",)))).families


def test_a_family_larger_than_a_step_keeps_none_waiting(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = list(collapsed(engine, Question(c.Everything(), sort="newest", size=100)).found.ids)
    monkeypatch.setattr(families, "_STEP", 1)
    monkeypatch.setattr(families, "_SPARE", 1)
    question, ids = Question(c.Everything(), sort="newest", size=20), []
    while True:
        page = collapsed(engine, question).found
        ids += page.ids
        if not page.more:
            break
        question = replace(question, after=page.positions[-1])
    assert ids == whole
