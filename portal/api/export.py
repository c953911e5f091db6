"""A whole result list as a file, written page by page while it is sent."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice

from portal.api.answers import blind, hit_answers, iso, plain, reading
from portal.api.tables import table
from portal.coverage.blind_spots import blind_spots
from portal.records.models import Role, Scheme
from search import service
from search.answer import Answer, Hit, Request

COLUMNS = (
    "id", "office", "right", "kind", "application", "publications", "filed", "published", "granted", "title", "title_language", "title_english",
    "english_origin", "applicants", "owners", "ipc", "status", "status_as_of", "status_as_received", "status_by_term", "sample",
)  # fmt: skip


def written(request: Request, form: str) -> Iterator[str]:
    """Return the pieces of the file, in JSON or CSV. Raises QueryError and EngineDown before the first of them."""
    request = replace(request, size=service.MAX_SIZE)
    first = service.search(request)
    pages = _pages(request, first)
    return (
        table(COLUMNS, islice(map(_row, chain.from_iterable(pages)), service.MOST_EXPORTED))
        if form == "csv"
        else _json(first, pages)
    )


def _pages(request: Request, answer: Answer) -> Iterator[tuple[Hit, ...]]:
    yield tuple(answer.hits)
    for _ in range(service.MOST_EXPORTED // service.MAX_SIZE - 1):
        if not answer.next:
            return
        answer = service.search(replace(request, cursor=answer.next))
        yield tuple(answer.hits)


def _json(first: Answer, pages: Iterator[tuple[Hit, ...]]) -> Iterator[str]:
    head = {
        "query": reading(first),
        "total": first.total,
        "families": first.families,
        "most": service.MOST_EXPORTED,
        "blind_spots": blind(blind_spots(first.scope)),
    }
    yield json.dumps(head, ensure_ascii=False)[:-1] + ', "results": ['
    before = "\n"
    for page in pages:
        for hit in hit_answers(page):
            yield before + json.dumps(hit, ensure_ascii=False)
            before = ",\n"
    yield "\n]}\n"


def _row(hit: Hit) -> dict[str, object]:
    """Return a record as a line of CSV; of several values each is set off by a semicolon."""
    record = hit.record
    return {
        "id": record.id,
        "office": record.office_id,
        "right": record.right,
        "kind": record.kind,
        "application": record.number,
        "publications": _joined(one.numbered for one in record.publications.all()),
        "filed": iso(record.filing_date),
        "published": iso(record.publication_date),
        "granted": iso(record.grant_date),
        "title": plain(hit.title),
        "title_language": hit.title_language,
        "title_english": plain(hit.english),
        "english_origin": hit.english_origin,
        "applicants": _joined(one.name for one in record.parties.all() if one.role == Role.APPLICANT),
        "owners": _joined(one.name for one in record.parties.all() if one.role == Role.OWNER),
        "ipc": _joined(one.symbol for one in record.classifications.all() if one.scheme == Scheme.IPC),
        "status": record.status,
        "status_as_of": iso(record.status_as_of),
        "status_as_received": str(record.status_received).lower(),
        "status_by_term": str(record.by_term).lower(),
        "sample": str(record.sample).lower(),
    }


def _joined(values: Iterator[str]) -> str:
    return "; ".join(dict.fromkeys(values))
