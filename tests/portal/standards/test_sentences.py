"""Numbers with their nouns, and lists."""

from __future__ import annotations

import pytest

from portal.standards.sentences import counted, joined


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 offices"), (1, "1 office"), (2, "2 offices"), (1200, "1,200 offices")]
)
def test_a_number_has_its_noun(number: int, said: str) -> None:
    assert counted(number, "office") == said


@pytest.mark.parametrize(
    ("words", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")]
)
def test_a_list_names_its_last_word_by_itself(words: list[str], said: str) -> None:
    assert joined(words, "or") == said
