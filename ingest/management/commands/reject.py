"""`manage.py reject ID --why “…”`: a delivery that was held back is never stored."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandError

from ingest import held
from ingest.management.commands.release import Decide, called


class Command(Decide):
    """The bytes stay under their SHA-256, and the same file again says that it was rejected, by whom and why."""

    help = "Reject a delivery that is held back: nothing of it is stored."

    def handle(self, *, id: str, by: str, why: str, **_: Any) -> None:  # noqa: A002 - the argument's name
        if not why.strip():
            raise CommandError("Say why, for whoever sends the next one: --why “…”")
        try:
            run = held.reject(called(id), by, why)
        except held.NotHeld as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{run.delivery.name}: rejected. Nothing of it is stored; its bytes are kept.")
