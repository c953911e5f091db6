"""What a given search could not see, from the cells, in milliseconds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_
from typing import Protocol

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from portal.coverage.elements import ELEMENTS, mask
from portal.coverage.models import Cell, RecordCell
from portal.coverage.sentence import sentence
from portal.records.models import Office


class Scope(Protocol):
    """What a search is confined to, as `search.answer.Scope`: empty means all, years are (first, last)."""

    @property
    def offices(self) -> frozenset[str]: ...
    @property
    def rights(self) -> frozenset[str]: ...
    @property
    def kinds(self) -> frozenset[str]: ...
    @property
    def years(self) -> tuple[int | None, int | None]: ...
    @property
    def elements(self) -> frozenset[str]: ...
    @property
    def wider(self) -> frozenset[str]: ...


@dataclass(frozen=True)
class BlindSpot:
    """One office, or all (`office` empty).

    Records: `in_scope` = `searched` (they have every searched element, original or English) + `by_law` (what they lack the
    law does not publish) + `missing`. Documents: `not_held` are published but not held; None where the office gave no list
    of what it published, and `list_complete` is False where its list does not reach the whole scope.
    """

    office: str
    name: str
    in_scope: int = 0
    searched: int = 0
    by_law: int = 0
    missing: int = 0
    not_held: int | None = None
    list_complete: bool = False


@dataclass(frozen=True)
class BlindSpots:
    """The note above a result list: a sentence in words, one row an office (the blindest first), and their sum."""

    sentence: str
    rows: tuple[BlindSpot, ...]
    totals: BlindSpot


def blind_spots(scope: Scope) -> BlindSpots:
    """Return what a search confined to `scope` could not see; raises KeyError for an unknown element.

    In scope are the records that a search with the same values of the filters office, right, kind and year finds; the sentence says which other
    filters (`wider`) do not narrow the counts. Years are
    those of first publication for records and of publication for documents.
    """
    counts: dict[str, Counter[str]] = {code: Counter() for code in sorted(scope.offices)}
    offices = Office.objects.in_bulk()
    for code, right, seen, records in _records(scope):
        law = mask(frozenset(offices[code].unpublished.get(right, ())) & ELEMENTS.keys())
        counts.setdefault(code, Counter())[_sight(seen, law, mask(scope.elements))] += records
    for code, *documents in _documents(scope):
        counts.setdefault(code, Counter()).update(dict(zip(DOCUMENT_COUNTS, documents, strict=True)))
    rows = [_row(code, offices[code].country if code in offices else code, found) for code, found in counts.items()]
    rows.sort(key=lambda row: (-(row.by_law + row.missing), -(row.not_held or 0), row.name))
    totals = replace(
        _row("", "", sum(counts.values(), Counter())), list_complete=all(row.list_complete for row in rows)
    )
    return BlindSpots(sentence(rows, totals, scope.elements, scope.wider), tuple(rows), totals)


DOCUMENT_COUNTS = ("cells", "reached", "expected", "held_listed")


def _records(scope: Scope) -> QuerySet[RecordCell, tuple[str, str, int, int]]:
    """Return office, right, bits of the searched elements held, and the number of records."""
    kinds = reduce(or_, (Q(kinds__contains=f" {kind} ") for kind in sorted(scope.kinds)), Q())
    return (
        RecordCell.objects.filter(_confined(scope), kinds)
        .annotate(seen=F("elements").bitand(mask(scope.elements)))
        .values("office_id", "right", "seen")
        .annotate(count=Sum("records"))
        .values_list("office_id", "right", "seen", "count")
        .order_by()
    )


def _documents(scope: Scope) -> QuerySet[Cell, tuple[str, int, int, int, int]]:
    """Return office, number of cells, of cells with a denominator, and their documents expected and held."""
    kinds = Q(kind__in=scope.kinds) if scope.kinds else Q()
    return (
        Cell.objects.filter(_confined(scope), kinds)
        .values("office_id")
        .annotate(
            cells=Count("pk"),
            reached=Count("expected"),
            expected=Coalesce(Sum("expected"), 0),
            held_listed=Coalesce(Sum("held_listed"), 0),
        )
        .values_list("office_id", "cells", "reached", "expected", "held_listed")
        .order_by()
    )


def _confined(scope: Scope) -> Q:
    """Return the condition of office, right and years, which both kinds of cell have."""
    first, last = scope.years
    wanted = {
        "office__in": scope.offices or None,
        "right__in": scope.rights or None,
        "year__gte": first,
        "year__lte": last,
    }
    return Q(**{name: value for name, value in wanted.items() if value is not None})


def _sight(seen: int, law: int, wanted: int) -> str:
    """Tell of records with the wanted elements `seen` whether a search saw them, and if not, why."""
    if seen == wanted:
        return "searched"
    return "by_law" if (seen | law) & wanted == wanted else "missing"


def _row(code: str, name: str, found: Counter[str]) -> BlindSpot:
    return BlindSpot(
        office=code,
        name=name,
        in_scope=found["searched"] + found["by_law"] + found["missing"],
        searched=found["searched"],
        by_law=found["by_law"],
        missing=found["missing"],
        not_held=found["expected"] - found["held_listed"] if found["reached"] else None,
        list_complete=0 < found["cells"] == found["reached"],
    )
