"""`/api/v1/search`, `/api/v1/export` and `/api/v1/explain`."""

from __future__ import annotations

from django.http import HttpResponseBase
from rest_framework.response import Response

from portal.api import export
from portal.api.answers import explain_answer, search_answer
from portal.api.errors import Problem
from portal.api.parameters import CURSOR, SEARCH, SIZE, Asked, Q, form_parameter
from portal.api.search_shapes import ExplainShape, ExportShape, SearchShape
from portal.api.view import Question, streamed
from search.answer import FILTERS, SORTS, Request
from search.query.kinds.filters import mistake


class Search(Question):
    """Search records.

    The query language is the one of the search box (see /help); the filters are those of the results page, several values of
    one being alternatives, of `has` each asked for. Every answer says in `blind_spots` what it could not see.
    """

    name = "search"
    shape = SearchShape
    parameters = SEARCH
    problems = ("query", "parameter", "engine-down", "store-down", "too-large", "media-type")
    cache = "no-store"  # what people search for is confidential

    def get(self, request: object) -> Response:  # noqa: ARG002 - the parameters are read already
        return Response(search_answer(_question(self.asked)))


class Export(Question):
    """Export what a search finds.

    The records a search finds, in its order, as one file written while it is sent: JSON, with all that a page of the search
    says of each and what could not be seen, or CSV, a line a record. At most 10,000 of them; `total` in JSON says how many there are.
    """

    name = "export"
    shape = ExportShape
    forms = ("json", "csv")
    parameters = (*(one for one in SEARCH if one not in (SIZE, CURSOR)), form_parameter(forms))
    problems = Search.problems
    cache = "no-store"

    def get(self, request: object) -> HttpResponseBase:  # noqa: ARG002
        return streamed(export.written(_question(self.asked), self.form()), self.form(), f"lontar.{self.form()}")


def _question(asked: Asked) -> Request:
    """Return the question parameters ask. Raises Problem for a value that no record can have."""
    filters = asked.filters(FILTERS)
    for name, values in filters.items():
        if wrong := mistake(name, values):
            raise Problem("parameter", wrong, parameter=name)
    return Request(
        q=asked.one("q"),
        filters=filters,
        sort=asked.one("sort", SORTS[0]),
        size=int(asked.one("size", "20")),
        cursor=asked.one("cursor"),
        collapse=asked.one("collapse"),
    )


class Explain(Question):
    """Explain how a query is read.

    The tree it was read as, numbers and dates in it, the words looked for in each field of the index, and what either engine
    is asked.
    """

    name = "explain"
    shape = ExplainShape
    parameters = (Q,)
    problems = ("query", "parameter", "too-large", "media-type")
    cache = "no-store"

    def get(self, request: object) -> Response:  # noqa: ARG002
        return Response(explain_answer(self.asked.one("q")))
