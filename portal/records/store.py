"""Merging documents into the store, up to a thousand at a time, in a handful of statements.

The rule of DESIGN §5: the value the office published later wins, an empty value never erases a full one, and every element
remembers the delivery it came from. Lists that an office repeats whole (parties of a role, symbols of a scheme, numbers of a
relation) are replaced whole; events and publications are collected.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from portal.records.changes import NAMES, Met, changes, named, of_record, untold
from portal.records.derive import Rows, published_again
from portal.records.models import (
    Change,
    Classification,
    Element,
    LegalEvent,
    Office,
    Party,
    Publication,
    Record,
    RelatedNumber,
    Text,
)
from portal.records.precedence import age, goes_before, guessed, respell, shown_again, source_age, spelt
from portal.records.rows import put
from portal.records.settle import settle
from portal.records.signals import records_changed


@dataclass
class Draft:
    """One document as unsaved rows; `record.id` and every row's `record_id`, `delivery_id`, `as_of` are set.

    `published` is the day the office gives for it; without one, `as_of` is the day it was received.
    """

    record: Record
    publications: list[Publication] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    classifications: list[Classification] = field(default_factory=list)
    related: list[RelatedNumber] = field(default_factory=list)
    events: list[LegalEvent] = field(default_factory=list)
    published: dt.date | None = None

    @property
    def elements(self) -> list[Element]:
        """Every row but the record's own."""
        return [
            *self.publications,
            *self.texts,
            *self.parties,
            *self.classifications,
            *self.related,
            *self.events,
        ]


@dataclass
class Merged:
    """Ids of the records by what the merge did to them, each in the order first met.

    `again` are those this delivery had already touched in an earlier batch and now changed once more. `changes` are values
    that others go before.
    """

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    again: list[str] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)


# Model → (what tells its rows of one record apart, what groups them into lists replaced whole or None).
IDENTITY: dict[type[Element], tuple[tuple[str, ...], str | None]] = {
    Publication: (("number_key", "kind"), None),
    Text: (("part", "language", "origin", "document"), None),
    LegalEvent: (("key",), None),
    Party: (("role", "sequence"), "role"),
    Classification: (("scheme", "sequence"), "scheme"),
    RelatedNumber: (("relation", "sequence"), "relation"),
}
# Fields of the record itself that a document delivers; each is remembered in `Record.sources`.
DELIVERED = ("number_original", "number", "filing_date", "grant_date", "expiry_date")
COMPANIONS = {"filing_date": ("filing_date_original",)}
EMPTY: tuple[object, ...] = (None, "", [])
KEPT = {"id", "office", "right", "first_delivery"}  # of a record that is written over
BOOKKEEPING = {"id", "record", "delivery", "as_of", "amended"}


