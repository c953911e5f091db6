"""The deliveries received, and the page of one: how far it has come, what it brought, what the checks say."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import BadRequest
from django.db.models import Count, Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from ingest.held import WAITING
from ingest.models import Decision, Finding, Quarantine, Run, Severity, Stage
from ingest.quality.cadence import late
from ingest.tally import brought
from portal.pages.frame import page
from portal.pages.operators import operator
from portal.pages.progress import busy, came, steps, stuck, waiting
from portal.records.models import Delivery, DeliveryState

SIZE = 50


def deliveries(request: HttpRequest) -> HttpResponse:
    """List deliveries, the latest first; `before` is the number of the last one on the page before."""
    before = number(request, "before")
    found = Delivery.objects.select_related("office").prefetch_related(Prefetch("runs", Run.objects.order_by("-id")))
    rows = list(found.filter(id__lt=before)[: SIZE + 1] if before else found[: SIZE + 1])
    runs = {row.pk: next(iter(row.runs.all()), None) for row in rows[:SIZE]}
    said_of = findings([*runs])
    shown = [(row, runs[row.pk], brought(list(row.runs.all())).get("records"), said_of[row.pk]) for row in rows[:SIZE]]
    left = waiting()
    context = {
        "here": "deliveries",
        "rows": shown,
        "busy": any(left.values()) or any(busy(row, run) for row, run, *_ in shown),
        "operator": operator(request),
        "stuck": stuck(None),
        "held": found.filter(state=DeliveryState.HELD)[:SIZE],
        "late": late(timezone.now().date()),
        **left,
        "next": f"/deliveries?before={rows[SIZE - 1].pk}" if len(rows) > SIZE else "",
        "first_page": "/deliveries" if before else "",
    }
    return page(request, "pages/deliveries.html", context)


def delivery(request: HttpRequest, sha256: str) -> HttpResponse:
    """Show one delivery, its passes through the pipeline, what it brought and the findings."""
    found = get_object_or_404(Delivery.objects.select_related("office"), sha256=sha256)
    runs = list(found.runs.select_related("delivery"))
    at_work = busy(found, runs[0] if runs else None)
    context = {
        "here": "deliveries",
        "delivery": found,
        "passes": [(run, came(run)) for run in runs],
        "read_again": came(runs[0]) if len(runs) > 1 and runs[0].stage == Stage.DONE else "",
        "run": runs[0] if runs else None,
        "busy": at_work,
        "steps": steps(runs[0]) if runs else [],
        "stuck": stuck(runs[0]) if at_work and runs else "",
        "held": bool(runs) and runs[0].stage in WAITING,
        "why_missing": request.GET.get("why") == "missing",
        "decisions": Decision.objects.filter(run__delivery=found),
        "in_quarantine": Quarantine.objects.filter(run__delivery=found).count(),
        "operator": operator(request),
        **(waiting() if at_work else {}),
        "counts": counts(brought(runs)),
        **(said(request, found) if runs else {}),
    }
    return page(request, "pages/delivery.html", context)


def said(request: HttpRequest, delivery: Delivery) -> dict[str, Any]:
    """Return a page of a delivery's findings, of one severity where the address names it."""
    severity, place = request.GET.get("severity", ""), number(request, "place")
    if severity and severity not in Severity.values:
        raise BadRequest(f"Findings are {', '.join(Severity.values)}.")
    found = Finding.objects.filter(run__delivery=delivery, **({"severity": severity} if severity else {}))
    rows = list(found[place : place + SIZE + 1])
    here = f"?severity={severity}&" if severity else "?"
    return {
        "findings": rows[:SIZE],
        "severity": severity,
        "by_severity": findings([delivery.pk])[delivery.pk],
        "next": f"{here}place={place + SIZE}#findings" if len(rows) > SIZE else "",
        "previous": f"{here}place={max(place - SIZE, 0)}#findings" if place else "",
    }


def findings(deliveries: list[int]) -> dict[int, list[tuple[str, str, int]]]:
    """Return for each delivery how many findings it has of each severity, as (severity, in words, number), gravest first."""
    kinds = Finding.objects.filter(run__delivery__in=deliveries).values_list("run__delivery", "severity")
    found = {(delivery, severity): count for delivery, severity, count in kinds.annotate(Count("id")).order_by()}
    return {
        one: [(code, label, found[one, code]) for code, label in Severity.choices if (one, code) in found]
        for one in deliveries
    }


def counts(found: dict[str, Any], prefix: str = "") -> list[tuple[str, Any]]:
    """Return the numbers of a run as lines: nested counts become `texts, claims, th`."""
    lines: list[tuple[str, Any]] = []
    for name, value in found.items():
        words = f"{prefix}, {name}" if prefix else name.replace("_", " ").capitalize()
        lines += counts(value, words) if isinstance(value, dict) else [(words, value)]
    return lines


def number(request: HttpRequest, name: str) -> int:
    """Return a whole number from the address, 0 where it is not given. Raises BadRequest for anything else."""
    text = request.GET.get(name, "") or "0"
    if not (text.isascii() and text.isdigit() and len(text) < 12):
        raise BadRequest(f"“{text[:20]}” is not a place in this list: begin again at its first page.")
    return int(text)
