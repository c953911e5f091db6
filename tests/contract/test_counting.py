"""Counts asked many at a time: what each clause finds, and how many records have a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import clauses as c
from search.engines.base import Engine
from tests.contract import trees
from tests.contract.corpus import VOCABULARY
from tests.contract.evaluator import Evaluator
from tests.contract.test_trees import some_cases


@some_cases
@given(clauses=st.lists(trees.clauses, max_size=6))
def test_each_clause_is_counted(engine: Engine, evaluator: Evaluator, clauses: list[c.Clause]) -> None:
    assert engine.totals(clauses) == tuple(len(evaluator.scores(clause)) for clause in clauses)


@pytest.mark.parametrize("field", trees.FIELDS)
def test_words_are_counted_and_unknown_ones_left_out(engine: Engine, evaluator: Evaluator, field: str) -> None:
    asked = [*VOCABULARY, "no such word", "", "ri", "a" * 127, 'say "hm"']
    expected = {word: len(evaluator.scores(c.Words(field, (word,)))) for word in VOCABULARY}
    found = engine.frequencies({field: asked, "kind": []})
    assert found == {field: {word: count for word, count in expected.items() if count}, "kind": {}}


def test_thousands_of_words_are_counted_in_one_request(engine: Engine) -> None:
    asked = [f"word{n}" for n in range(3000)]
    assert engine.frequencies({"title": [*asked, "rice"], "claims": asked})["claims"] == {}
