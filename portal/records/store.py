"""Merging documents into the store, a thousand at a time, in a handful of statements."""

from __future__ import annotations

from dataclasses import dataclass, field

from portal.records.models import (
    Classification,
    LegalEvent,
    Party,
    Publication,
    Record,
    RelatedNumber,
    Text,
)


@dataclass
class Draft:
    """One document as unsaved rows; `record.id` and every row's `record_id`, `delivery_id`, `as_of` are set."""

    record: Record
    publications: list[Publication] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    classifications: list[Classification] = field(default_factory=list)
    related: list[RelatedNumber] = field(default_factory=list)
    events: list[LegalEvent] = field(default_factory=list)
