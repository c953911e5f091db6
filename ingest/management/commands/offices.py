"""`manage.py offices [--write]`: the pages about offices in the docs, made from their profiles."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from ingest.offices.pages import index, page
from ingest.offices.profiles import all_profiles, wrong_profiles

FOLDER = Path(settings.BASE_DIR) / "docs" / "offices"


def pages() -> dict[str, str]:
    """Return the text of every page by its file name."""
    profiles = all_profiles()
    return {"README.md": index(profiles), **{f"{profile.code.lower()}.md": page(profile) for profile in profiles}}


def outdated(folder: Path = FOLDER) -> list[str]:
    """Return the names of files in `folder` that differ from what the profiles say, are missing or are of no office."""
    wanted = pages()
    held = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    return sorted(name for name in {*wanted, *held} if wanted.get(name) != held.get(name))


class Command(BaseCommand):
    """Says which pages are not current; with `--write` makes them so."""

    help = "Say which pages of docs/offices are not current with the office profiles, or write them."
    requires_migrations_checks = False

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--write", action="store_true", help="write the pages")

    def handle(self, *, write: bool, **_: Any) -> None:
        if wrong := wrong_profiles():
            raise CommandError(" ".join(wrong))
        old = outdated()
        if old and not write:
            raise CommandError(f"Not current: {', '.join(old)}. Run manage.py offices --write.")
        wanted = pages()
        FOLDER.mkdir(exist_ok=True)
        for name in old:
            if name in wanted:
                (FOLDER / name).write_text(wanted[name], encoding="utf-8")
            else:
                (FOLDER / name).unlink()
        self.stdout.write(
            f"{len(wanted)} pages, {len(old)} written." if write else f"{len(wanted)} pages, all current."
        )
