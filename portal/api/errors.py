"""One error shape for the whole API: RFC 9457 problems."""

from rest_framework.response import Response


def problem(exc: Exception, context: dict[str, object]) -> Response | None:
    raise NotImplementedError
