"""What an office says it published: its authority file (WIPO ST.37) as the denominator of coverage, and what of it is held."""

from __future__ import annotations

from django.db.models import Case, CharField, DateField, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Cast

from portal.records.models import AuthorityEntry, AuthorityFile, Office, Publication
from portal.standards.authority import NOT_DOCUMENTS


def never_documents(office: Office) -> frozenset[str]:
    """Return the ST.37 exception codes that mean no document ever existed, as the office's profile or the default says."""
    return frozenset(office.profile.get("not_documents", NOT_DOCUMENTS))


def entries(office: Office) -> QuerySet[AuthorityEntry]:
    """Return the entries that count: of the latest full file and of later updates the last word on each publication."""
    files = list(
        AuthorityFile.objects.filter(office=office)
        .order_by(F("produced").asc(nulls_first=True), "id")
        .values_list("id", "update")
    )
    full = [place for place, (_, update) in enumerate(files) if update == "full"]
    if not full:
        return AuthorityEntry.objects.none()
    in_force = [file for file, _ in files[full[-1] :]]
    rank = Case(*(When(authority_file=file, then=Value(place)) for place, file in enumerate(in_force)))
    found = AuthorityEntry.objects.filter(authority_file__in=in_force)
    if len(in_force) == 1:
        return found
    later = AuthorityEntry.objects.filter(
        authority_file__in=in_force[1:], number_key=OuterRef("number_key"), kind=OuterRef("kind")
    )
    return found.alias(rank=rank).exclude(Exists(later.alias(rank=rank).filter(rank__gt=OuterRef("rank"))))


def expected(office: Office) -> QuerySet[AuthorityEntry]:
    """Return the entries that stand for a document."""
    return entries(office).exclude(exception__in=never_documents(office))


def is_held() -> Exists:
    """Return the condition on AuthorityEntry that a held publication is the one it names; one that is only mentioned is not held.

    Office and number key must agree, and the kind code: the same, or, within the same right, one the beginning of the other
    (`A` in the list, `A1` on the document; none in an old list). Where the document's kind says less than the list's, several
    entries could be meant, and different dates rule one out.
    """
    vaguer = Q(listed_kind__startswith=F("kind")) & (Q(date=None) | Q(listed_date=None) | Q(date=F("listed_date")))
    same_kind = Q(kind=F("listed_kind"))
    akin = Q(record__right=OuterRef("right")) & (Q(kind__startswith=F("listed_kind")) | vaguer)
    return Exists(
        Publication.objects.alias(
            listed_kind=Cast(OuterRef("kind"), CharField()), listed_date=Cast(OuterRef("date"), DateField())
        )
        .filter(number_key=OuterRef("number_key"), record__office=OuterRef("office"), whole=True)
        .filter(same_kind | akin)
    )


def missing(
    office: Office, right: str = "", kind: str | None = None, year: int | None = None
) -> QuerySet[AuthorityEntry]:
    """Return the expected entries that are not held, in the order of their numbers; the list behind every gap."""
    wanted = {"right": right or None, "kind": kind, "date__year": year}
    found = expected(office).filter(**{name: value for name, value in wanted.items() if value is not None})
    return found.exclude(is_held()).order_by("right", "number_key", "kind", "id")
