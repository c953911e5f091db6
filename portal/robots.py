"""What programs that gather pages are asked to leave out: lists without end, and data that is the pages once more."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

LEFT_OUT = ("/search", "/api/v1/", "/sign-in", "/theme")


def robots(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Return the rules (RFC 9309). Records, offices, coverage and deliveries may be read by any program."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in LEFT_OUT), ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
