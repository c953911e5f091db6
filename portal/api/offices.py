"""`/api/v1/offices` and `/api/v1/offices/{cc}`."""

from __future__ import annotations

from collections.abc import Collection

from rest_framework.response import Response

from portal.api import rows
from portal.api.answers import iso
from portal.api.errors import Problem
from portal.api.parameters import Parameter
from portal.api.shapes import OfficeDetailShape, OfficeShape, OfficesShape
from portal.api.view import View
from portal.coverage.figures import Figure, chosen, overview, total
from portal.coverage.models import Counted
from portal.records.contradictions import WORDS
from portal.records.models import AuthorityFile, Delivery, Office, Record

LATEST = 10  # deliveries and authority files named on an office
CC = Parameter("cc", "The office, by WIPO ST.3 code.")


def office_called(code: str) -> Office:
    """Return an office by its code. Raises Problem naming those there are."""
    return offices_called([code])[code.upper()]


def offices_called(codes: Collection[str]) -> dict[str, Office]:
    """Return offices by their codes. Raises Problem for the first unknown one, naming those there are."""
    found = Office.objects.in_bulk([code.upper() for code in codes])
    for code in codes:
        if code.upper() not in found:
            known = sorted(Office.objects.values_list("pk", flat=True))
            raise Problem("not-found", f"There is no office “{code[:20]}” here.", near=known)
    return found


class Offices(View):
    """List the offices.

    What each publishes, under which terms, and how much of it is held.
    """

    name = "offices"
    shape = OfficesShape

    def get(self, request: object) -> Response:  # noqa: ARG002
        held = {row.office.code: row.total for row in overview()}
        return Response({"results": [_office(row, held.get(row.code, total([]))) for row in Office.objects.all()]})


class OfficeDetail(View):
    """Read an office.

    Its coverage by right, its lists of what it published (WIPO ST.37) and its latest deliveries.
    """

    name = "office"
    shape = OfficeDetailShape
    path_parameters = (CC,)
    problems = ("parameter", "not-found", "store-down")

    def get(self, request: object, cc: str) -> Response:  # noqa: ARG002
        return Response(_detail(office_called(cc)))


def _office(row: Office, held: Figure) -> OfficeShape:
    return {
        **rows.office_name(row),
        "languages": row.languages,
        "calendar": row.calendar,
        "unpublished": row.unpublished,
        "register": row.profile.get("register", ""),
        "notes": row.profile.get("notes", ""),
        "cadence_days": row.profile.get("cadence_days"),
        "coverage": rows.figure(held),
    }


def _detail(row: Office) -> OfficeDetailShape:
    cells = list(chosen([row.code]))
    counted = Counted.objects.filter(office=row).first()
    files = AuthorityFile.objects.filter(office=row).select_related("delivery").order_by("-produced", "-id")
    deliveries = Delivery.objects.filter(office=row)[:LATEST]
    return {
        **_office(row, total(cells)),
        "counted_at": iso(counted.at) if counted else None,
        "contradictions": [
            {"code": code, "words": WORDS[code], "count": told["count"], "numbers": told["numbers"]}
            for code, told in (counted.contradictions.items() if counted else ())
        ],
        "records": Record.objects.filter(office=row).count(),
        "rights": {
            right: rows.figure(total(cell for cell in cells if cell.right == right))
            for right in sorted({cell.right for cell in cells})
        },
        "authority_files": [
            {"produced": iso(file.produced), "update": file.update, "delivery": file.delivery.sha256}
            for file in files[:LATEST]
        ],
        "deliveries": [rows.delivery(delivery) for delivery in deliveries],
    }
