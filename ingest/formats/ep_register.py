"""The European Patent Register as OPS answers it: a file's data as they stand now, its statuses, events and steps (standards.md §1.5).

A value that has changed stands there once for each change, the latest first: the first is taken, older ones are history.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.document import Delivered, Event, Name, Number, Passage, Related, Symbol
from ingest.formats import docdb, st36
from ingest.formats.relations import relations
from ingest.formats.taking import Taking
from ingest.safe_xml import Element, attribute, child, children, name, text

OFFICE, LANGUAGE = "EP", "en"
SYMBOL = re.compile(r"[A-H]\d\d[A-Z]\s*\d+/\d+")
ASKED = re.compile(r"=\s*\W?EP(\d{7})\b")  # the query of an answer whose documents do not say their number
ROLES = (
    ("applicant", "applicants", "applicant"),
    ("inventor", "inventors", "inventor"),
    ("agent", "agents", "agent"),
    ("owner", "proprietors", "proprietor"),
)
IGNORED = {
    "designation-of-states": "states", "language-of-filing": "the texts name their languages", "references-cited": "citations",
    "search-reports-information": "search", "term-of-grant": "lapses in single states, which the events say as well",
    "opposition-data": "the statuses say it", "dates-rights-effective": "the events say it",
    "time-limit": "procedure", "parties": "older parties: history", "classifications-ipcr": "older symbols: history",
    "procedural-step": "a step without a day",
}  # fmt: skip


def document(element: Element, place: str) -> Delivered:
    """Return what the register says in a `register-document`."""
    take = Taking(IGNORED)
    found = Delivered(OFFICE, place, attribute(element, "date-produced"), Number(OFFICE, ""))
    for data in take.children(element, "bibliographic-data"):
        found.publications = [docdb.number(take, [one]) for one in take.children(data, "publication-reference")]
        found.application = docdb.number(take, take.children(data, "application-reference"))
        found.granted_on = next((one.date for one in found.publications if one.kind.startswith("B")), "")
        claims = take.children(data, "priority-claims/priority-claim")
        found.related = [Related("priority", st36.number(take, claim, OFFICE)) for claim in claims]
        found.related += relations(
            take, data, found, lambda one: [replace(n, kind="") for n in st36.numbers(take, one, OFFICE) if n.value]
        )
        found.symbols, found.names = list(_symbols(take, data)), list(_names(take, data))
        found.texts = list(_titles(take, data))
    if not found.publications and (asked := _asked(element)):
        found.publications = [Number(OFFICE, asked)]
    found.events = [*_statuses(take, element), *_events(take, element), *_steps(take, element)]
    found.problems = take.left(element, place)
    return found


def _asked(element: Element) -> str:
    """Return the publication that was asked for, where the answer holds this document alone and it does not say its number."""
    root = element.getroottree().getroot()
    queries = [text(one) for one in root.iter() if name(one) == "query"]
    alone = sum(name(one) == "register-document" for one in root.iter()) == 1
    return match[1] if alone and len(queries) == 1 and (match := ASKED.search(queries[0])) else ""


def _symbols(take: Taking, data: Element) -> Iterator[Symbol]:
    latest = child(data, "classifications-ipcr")
    for one in take.children(latest, "classification-ipcr") if latest is not None else ():
        yield from (Symbol("ipc", symbol) for symbol in SYMBOL.findall(take.text(one)))


def _names(take: Taking, data: Element) -> Iterator[Name]:
    for role, group, word in ROLES:
        latest = child(data, f"parties/{group}")
        for party in children(latest, word) if latest is not None else ():
            yield from st36.names(take, party, role)


def _titles(take: Taking, data: Element) -> Iterator[Passage]:
    told: set[str] = set()
    for title in take.children(data, "invention-title"):
        language, words = attribute(title, "lang"), take.text(title)
        if words and language not in told:
            told.add(language)
            yield Passage("title", language, [{"n": "", "t": words, "refs": []}])


def _statuses(take: Taking, element: Element) -> Iterator[Event]:
    for one in take.children(element, "ep-patent-statuses/ep-patent-status"):
        if words := take.text(one):
            yield Event("", words, attribute(one, "change-date"), language=LANGUAGE, status=True)


def _events(take: Taking, element: Element) -> Iterator[Event]:
    for one in take.children(element, "events-data/dossier-event"):
        gazette = take.get(one, "gazette-reference/gazette-num")
        take.get(one, "gazette-reference/date")
        words = "; ".join(take.texts(one, "event-text"))
        yield Event(take.get(one, "event-code"), words, take.get(one, "event-date/date"), "", gazette, LANGUAGE)


def _steps(take: Taking, element: Element) -> Iterator[Event]:
    """Yield the steps of the procedure: each of their days is an event, what else they say its comment."""
    for one in take.children(element, "procedural-data/procedural-step"):
        code, (words, *more) = take.get(one, "procedural-step-code"), [*take.texts(one, "procedural-step-text"), ""]
        for day in take.children(one, "procedural-step-date"):
            kind = attribute(day, "step-date-type").replace("_", " ").capitalize()
            yield Event(code, words, take.get(day, "date"), "; ".join(filter(None, [kind, *more])), language=LANGUAGE)
