"""Cutting a paragraph into pieces a small translation model can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

ABBREVIATION = 6  # letters
LONGEST = 350  # characters; a claim is often one sentence of thousands
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[\"“(]?[A-ZÀ-Þ])")
# Where a sentence that is too long is cut, the best place first.
WITHIN = (re.compile(r"(?<=[;:])\s+"), re.compile(r"(?<=,)\s+"), re.compile(r"\s+"))


def pieces(text: str) -> Iterator[str]:
    """The pieces of `text` in order, each at most 350 characters where it has a blank to cut at; joined they are `text`.

    Blanks between pieces come as pieces of their own. A sentence is a piece; one that is too long is cut as late as it can be
    at a semicolon, else at a comma, else at a blank: the fewer the pieces, the more the model has to understand each by.
    """
    start = 0
    for end in SENTENCE_END.finditer(text):
        yield from _sentence(text[start : end.start()])
        yield end[0]
        start = end.end()
    yield from _sentence(text[start:])


def sentence_case(text: str) -> str:
    """Return a piece in small letters but for its first where all of it is in capitals, as offices print titles.

    A model learnt from sentences makes nonsense of capitals. A single short word is left: it is an abbreviation.
    """
    return text.capitalize() if text.isupper() and (" " in text.strip() or len(text) > ABBREVIATION) else text


def _sentence(text: str) -> Iterator[str]:
    start = 0
    while len(text) - start > LONGEST and (gap := _gap(text, start)):
        yield text[start : gap.start()]
        yield gap[0]
        start = gap.end()
    if start < len(text):
        yield text[start:]


def _gap(text: str, start: int) -> re.Match[str] | None:
    """The blank to cut at: the last of the best kind within reach, or the next one after a word longer than a piece."""
    for kind in WITHIN:
        starts = [gap.start() for gap in kind.finditer(text, start + 1, start + LONGEST + 1)]
        if starts:
            return kind.match(text, starts[-1])
    return WITHIN[-1].search(text, start + LONGEST)
