"""Which delivery each element of a record came from, and when the office published it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from portal.pages.facts import documents
from portal.pages.wording import part_words
from portal.records import held
from portal.records.models import Element, Origin, Part, Record, Relation, Role, Scheme, Text
from portal.standards import languages
from portal.standards.sentences import written

FIELDS = {
    "number": "Application number",
    "number_original": "Application number",
    "kind": "Kind",
    "filing_date": "Filing date",
    "publication_date": "Publication date",
    "grant_date": "Grant date",
    "expiry_date": "Expiry date",
    "status": "Status",
}


@dataclass(frozen=True)
class Source:
    """One line: the element, its language, whose words, and the delivery with the date the office published it."""

    element: str
    language: str
    machine: bool
    detail: str
    delivery: int
    as_of: dt.date | None


def sources(record: Record) -> list[Source]:
    """Return the source of every element, in the order the page shows them; equal lines come once."""
    return list(dict.fromkeys([*_own(record), *_texts(record), *_lists(record)]))


def _own(record: Record) -> Iterable[Source]:
    for field, as_of, delivery in held.sources(record):
        element = FIELDS.get(field, field.replace("_", " ").capitalize())
        yield Source(element, "", machine=False, detail="", delivery=delivery, as_of=as_of)


def _texts(record: Record) -> Iterable[Source]:
    named = documents(record)
    order = {part: place for place, part in enumerate(Part.values)}
    for text in sorted(record.texts.all(), key=lambda one: (order[one.part], one.language, one.origin, one.as_of)):
        yield Source(
            element=part_words(record.right, text.part),
            language=text.language,
            machine=text.origin == Origin.MACHINE,
            detail=_machine(text) if text.origin == Origin.MACHINE else _stands(text, named),
            delivery=text.delivery_id,
            as_of=text.as_of,
        )


def _stands(text: Text, named: dict[str, str]) -> str:
    """Return where a text stands, and its language code as delivered where that is not the one it is shown under."""
    place = named.get(text.document, text.document or "application file")
    if text.language_original == text.language:
        return place
    said = f"as “{text.language_original}”" if text.language_original else "without a language"
    return f"{place}; delivered {said}"


def _machine(text: Text) -> str:
    made = f"{text.provider} {text.model}".strip()
    source = f"from {languages.name(text.source_language)}" if text.source_language else ""
    made_on = written(text.translated_on) if text.translated_on else ""
    return ", ".join(part for part in (made, source, made_on) if part)


def _lists(record: Record) -> Iterable[Source]:
    """Yield the parties of each role, the classes of each scheme, the related numbers and the publications."""
    named: list[tuple[str, Element]] = [(Role(one.role).label, one) for one in record.parties.all()]
    named += [(Scheme(one.scheme).label, one) for one in record.classifications.all()]
    named += [(Relation(one.relation).label, one) for one in record.relatednumbers.all()]
    named += [(f"Publication {one.numbered}", one) for one in record.publications.all()]
    for element, row in named:
        yield Source(str(element), "", machine=False, detail="", delivery=row.delivery_id, as_of=row.as_of)
