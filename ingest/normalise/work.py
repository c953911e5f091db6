"""What every part of a document is normalised with: its days, its words, and a place for what there is to say."""

from __future__ import annotations

from dataclasses import replace

from ingest import numbering
from ingest.document import Delivered, Number, Problem
from ingest.normalise.days import Days, first_day
from ingest.normalise.wording import Wording
from ingest.offices.profiles import Profile
from portal.records.derive import AHEAD
from portal.records.models import Delivery
from portal.standards import dates


class Work:
    """One document being normalised: its office, days and words, and the problems found on the way; `right` is known once its record is made."""

    def __init__(self, delivered: Delivered, profile: Profile, delivery: Delivery) -> None:
        self.delivered, self.profile, self.delivery = delivered, profile, delivery
        self.problems: list[Problem] = list(delivered.problems)
        self.office = delivered.office or profile.code
        self.wording = Wording(self.office, profile.languages, self.say)
        days = Days(delivered, profile, delivery.received_at.date(), self.say)
        self.date, self.planned, self.mistaken, self.day = days.date, days.planned, days.mistaken, days.day
        self.events = [replace(event, name=self.wording.event(event.name)) for event in days.first_to_last()]
        as_of = self.date(delivered.as_of, "DATE-ASOF") or first_day(delivered.as_of)
        printed = self.date(delivered.published, "DATE-ASOF")
        # The day of an event of a gazette, and of the publication at hand; a filing date is neither.
        self.printed_on = printed or as_of
        self.as_of = self.printed_on and days.arrived(self.printed_on)
        self.amended = days.arrived(as_of) if as_of and printed and as_of > printed else None
        told = [self.printed_on, as_of, self.date(delivered.sent, "DATE-ASOF")]
        known_by = delivery.received_at.date() + AHEAD
        self.dated = max((day for day in told if day and day <= known_by), default=None)
        self.right = ""

    def say(self, code: str, severity: str, sentence: str) -> None:
        self.problems.append(Problem(code, severity, sentence, self.delivered.place))

    def say_forms(self, what: str, given: Number, kept: str) -> None:
        """Say that the two forms in which a number is given are not one number."""
        forms = f"{given.value[:60]} in one form and {given.printed[:60]} in another"
        self.say(
            "NUM-FORMS", "warning", f"The {what} number is {forms}, which are not one number; kept is {kept[:60]}."
        )

    def number(self, given: Number) -> Number:
        """The number without the day that stands in one field with it, which dates it where no other day does."""
        value, day = dates.apart(given.value)
        if not day:
            return given
        self.say("NUM-DATE", "warning", f"“{given.value[:60]}” is a number and a day; read as {value} of {day}.")
        return replace(given, value=value, date=given.date or day)

    def each(self, given: Number) -> list[Number]:
        """The numbers in one field, each with what else is said of it."""
        found = numbering.each(given.office or self.office, given.value)
        if len(found) == 1:
            return [given]
        self.say("NUM-SEVERAL", "warning", f"“{given.value[:120]}” holds {len(found)} numbers; each was read.")
        return [replace(given, value=one, printed="") for one in found]
