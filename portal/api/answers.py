"""The answers to a search: results with what was not seen, composed for the API and for `manage.py search` alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import cast

from ingest.models import Finding
from portal.api.search_shapes import (
    BlindSpotShape,
    BlindSpotsShape,
    ExplainShape,
    FacetShape,
    HitShape,
    MatchShape,
    NoHitsShape,
    QueryShape,
    ReasonShape,
    SearchShape,
)
from portal.api.shapes import OriginName, RightName, StatusName
from portal.coverage.blind_spots import BlindSpots, blind_spots
from portal.standards import kinds
from search import service
from search.answer import Answer, FacetValue, Hit, Match, Piece, Request


def search_answer(request: Request) -> SearchShape:
    """Return the answer to a question; raises QueryError (with its place) and EngineDown."""
    answer = service.search(request)
    return {
        "query": reading(answer),
        "total": answer.total,
        "families": answer.families,
        "results": hit_answers(answer.hits),
        "facets": _facets(answer),
        "blind_spots": blind(blind_spots(answer.scope)),
        "next": answer.next or None,
        "no_hits": cast("NoHitsShape", asdict(answer.no_hits)) if answer.no_hits else None,
    }


def reading(answer: Answer) -> QueryShape:
    """Return what the query of an answer was read as."""
    read = answer.reading
    return {"canonical": read.canonical, "words": read.words, "warnings": list(read.warnings)}


def explain_answer(q: str) -> ExplainShape:
    """Return how a query is read and asked; raises QueryError (with its place)."""
    return cast("ExplainShape", service.explain(q))


def blind(spots: BlindSpots) -> BlindSpotsShape:
    """Return blind spots as data."""
    return {
        "sentence": spots.sentence,
        "rows": [cast("BlindSpotShape", asdict(row)) for row in spots.rows],
        "totals": cast("BlindSpotShape", asdict(spots.totals)),
    }


def iso(day: dt.date | None) -> str | None:
    """Return a day (or moment) in ISO 8601, None where it is not known."""
    return day.isoformat() if day else None


def hit_answers(hits: Sequence[Hit]) -> list[HitShape]:
    """Return the records found as data."""
    back = Finding.taken_back(hit.record for hit in hits)
    return [_hit(hit, taken_back=hit.record.id in back) for hit in hits]


def _hit(hit: Hit, *, taken_back: bool) -> HitShape:
    record = hit.record
    return {
        "id": record.id,
        "office": record.office_id,
        "right": cast("RightName", record.right),
        "kind": record.kind,
        "kind_words": kinds.meaning(record.office_id, record.kind),
        "numbers": {
            "application": record.number,
            "application_key": record.number_key,
            "publications": list(dict.fromkeys(row.number for row in record.publications.all())),
        },
        "dates": {
            "filing": iso(record.filing_date),
            "publication": iso(record.publication_date),
            "grant": iso(record.grant_date),
        },
        "title": {
            "original": plain(hit.title) or None,
            "language": hit.title_language or None,
            "english": plain(hit.english) or None,
            "english_origin": cast("OriginName", hit.english_origin) if hit.english_origin else None,
        },
        "status": cast("StatusName", record.status),
        "status_as_of": iso(record.status_as_of),
        "status_as_received": record.status_received,
        "status_by_term": record.by_term,
        "taken_back": taken_back,
        "sample": record.sample,
        "matched": [_match(match) for match in hit.matched],
        "family": list(hit.family),
        "why": [cast("ReasonShape", asdict(reason)) for reason in hit.why],
    }


def _match(match: Match) -> MatchShape:
    return {
        "field": match.field,
        "label": match.label,
        "language": match.language,
        "origin": cast("OriginName", match.origin),
        "snippet": plain(match.pieces),
        "marks": marks(match.pieces),
    }


def plain(pieces: Iterable[Piece]) -> str:
    """Return the text of some pieces."""
    return "".join(piece.text for piece in pieces)


def marks(pieces: Iterable[Piece]) -> list[list[int]]:
    """Return where the marked pieces stand in their text, as [start, end) in code points."""
    found, at = [], 0
    for piece in pieces:
        if piece.marked:
            found.append([at, at + len(piece.text)])
        at += len(piece.text)
    return found


def _facets(answer: Answer) -> dict[str, list[FacetShape]]:
    return {name: [_facet(value) for value in values] for name, values in answer.facets.items()}


def _facet(value: FacetValue) -> FacetShape:
    return {"value": value.value, "count": value.count, "selected": value.selected}
