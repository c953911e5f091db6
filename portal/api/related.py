"""`/api/v1/records/{id}/family` and `/api/v1/records/{id}/similar`: the records held that belong beside one."""

from __future__ import annotations

from rest_framework.response import Response

from portal.api.answers import hit_answers
from portal.api.parameters import SIZE
from portal.api.records import ID, held_record
from portal.api.search_shapes import FamilyShape, SimilarShape
from portal.api.view import View
from search import service

SIMILAR = "10"


class Family(View):
    """List the other members of a record's family.

    A family is all records with the same set of priorities; an application that claims none is taken for its own.
    """

    name = "family"
    shape = FamilyShape
    path_parameters = (ID,)
    problems = ("parameter", "not-found", "engine-down", "store-down")

    def get(self, request: object, id: str) -> Response:  # noqa: A002, ARG002 - the name in the address
        record = held_record(id)
        members = service.named(service.relatives(record))
        answer: FamilyShape = {"id": record.id, "results": hit_answers(members)}
        return Response(answer)


class Similar(View):
    """List records like one.

    They are sought, outside its family, by the words of its title, abstract and claims and by its classes that few other records have.
    """

    name = "similar"
    shape = SimilarShape
    parameters = (SIZE,)
    path_parameters = (ID,)
    problems = ("parameter", "not-found", "engine-down", "store-down")

    def get(self, request: object, id: str) -> Response:  # noqa: A002, ARG002
        record = held_record(id)
        found = service.similar(record, int(self.asked.one("size", SIMILAR)))
        hits = hit_answers(service.named(found.ids))
        answer: SimilarShape = {
            "id": record.id,
            "words": list(found.words),
            "classes": list(found.classes),
            "results": hits,
        }
        return Response(answer)
