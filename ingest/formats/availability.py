"""The days on which an office made a document of ST.36 available (`dates-of-public-availability`), in which form and with or without a grant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ingest.document import Delivered, Event, Number
from ingest.formats.taking import Taking
from ingest.safe_xml import Element, name
from portal.standards import kinds
from portal.standards.events import AGAINST

DAYS = "dates-of-public-availability"
GRANTED = ("printed-with-grant", "not-printed-with-grant")
INVALIDATED = "invalidation-of-patent"
WITHOUT = "-without-grant"  # how the names of the other publications end


def note(take: Taking, data: Element, document: Delivered, number: Callable[[Element], Number]) -> None:
    """Note the day of the grant, that of the document itself, and other publications; what tells none of them is left.

    What an invalidation leaves of a patent is not said: nobody knows its state then.
    """
    own = document.publications[0]
    grants = kinds.level(own.office, own.kind) == "grant"
    for one in [one for days in take.children(data, DAYS) for one in days]:
        called, day = name(one), take.get(one, "document-id/date") or take.get(one, "date")
        if not day or not (called in (*GRANTED, INVALIDATED) or called.endswith(WITHOUT)):
            continue
        take.passed.add(one)
        if called == INVALIDATED:
            take.whole.add(one)
            document.events.append(Event(called, "Invalidation of the patent", day, language="en", influence=AGAINST))
            continue
        if called in GRANTED:
            document.granted_on = document.granted_on or day
        said = number(one)
        own.date = own.date or (day if grants == (called in GRANTED) else "")
        if said.value and said.kind and (said.value, said.kind) != (own.value, own.kind):
            document.publications.append(replace(said, date=day, mentioned=True))
