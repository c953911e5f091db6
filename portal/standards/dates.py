"""Dates as offices write them and as searchers type them.

Styles: day first (Brazil, India, Viet Nam), `YYYYMMDD` and ISO (WIPO ST.2), year first with slashes (Thailand), with a time
(spreadsheets). Buddhist years (≥ 2400) are converted by CE = BE − 543; Hijri years are flagged and never guessed.
"""

from __future__ import annotations

import calendar as months
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_BUDDHIST_FROM, _BUDDHIST_OFFSET = 2400, 543
_HIJRI = range(1300, 1500)
_PLAUSIBLE = range(1700, 2200)
_PLACEHOLDERS = {"18991230", "19000100", "19000101", "00010101", "99991231"}
_EMPTY = {"", "-", "--", "N/A", "NA", "NONE", "NULL", "NIL"}

_TIME = r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?|[+-]\d{2}:\d{2}|Z)?"
_STYLES = (
    re.compile(rf"(?P<y>\d{{4}})-(?P<m>\d{{1,2}})-(?P<d>\d{{1,2}}){_TIME}"),
    re.compile(rf"(?P<y>\d{{4}})(?P<s>[/.])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}}){_TIME}"),
    re.compile(rf"(?P<d>\d{{1,2}})(?P<s>[/.-])(?P<m>\d{{1,2}})(?P=s)(?P<y>\d{{4}}){_TIME}"),
    re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})"),
)
_MONTHS = (re.compile(r"(?P<y>\d{4})[-/.]?(?P<m>\d{2})"), re.compile(r"(?P<m>\d{1,2})[-/.](?P<y>\d{4})"))
_YEAR = re.compile(r"\d{4}")
_LONGEST = 40


@dataclass(frozen=True)
class Parsed:
    """A date as delivered and, where it can be trusted, as a day. `note` is a sentence where it cannot."""

    original: str
    iso: date | None
    calendar: str = "gregorian"
    note: str = ""


def _plain(text: str) -> str:
    """Return the text with full-width and national digits as 0-9 and single spaces, without invisible characters."""
    folded = unicodedata.normalize("NFKC", text)
    digits = (str(unicodedata.digit(c)) if c.isdecimal() else c for c in folded if unicodedata.category(c) != "Cf")
    return " ".join("".join(digits).split())


def parse(text: str, calendar: str = "gregorian") -> Parsed:
    """Read one day as an office wrote it; never raises.

    `calendar` is what the office counts by: `gregorian`, `buddhist` or `hijri`. A year from 2400 on is Buddhist whatever it
    says. Placeholders, impossible days, Hijri years and unknown styles give `iso=None` with a note; no text gives neither.
    """
    plain = _plain(text[: _LONGEST * 2])
    if plain.upper() in _EMPTY:
        return Parsed(text, None)
    match = next((found for style in _STYLES if (found := style.fullmatch(plain))), None)
    if match is None:
        return Parsed(text, None, note=f"“{plain[:_LONGEST]}” is not a date in a known style.")
    return _read(text, int(match["y"]), int(match["m"]), int(match["d"]), calendar)


def _read(text: str, year: int, month: int, day: int, calendar: str) -> Parsed:
    """Return the day of year, month and day as counted by an office; a Christian year is Gregorian whatever the office."""
    if f"{year:04}{month:02}{day:02}" in _PLACEHOLDERS or not (year and month and day):
        return Parsed(text, None, note=f"“{text.strip()}” is a placeholder, not a date.")
    if year >= _BUDDHIST_FROM:
        year, calendar = year - _BUDDHIST_OFFSET, "buddhist"
    elif year in _HIJRI:
        return Parsed(
            text, None, "hijri", f"{year} looks like a Hijri year; the day is kept as delivered and not converted."
        )
    if year not in _PLAUSIBLE:
        return Parsed(text, None, calendar, f"The year {year} of “{text.strip()}” cannot be right.")
    try:
        day_of_year = date(year, month, day)
    except ValueError:
        return Parsed(text, None, calendar, f"“{text.strip()}” is not a day of the calendar.")
    return Parsed(text, day_of_year, calendar)


def period(text: str) -> tuple[date | None, date | None]:
    """Return the first and last day of a day, month or year as a searcher types it; `*` or nothing is an open end.

    Raises ValueError with a sentence for anything else.
    """
    plain = _plain(text[: _LONGEST * 2])
    if plain in {"", "*"}:
        return None, None
    found = next(_periods(plain), None)
    if found is None:
        raise ValueError(
            f"“{plain[:_LONGEST]}” is not a date. Type a year, a month or a day: 2015, 2015-06 or 2015-06-30."
        )
    return found


def _periods(plain: str) -> Iterator[tuple[date, date]]:
    """Yield the readings of a query date, the plainest first."""
    if _YEAR.fullmatch(plain) and int(plain) in _PLAUSIBLE:
        yield date(int(plain), 1, 1), date(int(plain), 12, 31)
    for style in _MONTHS:
        if (match := style.fullmatch(plain)) and int(match["y"]) in _PLAUSIBLE and 1 <= int(match["m"]) <= 12:
            year, month = int(match["y"]), int(match["m"])
            yield date(year, month, 1), date(year, month, months.monthrange(year, month)[1])
    if day := parse(plain).iso:
        yield day, day
