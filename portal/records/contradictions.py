"""Where an office's own list (its authority file, WIPO ST.37) and the documents held of it contradict each other."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import reduce
from operator import or_
from typing import NamedTuple

from django.db.models import CharField, Exists, F, Max, Min, OuterRef, Q, QuerySet
from django.db.models.functions import Cast

from portal.records.models import AuthorityEntry, Publication

# Code of the finding → what is wrong, in words that follow a number of documents.
WORDS = {
    "AF-NEVER": "held, though the list says that there was no document",
    "AF-DAY": "held with another day of publication than the list has",
    "AF-KIND": "held under a kind the list does not have for the number",
    "AF-UNLISTED": "held and not listed, though published within the time of the list",
}


class Contradiction(NamedTuple):
    """One sort of contradiction, and its rows in a fixed order: entries of the list, or publications held."""

    code: str
    found: QuerySet[AuthorityEntry] | QuerySet[Publication]


def contradictions(
    office: str, entries: QuerySet[AuthorityEntry], never: Collection[str], *, whole: bool
) -> Iterator[Contradiction]:
    """Yield every sort of contradiction between `entries` and what is held of the office, with or without rows.

    `never` are the exception codes that mean no document. Only a `whole` list says by its silence that something was not
    published; with an update neither of the last two sorts can be told. Publications that are only mentioned do not count.
    """
    held = Publication.objects.filter(record__office=office, whole=True)
    same = held.filter(number_key=OuterRef("number_key"), kind=OuterRef("kind"))
    listed = entries.order_by("number_key", "kind")
    yield Contradiction("AF-NEVER", listed.filter(Exists(same), exception__in=never))
    other_day = Exists(same.exclude(date=None)) & ~Exists(same.filter(Q(date=None) | Q(date=OuterRef("date"))))
    yield Contradiction("AF-DAY", listed.exclude(Q(date=None) | Q(exception__in=never)).filter(other_day))
    if whole:
        numbered = entries.order_by().filter(number_key=OuterRef("number_key"))
        akin = numbered.alias(held_kind=Cast(OuterRef("kind"), CharField())).filter(
            Q(held_kind__startswith=F("kind")) | Q(kind__startswith=F("held_kind"))
        )
        unnamed = held.filter(~Exists(akin)).order_by("number_key", "kind", "record")
        yield Contradiction("AF-KIND", unnamed.filter(Exists(numbered)))
        yield Contradiction("AF-UNLISTED", unnamed.filter(_within(entries), ~Exists(numbered)))


def _within(entries: QuerySet[AuthorityEntry]) -> Q:
    """Return the condition that a publication is of a right the list has, and of a day between its first and last of it."""
    spans = entries.order_by().values_list("right").annotate(Min("date"), Max("date"))
    conditions = [Q(record__right=right, date__range=(first, last)) for right, first, last in spans if first]
    return reduce(or_, conditions, Q(pk=None))
