"""`manage.py authority PATH --office CC`: an ST.37 authority file in."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from ingest.management.commands.ingest import Command as Ingest


class Command(Ingest):
    """The same pipeline as `ingest`; refuses a file that is no authority file."""

    help = "Read an office's authority file (WIPO ST.37, text or XML), against which its coverage is measured."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("paths", nargs=1, type=Path, metavar="PATH")
        parser.add_argument("--office", required=True, metavar="CC", help="ST.3 code of the office whose list it is.")
        parser.add_argument("--json", action="store_true", help="Print one JSON object.")

    def handle(self, *, paths: list[Path], office: str, json: bool, **_: Any) -> None:
        super().handle(paths=paths, office=office, json=json, sample=False, enqueue=False)
