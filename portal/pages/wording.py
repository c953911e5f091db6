"""How the pages say what the store holds in codes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from django.utils.formats import date_format

from portal.records.models import Part, Record, Right, Status
from portal.standards import kinds, languages, offices

ELEMENTS = {**dict(Part.choices), "ipc": "IPC", "applicant": "Applicant", "inventor": "Inventor", "drawing": "Drawing"}


def kind_words(record: Record) -> str:
    """Return right and kind in words: `Granted patent`, `Utility model, application`; without a kind code the right alone."""
    return kinds.meaning(record.office_id, record.kind) or Right(record.right).label


def element_words(element: str) -> str:
    """Return an element in words: `claims.en` gives `Claims in English`, `claims.en.machine` adds `, machine`."""
    part, _, tongue = element.partition(".")
    language, _, machine = tongue.partition(".")
    name = ELEMENTS.get(part, part)
    if language:
        name += " in the original" if language == "original" else f" in {languages.name(language)}"
    return f"{name}, machine" if machine else name


VALUES: dict[str, Callable[[str], str]] = {
    "office": offices.name,
    "right": lambda value: str(Right(value).label) if value in Right.values else value,
    "kind": lambda value: f"{value}, {kinds.meaning('', value)}",
    "language": languages.name,
    "status": lambda value: str(Status(value).label) if value in Status.values else value,
    "has": element_words,
}


def value_words(facet: str, value: str) -> str:
    """Return a value of a filter as a reader would say it; one that no office gave as it stands."""
    return VALUES[facet](value) if facet in VALUES else value


def day(date: dt.date) -> str:
    """Return a date inside a sentence: `12 May 2025`."""
    return date_format(date, "j F Y")


def percent(rate: float, digits: int = 0) -> str:
    """Return a rate as a percentage, rounded down: only all of them are 100%."""
    scale = 10**digits
    return f"{int(min(rate, 1.0) * 100 * scale + 1e-9) / scale:.{digits}f}"


def name_language(languages_of_office: list[str], name: str) -> str:
    """Return the language a party's name is most likely in: the office's own where it uses its letters, else none.

    Names are delivered without a language; one in Latin letters needs no other leading than the page has.
    """
    own = languages_of_office[0] if languages_of_office else ""
    return own if own and any(ord(letter) > 0x2FF for letter in name if letter.isalpha()) else ""
