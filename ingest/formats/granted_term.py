"""The term an office prints on a grant: its lapse, and in the United States years of a design, days of an extension, a disclaimer (35 USC 154, 173)."""

from __future__ import annotations

from ingest.document import Delivered, Event, Problem
from ingest.formats.noted import DATE, leaves
from ingest.formats.taking import Taking
from ingest.safe_xml import Element, first, name, text
from ingest.shown import shown
from portal.standards import dates
from portal.standards.dates import after

EXTENDED, DISCLAIMED = "Term extended", "Terminal disclaimer"
LAPSE, LAPSED = "lapse-of-patent", "Patent lapsed"
TERMS = ("term-of-grant", "us-term-of-grant")
# Their patents lapse in one state and live on in others.
REGIONAL = frozenset(("AP", "EA", "EP", "GC", "OA"))


def note(document: Delivered, years: str, days: str, disclaimer: str) -> None:
    """Note the end of a design's term, and as events of the day of the grant what changes the term of a patent."""
    day = document.publications[0].date
    granted = dates.parse(day).iso
    if granted and years.isdecimal() and len(years) < len("100"):
        document.expires_on = after(granted, int(years)).isoformat()
    if days:
        document.events.append(Event(EXTENDED, EXTENDED, day, f"{days} day{'' if days == '1' else 's'}", language="en"))
    if disclaimer:
        document.events.append(Event(DISCLAIMED, DISCLAIMED, day, disclaimer, language="en"))


def lapsed(take: Taking, data: Element, document: Delivered) -> None:
    """Add the lapse of the patent as an event of its day; one in another state, or in one of a regional patent, is told."""
    for one in [one for term in TERMS for one in take.children(data, f"{term}/{LAPSE}")]:
        take.whole.add(one)
        said = " ".join(filter(None, map(text, leaves(one))))
        inner = {key: text(first([each for each in one.iter() if name(each) == key])) for key in ("country", "date")}
        office = document.publications[0].office
        day = inner["date"] or (found[0] if (found := DATE.search(said)) else "")
        if day and office not in REGIONAL and inner["country"] in ("", office):
            document.events.append(Event(LAPSED, LAPSED, day, language="en"))
        elif said:
            why = "is that of one state" if day else "has no day"
            told = f"The lapse {shown(said)} {why}; it was not taken."
            document.problems.append(Problem("READ-VALUE", "warning", told, document.place))
