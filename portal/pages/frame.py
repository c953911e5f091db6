"""What stands on every page: the colours a reader chose and the line that says sample data are shown."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from portal.records.models import Office, Record

THEMES = ("light", "dark")


def page(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """Return a page made from `template` with `context` in the frame of the site. Reads the database once."""
    return bare(request, template, {"sample": samples_held(), **context}, status)


def bare(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """Return a page like `page`, but without touching the database: for the pages that say something is broken."""
    theme = request.COOKIES.get("theme", "")
    frame = {"theme": theme if theme in THEMES else "", "themes": ("", *THEMES)}
    response = render(request, template, {**frame, **context}, status=status)
    patch_vary_headers(response, ["Cookie"])
    if request.path.startswith("/search") or "q=" in request.META.get("QUERY_STRING", ""):
        response.headers["Cache-Control"] = "no-store"  # what people search for is confidential
        response.headers["X-Robots-Tag"] = "noindex"  # and lists without end are nothing to index
    return response


def sample_offices() -> list[Office]:
    """Return the offices of which invented records are held and counted, by country."""
    return list(Office.objects.filter(code__in=Record.objects.filter(sample=True).values("office")).order_by("country"))


def samples_held() -> bool:
    """Tell whether invented records are held; their index is empty where there are none."""
    return Record.objects.filter(sample=True).exists()
