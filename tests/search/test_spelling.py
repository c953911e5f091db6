"""Words one slip away, in any alphabet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query.canonical import canonical
from search.query.parser import parse
from search.spelling import alphabet, neighbours, rewritten


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("silca", "silica"),
        ("silicca", "silica"),
        ("sillica", "silica"),
        ("silixa", "silica"),
        ("silcia", "silica"),
        ("ilica", "silica"),
        ("кремнезм", "кремнезем"),
        ("السليكا", "السيليكا"),
        ("सलिका", "सिलिका"),
        ("ซิลกา", "ซิลิกา"),
    ],
)
def test_a_slip_is_among_the_neighbours(typed: str, meant: str) -> None:
    assert meant in neighbours(typed)


@given(word=st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=20))
def test_neighbours_are_one_slip_away_and_each_others(word: str) -> None:
    found = neighbours(word)
    assert word not in found
    assert len(set(found)) == len(found) <= 54 * len(word) + 25
    assert all(abs(len(other) - len(word)) <= 1 for other in found)
    assert all(word in neighbours(other) for other in found[:3] if other)


def test_an_alphabet_holds_what_terms_hold() -> None:
    assert alphabet(frozenset({0})) == "abcdefghijklmnopqrstuvwxyz"
    assert "ж" in alphabet(frozenset({ord("ж") >> 7}))
    assert "Ж" not in alphabet(frozenset({ord("ж") >> 7}))


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        ("silca", "silica"),
        ("ti=silca OR ab=silca", "ti=silica OR ab=silca"),
        ('ti="pure silca gel" NOT ti=silca', 'ti=("pure silica gel" NOT silca)'),
        ("ti=(silca NEAR2 gel)", "ti=(silica NEAR2 gel)"),
        ("silca* AND cc=BR", "silca* AND cc=BR"),
    ],
)
def test_only_the_words_of_a_field_are_rewritten(q: str, expected: str) -> None:
    spelling = {("text", "silca"): "silica", ("title", "silca"): "silica"}
    assert canonical(rewritten(parse(q).node, spelling)) == expected
