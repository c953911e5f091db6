"""The methods a page is answered to: one that is only read says so, in words, before anything else is asked of the request."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from portal.pages.errors import error

ALLOWED = "GET, HEAD, OPTIONS"


def reading(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Return the view of a page that is only read: other methods get 405 and the methods there are (RFC 9110, 15.5.6)."""

    @csrf_exempt  # nothing is changed; without it every other method would be refused for a missing token instead
    @wraps(view)
    def answer(request: HttpRequest, *args: object, **named: object) -> HttpResponse:
        if request.method in ("GET", "HEAD"):
            return view(request, *args, **named)
        response = HttpResponse(status=204) if request.method == "OPTIONS" else error(request, 405)
        response["Allow"] = ALLOWED
        return response

    return answer
