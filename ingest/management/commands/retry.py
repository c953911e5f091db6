"""`manage.py retry [ID...]`: deliveries are read again for what waits in quarantine."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ingest import retry
from ingest.management.commands.ingest import carry, say, status
from ingest.management.commands.release import called


class Command(BaseCommand):
    """A delivery that is not finished goes on, one that failed is tried again; the exit status is that of `ingest`."""

    help = "Read deliveries again: those named, else all that have documents in quarantine."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("ids", nargs="*", metavar="ID", help="The delivery's SHA-256, or its beginning.")

    def handle(self, *, ids: list[str], **_: Any) -> None:
        states = []
        for delivery in [called(name) for name in ids] or retry.with_quarantine():
            try:
                run = retry.again(delivery)
            except retry.NotAgain as error:
                raise CommandError(str(error)) from error
            carry(run, delivery.name)
            say(self, run, again=False, as_json=False)
            states.append(run.delivery.state)
        if not states:
            self.stdout.write("No document waits in quarantine.")
        sys.exit(status(states))
