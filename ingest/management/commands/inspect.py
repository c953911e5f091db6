"""`manage.py inspect PATH`: which dialect a file is and what would be read; writes nothing."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ingest.archive import BadArchive
from ingest.dialects import NoDocuments, UnknownDialect
from ingest.formats.st37 import BadAuthorityFile
from ingest.inspection import Seen, inspect
from ingest.management.commands.ingest import files


class Command(BaseCommand):
    """Reads the whole file without touching the database."""

    help = "Say which dialect a file is and what would be read from it. Nothing is written."
    requires_migrations_checks = False

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--office", default="", metavar="CC")
        parser.add_argument("--json", action="store_true")

    def handle(self, *, paths: list[Path], office: str, json: bool, **_: Any) -> None:
        failed = read = empty = False
        for path in files(paths, self):
            try:
                self.say(path, inspect(path, office.upper()), as_json=json)
                read = True
            except NoDocuments as error:
                empty = True
                self.none(path, str(error), as_json=json)
            except (BadArchive, BadAuthorityFile, UnknownDialect, OSError, ValueError) as error:
                failed = True
                self.stderr.write(f"{path}: {error}")
        if failed or (empty and not read):
            raise CommandError("Not every file can be read.", returncode=1)

    def none(self, path: Path, sentence: str, *, as_json: bool) -> None:
        """Say that nothing in the file is meant to be read, which is no failure beside a file that is read."""
        told = json.dumps({"name": path.name, "dialect": "none", "words": sentence}, ensure_ascii=False)
        self.stdout.write(told if as_json else f"{path}: {sentence}")

    def say(self, path: Path, seen: Seen, *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps({"name": path.name, **seen.as_dict()}, ensure_ascii=False))
            return
        self.stdout.write(f"{path}: {seen.words} ({seen.dialect})")
        for title, counter in seen.tables():
            if counter:
                self.stdout.write(
                    f"  {title}: " + ", ".join(f"{k or '(none)'} {n}" for k, n in Counter(counter).most_common(12))
                )
        for code, sentence in seen.said.items():
            self.stdout.write(f"  {code}: {sentence}")
