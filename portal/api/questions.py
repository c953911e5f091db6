"""`/api/v1/search` and `/api/v1/explain`."""

from __future__ import annotations

from rest_framework.response import Response

from portal.api.answers import explain_answer, search_answer
from portal.api.errors import Problem
from portal.api.parameters import SEARCH, Q
from portal.api.search_shapes import ExplainShape, SearchShape
from portal.api.view import Question
from search.answer import FILTERS, SORTS, Request
from search.query.kinds.filters import mistake

SIZE = "20"


class Search(Question):
    """Search records.

    The query language is the one of the search box (see /help); the filters are those of the results page, several values of
    one being alternatives. Every answer says in `blind_spots` what it could not see.
    """

    name = "search"
    shape = SearchShape
    parameters = SEARCH
    problems = ("query", "parameter", "engine-down", "store-down", "too-large", "media-type")
    cache = "no-store"  # what people search for is confidential

    def get(self, request: object) -> Response:  # noqa: ARG002 - the parameters are read already
        asked = self.asked
        filters = asked.filters(FILTERS)
        for name, values in filters.items():
            if wrong := mistake(name, values):
                raise Problem("parameter", wrong, parameter=name)
        question = Request(
            q=asked.one("q"),
            filters=filters,
            sort=asked.one("sort", SORTS[0]),
            size=int(asked.one("size", SIZE)),
            cursor=asked.one("cursor"),
            collapse=asked.one("collapse"),
        )
        return Response(search_answer(question))


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
