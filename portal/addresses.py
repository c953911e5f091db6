"""What the address of no page may hold, in which letters it is written, and how long it may be."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponseBase

from portal.api.errors import Problem
from portal.api.errors import answer as problem
from portal.pages.errors import error

# Octets of an address after its `?`. The longest query is 3,000 letters, each up to 12 octets where they are percent-encoded:
# 36,000. Filters and a place in the list stand beside it. The web server itself reads more (ops/web.py).
LONGEST = 65_536


def without_null(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Return the middleware that refuses a null character with status 400: PostgreSQL holds none, SQLite does.

    In a query it is read as a blank, as everything else that was pasted along. The API says so itself, in its own shape.
    """

    def answer(request: HttpRequest) -> HttpResponseBase:
        if not request.path.startswith("/api/") and any("\0" in text for text in _written(request)):
            raise BadRequest("The address holds a null character. Take it out and try again.")
        return get_response(request)

    return answer


def _written(request: HttpRequest) -> list[str]:
    values = (value for name, given in request.GET.lists() if name != "q" for value in (name, *given))
    return [request.path, *values]


def in_utf8(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Return the middleware that refuses, with status 400, an address whose octets are not UTF-8: they would be read as other letters."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        try:
            unquote_to_bytes(request.META.get("QUERY_STRING", "").encode("latin-1", "replace")).decode()
        except UnicodeDecodeError:
            said = "What stands after the “?” of the address is not in UTF-8, as í is %C3%AD and not %ED. Send it so."
            if request.path.startswith("/api/"):
                return problem(Problem("request", said))
            request.META["QUERY_STRING"] = ""  # pages repeat their address
            return error(request, 400, said)
        return get_response(request)

    return answer


def not_too_long(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Return the middleware that answers an address longer than anyone needs with status 414, in words.

    What is sent to the API beside an address may be as long, and is answered with 413.
    """

    def answer(request: HttpRequest) -> HttpResponseBase:
        given = len(request.META.get("QUERY_STRING", ""))
        for_programs = request.path.startswith("/api/")
        if for_programs and (sent := int(request.META.get("CONTENT_LENGTH") or 0)) > LONGEST:
            said = f"The body of the request has {sent:,} octets; at most {LONGEST:,} are read."
            return problem(Problem("too-large", said))
        if given <= LONGEST:
            return get_response(request)
        if not for_programs:
            request.META["QUERY_STRING"] = ""  # pages repeat their address
            return error(request, 414)
        return problem(
            Problem("too-long", f"The address has {given:,} octets after its “?”; at most {LONGEST:,} are read.")
        )

    return answer
