"""Cutting text into terms, each with its place in the original."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from icu4py.breakers import WordBreaker

from search.analysis.characters import DICTIONARY, INVISIBLE, MARK, PAIRED, WORD, fold

# OpenSearch cuts a term after 255 UTF-16 units; no engine may cut another way than the other.
LONGEST = 127


class Token(NamedTuple):
    """A term and the place (start, end) of the characters it was made from in the original text."""

    term: str
    start: int
    end: int


_ASCII = re.compile("[A-Za-z0-9]+")
# A run begins with a visible character of its script group; invisible ones may stand inside it. The apostrophe letters
# (ʻ ʼ ʽ) part words as the typed apostrophe does.
_RUNS = re.compile(
    f"(?P<dictionary>[{DICTIONARY}][{DICTIONARY}{INVISIBLE}]*)"
    f"|(?P<paired>[{PAIRED}][{PAIRED}{INVISIBLE}]*)"
    f"|(?P<spaced>(?:(?![{DICTIONARY}{PAIRED}\u02bb-\u02bd])[{WORD}{INVISIBLE}])+)"
)
# A character with the marks upon it. NIKHAHIT and AA typed apart are SARA AM (Thai, Lao) and belong together.
_CLUSTERS = re.compile(
    f"[^{MARK}{INVISIBLE}][{MARK}{INVISIBLE}\uff9e\uff9f]*(?:(?<=[\u0e4d\u0ecd])[\u0e32\u0eb2]|(?<=[\u0e4d\u0ecd][\u0e48-\u0e4b\u0ec8-\u0ecb])[\u0e32\u0eb2])?"
    f"|[{MARK}{INVISIBLE}]+"
)
_UNSEEN = re.compile(f"[{INVISIBLE}]")
_SARA_AM = (
    (re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32"), "\\1\u0e33"),
    (re.compile("\u0ecd([\u0ec8-\u0ecb]?)\u0eb2"), "\\1\u0eb3"),
)


def terms(text: str) -> list[Token]:
    """Return the terms of a text in their order; the index of a token is its position for phrases and distances.

    A term holds no blank and at most 127 code points. Words of spaced scripts are folded; Thai, Lao, Khmer and Burmese
    are cut by ICU's dictionaries, Han and Kana into overlapping pairs (a single character stands alone).
    """
    if text.isascii():
        return [Token(m[0].lower()[:LONGEST], m.start(), m.end()) for m in _ASCII.finditer(text)]
    return [
        Token(token.term[:LONGEST], token.start, token.end)
        for run in _RUNS.finditer(text)
        for token in _CUTTERS[run.lastgroup or ""](run[0], run.start())
        if token.term
    ]


def _spaced(run: str, start: int) -> Iterator[Token]:
    yield Token(fold(run), start, start + len(run))


def _dictionary(run: str, start: int) -> Iterator[Token]:
    text, places = _normal(run, start)
    # ICU counts UTF-16 units; every character of these scripts is one.
    for low, high in WordBreaker(text, "und").segments():
        yield Token(fold(text[low:high]), places[low], places[high])


def _paired(run: str, start: int) -> Iterator[Token]:
    text, places = _normal(run, start)
    if len(text) == 1:
        yield Token(fold(text), places[0], places[1])
    for i in range(len(text) - 1):
        yield Token(fold(text[i : i + 2]), places[i], places[i + 2])


_CUTTERS = {"spaced": _spaced, "dictionary": _dictionary, "paired": _paired}


def _normal(run: str, start: int) -> tuple[str, list[int]]:
    """Return a run in its one normal spelling, and for each character (and the end) its place in the original text."""
    characters: list[str] = []
    places: list[int] = []
    for cluster in _CLUSTERS.finditer(run):
        normal = _composed(cluster[0])
        characters.append(normal)
        places.extend([start + cluster.start()] * len(normal))
    return "".join(characters), [*places, start + len(run)]


def _composed(cluster: str) -> str:
    if len(cluster) == 1 and not "\uf900" <= cluster <= "\uffff":
        return cluster
    cluster = unicodedata.normalize("NFC", _UNSEEN.sub("", cluster))
    for apart, together in _SARA_AM:
        cluster = apart.sub(together, cluster)
    if any("\uff00" <= letter <= "\uffff" for letter in cluster):  # half-width Kana
        cluster = unicodedata.normalize("NFKC", cluster)
    return cluster
