"""What a sentence shows of a value is never in Python's notation."""

import re
from pathlib import Path

import pytest

from ingest.shown import listed, short, shown

HOUSE = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("a'b", "“a'b”"),
        ("a\x00\nb", "“a··b”"),
        (b"No 2763\r\n", "“No 2763··”"),
        (b"\x89\x00\x01\xff\xfe\x03", "the bytes 89 00 01 ff fe 03"),
        ("é".encode("latin-1") + b"t" * 9, "“\ufffdttttttttt”"),
        (["a", 1, True], '["a", 1, true]'),
        ({"a": None}, '{"a": null}'),
        ("x" * 100, f"“{'x' * 80}…”"),
    ],
)
def test_a_value_is_shown_as_people_write_it(value: object, words: str) -> None:
    assert shown(value) == words


@pytest.mark.parametrize(
    ("sentence", "most", "words"),
    [
        ("It is so.", 9, "It is so."),
        ("A longer sentence, of words.", 22, "A longer sentence…"),
        ("The name “Rice and Sugar Company” is long.", 25, "The name “Rice and…”"),
        ("x" * 30, 20, "x" * 18 + "…"),
    ],
)
def test_a_long_sentence_ends_at_a_blank(sentence: str, most: int, words: str) -> None:
    assert short(sentence, most) == words


def test_a_long_list_says_how_many_it_leaves_out() -> None:
    assert listed(["a", "b"], 9) == "a, b"
    assert listed(["aaa", "bbb", "ccc"], 9) == "aaa, bbb and 1 other"
    assert listed(["x" * 20, "b"], 9) == "x" * 20 + " and 1 other"
    assert listed([], 9) == ""


@pytest.mark.parametrize("path", [*HOUSE.glob("ingest/**/*.py")], ids=str)
def test_no_sentence_shows_a_value_as_python_writes_it(path: Path) -> None:
    assert not re.search(r"\{[^{}\n]*!r[:}]|\{sorted\([^{}]*\)\}", path.read_text(encoding="utf-8"))
