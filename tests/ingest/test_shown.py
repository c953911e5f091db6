"""What a sentence shows of a value is never in Python's notation."""

import re
from pathlib import Path

import pytest

from ingest.shown import shown

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
        ("x" * 100, f"“{'x' * 80}”"),
    ],
)
def test_a_value_is_shown_as_people_write_it(value: object, words: str) -> None:
    assert shown(value) == words


@pytest.mark.parametrize("path", [*HOUSE.glob("ingest/**/*.py")], ids=str)
def test_no_sentence_shows_a_value_as_python_writes_it(path: Path) -> None:
    assert not re.search(r"\{[^{}\n]*!r[:}]|\{sorted\([^{}]*\)\}", path.read_text(encoding="utf-8"))
