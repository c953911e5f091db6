"""Dates as offices write them and as searchers type them.

Styles: day first (Brazil, India, Viet Nam), `YYYYMMDD` and ISO (WIPO ST.2), year first with slashes (Thailand), with a time
(spreadsheets). Buddhist years (≥ 2400) are converted by CE = BE − 543; Hijri and Persian years are flagged and never guessed.
"""

from __future__ import annotations

import calendar as months
import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from portal.standards import months as words
from portal.standards.remembered import remembered

_BUDDHIST_FROM, _BUDDHIST_OFFSET = 2400, 543
_HIJRI = range(1300, 1500)
_PLAUSIBLE = range(1700, 2200)
# What programs write for no day: the first day of their count, or the last.
_PLACEHOLDERS = {"00010101", "11111111", "17530101", "18000101", "18991230", "18991231", "19000100", "19000101"}
_PLACEHOLDERS |= {"29991231", "99991231"}
_EMPTY = {"", "-", "--", "N/A", "NA", "NONE", "NULL", "NIL"}

_TIME = r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?|[+-]\d{2}:\d{2}|Z)?"
_STYLES = (
    re.compile(rf"(?P<y>\d{{4}})-(?P<m>\d{{1,2}})-(?P<d>\d{{1,2}}){_TIME}"),
    re.compile(rf"(?P<y>\d{{4}})(?P<s>[/.])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}}){_TIME}"),
    re.compile(rf"(?P<d>\d{{1,2}})(?P<s>[/.-])(?P<m>\d{{1,2}})(?P=s)(?P<y>\d{{4}}){_TIME}"),
    re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})"),
)
_DAY_FIRST = _STYLES[2]
_MONTHS = (re.compile(r"(?P<y>\d{4})[-/.]?(?P<m>\d{2})"), re.compile(r"(?P<m>\d{1,2})[-/.](?P<y>\d{4})"))
_MONTH_NUMBERS = range(1, 13)
_YEAR = re.compile(r"\d{4}")
_LONGEST = 80
# A day beside a number, in one field with it: “1-2020-04567  05/08/2020”, “123456 de 05.08.2020”.
_DAY = r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})"
_BESIDE = (
    re.compile(rf"(?P<number>.*\d)[^\d\w]*[\s,;|(\[]\D{{0,15}}?(?P<day>{_DAY})[)\].]?"),
    re.compile(rf"[(\[]?(?P<day>{_DAY})[^\d\w]*[\s,;|)\]]\W*(?P<number>\S.*)"),
)
_FEWEST_DIGITS = 4  # of a number beside a day


@dataclass(frozen=True)
class Parsed:
    """A date as delivered and, where it can be trusted, as a day. `note` is a sentence where it cannot."""

    original: str
    iso: date | None
    calendar: str = "gregorian"
    note: str = ""


def _plain(text: str) -> str:
    """Return the text with full-width and national digits as 0-9 and single spaces, without invisible characters.

    What is too long for a date is cut where the ellipsis stands, so that it matches no style.
    """
    folded = unicodedata.normalize("NFKC", text if len(text) <= _LONGEST else text[:_LONGEST] + "…")
    digits = (str(unicodedata.digit(c)) if c.isdecimal() else c for c in folded if unicodedata.category(c) != "Cf")
    return " ".join("".join(digits).split())


@remembered
def parse(text: str, calendar: str = "gregorian", *, month_first: bool = False) -> Parsed:
    """Read one day as an office wrote it; never raises.

    `calendar` is what the office counts by: `gregorian`, `buddhist` or `hijri`; the year decides all the same. From 2400 on it
    is Buddhist, 1300 to 1499 is Hijri, anything between 1700 and 2199 is Gregorian, and the result says which it was.
    `month_first` is how the United States write a day in numbers, 06/30/2015. Placeholders, impossible days, Hijri years and unknown styles give `iso=None` with a note; no text gives neither.
    """
    plain = _plain(text)
    if plain.upper() in _EMPTY:
        return Parsed(text, None, calendar)
    match = next((found for style in _STYLES if (found := style.fullmatch(plain))), None)
    if other := "" if match else words.elsewhere(plain):
        note = f"“{plain[:_LONGEST]}” is of the {other.capitalize()} calendar; it is kept as delivered, not converted."
        return Parsed(text, None, other, note)
    given = (int(match["y"]), int(match["m"]), int(match["d"])) if match else words.named(plain)
    if given is None:
        return Parsed(text, None, calendar, f"“{plain[:_LONGEST]}” is not a date in a known style.")
    year, month, day = given
    if month_first and match and match.re is _DAY_FIRST:
        month, day = day, month
    if f"{year:04}{month:02}{day:02}" in _PLACEHOLDERS or not (year and month and day):
        return Parsed(text, None, calendar, f"“{plain}” is a placeholder, not a date.")
    return _not_converted(text, plain, year, calendar) or _day(text, year, month, day)


