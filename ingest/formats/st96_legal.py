"""Legal status data of WIPO ST.96 (`PatentLegalStatusData`): events of a patent by the codes of ST.27 (standards.md §5)."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.archive import Member
from ingest.document import Delivered, Event, Number, Problem, Unreadable
from ingest.formats.reading import publications
from ingest.formats.st96_parts import application
from ingest.formats.taking import Taking
from ingest.offices.profiles import Profile
from ingest.safe_xml import Element, name, text
from portal.standards import events as st27

ROOT = "PatentLegalStatusData"
RECORD = "PatentLegalStatus"
IGNORED = {
    "ApplicantFileReference": "the applicant's own", "FilingLanguageCode": "the texts name their languages",
    "ApplicationFilingCategory": "national, regional or PCT: the numbers say it", "PublicationLanguageCode": "the texts name their languages",
    "RelatedApplicationIdentification": "other files: the delivery does not say how they relate", "SPCIdentification": "certificates: no record of the store",
    "StatusEventIdentifier": "the delivery's own",
}  # fmt: skip
RIGHTS = {"design": "design", "utility model": "utility_model", "patent": "patent"}
CODE = ("StateCode", "PreviousStageCode", "CurrentStageCode", "KeyEventCode", "DetailedEventCode")
# The day it took effect goes before the day it was noted.
DATES = {"EffectiveDate": "in effect from", "EventDate": "event of", "PublicationDate": "published"}


def read(member: Member, profile: Profile | None) -> Iterator[Delivered | Unreadable]:
    """Yield one document a patent file, with its events."""
    return publications(member, lambda name: name == RECORD, lambda root, place: document(root, place, profile))


def document(root: Element, place: str, profile: Profile | None) -> Delivered:
    """Return the numbers and events of one patent file."""
    take = Taking(IGNORED)
    applied = take.child(root, "ApplicationIdentification")
    own = application(take, applied, profile.code if profile else "")
    found = Delivered(own.office, place, "", own)
    kind = take.get(root, "IPRightKindCategory")
    subject = "" if applied is None else take.get(applied, "InventionSubjectMatterCategory")
    found.right = RIGHTS.get(subject.lower(), "") or RIGHTS.get(kind.lower(), "")
    for path, key, dated in (
        ("PatentPublicationIdentification", "PublicationNumber", "PublicationDate"),
        ("PatentGrantIdentification", "PatentNumber", "GrantDate"),
    ):
        for one in take.children(root, path):
            office = take.get(one, "IPOfficeCode") or own.office
            found.publications.append(
                Number(office, take.get(one, key), take.get(one, "PatentDocumentKindCode"), take.get(one, dated))
            )
    found.granted_on = take.one(root, "PatentGrantIdentification/GrantDate")
    events = [_event(take, one, found, place) for one in take.children(root, "StatusEventDataBag/StatusEventData")]
    found.events = [event for event in events if event]
    found.as_of = max((event.date for event in found.events), default="")
    found.problems += take.left(root, place)
    return found


def _event(take: Taking, one: Element, found: Delivered, place: str) -> Event | None:
    codes = take.child(one, "StatusEventCode")
    given = [] if codes is None else [take.get(codes, key) for key in CODE]
    # The office's own code and the indicator stand behind the standard's five; the text form joins all with hyphens.
    whole = "-".join(filter(None, given)) or take.text(codes)
    own = "" if codes is None else take.get(codes, "NationalEventCode")
    indicator = "" if codes is None else take.get(codes, "EventIndicatorCode")
    dates = {words: take.one(one, key) for key, words in DATES.items()}
    date = next(filter(None, dates.values()), "")
    others = [f"{words} {day}" for words, day in dates.items() if day not in ("", date)]
    said = [_said(take, inner) for inner in one if name(inner).endswith("EventData")]
    if not (match := st27.CODE.match(whole)):
        sentence = f"“{whole[:40]}” is not a status event code of ST.27; the event was left out."
        found.problems.append(Problem("READ-VALUE", "warning", sentence, place))
        return None
    words = f"{st27.detail_name(match['detail'])} ({match['detail']})"
    marks = [f"office's code {own}" if own else "", f"indicator {indicator}" if indicator else "", *others, *said]
    return Event(whole, words, date, "; ".join(filter(None, marks)), language="en")


def _said(take: Taking, block: Element) -> str:
    """Return what the block of an event says in its own elements, each value once, in order."""
    take.whole.add(block)
    values = [text(inner) for inner in block.iter() if name(inner) and not any(map(name, inner))]
    return ", ".join(dict.fromkeys(filter(None, values)))
