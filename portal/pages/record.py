"""The record page: everything held of one application, each element with where it came from."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ingest.models import Finding, Severity
from portal.pages import facts, hits
from portal.pages.claim_tree import tree
from portal.pages.frame import page
from portal.pages.passages import Marks, passage
from portal.pages.provenance import sources
from portal.pages.timeline import picture
from portal.pages.wording import kind_words
from portal.records import held
from portal.records.evidence import evidence, state
from portal.records.models import Part, Record
from search import service
from search.answer import EngineDown, Piece, QueryError

MOST_FINDINGS = 50
SIMILAR, WORDS, CLASSES = 6, 8, 4  # similar records listed, and words and classes named that they were sought by


def record(request: HttpRequest, record_id: str) -> HttpResponse:
    """Show a record, its id in any case; of an unknown one say what is held nearest to it."""
    found = held.find(record_id, *held.ROWS)
    if not found:
        near = {"record_id": record_id.upper()[:60], "near": held.nearest(record_id)}
        return page(request, "pages/no_record.html", {"here": "search", **near}, 404)
    return page(
        request,
        "pages/record.html",
        shown(found, request.GET.get("q", ""), request.GET.get("original", "")[:8], request.GET.urlencode()),
    )


def shown(record: Record, q: str, language: str, query: str) -> dict[str, Any]:
    """Return what the page says of a record. `query` is the results page it was reached from, `q` its query."""
    passages = {part: passage(record, part, marks(q), language) for part in Part.values}
    changes = list(record.changes.all()[:MOST_FINDINGS])
    deliveries = held.deliveries(record, changes)
    known = held.known(record, deliveries)
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
        "picture": picture(record, known.until, timezone.now().date()),
        "state": state(record),
        "evidence": evidence(record, known),
        "original_date": foreign_date(record),
        "documents": facts.documents(record),
        "days": facts.days(record),
        "sources": sources(record),
        "changes": changes,
        "deliveries": deliveries,
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


def foreign_date(record: Record) -> str:
    """Return the filing date as delivered where its year is not that of our calendar, else nothing."""
    written, date = record.filing_date_original, record.filing_date
    return written if date and f"{date.year}" not in written else ""


def findings(record: Record) -> list[Finding]:
    """Return what the checks say of a record, the gravest first."""
    order = {severity: place for place, severity in enumerate(Severity.values)}
    found = Finding.objects.filter(record_id=record.id).select_related("run__delivery").order_by("-id")[:MOST_FINDINGS]
    return sorted(found, key=lambda one: order[one.severity])
