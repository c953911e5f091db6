"""The blind-spot note in words (DESIGN §6): plain text, the same on every page, export and API answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from portal.coverage.elements import ELEMENTS, LATIN, NUMBERED, PARTS
from portal.standards.sentences import counted, joined

# Field of the query that the counts may be wider than → its name inside a sentence.
NARROWING = {
    "office": "office",
    "right": "right",
    "kind": "kind",
    "year": "publication year",
    "published": "publication date",
    "published_day": "the exact publication date",
    "filed": "filing date",
    "priority_date": "priority date",
    "language": "language",
    "status": "legal status",
    "ipc": "IPC class",
    "applicant": "applicant",
    "has": "what a record has",
}
# Field of numbers → its name inside a sentence.
NUMBERS = {
    "publication_number": "publication numbers",
    "application_number": "application numbers",
    "priority_number": "priority numbers",
    "number": "numbers of every kind",
}
NAMED = 6  # offices named in one bracket before the rest is summed up


class Row(Protocol):
    """The counts of one office, or of all: see `portal.coverage.blind_spots.BlindSpot`."""

    @property
    def name(self) -> str: ...
    @property
    def in_scope(self) -> int: ...
    @property
    def by_law(self) -> int: ...
    @property
    def missing(self) -> int: ...
    @property
    def no_english(self) -> int: ...
    @property
    def partly(self) -> int: ...
    @property
    def original_only(self) -> int: ...
    @property
    def unseen(self) -> int: ...
    @property
    def marks(self) -> int: ...
    @property
    def own_letters(self) -> int: ...
    @property
    def undated(self) -> int: ...
    @property
    def unknown_status(self) -> int: ...
    @property
    def not_held(self) -> int | None: ...
    @property
    def list_complete(self) -> bool: ...


class Search(Protocol):
    """What a search was, as far as the note names it.

    `elements` are what is counted, `parts` all that was searched, where that is more, `numbered` the numbers; `wider` the fields of the query that
    narrow no count.
    """

    @property
    def elements(self) -> frozenset[str]: ...
    @property
    def parts(self) -> frozenset[str]: ...
    @property
    def numbered(self) -> frozenset[str]: ...
    @property
    def wider(self) -> frozenset[str]: ...


def sentence(
    rows: Sequence[Row],
    totals: Row,
    search: Search,
    unheld: frozenset[str] = frozenset(),
    listed: Sequence[str] = (),
) -> str:
    """Return the note: what was searched, what has no searchable text and why, what is not held, what is unknown.

    `unheld` are the fields of the query that narrow only the counts of what is held, `listed` the publications asked for that
    an office says it published and that are not held.
    """
    if not rows:
        return "No office of this scope is held: there was nothing to search."
    told = (
        f"Published by the office’s own list, but not held: {_short(listed)}." if listed else "",
        _searched(rows, totals, search),
        _aside(rows),
        _wider(search.wider),
        _unseen(rows, totals, search),
        _no_english(rows, totals, search.elements),
        _own_letters(rows, totals, search.elements),
        _not_held(rows, unheld),
        _unknown(rows),
    )
    return " ".join(part for part in told if part)


def _searched(rows: Sequence[Row], totals: Row, search: Search) -> str:
    offices = counted(len(rows), "office")
    numbers = [name for field, name in NUMBERS.items() if field in search.numbered]
    named = joined([*_names((search.elements | search.parts) - NUMBERED.keys()), *numbers], "and")
    where = f"Searched {named} in {offices}" if named else f"Searched {offices}"
    return f"{where}; {counted(totals.in_scope, 'record')} in scope."


def _aside(rows: Sequence[Row]) -> str:
    """Say how many records were passed over because what the search is confined to is not known of them."""
    undated = [(row.undated, f"{row.name} {row.undated:,}") for row in rows]
    unknown = [(row.unknown_status, f"{row.name} {row.unknown_status:,}") for row in rows]
    said = [
        f"{counted(sum(count for count, _ in found), 'more record')} {words} ({_largest(found)})"
        for found, words in (
            (undated, "whose day of first publication is not known"),
            (unknown, "of unknown legal status"),
        )
        if any(count for count, _ in found)
    ]
    return f"Not among these: {joined(said, 'and')}." if said else ""


def _wider(fields: frozenset[str]) -> str:
    return f"These counts are not narrowed by {_fields(fields)}." if fields else ""


def _fields(fields: frozenset[str]) -> str:
    return joined([name for field, name in NARROWING.items() if field in fields], "or")


def _unseen(rows: Sequence[Row], totals: Row, search: Search) -> str:
    elements = search.elements
    unseen = totals.by_law + totals.missing
    if not elements or not totals.in_scope:
        return ""
    only_numbers = elements <= NUMBERED.keys()
    what = f"{'' if only_numbers else 'searchable '}{joined(_names(elements), 'or')}"
    if not unseen:
        return "All have them." if only_numbers else f"All have searchable {joined(_names(elements), 'and')}."
    reasons = [(row.by_law - row.marks, f"{row.name} {row.by_law - row.marks:,} not published by law") for row in rows]
    reasons += [(row.marks, f"{row.name} {row.marks:,}, as trade marks have none") for row in rows]
    reasons += [(row.missing, f"{row.name} {row.missing:,} missing") for row in rows]
    verb = "has" if unseen == 1 else "have"
    lack = f"{verb} no {what}" if len(elements) == 1 else f"{'lacks' if unseen == 1 else 'lack'} {what}"
    by_what = f"{_partly(totals, search)}{_original_only(rows, totals)}{_nothing(totals, search)}"
    return f"{unseen:,} {lack} ({_largest(reasons)}).{by_what}"


def _partly(totals: Row, search: Search) -> str:
    """Say how many of the unseen were searched by what they have."""
    if not totals.partly:
        return ""
    return (
        f" Of these, {totals.partly:,} {'was' if totals.partly == 1 else 'were'} searched in part, by {rest(search)}."
    )


def _nothing(totals: Row, search: Search) -> str:
    """Say how many of the unseen were not searched at all, where that is not all of them by what is counted."""
    others = joined(_names(_texts(search) - search.elements), "or")
    if not (others and totals.unseen):
        return ""
    return f" {totals.unseen:,} {'has' if totals.unseen == 1 else 'have'} no {others} either: not searched at all."


def whole(search: Search) -> str:
    """Return the searched elements a record must have to be wholly seen, in words; empty where every record is."""
    return joined(_names(search.elements), "and")


def rest(search: Search) -> str:
    """Return the texts by which a record without all of them is still found: `title or abstract` where claims are counted."""
    texts = _texts(search)
    alone = texts if len(search.elements) > 1 else frozenset[str]()
    return joined(_names(texts - search.elements or alone), "or")


def _texts(search: Search) -> frozenset[str]:
    return (search.elements | search.parts) & PARTS


def _original_only(rows: Sequence[Row], totals: Row) -> str:
    """Say how many of the unseen are found, by what else was read of them, in their own language alone."""
    if not totals.original_only:
        return ""
    named = _largest([(row.original_only, f"{row.name} {row.original_only:,}") for row in rows])
    return f" Of these, {totals.original_only:,} can be found by words of the original language only ({named})."


def _no_english(rows: Sequence[Row], totals: Row, elements: frozenset[str]) -> str:
    what = joined(_names(elements & PARTS), "or")
    if not (what and totals.no_english):
        return ""
    verb = "has" if totals.no_english == 1 else "have"
    named = _largest([(row.no_english, f"{row.name} {row.no_english:,}") for row in rows])
    return f"{totals.no_english:,} of those searched {verb} {what} in the original language only ({named})."


def _own_letters(rows: Sequence[Row], totals: Row, elements: frozenset[str]) -> str:
    if not totals.own_letters:
        return ""
    verb = "has" if totals.own_letters == 1 else "have"
    named = _largest([(row.own_letters, f"{row.name} {row.own_letters:,}") for row in rows])
    what = joined(_names(elements & LATIN.keys()), "or")
    return f"{totals.own_letters:,} {verb} the {what} in letters other than Latin only ({named})."


def _not_held(rows: Sequence[Row], unheld: frozenset[str]) -> str:
    gaps = [(row.not_held, f"{row.name} {row.not_held:,}") for row in rows if row.not_held]
    number = sum(count for count, _ in gaps)
    if gaps:
        narrowed = f", not narrowed by {_fields(unheld)}" if unheld else ""
        return f"{counted(number, 'document')} published but not held ({_largest(gaps)}){narrowed}."
    return "" if all(row.not_held is None for row in rows) else "Everything listed as published is held."


def _unknown(rows: Sequence[Row]) -> str:
    none = sorted(row.name for row in rows if row.not_held is None)
    partly = sorted(row.name for row in rows if row.not_held is not None and not row.list_complete)
    said = [f"for {_short(none)}" if none else "", f"in part for {_short(partly)}" if partly else ""]
    return f"How much was published is unknown {' and '.join(filter(None, said))}." if none or partly else ""


def _largest(counts: Sequence[tuple[int, str]]) -> str:
    """Return the largest of `counts` in words, the rest as one number: `TH 6,100 missing; … and 420 more`."""
    found = sorted((pair for pair in counts if pair[0]), key=lambda pair: (-pair[0], pair[1]))
    rest = sum(count for count, _ in found[NAMED:])
    return "; ".join([words for _, words in found[:NAMED]] + ([f"{rest:,} in other offices"] if rest else []))


def _short(offices: Sequence[str]) -> str:
    more = len(offices) - NAMED
    return joined([*offices[:NAMED], counted(more, "other")] if more > 0 else offices, "and")


def _names(elements: frozenset[str]) -> list[str]:
    return [name for element, name in (ELEMENTS | NUMBERED).items() if element in elements]
