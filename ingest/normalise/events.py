"""Legal events as rows, each with the rule its office's profile has for it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from ingest.document import LONGEST_REMARK, Event
from ingest.normalise.event_rules import rule_of, voided
from ingest.normalise.work import Work
from ingest.offices.against import against
from ingest.offices.event_rule import EventRule
from ingest.offices.mark_events import mark_event
from portal.records.models import LegalEvent
from portal.records.rows import new
from portal.standards import languages
from portal.standards.events import AGAINST, FAVOUR


def events(work: Work) -> list[LegalEvent]:
    """The events of a document, first to last, each once; that one has no day or no rule is told."""
    return list({row.key: row for row in (_event(work, given) for given in work.events)}.values())


def _event(work: Work, given: Event) -> LegalEvent:
    date = work.date(given.date, "DATE-EVENT") or (work.printed_on if given.status and not given.date.strip() else None)
    comment = given.comment
    if date is None and given.date.strip():
        comment = "; ".join(filter(None, [comment, f"dated {given.date.strip()}"]))
    elif date is None and not given.status:
        work.say("EVENT-DATE", "error", f"The event “{given.name[:80]}” has no date and is kept without one.")
    rule = _rule(work, given)
    english = rule.english if rule else ""
    mistaken = work.mistaken(date)
    influence = "" if rule or mistaken else _influence(work, given)
    rule = None if mistaken else rule  # on such a day nothing takes effect
    voids = voided(work.profile, rule, given) if rule and rule.voids else {}
    effect = rule.effect or _annulled(work, voids) if rule else ""
    if rule and rule.voids and not voids:
        effect = FAVOUR  # it may have annulled the end of the right
        sentence = f"“{given.name[:80]}” does not say in a known form what it annuls; nothing is annulled by it, but whether the right had ended is not known."
        work.say("EVENT-VOIDS", "warning", sentence)
    said = f"{given.name}\x1f{given.comment}" if given.data is None else f"\x1f{given.data}"
    identity = f"{date or ''}\x1f{given.code}\x1f{said}"
    return new(
        LegalEvent,
        key=hashlib.sha256(identity.encode()).hexdigest()[:16],
        date=date,
        effective=work.date(given.effective, "DATE-EVENT"),
        code=given.code,
        name=given.name,
        language=_spoken(work, given),
        name_english=english,
        comment=comment,
        category=rule.category if rule else "",
        confidence=rule.confidence if rule else None,
        effect=effect,
        gazette=given.gazette,
        shows_status=given.status or bool(rule and rule.shows),
        influence=influence,
        voids=" ".join(f"{code}@{day}" if day else code for code, day in voids.items()),
        voids_grant=any(work.profile.events[code].category == "F" for code in voids if code in work.profile.events),
    )


def _spoken(work: Work, given: Event) -> str:
    """The language of an event's name: as told, English where it is one of the English words for marks, else the office's main one."""
    english = "en" if mark_event(given.name.strip(), expires=False) else ""
    return languages.repair(given.language, work.office) or english or next(iter(work.profile.languages), "")


def _rule(work: Work, given: Event) -> EventRule | None:
    """The rule for an event; that there is none is told."""
    own, expires = work.delivered.application.value, bool(work.delivered.expires_on.strip())
    rule = rule_of(work.profile, given, own=own, expires=expires)
    if rule is None and given.status:
        sentence = f"The status “{given.name[:80]}” is not in the office's profile: that of the right is unknown."
        work.say("STATUS-UNMAPPED", "warning", sentence)
    elif rule is None:
        sentence = f"The event {given.code or given.name[:80]} is not in the office's profile."
        if _influence(work, given) == AGAINST:
            work.say(
                "EVENT-UNMAPPED", "warning", f"{sentence} It may have ended the right, whose status is then unknown."
            )
        else:
            work.say("EVENT-UNMAPPED", "info", sentence)
    return rule


def _annulled(work: Work, voids: Iterable[str]) -> str:
    """The letter by which the annulment of events moves the right, by their codes; none where they differ in it."""
    letters = {rule.annulled for code in voids if (rule := work.profile.events.get(code))}
    return letters.pop() if len(letters) == 1 else ""


def _influence(work: Work, given: Event) -> str:
    """Whether an event that no rule explains is for or against the right: as told, or by the words of its office."""
    title = f"{given.code} {given.name}"[:LONGEST_REMARK]
    if given.influence or against(work.profile, work.right, title, (given.name or given.code)[:LONGEST_REMARK]):
        return given.influence or AGAINST
    return FAVOUR if work.profile.favour and work.profile.favour.match(title) else ""
