"""The record page: everything held of one application, each element with where it came from."""

from __future__ import annotations

from typing import Any

from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ingest.models import Finding, Severity
from portal.pages import facts, hits
from portal.pages.claim_tree import tree
from portal.pages.frame import page
from portal.pages.passages import Marks, passage
from portal.pages.provenance import deliveries, sources
from portal.pages.timeline import picture
from portal.pages.wording import kind_words
from portal.records.models import Delivery, DeliveryState, Office, Part, Record
from search import service
from search.answer import EngineDown, Piece, QueryError

ROWS = ("publications", "texts", "parties", "classifications", "relatednumbers", "legalevents")
MOST_FINDINGS = 50
SIMILAR, WORDS, CLASSES = 6, 8, 4  # similar records listed, and words and classes named that they were sought by
NEAR = 2  # ids named on either side of one that is not held


def record(request: HttpRequest, record_id: str) -> HttpResponse:
    """Show a record, its id in any case; of an unknown one say what is held nearest to it."""
    record_id = record_id.upper()
    found = Record.objects.select_related("office").prefetch_related(*ROWS).filter(pk=record_id).first()
    if not found:
        return page(request, "pages/no_record.html", {"here": "search", **nearest(record_id)}, 404)
    return page(
        request,
        "pages/record.html",
        shown(found, request.GET.get("q", ""), request.GET.get("original", "")[:8], request.GET.urlencode()),
    )


def shown(record: Record, q: str, language: str, query: str) -> dict[str, Any]:
    """Return what the page says of a record. `query` is the results page it was reached from, `q` its query."""
    passages = {part: passage(record, part, marks(q), language) for part in Part.values}
    found = sources(record)
    changes = list(record.changes.all()[:MOST_FINDINGS])
    newest = max((source.as_of for source in found if source.as_of), default=None)
    senders = deliveries(record, found, changes)
    known = last_delivery(record.office, {sender.dialect for sender in senders.values()})
    return {
        "here": "search",
        "record": record,
        "query": query,
        "q": q,
        "title": passages["title"],
        "claims": passages["claims"],
        "tree": tree(passages["claims"]),
        "hits": any(pair.marked for pair in passages["claims"].pairs),
        "passages": [passages["abstract"], passages["description"]],
        "kind": kind_words(record),
        "publication": hits.latest(record.publications.all()),
        "publications": facts.publications(record),
        "parties": facts.parties(record),
        "classes": facts.classes(record),
        "related": facts.related(record),
        "picture": picture(record, known or newest, timezone.now().date()),
        "known": known,
        "newest": newest,
        "newest_received": not any(s.as_of and s.as_of == newest and senders[s.delivery].dates(s.as_of) for s in found),
        "original_date": foreign_date(record),
        "documents": facts.documents(record),
        "days": facts.days(record),
        "sources": found,
        "changes": changes,
        "deliveries": senders,
        "findings": findings(record),
        "deletions": Finding.deletions(record)[:MOST_FINDINGS],
        **related(record),
    }


def related(record: Record) -> dict[str, Any]:
    """Return the other records of the family, and similar ones; neither can be told while the engine does not answer."""
    try:
        members, alike = service.relatives(record), service.similar(record, SIMILAR)
    except EngineDown:
        return {"related_down": True}
    listed = [hits.entry(hit, place) for place, hit in enumerate(service.named([*members, *alike.ids]), 1)]
    return {
        "family": [one for one in listed if one.record.id in members],
        "similar": [one for one in listed if one.record.id not in members],
        "similar_words": alike.words[:WORDS] + alike.classes[:CLASSES],
    }


def marks(q: str) -> Marks:
    """Return the function that marks the words of a query; without a query, or with one that cannot be read, none are."""
    try:
        return service.marks(q) if q else plain
    except QueryError:
        return plain


def plain(text: str) -> tuple[Piece, ...]:
    return (Piece(text, marked=False),)


def last_delivery(office: Office, dialects: set[str]) -> Any:
    """Return the day of the last delivery stored of an office in these dialects; what happened after it is not known here.

    A gazette of patents tells nothing of marks, nor one of marks of patents.
    """
    return Delivery.objects.filter(office=office, dialect__in=dialects, state=DeliveryState.STORED).aggregate(
        last=Max("published")
    )["last"]


def foreign_date(record: Record) -> str:
    """Return the filing date as delivered where its year is not that of our calendar, else nothing."""
    written, date = record.filing_date_original, record.filing_date
    return written if date and f"{date.year}" not in written else ""


def findings(record: Record) -> list[Finding]:
    """Return what the checks say of a record, the gravest first."""
    order = {severity: place for place, severity in enumerate(Severity.values)}
    found = Finding.objects.filter(record_id=record.id).select_related("run__delivery").order_by("-id")[:MOST_FINDINGS]
    return sorted(found, key=lambda one: order[one.severity])


def nearest(record_id: str) -> dict[str, Any]:
    """Return the ids held before and after one that is not."""
    wanted = record_id.upper()[:48]
    family = Record.objects.filter(id__startswith=wanted[:5]) if len(wanted) > 5 else Record.objects.none()
    return {
        "record_id": record_id[:60],
        "near": [*_ids(family.filter(id__lte=wanted), "-id")[::-1], *_ids(family.filter(id__gt=wanted), "id")],
    }


def _ids(records: Any, order: str) -> list[str]:
    return list(records.order_by(order).values_list("id", flat=True)[:NEAR])