class Shelf:
    """The rows of one model for the records at hand, and which of them are to be written or deleted."""

    def __init__(self, model: type[Element], record_ids: Iterable[str]) -> None:
        self.model = model
        self.identity, self.group = IDENTITY[model]
        columns = [f.attname for f in model._meta.concrete_fields if f.name not in BOOKKEEPING]
        self.columns = columns
        self.rows: dict[str, dict[tuple[Any, ...], Any]] = defaultdict(dict)
        self.dirty: dict[tuple[Any, ...], Any] = {}
        self.gone: list[Any] = []
        self.changes: list[Met] = []
        held = list(record_ids)
        # In the order they came, which decides among events of one day.
        for row in model._default_manager.filter(record_id__in=held).order_by("pk") if held else ():
            self.rows[row.record_id][self.key(row)] = row

    def key(self, row: Any) -> tuple[Any, ...]:
        return tuple(getattr(row, name) for name in self.identity)

    def content(self, row: Any) -> tuple[Any, ...]:
        return tuple(getattr(row, name) for name in self.columns)

    def add(self, rows: list[Any]) -> bool:
        """Take in one document's rows; True if what is stored says something else than before."""
        if self.group is None:
            said = [self._put(row) for row in rows]
            return any(said)
        groups: dict[Any, list[Any]] = defaultdict(list)
        for row in rows:
            groups[getattr(row, self.group)].append(row)
        said = [self._replace(name, group) for name, group in groups.items()]
        return any(said)

    def _put(self, row: Any) -> bool:
        if isinstance(row, Publication) and self._mentioned(row):
            return False
        held = self.rows[row.record_id].get(self.key(row))
        if held is None:
            return self._write(row, None)
        respell(row, held)
        if shown_again(row, held):
            self._write(row, held)
            return True
        if goes_before(row, held):
            self._note([row], [held])
            return self._write(row, held)
        self._note([held], [row])
        respelt = respell(held, row)
        if respelt:
            self.dirty[held.record_id, *self.key(held)] = held
        return self._fill(held, row) or respelt

    def _mentioned(self, row: Publication) -> bool:
        """Tell whether a publication of which a document gives the day only is held with its kind; one so held makes room for it."""
        shelf = self.rows[row.record_id]
        same = [
            (key, other)
            for key, other in shelf.items()
            if (other.number_key, other.date) == (row.number_key, row.date) and other.kind != row.kind
        ]
        if guessed(row):
            return any(not guessed(other) for _, other in same)
        for key, other in same:
            if guessed(other):
                self._remove(row.record_id, key, other)
        return False

    def _remove(self, record_id: str, key: tuple[Any, ...], row: Any) -> None:
        del self.rows[record_id][key]
        self.dirty.pop((record_id, *key), None)
        if row.pk:
            self.gone.append(row.pk)

    def _fill(self, held: Any, row: Any) -> bool:
        """An older value fills what a newer one left empty."""
        gaps = [c for c in self.columns if getattr(held, c) in EMPTY and getattr(row, c) not in EMPTY]
        for column in gaps:
            setattr(held, column, getattr(row, column))
        if gaps:
            self.dirty[held.record_id, *self.key(held)] = held
        return bool(gaps)

    def _replace(self, name: Any, rows: list[Any]) -> bool:
        shelf = self.rows[rows[0].record_id]
        held = {key: row for key, row in shelf.items() if getattr(row, str(self.group)) == name}
        if held and max(map(age, held.values())) > age(rows[0]):
            self._note(list(held.values()), rows)
            return False
        self._note(rows, list(held.values()))
        former = {named(row): row for row in held.values()}
        for row in rows:
            self._keep(row, former.get(named(row)))
        said = [self._write(row, held.pop(self.key(row), None)) for row in rows]
        for key, row in held.items():
            self._remove(row.record_id, key, row)
        return any(said) or bool(held)

    def change_to(self, row: Any) -> None:
        """Put `row` in the place of the one held, whichever of them is newer; of this value that is the only change told."""
        held = self.rows[row.record_id][self.key(row)]
        made = changes([row], [held])
        same = {(one.record_id, one.what) for one, _ in made}
        self.changes = [met for met in self.changes if (met.change.record_id, met.change.what) not in same] + made
        self._write(row, held)

    def _note(self, kept: list[Any], other: list[Any]) -> None:
        self.changes += changes(kept, other)

    def _write(self, row: Any, held: Any) -> bool:
        """Put `row` in the place of `held`; an empty value of it keeps what was there, of a list only of the same name."""
        if held is not None:
            row.pk = held.pk
            self._keep(row, held if self.group is None else None)
        key = self.key(row)
        if held is None or age(held) != age(row) or self.content(held) != self.content(row):
            self.dirty[row.record_id, *key] = row
            self.rows[row.record_id][key] = row
        return held is None or self.content(held) != self.content(row)

    def _keep(self, row: Any, held: Any) -> None:
        """An empty value of `row` keeps what `held` says."""
        for column in self.columns if held is not None else ():
            if getattr(row, column) in EMPTY:
                setattr(row, column, getattr(held, column))

    def write(self) -> None:
        """Two statements at most: one that deletes, one that inserts or updates."""
        if self.gone:
            self.model._default_manager.filter(pk__in=self.gone).delete()
        if self.dirty:
            updated = [n for n in (*self.columns, "delivery_id", "as_of", "amended") if n not in self.identity]
            put(self.model, self.dirty.values(), ("record_id", *self.identity), updated)


