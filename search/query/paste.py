"""What people paste, made plain: one kind of quote, blank, hyphen and digit, with the way back to the original places."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from search.fields import find
from search.query.tree import Span

_QUOTES = dict.fromkeys("“”„‟«»″＂「」『』〝〞〟", '"') | dict.fromkeys("‘’‚‛′＇`´", "'")
_ANGLES = dict.fromkeys("‹›", " ") | {"¬": "!"}  # quotes or signs of less and more; NOT, as in logic
_HYPHENS = dict.fromkeys("‐‑‒–−﹣－", "-")
_SLASHES = dict.fromkeys("\N{DIVISION SLASH}\N{FRACTION SLASH}", "/")
_TABLE = _QUOTES | _ANGLES | _HYPHENS | _SLASHES
# Format characters (soft hyphen, zero-width joiners, direction marks) carry nothing a search could use.
_BY_CATEGORY = {"Cf": "", "Zs": " ", "Zl": "\n", "Zp": "\n", "Cc": " ", "Cs": " ", "Co": " ", "Cn": " "}
_ESCAPING = re.compile(r"\\+(?=[-/.:()\"])")  # before signs that Lucene wants a backslash before
_CYRILLIC = "АВСЕНКМОРТХ"  # which look like Latin ones
# Blanks, or a new cell or line, between a subclass and its group, as the fixed form of WIPO ST.8 and tables have them.
_SPREAD = re.compile(
    rf"(?<!\w)[A-HY{_CYRILLIC}]\d\d[A-Z{_CYRILLIC}]([ \n]{{2,9}}|\n)(?=\d{{1,4}} ?/ ?\d{{2,6}}(?![\w/]))", re.IGNORECASE
)
_DASH = re.compile(r"(?<=\d)[—―](?=\d)")  # long ones, which elsewhere part sentences
HYPHENATED = re.compile(r"(?<=[^\W\d_]{2})-[ \t]*\r?\n\s*(?=[^\W\d_A-Z])")  # a word broken at the end of a line
_COMPARISONS = dict.fromkeys("≥≧⩾", ">=") | dict.fromkeys("≤≦⩽", "<=") | {"≠": "<>"}  # behind a field
_CODE_BEFORE = re.compile(r"([A-Za-z][A-Za-z_.]{1,30})\s?\Z")
_FULL_WIDTH = range(0xFF00, 0xFFF0)


@dataclass(frozen=True)
class Pasted:
    """Plain text, and for each of its characters (and its end) the place in the original."""

    original: str
    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Return the place in the original of text[start:end]; an empty slice gives an empty place."""
        last = self.places[end - 1] + 1 if end > start else self.places[start]
        while end > start and last < self.places[end] and _adds_to(self.original[last]):
            last += 1
        return self.places[start], last


def plain(original: str) -> Pasted:
    """Return the text with its pasted oddities made plain; no character moves, some vanish; letters and their marks become one."""
    text: list[str] = []
    places: list[int] = []
    broken = {place for run in HYPHENATED.finditer(original) for place in range(*run.span())}
    for place, char in enumerate(original):
        if place in broken:
            continue
        compared = char in _COMPARISONS and (code := _CODE_BEFORE.search("".join(text[-33:]))) and find(code[1])
        if text and (composed := _composed(text[-1], char)):
            text[-1] = composed
            continue
        for piece in _COMPARISONS[char] if compared else _plain(char):
            text.append(piece)
            places.append(place)
    made = _DASH.sub("-", "".join(text))
    idle = [run.span() for run in _ESCAPING.finditer(made)] + [run.span(1) for run in _SPREAD.finditer(made)]
    dropped = {at for span in idle for at in range(*span)}
    kept = [at for at in range(len(made)) if at not in dropped]
    return Pasted(original, "".join(made[at] for at in kept), (*(places[at] for at in kept), len(original)))


def _adds_to(char: str) -> bool:
    """Return whether a character is a mark of the letter before it, or nothing."""
    return bool(unicodedata.combining(char)) or not _plain(char)


def _composed(letter: str, mark: str) -> str:
    """Return a letter with the mark behind it as one character, as macOS writes é with two, or nothing where none is."""
    composed = unicodedata.normalize("NFC", letter + mark) if unicodedata.combining(mark) else ""
    return composed if len(composed) == 1 else ""


def _plain(char: str) -> str:
    if char in "\n\r\t":  # a tab parts the cells of a table
        return "\n"
    if char in _TABLE:
        return _TABLE[char]
    if ord(char) in _FULL_WIDTH:
        char = unicodedata.normalize("NFKC", char)
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    return _BY_CATEGORY.get(unicodedata.category(char[0]), char)
