"""One error shape for the whole API: RFC 9457 problems. Each kind has an address that says what it means and what to do."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest, SuspiciousOperation, TooManyFieldsSent
from django.db import OperationalError
from django.http import Http404, HttpResponse, JsonResponse
from rest_framework.exceptions import APIException, MethodNotAllowed, UnsupportedMediaType

from search.answer import EngineDown, QueryError, WrongCursor
from search.query.limits import MAX_LENGTH

ADDRESS = "/api/problems/"
MEDIA_TYPE = "application/problem+json"
RETRY_SECONDS = 30
# Anyone may read from anywhere: the data is meant to be used, and no cookie plays a part. JSON is sent with POST.
OPEN = {"Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "Content-Type"}

# Kind → status, title, what to do.
KINDS: dict[str, tuple[int, str, str]] = {
    "query": (
        400,
        "The query cannot be read",
        "The member position tells where, the member proposal how it could be written.",
    ),
    "parameter": (
        400,
        "A parameter cannot be used",
        "The member parameter names it; the reference under /api/ lists what each takes.",
    ),
    "request": (
        400,
        "The request cannot be read",
        "Send the parameters that the reference under /api/ lists, in the address or, where POST is answered, as JSON or a form.",
    ),
    "not-found": (404, "There is nothing here", "The member near lists what comes nearest, where anything does."),
    "method": (
        405,
        "This method is not answered",
        "Everything the API gives is read with GET; search and explain answer POST too.",
    ),
    "not-acceptable": (
        406,
        "No accepted form of the answer is given here",
        "Send no Accept header, or one with a media type of those the detail names; the parameter format chooses where there are several.",
    ),
    "too-large": (
        413,
        "The request is too large",
        f"A query has at most {MAX_LENGTH:,} characters. Ask for less at once.",
    ),
    "too-long": (
        414,
        "The address is too long",
        f"A query has at most {MAX_LENGTH:,} characters. Ask for less at once, or send it with POST.",
    ),
    "media-type": (
        415,
        "A body of this type is not read",
        "Send JSON or a form, and say in Content-Type which: application/json or application/x-www-form-urlencoded.",
    ),
    "engine-down": (
        503,
        "The search engine does not answer",
        "Records, offices and coverage still do. Try again later.",
    ),
    "store-down": (503, "The database does not answer", "Try again later; /readyz says what is down."),
    "fault": (500, "Something went wrong here", "The operator's log has the cause. Report the address and the time."),
}

log = logging.getLogger(__name__)


class Problem(Exception):  # noqa: N818 - RFC 9457's word
    """A request that cannot be answered: its kind (a key of KINDS), a sentence for a person, and further members."""

    def __init__(self, kind: str, detail: str, **members: Any) -> None:
        super().__init__(detail)
        self.kind = kind
        self.detail = detail
        self.members = members


def problem(exc: Exception, context: Mapping[str, Any]) -> HttpResponse:  # noqa: ARG001 - DRF calls it so
    """Return the answer to a request that raised `exc`; a fault of ours is logged and its cause kept to ourselves."""
    return answer(next(read(exc) for kind, read in READINGS if isinstance(exc, kind)))


def answer(wrong: Problem) -> HttpResponse:
    """Return the HTTP answer for a problem."""
    status, title, _ = KINDS[wrong.kind]
    body = {"type": f"{ADDRESS}{wrong.kind}", "title": title, "status": status, "detail": wrong.detail, **wrong.members}
    headers = {**OPEN, "Cache-Control": "no-store"}  # what is wrong with a question may tell the question
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        headers["Retry-After"] = str(RETRY_SECONDS)
    return JsonResponse(body, status=status, content_type=MEDIA_TYPE, headers=headers)


def _too_many(_: TooManyFieldsSent) -> Problem:
    most = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
    return Problem("request", f"The request has too many parameters; at most {most:,} are read.")


def _store_down(error: OperationalError) -> Problem:
    log.error("The database does not answer: %s", error)
    return Problem("store-down", "The database does not answer, so nothing can be shown now. Nothing is lost.")


def _engine_down(error: EngineDown) -> Problem:
    log.error("No search can be answered: %s", error)  # its sentence is for whoever runs the site, and /readyz says it
    return Problem("engine-down", "The search engine does not answer, so nothing can be searched now. Try again later.")


def _fault(error: Exception) -> Problem:
    log.error("The API failed", exc_info=error)
    return Problem("fault", "The answer could not be made. The fault is on this side, not in what you asked.")


# What was raised → the problem it is; the first line that fits counts.
READINGS: tuple[tuple[type[Exception], Callable[[Any], Problem]], ...] = (
    (Problem, lambda it: it),
    (WrongCursor, lambda it: Problem("parameter", it.message, parameter="cursor")),
    (QueryError, lambda it: Problem("query", it.message, position=list(it.position), proposal=it.proposal)),
    (EngineDown, _engine_down),
    (Http404, lambda _: Problem("not-found", "There is nothing at this address. The reference is under /api/.")),
    (MethodNotAllowed, lambda it: Problem("method", str(it.detail))),
    (UnsupportedMediaType, lambda it: Problem("media-type", str(it.detail))),
    (APIException, lambda it: Problem("request", str(it.detail))),
    (BadRequest, lambda it: Problem("request", str(it))),
    (TooManyFieldsSent, _too_many),
    (SuspiciousOperation, lambda _: Problem("request", "The request holds something that is not read here.")),
    (OperationalError, _store_down),
    (Exception, _fault),
)
