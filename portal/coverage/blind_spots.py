"""What a given search could not see, from the cells, in milliseconds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from operator import and_, or_
from typing import Protocol, TypeAlias

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from portal.coverage.elements import BIT, ELEMENTS, LATIN, PARTS, english, mask, never
from portal.coverage.listing import missing
from portal.coverage.models import Cell, RecordCell
from portal.coverage.sentence import NAMED, Search, sentence
from portal.records.models import Office, Status

Alternatives: TypeAlias = frozenset[frozenset[str]]
Span: TypeAlias = tuple[int | None, int | None]  # a first and a last year


class Scope(Search, Protocol):
    """What a search is confined to, as `search.answer.Scope`: empty means all."""

    @property
    def offices(self) -> frozenset[str]: ...
    @property
    def rights(self) -> frozenset[str]: ...
    @property
    def statuses(self) -> frozenset[str]: ...
    @property
    def years(self) -> frozenset[str]: ...
    @property
    def published(self) -> frozenset[frozenset[Span]]: ...
    @property
    def kinds(self) -> Alternatives: ...
    @property
    def languages(self) -> Alternatives: ...
    @property
    def has(self) -> Alternatives: ...
    @property
    def excluded(self) -> frozenset[tuple[str, str]]: ...
    @property
    def numbers(self) -> frozenset[tuple[str, str]]: ...


@dataclass(frozen=True)
class BlindSpot:
    """One office, or all (`office` empty).

    Records: `in_scope` = `searched` (they have every searched element, original or English) + `by_law` (what they lack the
    law does not publish) + `missing`. Of those searched, `no_english` have a searched text in the original language only;
    of the others, `partly` have something that was searched, as the title where claims are counted, and `original_only`
    nothing of it in English; `unseen` have no text that was searched, `unseen_by_law` of them by law. `marks` of `by_law` are trade
    marks, which have none anywhere. Of all in scope, `own_letters` have a searched name in no Latin letters.
    Not in scope, though they may be meant: `undated`, where a time of publication is asked for and nothing tells that of a
    record, of whatever known or unknown status, and `unknown_status`, where a legal status is.
    Documents: `not_held` are published but not held; None where the office gave no list of what it published, and
    `list_complete` is False where its list does not reach the whole scope.
    """

    office: str
    name: str
    in_scope: int = 0
    searched: int = 0
    by_law: int = 0
    missing: int = 0
    no_english: int = 0
    partly: int = 0
    original_only: int = 0
    unseen: int = 0
    unseen_by_law: int = 0
    marks: int = 0
    own_letters: int = 0
    undated: int = 0
    unknown_status: int = 0
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

    In scope are the records that a search confined so finds; the sentence says which other fields (`wider`) do not narrow
    the counts. `years` are those of first publication for records and of publication for documents; of what is not held
    nobody knows status, languages and elements, and they do not narrow it.
    """
    wanted = mask(scope.elements), mask(english(element) for element in scope.elements)
    read = (scope.elements | scope.parts) & PARTS
    words = mask(read), mask(english(part) for part in read)
    names = [(BIT[name], BIT[latin]) for name, latin in LATIN.items() if name in scope.elements]
    counts: dict[str, Counter[str]] = {code: Counter() for code in sorted(scope.offices - _excluded(scope, "office"))}
    offices = Office.objects.only("country", "unpublished").in_bulk()
    for code, right, seen, records in _records(scope):
        none = mask(never(right))
        law = mask(frozenset(offices[code].unpublished.get(right, ())) & ELEMENTS.keys()) | none
        sight, found = _sight(seen, law, *wanted), counts.setdefault(code, Counter())
        found[sight] += records
        found["marks"] += records if sight == _sight(seen, none, *wanted) == "by_law" else 0
        found["own_letters"] += records if any(seen & name and not seen & latin for name, latin in names) else 0
        if sight in UNSEEN and seen & words[0]:
            found["partly"] += records
            found["original_only"] += 0 if seen & words[1] else records
        elif sight in UNSEEN:
            found["unseen"] += records
            found["unseen_by_law"] += records if sight == "by_law" else 0
    for aside, cells in _aside(scope).items():
        for code, records in cells.values_list("office_id").annotate(count=Sum("records")).order_by():
            counts.setdefault(code, Counter())[aside] += records
    for code, *documents in _documents(scope):
        counts.setdefault(code, Counter()).update(dict(zip(DOCUMENT_COUNTS, documents, strict=True)))
    rows = [_row(code, offices[code].country if code in offices else code, found) for code, found in counts.items()]
    rows.sort(key=lambda row: (-(row.by_law + row.missing), -(row.not_held or 0), row.name))
    totals = replace(
        _row("", "", sum(counts.values(), Counter())), list_complete=all(row.list_complete for row in rows)
    )
    held_only = {"status": scope.statuses, "language": scope.languages, "has": scope.has}
    unheld = frozenset(name for name, values in held_only.items() if values or _excluded(scope, name))
    return BlindSpots(sentence(rows, totals, scope, unheld, _listed(scope, offices)), tuple(rows), totals)


