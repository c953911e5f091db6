"""Rows of the store as answers: one small function a shape."""

from __future__ import annotations

from typing import cast

from ingest.models import Finding, Run
from ingest.quality.report import Report
from portal.api.answers import iso
from portal.api.shapes import (
    DeliveryShape,
    FigureShape,
    FindingShape,
    MissingEntry,
    OfficeName,
    ReportShape,
    RightName,
    RunShape,
)
from portal.coverage.figures import Figure
from portal.records.models import AuthorityEntry, Delivery, Office
from portal.standards import authority


def delivery(row: Delivery) -> DeliveryShape:
    return {
        "sha256": row.sha256,
        "office": row.office_id,
        "name": row.name,
        "size": row.size,
        "dialect": row.dialect,
        "state": row.state,
        "sample": row.sample,
        "published": iso(row.published),
        "received_at": row.received_at.isoformat(),
    }


def run(row: Run) -> RunShape:
    return {
        "stage": row.stage,
        "position": row.position,
        "total": row.total,
        "started_at": row.started_at.isoformat(),
        "updated_at": row.updated_at.isoformat(),
        "counts": row.counts,
        "seconds": row.seconds,
        "error": row.error,
    }


def finding(row: Finding, sha256: str) -> FindingShape:
    return {
        "code": row.code,
        "severity": row.severity,
        "sentence": row.sentence,
        "place": row.place,
        "ordinal": row.ordinal,
        "record": row.record_id,
        "delivery": sha256,
    }


def report(made: Report) -> ReportShape:
    return {
        "sha256": made.delivery.sha256,
        "state": made.delivery.state,
        "documents": made.documents,
        "records": made.records,
        "filled": [
            {"element": one.element, "documents": one.documents, "share": one.share, "usual": one.usual}
            for one in made.filled
        ],
        "findings": [
            {
                "code": one.code,
                "severity": one.severity,
                "count": one.count,
                "sentence": one.sentence,
                "examples": [finding(row, made.delivery.sha256) for row in one.examples],
            }
            for one in made.remarks
        ],
        "elements": made.elements,
        "decisions": [
            {
                "stage": one.stage,
                "by": "operator" if one.by else "counts",  # who it was is nobody's business outside
                "why": one.why,
                "at": one.at.isoformat(),
            }
            for one in made.decisions
        ],
    }


def office_name(row: Office) -> OfficeName:
    return {"code": row.code, "name": row.name, "country": row.country, "terms": row.profile.get("terms", "")}


def figure(found: Figure) -> FigureShape:
    return {
        "listed": found.listed,
        "expected": found.expected,
        "held": found.held,
        "held_listed": found.held_listed,
        "mentioned": found.mentioned,
        "missing": found.missing,
        "rate": found.rate,
        "complete": found.complete,
        "elements": found.elements,
    }


def missing_entry(row: AuthorityEntry) -> MissingEntry:
    return {
        "office": row.office_id,
        "right": cast("RightName", row.right),
        "number": row.number_original,
        "number_key": row.number_key,
        "kind": row.kind,
        "date": iso(row.date),
        "exception": row.exception,
        "exception_words": authority.exception(row.exception) if row.exception else "",
    }
