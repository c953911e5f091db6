"""The page of a delivery's quality report."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from ingest.quality.report import report
from portal.pages.frame import page
from portal.records.models import Delivery


def quality(request: HttpRequest, sha256: str) -> HttpResponse:
    """Show the report: what came, what is filled, what the checks say with examples, which elements were used."""
    found = get_object_or_404(Delivery.objects.select_related("office"), sha256=sha256)
    return page(request, "pages/quality.html", {"here": "deliveries", "delivery": found, "report": report(found)})
