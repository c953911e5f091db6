"""Counting records: how many are alike in right, year of first publication, kinds published and elements held."""

from __future__ import annotations

from collections import Counter
from functools import reduce
from operator import add
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import (
    Aggregate,
    Case,
    Count,
    Exists,
    OuterRef,
    QuerySet,
    Subquery,
    TextField,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import ExtractYear
from django.db.models.sql.compiler import SQLCompiler

from portal.coverage.elements import BIT, ROLES, TEXTS
from portal.coverage.models import RecordCell
from portal.records.models import Classification, Office, Party, Publication, Record, Scheme, Text


class _Together(Aggregate):
    """All values of a group with commas between, in no certain order: the same on SQLite and PostgreSQL."""

    function = "STRING_AGG"
    template = "%(function)s(%(expressions)s, ',')"
    output_field = TextField()

    def as_sqlite(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any
    ) -> tuple[str, tuple[str | int, ...]]:
        sql, values = self.as_sql(compiler, connection, function="GROUP_CONCAT", **context)
        return sql, tuple(values)


def record_cells(office: Office) -> list[RecordCell]:
    """Return the office's record cells, unsaved, counted in one statement.

    The year is that of the first publication, as the facet `year` has it; a record with nothing published has no kind and
    no year, and still counts. Every text of the record counts, whichever of its publications it stands in.
    """
    alike: Counter[tuple[str, int | None, str, int]] = Counter()
    for right, year, kinds, elements, count in _groups(Record.objects.filter(office=office)):
        alike[right, year, kind_set(kinds), elements] += count
    return [
        RecordCell(office=office, right=right, year=year, kinds=kinds, elements=elements, records=count)
        for (right, year, kinds, elements), count in alike.items()
    ]


def kind_set(kinds: str | None) -> str:
    """Return kinds given with commas as a set in blanks, sorted: `A1,B1,A1` → ` A1 B1 `."""
    found = sorted(set((kinds or "").split(",")) - {""})
    return f" {' '.join(found)} " if found else ""


def _groups(records: QuerySet[Record]) -> QuerySet[Record, tuple[str, int | None, str | None, int, int]]:
    own = {"record": OuterRef("pk")}
    kinds = Publication.objects.filter(**own).order_by().values("record").annotate(kinds=_Together("kind"))
    return (
        records.annotate(
            year=ExtractYear("publication_date"), kinds=Subquery(kinds.values("kinds")), elements=_elements()
        )
        .values("right", "year", "kinds", "elements")
        .annotate(count=Count("pk"))
        .values_list("right", "year", "kinds", "elements", "count")
        .order_by()
    )


def _elements() -> Combinable:
    """Return the expression for the bits of a record's elements."""
    own = {"record": OuterRef("pk")}
    facts = {
        **{part: Exists(Text.objects.filter(part=part, **own)) for part in TEXTS},
        **{element: Exists(Party.objects.filter(role__in=roles, **own)) for element, roles in ROLES.items()},
        "ipc": Exists(Classification.objects.filter(scheme=Scheme.IPC, **own)),
    }
    return reduce(add, (Case(When(fact, then=BIT[element]), default=0) for element, fact in facts.items()))
