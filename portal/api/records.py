"""`/api/v1/records/{id}`: everything held of one application file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from django.utils.decorators import method_decorator
from django.views.decorators.http import conditional_page
from rest_framework.response import Response

from ingest.models import Finding
from portal.api import rows
from portal.api.answers import iso
from portal.api.errors import Problem
from portal.api.parameters import Parameter
from portal.api.shapes import (
    ChangeShape,
    ClassShape,
    EventShape,
    NumberShape,
    OriginName,
    PartyShape,
    PublicationShape,
    RecordDates,
    RecordShape,
    RecordStatus,
    RelatedShape,
    RightName,
    SourceShape,
    StatusName,
    TakenBackShape,
    TextShape,
)
from portal.api.view import View
from portal.records import held
from portal.records.evidence import evidence
from portal.records.models import (
    Change,
    Classification,
    Element,
    LegalEvent,
    Party,
    Publication,
    Record,
    RelatedNumber,
    Text,
)
from portal.standards import events, kinds

MOST_FINDINGS = 200
MOST_CHANGES = 200  # the latest
ID = Parameter("id", "The record's id: office, letter of the right, application number, as BR-P-102012004079.")


@method_decorator(conditional_page, name="dispatch")
class RecordDetail(View):
    """Read a record.

    Everything held: numbers, dates, status, publications, texts (original, the office's English, machine English), parties,
    classes, related numbers, legal events, findings, and for every element the delivery it came from. The ETag changes when
    anything of it does.
    """

    name = "record"
    shape = RecordShape
    path_parameters = (ID,)
    problems = ("parameter", "not-found", "store-down")

    def get(self, request: object, id: str) -> Response:  # noqa: A002, ARG002 - the name in the address
        return Response(record_answer(held_record(id, *held.ROWS)))


def held_record(record_id: str, *rows: str) -> Record:
    """Return a record with some of its rows prefetched. Raises Problem naming the ids next to one that is not held."""
    record = held.find(record_id, *rows)
    if record is None:
        raise Problem("not-found", f"No record {record_id[:60]} is held.", near=held.nearest(record_id))
    return record


def record_answer(record: Record) -> RecordShape:
    """Return a record, its elements prefetched, as the API gives it."""
    changes = list(record.changes.order_by("-as_of", "-id")[:MOST_CHANGES])[::-1]
    deliveries = held.deliveries(record, changes)
    sha256 = {pk: row.sha256 for pk, row in deliveries.items()}
    findings = (
        Finding.objects.filter(record_id=record.id).select_related("run__delivery").order_by("-run", "ordinal", "id")
    )
    return {
        "id": record.id,
        "page": f"/records/{record.id}",
        "office": rows.office_name(record.office),
        "right": cast("RightName", record.right),
        "kind": record.kind,
        "kind_words": kinds.meaning(record.office_id, record.kind),
        "kind_inferred": record.kind_inferred,
        "number": _number(record),
        "dates": _dates(record),
        "status": _status(record, evidence(record, held.known(record, deliveries))),
        "taken_back": [_taken_back(row) for row in Finding.deletions(record)[:MOST_FINDINGS]],
        "sample": record.sample,
        "publications": [_publication(row, record.office_id, sha256) for row in record.publications.all()],
        "texts": [_text(row, sha256) for row in record.texts.all()],
        "parties": [_party(row, sha256) for row in record.parties.all()],
        "classifications": [_class(row, sha256) for row in record.classifications.all()],
        "related": [_related(row, sha256) for row in record.relatednumbers.all()],
        "events": [_event(row, sha256) for row in record.legalevents.all()],
        "sources": {
            field: {"delivery": sha256[pk], "as_of": as_of}
            for field, (as_of, pk, *_) in sorted(record.sources.items())
            if pk in sha256
        },
        "changes": [_change(row, sha256) for row in changes],
        "deliveries": {row.sha256: rows.delivery(row) for row in deliveries.values()},
        "findings": [rows.finding(row, row.run.delivery.sha256) for row in findings[:MOST_FINDINGS]],
    }


def _dates(record: Record) -> RecordDates:
    return {
        "filing": {"date": iso(record.filing_date), "original": record.filing_date_original},
        "publication": iso(record.publication_date),
        "grant": iso(record.grant_date),
        "expiry": iso(record.expiry_date),
    }


def _status(record: Record, said: str) -> RecordStatus:
    return {
        "state": cast("StatusName", record.status),
        "reason": record.status_reason,
        "since": iso(record.status_since),
        "as_of": iso(record.status_as_of),
        "as_received": record.status_received,
        "evidence": said,
        "by_term": record.by_term,
        "term": {"end": iso(record.term_end), "rule": record.term_rule, "uncertain": record.term_uncertain},
    }


def _taken_back(row: Finding) -> TakenBackShape:
    delivery = row.run.delivery
    return {"delivery": delivery.sha256, "received": delivery.received_at.date().isoformat(), "sentence": row.sentence}


def _source(row: Element, sha256: Mapping[int, str]) -> SourceShape:
    return {"delivery": sha256[row.delivery_id], "as_of": row.as_of.isoformat()}


def _number(row: Record | Publication) -> NumberShape:
    return {"original": row.number_original, "display": row.number, "key": row.number_key}


def _publication(row: Publication, office: str, sha256: Mapping[int, str]) -> PublicationShape:
    return {
        "number": _number(row),
        "kind": row.kind,
        "kind_words": kinds.meaning(office, row.kind),
        "kind_inferred": row.kind_inferred,
        "date": {"date": iso(row.date), "original": row.date_original},
        "language": row.language,
        "whole": bool(row.whole),
        "image_only": row.image_only,
        **_source(row, sha256),
    }


def _text(row: Text, sha256: Mapping[int, str]) -> TextShape:
    return {
        "part": row.part,
        "language": row.language,
        "language_original": row.language_original,
        "origin": cast("OriginName", row.origin),
        "document": row.document,
        "paragraphs": row.paragraphs,
        "provider": row.provider,
        "model": row.model,
        "source_language": row.source_language,
        "source_sha256": row.source_sha256,
        "translated_on": iso(row.translated_on),
        **_source(row, sha256),
    }


def _party(row: Party, sha256: Mapping[int, str]) -> PartyShape:
    return {
        "role": row.role,
        "sequence": row.sequence,
        "name": row.name,
        "name_latin": row.name_latin,
        "country": row.country,
        "address": row.address,
        **_source(row, sha256),
    }


def _class(row: Classification, sha256: Mapping[int, str]) -> ClassShape:
    return {
        "scheme": row.scheme,
        "symbol": row.symbol,
        "original": row.original,
        "version": row.version,
        **_source(row, sha256),
    }


def _related(row: RelatedNumber, sha256: Mapping[int, str]) -> RelatedShape:
    return {
        "relation": row.relation,
        "office": row.office_code,
        "original": row.number_original,
        "key": row.number_key,
        "date": iso(row.date),
        **_source(row, sha256),
    }


def _change(row: Change, sha256: Mapping[int, str]) -> ChangeShape:
    return {
        "what": row.what,
        "old": row.old,
        "new": row.new,
        "spelling": row.spelling,
        "old_delivery": sha256[row.old_delivery_id],
        "new_delivery": sha256[row.new_delivery_id],
        "as_of": row.as_of.isoformat(),
    }


def _event(row: LegalEvent, sha256: Mapping[int, str]) -> EventShape:
    return {
        "date": iso(row.date),
        "effective": iso(row.effective),
        "code": row.code,
        "name": row.name,
        "language": row.language,
        "name_english": row.name_english,
        "comment": row.comment,
        "category": row.category,
        "category_words": events.category_name(row.category) if row.category else "",
        "confidence": row.confidence,
        "gazette": row.gazette,
        **_source(row, sha256),
    }
