"""What stands in a field for a number: one number, several, or what a spreadsheet has made of one."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from ingest.document import Number
from portal.standards import numbers

Read: TypeAlias = Callable[[str, str], numbers.Number]

FEWEST = 5  # digits of a number that stands beside others
BETWEEN = re.compile(r"\s*(?:[;|\n]|,\s|\s/\s|\s&\s|\s(?:and|e|y|et|und|dan|và)\s)\s*")
CLOSE = re.compile(r"\s*[/,]\s*")  # between numbers, and within one
FRACTION = re.compile(r"((?:[A-Za-z]{2}\W*)?\d{5,})\.\d{1,2}")


def application(office: str, text: str, kind: str = "", right: str = "") -> numbers.Number:
    """Read the application number a document of a right is of. Raises ValueError, with a sentence, also where several stand there.

    Letters alone are no number.
    """
    if not any(map(str.isdecimal, text)):
        raise ValueError(f"“{text.strip()[:60]}” holds no digit, so it is not a number.")
    if len(found := each(office, text)) > 1:
        raise ValueError(f"“{text.strip()[:60]}” holds {len(found)} numbers; a document is of one.")
    return _whole(partial(numbers.parse_application, kind=kind, right=right), office, text)


def publication(office: str, text: str, kind: str = "", right: str = "") -> numbers.Number:
    """Read a publication number. Raises ValueError, with a sentence."""
    return _whole(partial(numbers.parse_publication, kind=kind, right=right), office, text)


def other_form(
    read: Callable[..., numbers.Number], office: str, given: Number, number: numbers.Number
) -> numbers.Number | None:
    """Return what `read` makes of the number as the office prints it, where that is not the same; zeros and check digits aside."""
    try:
        printed = read(office, given.printed, given.kind) if given.printed else number
    except ValueError:
        return None
    short, long = sorted((re.sub(r"\D", "", one.key) for one in (number, printed)), key=len)
    return None if short in long or short.lstrip("0") in long else printed


def readable(office: str, text: str, kind: str = "") -> bool:
    """Tell whether `application` reads a number; mostly without reading it."""
    if any(map(str.isdecimal, text)) and not FRACTION.fullmatch(text.strip()) and len(each(office, text)) == 1:
        return numbers.readable(office, text, kind)
    try:
        return bool(application(office, text, kind))
    except ValueError:
        return False


def _whole(read: Read, office: str, text: str) -> numbers.Number:
    """Read a number, but not digits behind a decimal point as its last ones; a check digit, which is none of them, may stand there."""
    number, bare = read(office, text), FRACTION.fullmatch(text.strip())
    if bare and (whole := read(office, bare[1])).serial and whole.key != number.key:
        raise ValueError(f"“{text.strip()}” is a number with a fraction: a spreadsheet has changed it.")
    return number


def each(office: str, text: str) -> list[str]:
    """Return the numbers in a field, mostly one: several where each piece is in a form of the office, or all in the same."""
    for pieces, sure in (
        (BETWEEN.split(text.strip()), True),
        (text.split(), False),
        (CLOSE.split(text.strip()), False),
    ):
        if len(pieces) > 1 and all(sum(map(str.isdecimal, piece)) >= FEWEST for piece in pieces):
            alike = sure and len({re.sub(r"\d", "9", piece) for piece in pieces}) == 1
            if not _serial(office, text) and (alike or all(_serial(office, piece) for piece in pieces)):
                return pieces
    return [text]


def _serial(office: str, text: str) -> str:
    """Return the serial of a number in a known form; empty of another."""
    try:
        return numbers.parse_application(office, text).serial
    except ValueError:
        return ""


def right_of(given: Number) -> str:
    """Return the right the series of an application number is of; empty where it does not say."""
    try:
        return numbers.parse_application(given.office, given.value).right
    except ValueError:
        return ""
