"""The days on which an office made a document available to the public, in which form and with or without a grant (INID 40), in ST.36 and ST.96."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from ingest.document import Delivered, Event, Number
from ingest.formats.reading import alike
from ingest.formats.taking import Taking
from ingest.safe_xml import Element, name
from portal.standards import kinds
from portal.standards.events import AGAINST

GRANTED = ("printed-with-grant", "not-printed-with-grant", "NotPrintedPatentGrant")
INVALIDATED = ("invalidation-of-patent", "PatentInvalidation")
WITHOUT = ("without-grant", "NoGrant")  # what is in the names of the other publications


def note(take: Taking, bags: Iterable[Element], document: Delivered, number: Callable[[Element], Number]) -> None:
    """Note the day of the grant, that of the document itself, and other publications; what tells none of them is left.

    What an invalidation leaves of a patent is not said: nobody knows its state then.
    """
    own = document.publications[0]
    grants = kinds.level(own.office, own.kind) == "grant"
    for one in [one for bag in bags for one in bag]:
        called = name(one)
        if not (called in GRANTED + INVALIDATED or any(words in called for words in WITHOUT)):
            continue
        said = number(one)
        if not said.date:
            continue
        take.passed.add(one)
        take.whole.add(one)
        if called in INVALIDATED:
            words = "Invalidation of the patent"
            document.events.append(Event(words, words, said.date, language="en", influence=AGAINST))
            continue
        if called in GRANTED:
            document.granted_on = document.granted_on or said.date
        own.date = own.date or (said.date if grants == (called in GRANTED) else "")
        if said.value and said.kind and not (said.kind == own.kind and alike(said.value, own.value)):
            document.publications.append(replace(said, mentioned=True))
