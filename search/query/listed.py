"""A query that is nothing but numbers: one, or a list as registers, letters and spreadsheets write it."""

from __future__ import annotations

import re
from functools import lru_cache

from search.query import recognise

# What may stand between the numbers of a list.
_BETWEEN = re.compile(r"(?:[\s,;|()&]|\.(?=\s|$)|(?<!\w)(?:ANDNOT|AND|OR|NOT)(?!\w))+", re.IGNORECASE)
_DIGITS = 5  # of a number that vouches for the others


@lru_cache(maxsize=64)
def only_numbers(text: str) -> bool:
    """Return whether a text is one number or a list of them: one a line, or with commas, blanks or operators between.

    A list is read as its numbers are alone; one of them has at least five digits, so that it is no list of years.
    """
    found = _numbers(text)
    if len(found) == 1:
        return " " not in found[0] or recognise.is_number(found[0], bare=True)
    return any(_vouches(number) for number in found)


def _numbers(text: str) -> list[str]:
    """Return the numbers a text consists of, or nothing where it holds anything else."""
    found, at = list[str](), 0
    while at < len(text):
        if between := _BETWEEN.match(text, at):
            at = between.end()
        elif (end := recognise.number_end(text, at, bare=False)) > at:
            found.append(text[at:end])
            at = end
        else:
            return []
    return found


def _vouches(number: str) -> bool:
    digits = sum(map(str.isdigit, number))
    return digits >= _DIGITS and recognise.OFFICE_AND_MONTH.fullmatch(number) is None
