"""Cutting a paragraph into pieces a small translation model can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 350  # characters; a claim is often one sentence of thousands
BREAKS = (
    re.compile(r"(?<=[.!?])\s+(?=[\"“(]?[A-ZÀ-Þ])"),
    re.compile(r"(?<=[;:])\s+"),
    re.compile(r"(?<=,)\s+"),
    re.compile(r"\s+"),
)


def pieces(text: str) -> Iterator[str]:
    """The pieces of `text` in order, each at most 350 characters where it has a blank to cut at; joined they are `text`.

    Blanks between pieces come as pieces of their own. Cuts at sentence ends first, then at semicolons, commas, blanks.
    """
    yield from _cut(text, BREAKS)


def _cut(text: str, breaks: tuple[re.Pattern[str], ...]) -> Iterator[str]:
    if not text:
        return
    if not breaks or (len(text) <= LONGEST and breaks is not BREAKS):
        yield text
        return
    start = 0
    for match in breaks[0].finditer(text):
        yield from _cut(text[start : match.start()], breaks[1:])
        yield match[0]
        start = match.end()
    yield from _cut(text[start:], breaks[1:])
