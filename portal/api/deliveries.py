"""`/api/v1/deliveries`, one of them, and its findings."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Count, Model, QuerySet
from django.http import HttpResponseBase
from rest_framework.response import Response

from ingest.models import Finding, Severity
from ingest.quality.report import COLUMNS, report
from portal.api import rows
from portal.api.errors import Problem
from portal.api.parameters import CURSOR, OFFICE, SIZE, Parameter, form_parameter
from portal.api.shapes import DeliveriesShape, DeliveryDetailShape, FindingShape, FindingsShape, ReportShape
from portal.api.tables import table
from portal.api.view import View, streamed
from portal.records.models import Delivery, DeliveryState

SHA256 = Parameter("sha256", "The SHA-256 of the delivery's bytes, in hexadecimal.")
STATE = Parameter("state", "States of deliveries.", choices=tuple(DeliveryState.values), many=True)
SEVERITY = Parameter("severity", "Severities of findings.", choices=tuple(Severity.values), many=True)
CODE = Parameter(
    "code", "Codes of findings.", r"[A-Z0-9-]{1,20}", "the code of a finding, as EVENT-UNMAPPED", many=True
)
FORMS = ("json", "csv")
PAGE = "50"
M = TypeVar("M", bound=Model)


def delivery_called(sha256: str) -> Delivery:
    """Return a delivery by its hash. Raises Problem where none has it."""
    found = Delivery.objects.filter(sha256=sha256.lower()).first()
    if found is None:
        raise Problem("not-found", f"No delivery {sha256[:64]} was received. All are listed at /api/v1/deliveries.")
    return found


def page(found: QuerySet[M], cursor: str, size: int, *, latest_first: bool = False) -> tuple[list[M], str | None]:
    """Return a page of rows in the order of their keys after the one the cursor names, and the next cursor."""
    if cursor and not (cursor.isdecimal() and len(cursor) < 19):
        raise Problem("parameter", "The cursor is damaged. Start from the first page.", parameter="cursor")
    after = {"pk__lt" if latest_first else "pk__gt": int(cursor)} if cursor else {}
    some = list(found.filter(**after).order_by("-pk" if latest_first else "pk")[: size + 1])
    return some[:size], str(some[size - 1].pk) if len(some) > size else None


class Deliveries(View):
    """List deliveries.

    What was received, the latest first, and how far each has come.
    """

    name = "deliveries"
    shape = DeliveriesShape
    parameters = (OFFICE, STATE, SIZE, CURSOR)

    def get(self, request: object) -> Response:  # noqa: ARG002
        asked = self.asked
        filters = {"office__in": asked.all("office"), "state__in": asked.all("state")}
        found = Delivery.objects.filter(**{name: values for name, values in filters.items() if values})
        some, following = page(found, asked.one("cursor"), int(asked.one("size", PAGE)), latest_first=True)
        answer: DeliveriesShape = {"results": [rows.delivery(row) for row in some], "next": following}
        return Response(answer)


class DeliveryDetail(View):
    """Read a delivery.

    What the pipeline did with it, and its findings by severity.
    """

    name = "delivery"
    shape = DeliveryDetailShape
    path_parameters = (SHA256,)
    problems = ("parameter", "not-found", "store-down")

    def get(self, request: object, sha256: str) -> Response:  # noqa: ARG002
        found = delivery_called(sha256)
        findings = Finding.objects.filter(run__delivery=found).order_by()
        counts = findings.values("severity").annotate(count=Count("pk")).values_list("severity", "count")
        answer: DeliveryDetailShape = {
            **rows.delivery(found),
            "runs": [rows.run(row) for row in found.runs.all()],
            "findings": dict(counts),
        }
        return Response(answer)


class Quality(View):
    """Read a delivery's quality report.

    What it brought against former deliveries, its findings by kind with examples, and the elements used and left.
    """

    name = "report"
    shape = ReportShape
    forms = FORMS
    path_parameters = (SHA256,)
    parameters = (form_parameter(FORMS),)
    problems = ("parameter", "not-found", "store-down")

    def get(self, request: object, sha256: str) -> HttpResponseBase:  # noqa: ARG002
        made = report(delivery_called(sha256))
        if self.form() == "csv":
            return streamed(table(COLUMNS, made.lines()), "csv", f"report_{made.delivery.sha256[:12]}.csv")
        return Response(rows.report(made))


class Findings(View):
    """List a delivery's findings.

    What the checks say, in the order of the documents, page by page in JSON or whole as CSV.
    """

    name = "findings"
    shape = FindingsShape
    forms = FORMS
    path_parameters = (SHA256,)
    parameters = (SEVERITY, CODE, SIZE, CURSOR, form_parameter(FORMS))
    problems = ("parameter", "not-found", "store-down")

    def get(self, request: object, sha256: str) -> HttpResponseBase:  # noqa: ARG002
        delivery, asked = delivery_called(sha256), self.asked
        filters = {"severity__in": asked.all("severity"), "code__in": asked.all("code")}
        found = Finding.objects.filter(run__delivery=delivery, **{n: values for n, values in filters.items() if values})
        if self.form() == "csv":
            every = (rows.finding(row, delivery.sha256) for row in found.iterator(chunk_size=2000))
            return streamed(table(FindingShape.__annotations__, every), "csv", f"findings_{delivery.sha256[:12]}.csv")
        some, following = page(found, asked.one("cursor"), int(asked.one("size", PAGE)))
        answer: FindingsShape = {
            "total": found.count(),
            "results": [rows.finding(row, delivery.sha256) for row in some],
            "next": following,
        }
        return Response(answer)
