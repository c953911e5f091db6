from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import clauses as c
from search import cursor
from search.answer import QueryError
from search.engines.base import Position

positions = st.builds(Position, st.floats(0, 1e6, width=32), st.integers(0, 2**63 - 1), st.integers(1, 10**9))


@given(positions)
def test_a_position_comes_back_exactly(position: Position) -> None:
    assert cursor.read(cursor.write(position, "q"), "q") == position


def test_no_cursor_is_the_first_page() -> None:
    assert cursor.read("", "q") is None


@pytest.mark.parametrize("text", ["x", "a:b:c", "é", "WzEsMl0:1a:zz", "\0", "x" * 10000])
def test_a_damaged_cursor_says_so(text: str) -> None:
    with pytest.raises(QueryError, match="damaged"):
        cursor.read(text, "q")


def test_an_altered_cursor_is_damaged() -> None:
    text = cursor.write(Position(1.5, 7, 20), "q")
    with pytest.raises(QueryError, match="damaged"):
        cursor.read(("A" if text[0] != "A" else "B") + text[1:], "q")


def test_a_cursor_belongs_to_its_question() -> None:
    clause = c.Words("title", ("rice",))
    office = {"office": c.In("office", ("VN",))}
    digests = {
        cursor.digest(clause, {}, "relevance"),
        cursor.digest(clause, {}, "newest"),
        cursor.digest(clause, office, "relevance"),
        cursor.digest(c.Everything(), {}, "relevance"),
    }
    assert len(digests) == 4
    with pytest.raises(QueryError, match="another query"):
        cursor.read(cursor.write(Position(1.5, 7, 20), "q"), "other")
