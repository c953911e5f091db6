"""The days of one document: read by the calendar of its office, held against the day of receipt, and put in their order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import pairwise

from ingest.document import Delivered, Event
from ingest.offices.profiles import Profile
from portal.records.derive import AHEAD, PLANNED
from portal.standards import dates

# Where the years of the Buddha are counted from 544, not 543, and do not begin in January.
ELDER_BUDDHIST = frozenset(("KH", "LK", "MM"))


class Days:
    """The days of a document received on a day; `say` takes code, severity and sentence of what there is to tell."""

    def __init__(
        self, delivered: Delivered, profile: Profile, received: dt.date, say: Callable[[str, str, str], None]
    ) -> None:
        self.delivered, self.profile, self.received, self.say = delivered, profile, received, say
        self.office = delivered.office or profile.code

    def date(self, text: str, code: str, *, foreign: bool = False) -> dt.date | None:
        """The day a text says; what keeps it from being one, and another calendar, is told under `code`.

        A `foreign` day, that of another office's filing, is as that office gave it (ST.10/C): Gregorian unless its year says otherwise.
        """
        if not text.strip():
            return None
        calendar = "gregorian" if foreign else self.profile.calendar
        parsed = dates.parse(text, calendar, month_first=self.profile.month_first)
        if parsed.iso is None and first_day(text):  # ST.96 allows xsd:gYearMonth and xsd:gYear
            self.say(code, "info", f"“{text.strip()}” names no day; it is kept as delivered.")
        elif parsed.note:
            self.say(code, "warning", f"“{text[:40]}” as a date: {parsed.note}")
        elif parsed.calendar == "buddhist" and self.office in ELDER_BUDDHIST:
            told = "is of the Buddhist calendar, whose year begins in May here and is one more; it is kept as delivered, not converted."
            self.say(code, "warning", f"“{text[:40]}” {told}")
            return None
        elif parsed.calendar == "buddhist" != self.profile.calendar:
            told = f"is of the Buddhist calendar, by which the office does not count; read as {parsed.iso}."
            self.say(code, "warning", f"“{text[:40]}” {told}")
        return parsed.iso

    def planned(self, text: str, code: str) -> dt.date | None:
        """The same of what happens on a day: none, which is told, where it lies more than a year after the receipt."""
        day = self.date(text, code)
        if not day or not self.mistaken(day):
            return day
        self.say(
            "DATE-FUTURE",
            "error",
            f"{day} lies more than a year after the delivery; it is kept as delivered, not as a day.",
        )
        return None

    def mistaken(self, day: dt.date | None) -> bool:
        """Tell whether a day lies so long after the receipt that nothing is planned for it."""
        return bool(day and day > self.received + PLANNED)

    def arrived(self, day: dt.date) -> dt.date:
        """The day the office gives for its values, or the latest day in them where it lies long after the receipt.

        As of the receipt they would go before a later issue that puts them right.
        """
        if day <= self.received + AHEAD:
            return day
        latest = max((one for one in self.given() if one <= self.received), default=self.received)
        self.say(
            "DATE-FUTURE", "error", f"The day {day} of these data lies after the delivery; they count as of {latest}."
        )
        return latest

    def given(self) -> Iterator[dt.date]:
        """The days in the document, but for those of the register it was taken from."""
        said = self.delivered
        happened = (event.date for event in said.events if not event.status)
        texts = (
            said.application.date,
            said.granted_on,
            said.published,
            *(n.date for n in said.publications),
            *happened,
        )
        return (day for text in texts if (day := self.day(text)))

    def first_to_last(self) -> list[Event]:
        """The events as they followed each other: a list that mostly goes back in time names the last of a day first."""
        events = self.delivered.events
        days = [day for event in events if not event.status and (day := self.day(event.date))]
        pairs = [*pairwise(days)]
        back = sum(a > b for a, b in pairs) > sum(a < b for a, b in pairs)
        return events[::-1] if back else events

    def day(self, text: str) -> dt.date | None:
        """The same, without a word."""
        return dates.parse(text, self.profile.calendar, month_first=self.profile.month_first).iso


def first_day(text: str) -> dt.date | None:
    """Return the first day of a month or year; None for what is neither."""
    try:
        first, last = dates.period(text)
    except ValueError:
        return None
    return first if first != last else None