UNSEEN = ("by_law", "missing")
YEARS = 2200  # no document is of a later one
LONG = 60  # years; a condition for each would not be worth its time
DOCUMENT_COUNTS = ("cells", "reached", "expected", "held_listed")


def _listed(scope: Scope, offices: Mapping[str, Office]) -> list[str]:
    """Return the publications asked for by number that an office lists and that are not held, in words."""
    asked: dict[str, set[str]] = {}
    for code, key in scope.numbers:
        asked.setdefault(code, set()).add(key)
    return [
        f"{entry.office_id} {entry.number_key} {entry.kind}".rstrip() + (f" ({entry.date})" if entry.date else "")
        for code in sorted(asked.keys() & offices.keys())
        for entry in missing(offices[code]).filter(number_key__in=asked[code])[:NAMED]
    ]


def _records(scope: Scope) -> QuerySet[RecordCell, tuple[str, str, int, int]]:
    """Return office, right, bits of the elements held, and the number of records: what an index of cells holds."""
    return (
        _cells(scope)
        .filter(_of_status(scope), _of_time(scope))
        .values("office_id", "right", "elements")
        .annotate(count=Sum("records"))
        .values_list("office_id", "right", "elements", "count")
        .order_by()
    )


def _aside(scope: Scope) -> dict[str, QuerySet[RecordCell]]:
    """Return the cells a search passes over because it is not known of them what it asks for, and would have them otherwise."""
    found = {}
    unknown = Q(status=Status.UNKNOWN)
    # With those of which neither is known; where no status is asked for that is no condition (nothing or a condition is that condition).
    status = _of_status(scope) | unknown if scope.statuses else Q()
    if scope.years:
        published = _published(scope) | Q(years="") if scope.published else Q()
        found["undated"] = _cells(scope).filter(status, published, year=None)
    elif scope.published:
        found["undated"] = _cells(scope).filter(status, years="")
    if scope.statuses and Status.UNKNOWN not in scope.statuses:
        found["unknown_status"] = _cells(scope).filter(_of_time(scope), unknown)
    return found


def _cells(scope: Scope) -> QuerySet[RecordCell]:
    """Return the cells of records in scope but for their time of publication and their status."""
    having = {f"has_{place}": mask(names) for place, names in enumerate(scope.has)}
    return (
        RecordCell.objects.filter(_confined(scope), _within("kinds", scope.kinds))
        .filter(_within("languages", scope.languages), _without(scope))
        .alias(**{name: F("elements").bitand(bits) for name, bits in having.items()})
        .alias(lacked=F("elements").bitand(mask(_excluded(scope, "has"))))
        .filter(**{f"{name}__gt": 0 for name in having}, lacked=0)
    )


def _of_status(scope: Scope) -> Q:
    return _given({"status__in": scope.statuses or None})


def _of_time(scope: Scope) -> Q:
    return _of_year(scope) & _published(scope)


def _of_year(scope: Scope) -> Q:
    return _given({"year__in": scope.years or None})


def _published(scope: Scope) -> Q:
    """Return the condition that something was published in one of the years of each set; over a long time, that it may have been."""
    return reduce(and_, (reduce(or_, map(_in_span, sorted(spans, key=str))) for spans in scope.published), Q())


def _in_span(span: Span) -> Q:
    first, last = span
    if first and last and last - first < LONG:
        return _any("years__contains", map(_in_blanks, map(str, range(first, last + 1))))
    return _given({"last_year__gte": first, "first_year__lte": last})


