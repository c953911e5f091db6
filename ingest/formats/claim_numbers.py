"""The numbers claims have and begin with, as offices write them: “1.”, “1)”, “1.-” and “1 -”, or “2-4.” for several in one place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.document import Paragraph
from ingest.formats.references import cited

LINE = "\n"
DASH = "[-–—ـ]"  # the last is the Arabic tatweel
OWN = rf"^\s*(\d{{1,4}})(?:\s*{DASH}\s*(\d{{1,4}}))?"
DOTTED = re.compile(rf"{OWN}\s*[.)．](?:{DASH}+\s*|(?!\d)\s*(?:{DASH}+(?!\d)\s*)?)")
DASHED = re.compile(rf"{OWN}(?:\s{DASH}+\s*|{DASH}+\s+)(?=[^\d\s])")
SPAN = re.compile(rf"\s*(\d+)\s*{DASH}\s*(\d+)\s*")
MOST, LONGEST = 1000, 9  # claims in one range; digits of a number


def label(said: str) -> str:
    """Return a claim number as delivered without leading zeros; a range as `2-4`."""
    whole = SPAN.fullmatch(said)
    parts = whole.groups() if whole else (said,)
    return "-".join(str(int(part)) if part.isdecimal() else part for part in parts)


def covered(given: str) -> range:
    """Return the numbers a label covers: one, several, or none where it is no number."""
    low, _, high = given.partition("-")
    first, last = (int(one) if one.isdecimal() and len(one) <= LONGEST else 0 for one in (low, high or low))
    return range(first, last + 1) if 0 < first <= last < first + MOST else range(0)


def bare(said: str, own: str) -> str:
    """Return the text of a claim without the number it begins with, where that is its `own` label."""
    for pattern in (DOTTED, DASHED):
        if (begun := pattern.match(said)) and _label(begun) == own:
            return said[begun.end() :]
    return said


def _label(begun: re.Match[str]) -> str:
    return label("-".join(filter(None, begun.groups())))


def begins(rows: Iterable[str]) -> re.Pattern[str] | None:
    """Return how the rows that begin a claim are numbered; None where none is."""
    return next((pattern for pattern in (DOTTED, DASHED) if any(map(pattern.match, rows))), None)


def numbered(rows: list[str], language: str) -> list[Paragraph]:
    """Return the claims of these rows: one begins with the next number, or again with the last, unless a list within it counts so."""
    paragraphs: list[Paragraph] = []
    listed, last, pattern = False, 0, begins(rows) or DOTTED
    for words in rows:
        begun = pattern.match(words)
        n = int(begun[1]) if begun else 0
        begin = n > last or (n == last > 0 and not listed)
        listed = not begin and (listed or 0 < n < last)
        if begun and begin:
            last = int(begun[2] or n)
            paragraphs.append({"n": _label(begun), "t": words[begun.end() :], "refs": []})
        elif paragraphs:
            paragraphs[-1]["t"] += LINE + words
        else:
            paragraphs.append({"n": "", "t": words, "refs": []})
    return referring(paragraphs, language)


def referring(paragraphs: list[Paragraph], language: str) -> list[Paragraph]:
    """Add to claims without them the references their words name; one to a claim within a range is to the range."""
    at = places(one["n"] for one in paragraphs)
    for one in (one for one in paragraphs if one["n"]):
        named = one["refs"] or cited(one["t"], language, one["n"])
        one["refs"] = [*dict.fromkeys(at.get(ref, ref) for ref in named)]
    return paragraphs


def plain(paragraphs: list[Paragraph], language: str) -> list[Paragraph]:
    """Return the claims of paragraphs that no markup tells to be such, where the first of them that has a number is claim 1."""
    rows = [one["t"] for one in paragraphs]
    pattern = begins(rows)
    first = next(filter(None, map(pattern.match, rows)), None) if pattern else None
    said = (
        first is not None and first[1] == "1" and all(one["n"] in ("", str(n)) for n, one in enumerate(paragraphs, 1))
    )
    return numbered(rows, language) if said else referring(paragraphs, language)


def places(labels: Iterable[str]) -> dict[str, str]:
    """Return the label under which each claim number stands that has none of its own."""
    given = [*labels]
    ranged = {str(n): one for one in given if "-" in one for n in covered(one)}
    return {n: one for n, one in ranged.items() if n not in given}