def _not_converted(text: str, plain: str, year: int, calendar: str) -> Parsed | None:
    """Return what is said of a day whose year, or whose office, is of a calendar that is not converted."""
    if year in _HIJRI:
        note = f"{year} looks like a Hijri or Persian year; “{plain}” is kept as delivered, not converted."
        return Parsed(text, None, "persian" if calendar == "persian" else "hijri", note)
    if calendar == "ethiopian":
        note = f"“{plain}” is of the Ethiopian calendar; it is kept as delivered, not converted."
        return Parsed(text, None, calendar, note)
    return None


def apart(text: str) -> tuple[str, str]:
    """Return the number and the day that stand together in one field, each as written; all of it and nothing where they do not."""
    plain = text.strip()
    match = (
        next((found for style in _BESIDE if (found := style.fullmatch(plain))), None) if len(plain) < _LONGEST else None
    )
    if match is None or sum(c.isdecimal() for c in match["number"]) < _FEWEST_DIGITS:
        return text, ""
    return match["number"].strip(), match["day"]


def _day(text: str, year: int, month: int, day: int) -> Parsed:
    """Return a day of a Gregorian or Buddhist year."""
    calendar = "buddhist" if year >= _BUDDHIST_FROM else "gregorian"
    year = _common_era(year)
    if year not in _PLAUSIBLE:
        return Parsed(text, None, calendar, f"The year of “{text.strip()}” cannot be right.")
    try:
        return Parsed(text, date(year, month, day), calendar)
    except ValueError:
        return Parsed(
            text, None, calendar, f"“{text.strip()}” is not a day of the calendar.{_swapped(year, month, day)}"
        )


def _swapped(year: int, month: int, day: int) -> str:
    """Return a sentence where day and month the other way round are a day."""
    other = month <= months.monthrange(year, day)[1] if day in _MONTH_NUMBERS and month else False
    return " Day and month seem to be swapped." if other else ""


def _common_era(year: int) -> int:
    return year - _BUDDHIST_OFFSET if year >= _BUDDHIST_FROM else year


def period(text: str) -> tuple[date | None, date | None]:
    """Return the first and last day of a day, month or year as a searcher types it; `*` or nothing is an open end.

    Buddhist years are converted as in `parse`; what stands for no day in a delivery bounds a search. Raises ValueError with a sentence for anything else.
    """
    plain = _plain(text)
    if plain in {"", "*"}:
        return None, None
    found = _year(plain) or _month(plain) or _bound(plain)
    if found:
        return found
    parsed = parse(plain)
    if parsed.iso is None:
        note = parsed.note or f"“{plain}” is not a date."
        raise ValueError(f"{note} Type a year, a month or a day: 2015, 2015-06 or 2015-06-30.")
    return parsed.iso, parsed.iso


def _bound(plain: str) -> tuple[date | None, date | None] | None:
    """Return what a day that programs write for none bounds: as a searcher types it, 1900-01-01 is that day, 9999-12-31 no end."""
    digits = re.sub("[-/.]", "", plain)
    if not digits.isdecimal() or digits not in _PLACEHOLDERS:
        return None
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    if year not in _PLAUSIBLE:
        return None, None
    return (date(year, month, day), date(year, month, day)) if day else None


def _year(plain: str) -> tuple[date, date] | None:
    if not _YEAR.fullmatch(plain) or _common_era(int(plain)) not in _PLAUSIBLE:
        return None
    year = _common_era(int(plain))
    return date(year, 1, 1), date(year, 12, 31)


def _month(plain: str) -> tuple[date, date] | None:
    match = next((found for style in _MONTHS if (found := style.fullmatch(plain))), None)
    if match is None:
        return None
    year, month = _common_era(int(match["y"])), int(match["m"])
    if year not in _PLAUSIBLE or month not in _MONTH_NUMBERS:
        return None
    return date(year, month, 1), date(year, month, months.monthrange(year, month)[1])


def after(start: date, years: int) -> date:
    """Return the same day some years later; of 29 February the day after where there is none."""
    year = start.year + years
    leap_day = (start.month, start.day) == (2, 29)
    return date(year, 3, 1) if leap_day and not months.isleap(year) else start.replace(year=year)
