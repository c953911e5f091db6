"""`manage.py release ID`: a delivery that was held back goes on."""

from __future__ import annotations

import argparse
import os
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ingest import held
from ingest.management.commands.ingest import carry, say, status
from portal.records.models import Delivery

SHORTEST = 6  # characters of a SHA-256 that may stand for it


def called(name: str) -> Delivery:
    """Return the delivery whose SHA-256 begins with `name`. Raises CommandError where none does, or several."""
    found = list(Delivery.objects.filter(sha256__startswith=name.lower())[:2]) if len(name) >= SHORTEST else []
    if len(found) != 1:
        which = "No delivery has" if not found else "Several deliveries have"
        raise CommandError(f"{which} a SHA-256 that begins with “{name}”. Give at least {SHORTEST} of its characters.")
    return found[0]


class Decide(BaseCommand):
    """A decision on a delivery that is held back: which one, who decides, and why."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("id", metavar="ID", help="The delivery's SHA-256, or its beginning.")
        parser.add_argument(
            "--by",
            default=os.environ.get("USER", "an operator"),
            metavar="NAME",
            help="Who decides; else who is logged in.",
        )
        parser.add_argument("--why", default="", help="Kept with the decision and shown on the delivery's page.")


class Command(Decide):
    """The rest of the work is done at once, with progress; the exit status is that of `ingest`."""

    help = "Let a delivery go on that was held back or rejected."

    def handle(self, *, id: str, by: str, why: str, **_: Any) -> None:  # noqa: A002 - the argument's name
        try:
            run = held.release(called(id), by, why)
        except held.NotHeld as error:
            raise CommandError(str(error)) from error
        carry(run, run.delivery.name)
        say(self, run, again=False, as_json=False)
        sys.exit(status([run.delivery.state]))
