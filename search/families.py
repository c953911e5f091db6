"""Families: records of one invention at several offices, shown as one result.

The definition is that of a simple family (as DOCDB has it): records whose sets of priorities are the same. An application that
claims none is taken for its own priority, so the first filing belongs to the family of those that claim it. Which family a record
is in follows from the record alone: no other record's document changes when one more is stored.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from portal.records.models import Record, Relation, Right
from search import clauses as c
from search.engines.base import Engine, Facet, Found, Position, Question

MOST_COUNTED = 10_000  # records found among which families are counted
MOST_MEMBERS = 200  # other members named, of all families of a page together
_SPARE = 10  # hits read beyond a page, so that one search is mostly enough
_STEP = 200  # members read at once
_KINDS = {Right.UTILITY_MODEL: Right.PATENT}  # a priority may be claimed for the other


def family(record: Record) -> str:
    """Return the key of a record's family; its related numbers are prefetched where many are asked for."""
    claimed = {
        f"{row.whose}{row.number_key}"
        for row in record.relatednumbers.all()
        if row.relation == Relation.PRIORITY and row.number_key
    }
    right = _KINDS.get(Right(record.right), record.right)
    parts = [right, *sorted(claimed or {f"{record.office_id}{record.number_key}"})]
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=8).hexdigest()


@dataclass(frozen=True)
class Collapsed:
    """A page of families, each by its first record in the order of the list.

    `found` counts records, in total and by facet; `families` is how many there are, None where more than `MOST_COUNTED` records
    were found. `members` is id of a record shown → ids of the others of its family that were found.
    """

    found: Found
    families: int | None
    members: Mapping[str, tuple[str, ...]]


def collapsed(index: Engine, question: Question) -> Collapsed:
    """Answer a question with one record a family: a page may take two to four searches, at any depth of the list."""
    page = index.search(replace(question, size=question.size + _SPARE))
    whole, shown, passed = page, list(_leading(index, question, page)), set(page.families)
    while len(shown) <= question.size and page.more:
        following = replace(question, facets=(), size=question.size + _SPARE, after=page.positions[-1])
        page = index.search(_within(following, c.Without(c.In("family", tuple(sorted(passed))))))
        shown += _leading(index, question, page)
        passed |= set(page.families)
    listed = shown[: question.size]
    found = replace(
        whole,
        ids=tuple(record_id for record_id, _, _ in listed),
        positions=tuple(position for _, position, _ in listed),
        families=tuple(name for _, _, name in listed),
        more=len(shown) > question.size,
    )
    return Collapsed(found, _count(index, question, found.total), _members(index, question, found))


_Row = tuple[str, Position, str]


def _rows(page: Found) -> Iterable[_Row]:
    return zip(page.ids, page.positions, page.families, strict=True)


def _leading(index: Engine, question: Question, page: Found) -> list[_Row]:
    """Return the hits of a page that come first of their families in the whole list, not only on this page."""
    first: dict[str, _Row] = {}
    for row in _rows(page):
        first.setdefault(row[2], row)
    if not question.after:
        return list(first.values())
    leaders = _leaders(index, question, first)
    return [row for name, row in first.items() if leaders.get(name) == row[0]]


def _leaders(index: Engine, question: Question, names: Iterable[str]) -> dict[str, str]:
    """Return family → the id of its first record in the whole list. A family of thousands does not keep others waiting."""
    leaders: dict[str, str] = {}
    rest = set(names)
    while rest:
        page = index.search(_of(question, rest, _STEP))
        for record_id, _, name in _rows(page):
            leaders.setdefault(name, record_id)
        if not page.ids:
            break
        rest -= leaders.keys()
    return leaders


def _members(index: Engine, question: Question, found: Found) -> dict[str, tuple[str, ...]]:
    if not found.ids:
        return {}
    others: dict[str, list[str]] = {}
    for record_id, _, name in _rows(index.search(_of(question, found.families, MOST_MEMBERS + len(found.ids)))):
        others.setdefault(name, []).append(record_id)
    return {
        record_id: tuple(other for other in others.get(name, ()) if other != record_id)
        for record_id, _, name in _rows(found)
    }


def _count(index: Engine, question: Question, total: int) -> int | None:
    if total > MOST_COUNTED:
        return None
    facet = Facet("family", "family", MOST_COUNTED)
    return len(index.search(replace(question, facets=(facet,), size=1, after=None)).counts["family"])


def _of(question: Question, names: Iterable[str], size: int) -> Question:
    """Return the same question about some families only, from its beginning."""
    begun = replace(question, facets=(), size=size, after=None)
    return _within(begun, c.In("family", tuple(sorted(names))))


def _within(question: Question, clause: c.Clause) -> Question:
    return replace(question, filters={**question.filters, "family": clause})