def _excluded(scope: Scope, field: str) -> frozenset[str]:
    """Return the values of a field that a record must not have."""
    return frozenset(value for name, value in scope.excluded if name == field)


def _without(scope: Scope) -> Q:
    """Return the condition that a record has none of the excluded values; what it has of elements is asked by bits."""
    several = [
        _any(f"{column}__contains", map(_in_blanks, _excluded(scope, field)))
        for column, field in (("kinds", "kind"), ("languages", "language"))
    ]
    single = _any_of(scope, "office", "right", "year", "status")
    return reduce(and_, (~one for one in (single, *several) if one), Q())


def _any_of(scope: Scope, *fields: str) -> Q:
    """Return the condition that a record or document has one of the excluded values of some fields."""
    return reduce(or_, (Q(**{f"{field}__in": found}) for field in fields if (found := _excluded(scope, field))), Q())


def _within(column: str, wanted: Alternatives) -> Q:
    """Return the condition that a set in blanks has one value of each of some alternatives."""
    return reduce(and_, (_any(f"{column}__contains", map(_in_blanks, values)) for values in wanted), Q())


def _in_blanks(value: str) -> str:
    """Return how a value stands in a set in blanks: ` B1 `, or the beginning of one for `B*`."""
    return f" {value[:-1]}" if value.endswith("*") else f" {value} "


def _any(lookup: str, values: Iterable[str]) -> Q:
    return reduce(or_, (Q(**{lookup: value}) for value in values), Q())


def _documents(scope: Scope) -> QuerySet[Cell, tuple[str, int, int, int, int]]:
    """Return office, number of cells, of cells with a denominator, and their documents expected and held."""
    kinds = reduce(or_, map(_kind, sorted(frozenset[str]().union(*scope.kinds))), Q())
    left = [_any_of(scope, "office", "right", "year"), *map(_kind, sorted(_excluded(scope, "kind")))]
    return (
        Cell.objects.filter(_confined(scope), _of_year(scope), kinds, _dated(scope), *(~one for one in left if one))
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


def _dated(scope: Scope) -> Q:
    """Return the condition that a document is of one of the years; of any set where it cannot be of each."""
    sets = [
        {year for span in spans for year in range(span[0] or 0, (span[1] or YEARS) + 1)} for spans in scope.published
    ]
    if not sets:
        return Q()
    years = sorted(set.intersection(*sets) or set.union(*sets))
    within = {"year__gte": years[0], "year__lte": years[-1]}
    return Q(**within) if len(years) > years[-1] - years[0] else Q(**within, year__in=years)


def _kind(value: str) -> Q:
    """Return the condition that a document has a kind, or one that begins as `B*` does."""
    return Q(kind__startswith=value[:-1]) if value.endswith("*") else Q(kind=value)


def _confined(scope: Scope) -> Q:
    """Return the condition of office and right, which both kinds of cell have."""
    return _given({"office__in": scope.offices or None, "right__in": scope.rights or None})


def _given(wanted: Mapping[str, object]) -> Q:
    return Q(**{name: value for name, value in wanted.items() if value is not None})


def _sight(seen: int, law: int, wanted: int, in_english: int) -> str:
    """Tell of records with elements `seen` whether a search saw them, and if not, why."""
    if seen & wanted == wanted:
        return "searched" if seen & in_english == in_english else "no_english"
    return "by_law" if (seen | law) & wanted == wanted else "missing"


def _row(code: str, name: str, found: Counter[str]) -> BlindSpot:
    return BlindSpot(
        office=code,
        name=name,
        in_scope=found["searched"] + found["no_english"] + found["by_law"] + found["missing"],
        searched=found["searched"] + found["no_english"],
        by_law=found["by_law"],
        missing=found["missing"],
        no_english=found["no_english"],
        partly=found["partly"],
        original_only=found["original_only"],
        unseen=found["unseen"],
        unseen_by_law=found["unseen_by_law"],
        marks=found["marks"],
        own_letters=found["own_letters"],
        undated=found["undated"],
        unknown_status=found["unknown_status"],
        not_held=found["expected"] - found["held_listed"] if found["reached"] else None,
        list_complete=0 < found["cells"] == found["reached"],
    )
