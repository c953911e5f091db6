"""Index what changed, build the index anew, go back to the one before, or say how it stands."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.core.serializers.json import DjangoJSONEncoder
from tqdm import tqdm

from portal.standards.sentences import counted
from search import indexing
from search.answer import EngineDown
from search.engines.base import IndexBusy
from search.generations import NothingKept


class Command(BaseCommand):
    help = (
        "Index what changed since the last time; --rebuild builds the whole index aside and publishes it in one step."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        what = parser.add_mutually_exclusive_group()
        what.add_argument("--rebuild", action="store_true", help="build a new index from the store and publish it")
        what.add_argument("--rollback", action="store_true", help="publish the index that answered before this one")
        what.add_argument("--status", action="store_true", help="say which index answers and what waits")
        parser.add_argument("--json", action="store_true", help="print the status as JSON")

    def handle(self, *_: Any, **options: Any) -> None:
        try:
            if options["rebuild"]:
                rebuild(quiet=options["json"])
            elif options["rollback"]:
                indexing.rollback()
            elif not options["status"]:
                indexing.drain()
            status = indexing.status()
        except (EngineDown, IndexBusy, NothingKept, indexing.Unfaithful) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(json.dumps(status, cls=DjangoJSONEncoder) if options["json"] else _sentence(status))


def rebuild(*, quiet: bool) -> None:
    """Build the index with a progress bar on the terminal."""
    with tqdm(desc="Indexing", unit=" records", disable=quiet or not sys.stderr.isatty()) as bar:

        def show(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        indexing.rebuild(show)


def _sentence(status: dict[str, Any]) -> str:
    lag = f", the first for {status['lag_seconds']:,} s" if status["pending"] else ""
    building = status["building"]
    aside = f" Being built: {building['name']}, {counted(building['documents'], 'record')} so far." if building else ""
    return (
        f"{status['engine']}, generation {status['generation'] or '(none)'}: {status['documents']:,} of "
        f"{counted(status['records'], 'record')} indexed; {counted(status['pending'], 'change')} waiting{lag}.{aside} {_kept(status['kept'])}"
    )


def _kept(generations: list[dict[str, Any]]) -> str:
    if not generations:
        return "No earlier index is kept."
    before = ", ".join(f"{one['name']} ({counted(one['lacks'], 'change')} behind)" for one in generations)
    return f"--rollback goes back to {before}."
