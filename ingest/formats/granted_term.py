"""The term the United States print on a grant: years of a design, days by which a patent is extended, a terminal disclaimer (35 USC 154, 173)."""

from __future__ import annotations

from ingest.document import Delivered, Event
from portal.records.term import after
from portal.standards import dates

EXTENDED, DISCLAIMED = "Term extended", "Terminal disclaimer"


def note(document: Delivered, years: str, days: str, disclaimer: str) -> None:
    """Note the end of a design's term, and as events of the day of the grant what changes the term of a patent."""
    day = document.publications[0].date
    granted = dates.parse(day).iso
    if granted and years.isdecimal() and len(years) < len("100"):
        document.expires_on = after(granted, int(years)).isoformat()
    if days:
        document.events.append(Event(EXTENDED, EXTENDED, day, f"{days} days", language="en"))
    if disclaimer:
        document.events.append(Event(DISCLAIMED, DISCLAIMED, day, disclaimer, language="en"))
