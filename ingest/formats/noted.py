"""Events that an office notes by a date among bibliographic data, in ST.36 and ST.96 alike; the words are those of `mark_events`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ingest.document import Delivered, Event, Problem
from ingest.formats.taking import Taking, beside
from ingest.safe_xml import Element, name, text
from ingest.shown import shown

DATE = re.compile(r"\b\d{4}-\d\d-\d\d\b|\b(?:1[89]|20)\d\d[01]\d[0-3]\d\b")
NO_DAY = re.compile(r"\b(?:1[89]|20)\d\d-(?:0[1-9]|1[0-2])\b|^(?:1[89]|20)\d\d$")
EACH = "Licence"  # of several in one element each is an event


def events(take: Taking, data: Element, words: Iterable[tuple[str, str]], document: Delivered) -> Iterator[Event]:
    """Yield an event for each element of `words` (its name and the event's); what stands beside its date is the comment."""
    for key, word in words:
        for element in [one for found in take.children(data, key) for one in take.children(found, EACH) or [found]]:
            take.whole.add(element)
            said = " ".join(filter(None, map(text, leaves(element))))
            if date := DATE.search(said) or NO_DAY.search(said):
                yield Event(word, word, date[0], "" if said == date[0] else said, language="en")
            elif said:
                told = f"{name(element)} has no day; it was not taken: {shown(said)}."
                document.problems.append(Problem("READ-VALUE", "warning", told, document.place))


def leaves(element: Element) -> list[Element]:
    """Return what stands in an element: its parts that have no parts, or itself where text is among them."""
    return [element] if beside(element) else [one for one in element.iter() if name(one) and not len(one)]
