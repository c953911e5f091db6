"""What all views of the API have in common."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase
from typing import Any, ClassVar
from urllib.parse import unquote_to_bytes

from django.http import HttpResponseBase, QueryDict, StreamingHttpResponse
from rest_framework.exceptions import ParseError
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.parsers import FormParser, JSONParser
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from portal.api.errors import OPEN, Problem
from portal.api.parameters import FORMATS, Asked, Parameter, read
from portal.api.schema import Schema


class JsonAnyhow(DefaultContentNegotiation):
    """Answers in JSON; other forms are chosen by `View.form`, and what accepts none of them is refused by `View.initial`."""

    def select_renderer(
        self,
        request: Request,  # noqa: ARG002
        renderers: Iterable[BaseRenderer],
        format_suffix: str | None = None,  # noqa: ARG002
    ) -> tuple[BaseRenderer, str]:
        first = next(iter(renderers))
        return first, str(first.media_type)


class Open(APIView):
    """A view anyone may read from anywhere."""

    http_method_names = ["get", "head", "options"]
    cache: ClassVar[str] = "no-cache"

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        final = super().finalize_response(request, response, *args, **kwargs)
        for name, value in {**OPEN, "Cache-Control": self.cache}.items():
            final.headers.setdefault(name, value)
        return final


class View(Open):
    """A view of `/api/v1`: its docstring, parameters and shape are its description."""

    name: ClassVar[str]
    shape: ClassVar[Any]
    parameters: ClassVar[tuple[Parameter, ...]] = ()
    path_parameters: ClassVar[tuple[Parameter, ...]] = ()
    forms: ClassVar[tuple[str, ...]] = ("json",)
    problems: ClassVar[tuple[str, ...]] = ("parameter", "store-down")

    content_negotiation_class = JsonAnyhow
    schema = Schema()
    asked: Asked

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Check the address before anything else: PostgreSQL takes no NUL, and no id has one."""
        super().initial(request, *args, **kwargs)
        if any("\x00" in value for value in kwargs.values()):
            raise Problem("not-found", "There is nothing at this address: it holds a character that no id has.")
        self.asked = read(self.given(request), self.parameters)
        self._refuse_unaccepted(request)

    def given(self, request: Request) -> QueryDict:
        """Return the parameters of a request, as they were sent."""
        return request.query_params

    def _refuse_unaccepted(self, request: Request) -> None:
        """Raise Problem where the Accept header has none of the view's forms (RFC 9110, 12.5.1); a browser, which wants a page, gets JSON."""
        accept = request.headers.get("Accept", "").strip()
        if accept and "text/html" not in accept and not self.asked.one("format") and not self._accepted(request):
            given = " or ".join(FORMATS[form] for form in self.forms)
            raise Problem("not-acceptable", f"The answer is given as {given}, which Accept leaves out.")

    def _accepted(self, request: Request) -> list[str]:
        """Return the view's forms that a request accepts, the one it prefers first; parameters of media types do not count."""
        ranges = [f"{one.main_type}/{one.sub_type}" for one in request.accepted_types]
        return [form for one in ranges for form in self.forms if fnmatchcase(FORMATS[form], one)]

    def form(self) -> str:
        """Return the form wanted: of `format`, else of the Accept header, else JSON; a browser that asks for a page gets JSON."""
        if (asked := self.asked.one("format")) or "text/html" in self.request.headers.get("Accept", ""):
            return asked or "json"
        return next(iter(self._accepted(self.request)), "json")


class Question(View):
    """A view that takes its parameters with POST too, as a form or as JSON: a query may be longer than proxies let an address be."""

    http_method_names = ["get", "head", "post", "options"]
    parser_classes = (JSONParser, FormParser)

    def given(self, request: Request) -> QueryDict:
        given = request.query_params.copy()
        if request.method == "POST":
            for name, values in _sent(request).items():
                given.setlistdefault(name).extend(values)
        return given

    def post(self, request: Request) -> HttpResponseBase:
        """Answer as to GET."""
        return self.get(request)  # type: ignore[attr-defined, no-any-return]


def _sent(request: Request) -> dict[str, list[str]]:
    """Return the parameters in the body of a request. Raises Problem where it holds something else."""
    try:
        octets, sent = request.body, request.data
        if isinstance(sent, QueryDict):
            unquote_to_bytes(octets).decode()
    except (ParseError, ValueError, RecursionError):  # no JSON, not in UTF-8, or deeper than is read
        raise Problem("request", "The body cannot be read, in UTF-8, as what its Content-Type says it is.") from None
    if isinstance(sent, QueryDict):
        return dict(sent.lists())
    if not isinstance(sent, dict):
        raise Problem("request", 'The body must be an object with parameters, as {"q": "rice husk"}.')
    return {name: _texts(name, value) for name, value in sent.items()}


def _texts(name: str, value: object) -> list[str]:
    """Return a parameter of JSON, a text or number or a list of them, as an address has it; half a surrogate pair is no letter."""
    values = value if isinstance(value, list) else [value]
    if any(isinstance(one, bool) or not isinstance(one, str | int) for one in values):
        raise Problem("parameter", f"“{name[:40]}” must be a text, or a list of texts.", parameter=name[:40])
    return [str(one).encode("utf-16", "surrogatepass").decode("utf-16", "replace") for one in values]


def streamed(pieces: Iterable[str], form: str, name: str) -> HttpResponseBase:
    """Return a file written while it is sent, however long it is."""
    charset = "" if form == "json" else "; charset=utf-8"  # JSON is always UTF-8 (RFC 8259)
    response = StreamingHttpResponse(pieces, content_type=f"{FORMATS[form]}{charset}")
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response
