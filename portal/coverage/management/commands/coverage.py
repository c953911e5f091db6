"""`manage.py coverage`: what is held of what each office published."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.coverage.counting import recount
from portal.coverage.figures import Figure, chosen, total
from portal.coverage.models import Counted, PendingOffice
from portal.records.models import Office
from portal.standards.sentences import counted


class Command(BaseCommand):
    help = "Show what is held of what each office published; with --recount, count it again first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--office", metavar="CC", help="ST.3 code of one office")
        parser.add_argument("--recount", action="store_true", help="count again from the rows")
        parser.add_argument("--json", action="store_true", help="one JSON object")

    def handle(self, *_: object, **options: Any) -> None:
        offices = self._offices(options["office"])
        if options["recount"]:
            for office in offices:
                recount(office.code)
        figures = {office: total(chosen([office.code])) for office in offices}
        if options["json"]:
            self.stdout.write(json.dumps({"offices": [as_dict(*pair) for pair in figures.items()]}, ensure_ascii=False))
        else:
            self._table({office: figure for office, figure in figures.items() if figure.held or figure.listed})

    def _offices(self, code: str | None) -> list[Office]:
        offices = list(Office.objects.filter(pk=code.upper()) if code else Office.objects.all())
        if code and not offices:
            known = ", ".join(sorted(Office.objects.values_list("code", flat=True))) or "none"
            raise CommandError(f"No office {code}. Give the ST.3 code of one of these: {known}.")
        return offices

    def _table(self, figures: dict[Office, Figure]) -> None:
        self.stdout.write(f"{'Office':30} {'Published':>12} {'Held':>12} {'Rate':>8} {'Missing':>10}")
        for office, figure in figures.items():
            published, missing = (f"{n:,}" if n is not None else "unknown" for n in (figure.expected, figure.missing))
            rate = f"{figure.rate:.1%}" if figure.rate is not None else "unknown"
            self.stdout.write(f"{office!s:30} {published:>12} {figure.held:>12,} {rate:>8} {missing:>10}")
        if waiting := PendingOffice.objects.values("office").distinct().count():
            self.stdout.write(
                f"Not counted since a change: {counted(waiting, 'office')}. Count with: manage.py coverage --recount"
            )


def as_dict(office: Office, figure: Figure) -> dict[str, Any]:
    """Return an office's sum as the command prints it in JSON."""
    count = Counted.objects.filter(office=office).first()
    return {
        "office": office.code,
        "counted_at": count.at.isoformat() if count else None,
        "listed": figure.listed,
        "expected": figure.expected,
        "held": figure.held,
        "held_listed": figure.held_listed,
        "missing": figure.missing,
        "rate": figure.rate,
        "complete": figure.complete,
        "elements": figure.elements,
    }
