"""What an event means by the profile of its office, and what a correction undoes by the words of its remark."""

from __future__ import annotations

from ingest.document import Event
from ingest.offices import inpadoc
from ingest.offices.event_rule import EventRule
from ingest.offices.mark_events import mark_event
from ingest.offices.profiles import NAMED, Profile
from portal.standards import dates
from portal.standards import events as st27


def rule_of(profile: Profile, event: Event, *, own: str = "", expires: bool = False) -> EventRule | None:
    """The rule for an event and its comment: the office's own, by code or name, else the one for marks, of INPADOC or of ST.27 itself.

    `own` is the number of the file, `expires` tells whether a day of expiry is given beside it.
    """
    known = profile.rule(event.code or event.name) or mark_event(event.code, expires=expires)
    if event.status and not known:
        known = mark_event((event.code or event.name).capitalize(), expires=expires)
    known = known or inpadoc.rule(profile, event.code, event.name)
    category = st27.category_of(event.code)
    if known:
        return known.told(event.remark, own)
    return EventRule(event.name, category, 1.0) if category else None


def voided(profile: Profile, rule: EventRule, given: Event) -> dict[str, str]:
    """The events a correction undoes, by code: those its comment names, with their day or gazette, else those of the rule."""
    found: dict[str, str] = {}
    for match in profile.voided.finditer(given.remark) if profile.voided else ():
        named = {name.partition("_")[0]: said for name, said in match.groupdict().items() if said}
        day = dates.parse(named.get("date", ""), profile.calendar).iso
        found.setdefault(named["code"], day.isoformat() if day else named.get("issue", ""))
    return found or dict.fromkeys((code for code in rule.voids if code != NAMED), "")
