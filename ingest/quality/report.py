"""The quality report of a delivery: what it brought against what its office usually brings, and what the checks say of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count

from ingest import held, tally
from ingest.formats import taken
from ingest.models import Decision, Finding, Run, Severity
from ingest.quality import expectations
from portal.records.models import Delivery

EXAMPLES = 3  # of each finding
COLUMNS = ("part", "name", "count", "share", "usual", "severity", "sentence", "place", "record")


@dataclass(frozen=True)
class Filled:
    """How many of the readable documents have an element; `usual` is the median share of former deliveries, None without any."""

    element: str
    documents: int
    share: float
    usual: float | None


@dataclass(frozen=True)
class Remark:
    """A kind of finding: how often it was made, and the first of them."""

    code: str
    severity: str
    count: int
    examples: list[Finding]

    @property
    def sentence(self) -> str:
        """What the first of them says."""
        return self.examples[0].sentence


@dataclass(frozen=True)
class Report:
    """A delivery's report. `documents` is None where they were not counted; `elements` maps used, ignored and new to counts."""

    delivery: Delivery
    documents: int | None = None
    records: dict[str, int] = field(default_factory=dict)
    filled: list[Filled] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    elements: dict[str, dict[str, int]] = field(default_factory=dict)
    decisions: list[Decision] = field(default_factory=list)

    def lines(self) -> Iterator[dict[str, Any]]:
        """Yield the report as the rows of one table (`COLUMNS`)."""
        empty = dict.fromkeys(COLUMNS, "")
        counts = {"documents": self.documents, **self.records}
        yield from ({**empty, "part": "records", "name": name, "count": n} for name, n in counts.items())
        for one in self.filled:
            yield {
                **empty,
                "part": "filled",
                "name": one.element,
                "count": one.documents,
                "share": one.share,
                "usual": one.usual,
            }
        for remark in self.remarks:
            for example in remark.examples:
                yield {
                    **empty,
                    "part": "finding",
                    "name": remark.code,
                    "count": remark.count,
                    "severity": remark.severity,
                    "sentence": example.sentence,
                    "place": example.place,
                    "record": example.record_id,
                }
        for kind, names in self.elements.items():
            yield from ({**empty, "part": kind, "name": name, "count": n} for name, n in names.items())


def report(delivery: Delivery) -> Report:
    """Return the report of a delivery over its passes; it has no numbers before one has begun."""
    if not (runs := list(delivery.runs.all())):
        return Report(delivery)
    run = runs[0]
    return Report(
        delivery=delivery,
        documents=run.seen.get("documents"),
        records=dict.fromkeys(tally.OUTCOMES, 0) | tally.brought(runs).get("records", {}),
        filled=list(_filled(run)),
        remarks=_remarks(delivery),
        elements={kind: _most_first(run.seen.get("elements", {}).get(kind, {})) for kind in taken.KINDS},
        decisions=list(Decision.objects.filter(run__delivery=delivery)),
    )


def _filled(run: Run) -> Iterator[Filled]:
    former = held.former(run.delivery, run.delivery.office_id or "")
    usual = expectations.usual(former)
    for name, share in expectations.shares(run.seen).items():
        yield Filled(name, run.seen["filled"][name], round(share, 4), round(usual[name], 4) if usual else None)


def _remarks(delivery: Delivery) -> list[Remark]:
    """The findings by code, the gravest first and of these the most frequent."""
    found = Finding.objects.filter(run__delivery=delivery)
    remarks = [
        Remark(
            row["code"],
            row["severity"],
            row["count"],
            list(found.filter(code=row["code"], severity=row["severity"])[:EXAMPLES]),
        )
        for row in found.values("code", "severity").annotate(count=Count("id")).order_by()
    ]
    return sorted(remarks, key=lambda one: (Severity.values.index(one.severity), -one.count, one.code))


def _most_first(counts: dict[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
