"""`manage.py findings`: every code of a finding and what to do about it, as docs/findings.md."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from ingest.quality.codes import page


class Command(BaseCommand):
    """Prints the page; `manage.py findings > docs/findings.md` writes it anew."""

    help = "Print every code of a finding, its severity, what it says and what to do about it."
    requires_migrations_checks = False

    def handle(self, **_: Any) -> None:
        self.stdout.write(page(), ending="")
