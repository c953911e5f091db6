"""Error pages: what happened, and what to do. None of them needs the database."""

from __future__ import annotations

import sys
from urllib.parse import quote

from django.core.exceptions import BadRequest
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import is_valid_path

from portal.pages.frame import bare
from search.query.limits import MAX_LENGTH

# Status → heading, what happened, what to do.
WORDS = {
    400: (
        "This address cannot be read",
        "A part of the address is malformed or too long.",
        "Go back and send the form again, or begin with a new search.",
    ),
    403: (
        "This page is not open to you",
        "The site refused the request.",
        "Everything here can be read without signing in. Deliveries are decided on by operators (docs/runbook.md).",
    ),
    404: (
        "There is no such page",
        "The address leads nowhere on this site; it may be misspelt.",
        "Search for the number or the words you have; a record's address is /records/ and its number, as BR-P-102012004079.",
    ),
    405: (
        "This page is only read",
        "The request would have changed something, and there is nothing to change here.",
        "Open the address in a browser. Searches can be sent to /api/v1/search with POST.",
    ),
    414: (
        "This address is too long",
        f"A query has at most {MAX_LENGTH:,} characters, and with its filters the address is longer than the site reads.",
        "Go back and ask for less at once: shorten the query, or split it.",
    ),
    500: (
        "Something broke here",
        "The page could not be made. The fault is on this side, not in what you typed, and has been written to the log.",
        "Try again in a minute. If it stays, tell whoever runs this site the address and the time below.",
    ),
    503: (
        "The store does not answer",
        "The database is not reachable, so nothing can be shown now. Nothing is lost.",
        "Try again in a minute. Whoever runs this site finds the steps in docs/runbook.md; /readyz says what is down.",
    ),
}


def error(request: HttpRequest, status: int, sentence: str = "") -> HttpResponse:
    """Return the page of an error; `sentence` replaces what is said of it in general."""
    heading, happened, steps = WORDS[status]
    context = {"status": status, "heading": heading, "happened": sentence or happened, "steps": steps}
    return bare(request, "errors/error.html", context, status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error(request, 400, str(exception) if isinstance(exception, BadRequest) else "")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django calls it so
    return error(request, 403)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django calls it so
    return error(
        request, 403, "The form was not sent from this site’s own page, or the page was open too long. Load it again."
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django calls it so
    """Return the page for an address that leads nowhere; one with a slash too many at its end leads on."""
    path = request.path.rstrip("/")
    if path != request.path and path and request.method in ("GET", "HEAD") and is_valid_path(path):
        asked = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"{quote(path)}?{asked}" if asked else quote(path))
    return error(request, 404)


def broken(request: HttpRequest) -> HttpResponse:
    """Return the page for a fault of ours; a database that does not answer is said as what it is."""
    return error(request, 503 if isinstance(sys.exception(), OperationalError) else 500)
