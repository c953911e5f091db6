"""Values as a sentence shows them to people who never saw Python."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import accumulate, takewhile

MOST = 80  # letters
BYTES = 8  # shown of what is no text


def short(sentence: str, most: int) -> str:
    """Return a sentence of at most `most` letters: one that is longer ends at a blank, what is quoted in it closed, with an ellipsis."""
    if len(sentence) <= most:
        return sentence
    kept = sentence[: most - 2]
    blank = kept.rfind(" ", most // 2)
    kept = kept[: blank if blank > 0 else None].rstrip(" ,;:(")
    return kept + ("…”" if kept.count("“") > kept.count("”") else "…")


def listed(names: Iterable[str], most: int) -> str:
    """Return names one after another, as many as stand in `most` letters, and how many others there are."""
    given = [*names]
    ends = accumulate(len(name) + len(", ") for name in given)
    kept = given[: max(1, sum(1 for _ in takewhile(lambda end: end - len(", ") <= most, ends)))]
    others = len(given) - len(kept)
    return ", ".join(kept) + (f" and {others:,} {'others' if others > 1 else 'other'}" if others else "")


def shown(value: object) -> str:
    """Return a text between quotation marks, what cannot be printed in it as dots; bytes that are no text by their values.

    Other values are written as JSON and TOML write them.
    """
    if isinstance(value, bytes):
        text = value.decode("utf-8", "replace")
        if sum(letter.isprintable() and letter != "\ufffd" for letter in text) * 2 < len(text):
            return f"the bytes {value[:BYTES].hex(' ')}"
        value = text
    if isinstance(value, str):
        told = "".join(letter if letter.isprintable() else "·" for letter in value[:MOST])
        return f"“{told}{'…' if len(value) > MOST else ''}”"
    return json.dumps(value, ensure_ascii=False, default=str)
