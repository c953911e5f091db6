"""The filters beside a result list: groups with ticks and counts, years as bars, chips for what is ticked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from portal.pages.question import Question
from portal.pages.wording import kind_of_offices, value_words
from search.answer import FacetValue
from search.fields import BY_NAME

GROUPS = ("office", "right", "status", "has", "language", "kind", "ipc", "applicant")
HEADINGS = {
    "has": "Has",
    "kind": "Kind of publication",
    "language": "Language of the office's text",
    "ipc": "IPC subclass",
}
# The elements worth choosing by; the index knows each in every language.
HAS = ("claims", "claims.en", "claims.original", "abstract", "abstract.en", "description", "description.en", "title.en")
SHOWN = 8  # values in view; the rest is behind "more"
BARS, BAR, HEIGHT = 208, 12, 50  # picture units: width of all, widest bar, height of the highest


@dataclass(frozen=True)
class Choice:
    """One value of a filter, in words, with the number of records."""

    value: str
    words: str
    count: int
    selected: bool


@dataclass(frozen=True)
class Group:
    """One filter: the values in view and those behind "more"."""

    name: str
    heading: str
    shown: tuple[Choice, ...]
    more: tuple[Choice, ...]


@dataclass(frozen=True)
class Bar:
    """The records of one year as a bar that leads to them; `chosen` if the question asks for it, `box` in picture units."""

    year: str
    count: int
    chosen: bool
    address: str
    said: str
    box: SafeString


@dataclass(frozen=True)
class Chip:
    """A filter in force and the address of the question without it."""

    words: str
    address: str


def groups(facets: dict[str, tuple[FacetValue, ...]], question: Question) -> tuple[Group, ...]:
    """Return the filters that have something to choose, ticked values always in view."""
    found, offices = [], question.filters.get("office") or [one.value for one in facets.get("office", ())]
    for name in GROUPS:
        choices = _choices(name, facets.get(name, ()), question.filters.get(name, ()), offices)
        if choices:
            shown = tuple(choice for place, choice in enumerate(choices) if place < SHOWN or choice.selected)
            more = tuple(choice for choice in choices if choice not in shown)
            found.append(Group(name, HEADINGS.get(name, BY_NAME[name].label.capitalize()), shown, more))
    return tuple(found)


def _choices(name: str, values: Sequence[FacetValue], ticked: Sequence[str], offices: Sequence[str]) -> list[Choice]:
    """Return the values with their counts; a ticked value the answer does not name is there with none."""
    choices = [
        Choice(
            value=one.value,
            words=kind_of_offices(one.value, offices) if name == "kind" else value_words(name, one.value),
            count=one.count,
            selected=one.value in ticked,
        )
        for one in values
    ]
    if name == "has":
        choices = sorted((one for one in choices if one.value in HAS), key=lambda one: HAS.index(one.value))
    named = {one.value for one in choices}
    return choices + [
        Choice(value, value_words(name, value), 0, selected=True) for value in ticked if value not in named
    ]


def bars(years: Sequence[FacetValue], question: Question) -> tuple[Bar, ...]:
    """Return a bar for every year that has records, in its place between the first and the last; the chosen ones stand out."""
    counts = {int(one.value): one.count for one in years if one.value.isdigit() and one.count}
    chosen = {one.value for one in years if one.selected}
    if not counts:
        return ()
    first, highest = min(counts), max(counts.values())
    step = min(BARS / (max(counts) - first + 1), BAR + 3)
    return tuple(
        Bar(
            year=str(year),
            count=count,
            chosen=str(year) in chosen,
            address=question.but(first=year, last=year).address(),
            said=f"{year}: {count:,}",
            box=_box((year - first) * step, step * 0.8, max(HEIGHT * count / highest, 1.5)),
        )
        for year, count in sorted(counts.items())
    )


def _box(x: float, width: float, height: float) -> SafeString:
    """Return the attributes of a bar that stands on the line."""
    return mark_safe(f'x="{x:.1f}" y="{54 - height:.1f}" width="{width:.1f}" height="{height:.1f}"')  # noqa: S308 - numbers


def chips(question: Question) -> tuple[Chip, ...]:
    """Return what is filtered by, years first, each with the way to undo it."""
    found = [
        Chip(value_words(name, value), question.without(name, value).address())
        for name, values in question.filters.items()
        for value in values
    ]
    years = question.years()
    if years:
        words = f"First published {years[0]}{f' to {years[-1]}' if len(years) > 1 else ''}"
        found.insert(0, Chip(words, question.but(first=None, last=None).address()))
    return tuple(found)
