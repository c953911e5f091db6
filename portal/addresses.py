"""What the address of no page may hold."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponseBase


def without_null(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Return the middleware that refuses a null character with status 400: PostgreSQL holds none, SQLite does.

    In a query it is read as a blank, as everything else that was pasted along. The API says so itself, in its own shape.
    """

    def answer(request: HttpRequest) -> HttpResponseBase:
        values = (value for name, given in request.GET.lists() if name != "q" for value in (name, *given))
        if not request.path.startswith("/api/") and any("\0" in text for text in (request.path, *values)):
            raise BadRequest("The address holds a null character. Take it out and try again.")
        return get_response(request)

    return answer
