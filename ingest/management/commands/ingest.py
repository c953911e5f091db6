"""`manage.py ingest PATH...`: files or folders through the pipeline, with progress."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from kombu.exceptions import OperationalError as BrokerError
from tqdm import tqdm

from ingest import pipeline, tally, tasks
from ingest.archive import BadArchive
from ingest.dialects import NoDocuments, UnknownDialect, detect
from ingest.models import Run
from portal.records.models import DeliveryState

# How the command ends; a delivery that failed counts for more than one that waits.
STATUS = {DeliveryState.FAILED: 1, DeliveryState.HELD: 3, DeliveryState.REJECTED: 3}
TO_DO = {
    DeliveryState.HELD: "Nothing of it is stored. Look at it (/deliveries/{0}), then: manage.py release {0:.12} "
    "or manage.py reject {0:.12} --why “…”",
    DeliveryState.REJECTED: "Nothing of it is stored. If it is right after all: manage.py release {0:.12}",
}


def files(paths: list[Path], command: BaseCommand) -> list[Path]:
    """Every file named, and every file below a folder named, by name; raises CommandError for one that is not there.

    A symbolic link in a folder may lead anywhere, so it is not followed, and told.
    """
    found: list[Path] = []
    for path in paths:
        if not path.exists():
            raise CommandError(f"{path}: no such file or folder.")
        inside = sorted(p for p in path.rglob("*") if not p.name.startswith(".")) if path.is_dir() else [path]
        links = [one for one in inside if one != path and one.is_symlink()]
        for link in links:
            command.stderr.write(
                f"{link}: a symbolic link in a folder is not followed; name it itself to have it read."
            )
        read = [one for one in inside if one.is_file() and one not in links]
        if not read:
            raise CommandError(f"{path}: the folder holds no file.")
        found.extend(read)
    return found


def status(states: list[str]) -> int:
    """Return how a command ends that left deliveries in these states; 0 when all is stored or on its way."""
    return next((ended for state, ended in STATUS.items() if state in states), 0)


def stray(path: Path) -> UnknownDialect | None:
    """Return why nothing any reader knows is in the file; None where it is known, or damaged."""
    try:
        detect(path)
    except UnknownDialect as error:
        return error
    except (BadArchive, OSError):
        pass
    return None


def carry(run: Run, name: str) -> None:
    """Carry the run to its end in this process, with a bar of documents on a terminal."""
    with tqdm(desc=name, unit=" documents", disable=None, leave=False, initial=run.position) as bar:

        def report(now: Run) -> None:
            bar.set_postfix_str(now.get_stage_display(), refresh=False)
            bar.total = now.total
            bar.update(now.position - bar.n)

        pipeline.carry(run, report)
    run.delivery.refresh_from_db()


def say(command: BaseCommand, run: Run, *, again: bool, as_json: bool, name: str = "") -> None:
    """Say what became of a delivery, whose file may be called otherwise (`name`) than when its bytes first came."""
    summary = tally.summary(run, again=again)
    first, summary["name"] = summary["name"], name or summary["name"]
    if as_json:
        command.stdout.write(json.dumps(summary, ensure_ascii=False))
        return
    later = run.delivery.runs.filter(pk__lt=run.pk).exists()
    if later and not again:  # a later pass may change what the first one brought
        summary["records"]["changed"] += run.counts.get("records", {}).get("again", 0)
    records = ", ".join(f"{n} {name}" for name, n in summary["records"].items() if n)
    records = records or ("nothing new" if later and summary["state"] == DeliveryState.STORED else "none")
    if summary["state"] == DeliveryState.RECEIVED:
        command.stdout.write(f"{summary['name']}: received; waits for a worker")
        return
    command.stdout.write(
        f"{summary['name']}: {summary['state']} ({summary['dialect'] or 'unknown dialect'}); records: {records}"
    )
    if summary["name"] != first:
        command.stdout.write(
            f"  Its bytes are those of {first}, received before: they are one delivery, under that name."
        )
    if tally.unread([*run.delivery.runs.all()]):
        command.stderr.write("  Nothing in it could be read; the findings say why.")
    if again and summary["records"].get("quarantined") and run.delivery.state == DeliveryState.STORED:
        mended = "Where what is wrong lay here and is mended, have it read again"
        command.stderr.write(
            f"  It came before and was not read again. {mended}: manage.py retry {run.delivery.sha256:.12}"
        )
    if summary["error"]:
        command.stderr.write(f"  {summary['error']}")
    if run.delivery.state in TO_DO:
        command.stderr.write("  " + TO_DO[DeliveryState(run.delivery.state)].format(run.delivery.sha256))
    for code, n in sorted(summary["findings"].items()):
        command.stdout.write(f"  {code}: {n}")


class Command(BaseCommand):
    """Exit status: 0 stored, with findings or without; 3 a delivery is held back or was rejected; 1 a delivery failed, or nothing in it could be read.

    A file of a folder that holds no documents (a schema, an image, a readme) is told and passed over, one that no reader knows is taken
    in and fails; both count only where nothing else of the command was stored, as in an archive.
    """

    help = "Read deliveries (files, or folders of files) into the store, in the order given."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--office", default="", metavar="CC", help="ST.3 code, where the delivery does not say it.")
        parser.add_argument("--json", action="store_true", help="One JSON object a delivery, one a line.")
        parser.add_argument(
            "--enqueue",
            action="store_true",
            help="Hand the work to the workers (of `make run`, or at BROKER_URL) and return.",
        )
        parser.add_argument("--sample", action="store_true", help="Mark the records as invented sample data.")

    def handle(self, *, paths: list[Path], office: str, json: bool, sample: bool, enqueue: bool, **_: Any) -> None:
        if enqueue and not tasks.find_broker():
            raise CommandError(
                "--enqueue hands the work to workers, and none is there: start the portal on this data folder (make run), or set "
                "BROKER_URL to the address the workers listen at. Without --enqueue it is done here."
            )
        states: list[str] = []
        strays: list[str] = []
        for path in files(paths, self):
            unknown = stray(path) if path not in paths else None
            if isinstance(unknown, NoDocuments):
                self.stderr.write(f"{path}: passed over. {unknown}")
                strays.append(DeliveryState.FAILED)
                continue
            try:
                run, work = pipeline.start(path, office.upper(), sample=sample)
            except (OSError, ValueError) as error:
                raise CommandError(f"{path}: {error}") from error
            if work and enqueue:
                self.enqueue(run)
            elif work:
                carry(run, path.name)
            say(self, run, again=not work, as_json=json, name=path.name)
            told = strays if unknown and run.delivery.state == DeliveryState.FAILED else states
            told.append(DeliveryState.FAILED if tally.unread([*run.delivery.runs.all()]) else run.delivery.state)
        if ended := status(states if DeliveryState.STORED in states else states + strays):
            sys.exit(ended)

    def enqueue(self, run: Run) -> None:
        """Hand the run to the workers. Raises CommandError where the broker is away; nothing is lost by that."""
        try:
            pipeline.enqueue(run)
        except BrokerError as error:
            sentence = (
                f"{run.delivery.name} is received and kept, but the broker does not answer ({error}). "
                "A worker takes it up when it starts; or run the same command without --enqueue."
            )
            raise CommandError(sentence) from error
