"""Values that stand no longer, or never stood: texts, dates, parties, classes and numbers that another value goes before.

A later delivery changes what an earlier one said; an earlier one that arrives late is kept beside what is newer; and one delivery
may say two things of the same. A value that only fills a gap or differs in blanks alone is no change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from portal.records.models import (
    Change,
    Classification,
    Element,
    Origin,
    Part,
    Party,
    Publication,
    Record,
    RelatedNumber,
    Relation,
    Role,
    Scheme,
    Text,
)

NAMES = {
    "number": "application number",
    "filing_date": "filing date",
    "grant_date": "grant date",
    "expiry_date": "expiry date",
}
SET = "set of claims"
# Model of a list → (what names a row whatever its place in the list, what else a row says of it, in words).
LISTS: dict[type[Element], tuple[str, dict[str, str]]] = {
    Party: ("name", {"address": "address", "country": "country", "name_latin": "name in Latin letters"}),
    Classification: ("symbol", {"version": "version"}),
    RelatedNumber: ("number_key", {"date": "date"}),
}


class Met(NamedTuple):
    """A change the merge met; `history`: between lists of two days of one delivery, each the whole list of its day."""

    change: Change
    history: bool = False


def _text(row: Text) -> str:
    return row.content if row.origin == Origin.OFFICE else ""


# Model → (what the changed value is called, the words of one row; empty where its changes are not kept).
SHOWN: dict[type[Element], tuple[Callable[[Any], str], Callable[[Any], str]]] = {
    Text: (lambda row: f"{SET if row.part == Part.CLAIMS else row.part} ({row.language})", _text),
    Publication: (
        lambda row: f"publication date of {row.numbered}",
        lambda row: row.date.isoformat() if row.date else "",
    ),
    Party: (lambda row: Role(row.role).label.lower(), lambda row: row.name),
    Classification: (lambda row: Scheme(row.scheme).label, lambda row: row.symbol),
    RelatedNumber: (lambda row: Relation(row.relation).label, lambda row: f"{row.office_code} {row.number_original}"),
}


def _said(rows: Sequence[Element]) -> str:
    words = SHOWN[type(rows[0])][1] if rows and type(rows[0]) in SHOWN else lambda _: ""
    return "; ".join(filter(None, (_spaced(words(row)) for row in rows)))


def _spaced(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.splitlines())


def named(row: Element) -> str:
    """Return what names a row of a list whatever its place: the party, the symbol, the number."""
    return str(getattr(row, LISTS[type(row)][0]))


def changes(kept: Sequence[Element], other: Sequence[Element]) -> list[Met]:
    """Return what `kept` says otherwise than `other`: the rows as a whole, and of a list what else each of them says."""
    if not kept or not other or _first(kept[0], other[0]):
        return []
    new, old = kept[0], other[0]
    history = type(new) in LISTS and new.delivery_id == old.delivery_id and new.as_of != old.as_of
    what = SHOWN[type(new)][0](new)[:60] if type(new) in SHOWN else ""
    whole = _change(what, (_said(other), old.delivery_id), (_said(kept), new.delivery_id), new)
    return [Met(one, history) for one in (whole, *details(kept, other)) if one]


def _first(row: Element, other: Element) -> bool:
    """Tell whether a row is the first bulletin of a mark, whose day a later one, or that of the grant, does not change."""
    if not isinstance(row, Publication) or not isinstance(other, Publication) or row.kind:
        return False
    return bool(row.date and other.date and row.date == row.as_of < other.date)


def details(kept: Sequence[Element], other: Sequence[Element]) -> Iterator[Change | None]:
    """Yield the addresses, countries, versions and dates that another goes before in rows of one name."""
    former = {named(row): row for row in other if type(row) in LISTS}
    for new in kept if former else ():
        if old := former.get(named(new)):
            for column, words in LISTS[type(new)][1].items():
                was, now = (_spaced(str(getattr(row, column) or "")) for row in (old, new))
                what = f"{words} of {SHOWN[type(new)][1](new)}"[:60].rstrip()
                yield _change(what, (was, old.delivery_id), (now, new.delivery_id), new)


def of_record(kept: Record, other: Record, name: str) -> list[Met]:
    """Return the same of a field of the record itself that two documents delivered."""
    if name not in kept.sources or name not in other.sources:
        return []
    old, new = ("" if (value := getattr(row, name)) is None else str(value) for row in (other, kept))
    as_of, delivery, *_ = kept.sources[name]
    row = Change(record_id=kept.id, as_of=as_of)
    made = _change(NAMES[name], (old, other.sources[name][1]), (new, delivery), row)
    return [Met(made)] if made else []


def _change(what: str, old: tuple[str, int], new: tuple[str, int], row: Element | Change) -> Change | None:
    if not old[0] or not new[0] or old[0].split() == new[0].split():
        return None
    return Change(
        record_id=row.record_id,
        what=what,
        old=old[0],
        new=new[0],
        old_delivery_id=old[1],
        new_delivery_id=new[1],
        as_of=row.as_of,
    )


def untold(met: Sequence[Met]) -> list[Change]:
    """Return the changes that are not in the store already, each once: a delivery may be read again. One query.

    Of two values of one delivery that go before each other in turns the change says the last turn, also the one in the store.
    A list of another day is told only where it goes before such a value.
    """
    held = Change.objects.filter(record_id__in={one.record_id for one, _ in met}) if met else ()
    stored = {_key(one): one for one in held}
    told, found = dict(stored), []
    turned: dict[tuple[object, ...], Change] = {}
    twice = {_value(one) for one in stored.values() if one.twice}
    for one, history in met:
        key = _key(one)
        if key not in told and (not history or (*_value(one)[:-1], one.old) in twice):
            told[key] = one
            found.append(one)
        elif key in told and one.twice:
            first = told[key]
            first.old, first.new, first.as_of = one.old, one.new, one.as_of
            turned |= {key: first} if key in stored else {}
        twice |= {_value(one)} if key in told and one.twice else set()
    Change.objects.bulk_update(turned.values(), ["old", "new", "as_of"])
    return found


def _value(one: Change) -> tuple[str, str, int, str]:
    """The new value, and of what it is."""
    return one.record_id, one.what, one.new_delivery_id, one.new


def _key(one: Change) -> tuple[object, ...]:
    """What a change is: that this value of a delivery gave way; of two values of one delivery, whichever was read first."""
    values = frozenset([one.old, one.new] if one.twice else [one.old])
    return one.record_id, one.what, one.old_delivery_id, one.twice, values
