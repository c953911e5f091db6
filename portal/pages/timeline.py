"""The life of a right as a picture: what happened when, since when it is in force, and from when nothing is known."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

from portal.records.models import Record, Status
from portal.standards import events
from portal.standards.sentences import written

WIDTH, EDGE, AXIS = 960, 10, 52  # picture units
LEVELS = (36, 18)  # heights a label may stand at, the lower first
LETTER = 6.6  # width of a letter, about
MOST_TICKS = 12


@dataclass(frozen=True)
class Dot:
    """Something that happened. `level` is where its label stands, empty where there is no room for it."""

    date: dt.date
    words: str
    x: str
    anchor: str
    level: str


@dataclass(frozen=True)
class Picture:
    """The picture: dots, year ticks and three stretches as (from, to): before the grant, in force, not known."""

    dots: tuple[Dot, ...]
    ticks: tuple[tuple[str, str], ...]
    before: tuple[str, str]
    force: tuple[str, str] | None
    dark: tuple[str, str] | None
    until: str
    words: str


def picture(record: Record, known: dt.date | None, today: dt.date) -> Picture | None:
    """Return the picture of a record's life until `today`, of which nothing is known after `known`; None for fewer than two dates."""
    happened = _happened(record)
    if len(happened) < 2:
        return None
    last = max([*happened, *([known] if known else [])])
    scale = _Scale(min(happened), max(last, today))
    granted = record.grant_date
    force = (scale(granted), scale(last)) if granted and record.status == Status.IN_FORCE and granted <= last else None
    sentence = ", ".join(f"{words} {written(date)}" for date, words in sorted(happened.items()))
    return Picture(
        dots=tuple(_dots(happened, scale)),
        ticks=tuple(_ticks(scale)),
        before=(scale(min(happened)), scale(granted or last)),
        force=force,
        dark=(scale(last), f"{float(scale(today)) - float(scale(last)):.1f}") if today > last else None,
        until=written(last),
        words=f"{sentence}; nothing known after {written(last)}",
    )


def _happened(record: Record) -> dict[dt.date, str]:
    """Return what happened by date: the record's own dates, else one event a day."""
    found: dict[dt.date, str] = {}
    own = (record.filing_date, "Filed"), (record.publication_date, "Published"), (record.grant_date, "Granted")
    for date, words in own:
        if date:
            found[date] = f"{found[date]} and {words.lower()}" if date in found else words
    for event in record.legalevents.all():
        words = event.name_english or events.category_name(event.category)
        if event.date and words:
            found.setdefault(event.date, words)
    return found


class _Scale:
    """Days to picture units."""

    def __init__(self, first: dt.date, last: dt.date) -> None:
        self.first, self.last = first, last
        self.unit = (WIDTH - 2 * EDGE) / max((last - first).days, 1)

    def __call__(self, date: dt.date) -> str:
        return f"{EDGE + (date - self.first).days * self.unit:.1f}"


def _dots(happened: dict[dt.date, str], scale: _Scale) -> list[Dot]:
    """Place the labels: on the lower level where there is room, else on the upper, else none."""
    free = dict.fromkeys(LEVELS, 0.0)  # where the last label of each level ends
    dots = []
    for date, words in sorted(happened.items()):
        x, width = float(scale(date)), len(words) * LETTER
        anchor, left = _anchor(x, width)
        level = next((one for one in LEVELS if free[one] <= left and left >= 0), None)
        if level:
            free[level] = left + width + LETTER
        dots.append(Dot(date, words, scale(date), anchor, str(level or "")))
    return dots


def _anchor(x: float, width: float) -> tuple[str, float]:
    """Return which end of a label stands at `x`, and where it begins."""
    if x - width / 2 < 0:
        return "start", x
    return ("end", x - width) if x + width / 2 > WIDTH else ("middle", x - width / 2)


def _ticks(scale: _Scale) -> list[tuple[str, str]]:
    years = range(scale.first.year + 1, scale.last.year + 1)
    step = math.ceil(len(years) / MOST_TICKS) or 1
    return [(scale(dt.date(year, 1, 1)), str(year)) for year in years[::step]]