class Merge:
    """One batch of drafts on its way into the store."""

    def __init__(self, drafts: list[Draft]) -> None:
        ids = {draft.record.id for draft in drafts}
        self.records: dict[str, Record] = Record.objects.in_bulk(ids)
        self.stored = set(self.records)
        deliveries = {draft.record.latest_delivery_id for draft in drafts}
        self.touched = {id_ for id_, record in self.records.items() if record.latest_delivery_id in deliveries}
        self.shelves = {model: Shelf(model, self.stored) for model in IDENTITY}  # a new record has no rows to read
        self.said: dict[str, bool] = {}  # record id → whether anything it says is new
        self.dirty: set[str] = set()
        self.changes: list[Met] = []
        for draft in drafts:
            self.add(draft)

    def add(self, draft: Draft) -> None:
        rows: dict[type[Element], list[Element]] = defaultdict(list)
        for row in draft.elements:
            rows[type(row)].append(row)
        said = [self.shelves[model].add(list_) for model, list_ in rows.items()]
        said.append(self._add_record(draft.record))
        self.said[draft.record.id] = self.said.get(draft.record.id, False) or any(said)

    def _add_record(self, record: Record) -> bool:
        held = self.records.setdefault(record.id, record)
        if held is record:
            record.sources = {n: source for n, source in record.sources.items() if getattr(record, n) not in EMPTY}
            return True
        if record.latest_delivery_id > held.latest_delivery_id:
            held.latest_delivery_id = record.latest_delivery_id
            self.dirty.add(held.id)
        said = [self._take(held, record, name) for name in DELIVERED]
        return any(said)

    def _take(self, held: Record, record: Record, name: str) -> bool:
        value, source = getattr(record, name), record.sources.get(name)
        if source is None or value in EMPTY:
            return False
        before, now = ((spelt(one, name), source_age(one.sources.get(name, ["", 0]))) for one in (held, record))
        newer = before <= now  # of one day and delivery the last counts, as of every row
        if name in NAMES:
            self.changes += of_record(record, held, name) if newer else of_record(held, record, name)
        if not newer:
            return False
        changed = bool(getattr(held, name) != value)
        for column in (name, *COMPANIONS.get(name, ())):
            setattr(held, column, getattr(record, column))
        held.sources[name] = source
        self.dirty.add(held.id)
        return changed

    def _date_anew(self, record: Record) -> None:
        """Give the document of what was undone and published again the day of the second; the first stays as a change."""
        shelf, events = self.shelves[Publication], list(self.shelves[LegalEvent].rows[record.id].values())
        for row in published_again(record, list(shelf.rows[record.id].values()), events):
            shelf.change_to(row)

    def write(self) -> Merged:
        offices, today = Office.objects.in_bulk({r.office_id for r in self.records.values()}), timezone.now().date()
        for id_, record in self.records.items():
            if id_ not in self.stored or self.said.get(id_):
                self._date_anew(record)
                held = (Publication, LegalEvent, RelatedNumber, Classification)
                rows = Rows(*(list(self.shelves[model].rows[id_].values()) for model in held))
                settle(record, rows, offices[record.office_id].profile, today)
                self.dirty.add(id_)
        if self.dirty:
            updated = [f.attname for f in Record._meta.concrete_fields if f.name not in KEPT]
            put(Record, [self.records[id_] for id_ in self.records if id_ in self.dirty], ["id"], updated)
        for shelf in self.shelves.values():
            shelf.write()
        shelved = (made for shelf in self.shelves.values() for made in shelf.changes)
        merged = Merged(changes=untold([*self.changes, *shelved]))
        put(Change, merged.changes)
        for id_, said in self.said.items():
            if id_ in self.touched:
                merged.again.extend([id_] if said else [])
            else:
                (merged.new if id_ not in self.stored else merged.changed if said else merged.unchanged).append(id_)
        return merged


def store(drafts: list[Draft], *, more: bool = False) -> Merged:
    """Merge `drafts` in their order and announce what changed; `more` says that further drafts follow at once.

    Call it inside a transaction that holds the office's lock; it makes about fifteen statements however many drafts
    there are (up to a thousand). The same drafts again change no row.
    """
    merged = Merge(drafts).write()
    if changed := merged.new + merged.changed + merged.again:
        records_changed.send(sender=Record, record_ids=changed, more=more)
    return merged
