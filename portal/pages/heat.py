"""Coverage as squares: a rate in colour and figures, the law's silence, an unknown denominator, nothing published, nothing known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from portal.coverage.figures import Figure
from portal.pages.wording import percent

STEPS = ((0.99, "c5"), (0.9, "c4"), (0.75, "c3"), (0.5, "c2"), (0.2, "c1"))
UNKNOWN = "nothing held, number published unknown"
LEGEND = (
    ("c0", "9", "under 20%"),
    ("c1", "34", "20 to 49"),
    ("c2", "61", "50 to 74"),
    ("c3", "82", "75 to 89"),
    ("c4", "95", "90 to 98"),
    ("c5", "100", "99 and over"),
    ("cl", "§", "not published by law"),
    ("cx", "41", "held, number published unknown"),
    ("cu", "?", UNKNOWN),
    ("c-none", "·", "nothing published, by the office’s list"),
)
FEWEST_YEARS, MOST_YEARS = 10, 18  # columns; earlier years are in the sums only


@dataclass(frozen=True)
class Square:
    """One cell of a heat map: its class in the style sheet, what stands in it, and the same as a sentence."""

    style: str
    words: str
    title: str


def square(figure: Figure | None, element: str, *, law: bool, listed: bool = False) -> Square:
    """Return the square of a figure; `element` empty means documents held at all, `law` that the law publishes none.

    `listed`: the office's list would name what was published here, so that without a figure nothing was.
    """
    if figure is None or not (figure.expected or figure.held or figure.mentioned):
        silent = figure.expected is not None if figure else listed
        return Square("c-none", "·", "nothing published") if silent else Square("cu", "?", UNKNOWN)
    have = figure.having(element)
    if law:
        return Square("cl", "§", f"not published by law; {have:,} held")
    rate = figure.share(element) if element else figure.rate
    if figure.expected is None or rate is None:
        also = f"; {figure.mentioned:,} more known only by number or date" if figure.mentioned else ""
        if not have:
            lacking = f"{figure.held:,} held without it, number published unknown" if figure.held else UNKNOWN
            return Square("cu", "0" if figure.held else "?", f"{lacking}{also}")
        return Square("cx", f"{have:,}", f"{have:,} held, number published unknown{also}")
    known = figure.expected + figure.held - figure.held_listed if element else figure.expected
    counted = have if element else figure.held_listed
    return Square(style(rate), percent(rate), f"{counted:,} of {known:,}")


def style(rate: float) -> str:
    """Return the class of a rate, 0 to 1."""
    return next((name for least, name in STEPS if rate >= least), "c0")


def span(years: Iterable[int | None]) -> list[int]:
    """Return the years to show, up to the last of `years`: at most the latest `MOST_YEARS`, and never a mere few."""
    found = [year for year in years if year]
    if not found:
        return []
    last = max(found)
    first = min(max(min(found), last - MOST_YEARS + 1), last - FEWEST_YEARS + 1)
    return list(range(first, last + 1))


@dataclass(frozen=True)
class Leaf:
    """A stretch of years of one look in an office's strip; geometry in per cent."""

    style: str
    x: str
    width: str


def strip(squares: Sequence[Square]) -> list[Leaf]:
    """Return an office's squares as stretches of equal look, left to right; years with nothing published stay empty."""
    unit, leaves, start = 100 / max(len(squares), 1), [], 0
    for place, one in enumerate(squares):
        if place + 1 == len(squares) or squares[place + 1].style != one.style:
            if one.style != "c-none":
                leaves.append(Leaf(one.style, f"{start * unit:.2f}%", f"{(place + 1 - start) * unit:.2f}%"))
            start = place + 1
    return leaves
