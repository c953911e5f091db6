"""Parts of a sentence: a number with its noun, a list, and a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: `1 office`, `1,200 offices`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def joined(words: Sequence[str], last: str) -> str:
    """Return words as a list in a sentence: `title, abstract and claims`."""
    return f" {last} ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def written(day: dt.date) -> str:
    """Return a day inside a sentence: `12 May 2025`."""
    return f"{day.day} {day:%B %Y}"
