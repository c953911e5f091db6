"""`manage.py authority PATH --office CC`: an ST.37 authority file in."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from ingest.archive import BadArchive
from ingest.dialects import AuthorityDialect, UnknownDialect, detect
from ingest.management.commands.ingest import Command as Ingest


class Command(Ingest):
    """The same pipeline as `ingest`; refuses a file that is no authority file."""

    help = "Read an office's authority file (WIPO ST.37, text or XML), against which its coverage is measured."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("paths", nargs=1, type=Path, metavar="PATH")
        parser.add_argument("--office", required=True, metavar="CC", help="ST.3 code of the office whose list it is.")
        parser.add_argument("--json", action="store_true", help="Print one JSON object.")

    def handle(self, *, paths: list[Path], office: str, json: bool, **_: Any) -> None:
        check(paths[0])
        super().handle(paths=paths, office=office, json=json, sample=False, enqueue=False)


def check(path: Path) -> None:
    """Raise CommandError where there is no authority file at `path`."""
    if path.is_dir():
        raise CommandError(f"{path} is a folder. Name one file.")
    try:
        dialect = detect(path)
    except (BadArchive, UnknownDialect, OSError) as error:
        raise CommandError(f"{path}: {error}") from error
    if not isinstance(dialect, AuthorityDialect):
        raise CommandError(f"{path} is no authority file but {dialect.words}; take it in with: manage.py ingest")
