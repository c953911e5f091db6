"""`manage.py withdraw ID --why “…”`: a delivery taken in by mistake is taken out, with its bytes."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandError

from ingest.management.commands.release import Decide, called
from ingest.withdraw import NotWithdrawn, withdraw


class Command(Decide):
    """Only one of which nothing is stored; the same file again is then a new delivery."""

    help = (
        "Take out a delivery that came by mistake and of which nothing is stored: its page, its findings and its bytes."
    )

    def handle(self, *, id: str, by: str, why: str, **_: Any) -> None:  # noqa: A002 - the argument's name
        if not why.strip():
            raise CommandError("Say why, for whoever reads the log: --why “…”")
        delivery = called(id)
        try:
            withdraw(delivery, by, why)
        except NotWithdrawn as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"{delivery.name}: taken out. withdrawn.log in the data folder keeps its name, its SHA-256, by whom and why."
        )
