"""Pieces for the translator: nothing lost, nothing too long, and no more of them than needed."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ingest.translate.sentences import LONGEST, pieces, sentence_case

WORD = "sílica"
CLAUSE = " ".join([WORD] * 20)  # 139 characters

TEXTS = st.lists(
    st.sampled_from(["a", WORD, "Forno", "x" * 400, ",", ";", ":", ".", "?", " ", "  ", "\n", "\u00a0", "“", "(", "É"])
).map("".join)


@given(TEXTS | st.text())
@example(f"{CLAUSE}, " * 9)
@example("x" * (LONGEST + 1))
@example(" " * (LONGEST + 1))
def test_joined_pieces_are_the_text(text: str) -> None:
    assert "".join(pieces(text)) == text


@given(TEXTS)
def test_a_piece_is_too_long_only_where_there_is_no_blank_in_it(text: str) -> None:
    for piece in pieces(text):
        assert len(piece) <= LONGEST or piece.isspace() or len(piece.split()) == 1
        assert piece


def words(text: str) -> list[str]:
    return [piece for piece in pieces(text) if not piece.isspace()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Forno.", ["Forno."]),
        ("Forno rotativo. Secador.", ["Forno rotativo.", "Secador."]),
        ("Forno rotativo. “Secador”", ["Forno rotativo.", "“Secador”"]),
        ("conforme a fig. 2 e o item 3.5", ["conforme a fig. 2 e o item 3.5"]),
        (f"{CLAUSE}; {CLAUSE}, {CLAUSE}", [f"{CLAUSE};", f"{CLAUSE}, {CLAUSE}"]),
        (f"{CLAUSE}, {CLAUSE}, {CLAUSE}", [f"{CLAUSE}, {CLAUSE},", CLAUSE]),
        (f"{'x' * 400} {CLAUSE}", ["x" * 400, CLAUSE]),
    ],
)
def test_where_a_text_is_cut(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_sentence_without_any_mark_is_not_taken_apart_into_words() -> None:
    text = " ".join([WORD] * 200)
    assert len(words(text)) == -(-len(text) // LONGEST)
    assert min(len(piece) for piece in words(text)[:-1]) > LONGEST - len(WORD) - 2


def test_a_very_long_claim_is_cut_in_a_moment() -> None:
    assert sum(map(len, pieces(f"{CLAUSE} " * 10_000))) == 10_000 * (len(CLAUSE) + 1)


@pytest.mark.parametrize(
    ("delivered", "given"),
    [
        ("SECADOR SOLAR PARA CAJU", "Secador solar para caju"),
        ("PÍER FLUTUANTE", "Píer flutuante"),
        ("VACINA", "VACINA"),
        ("VACINAS", "Vacinas"),
        ("RNA", "RNA"),
        ("Secador de RNA", "Secador de RNA"),
        ("1, 2", "1, 2"),
    ],
)
def test_capitals_are_given_to_the_translator_as_a_sentence(delivered: str, given: str) -> None:
    assert sentence_case(delivered) == given
