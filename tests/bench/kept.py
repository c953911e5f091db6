"""The folder that `tests.bench.search` keeps, opened again by a measurement beside it."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

import django


def parser(program: str, about: str | None, *, folder: bool = True) -> argparse.ArgumentParser:
    """Return what every measurement of searches is asked with: a folder, and how many queries of a class."""
    found = argparse.ArgumentParser(prog=f"python -m tests.bench.{program}", description=about)
    found.add_argument("--folder", type=Path, required=folder, help="the store, kept to be used again")
    found.add_argument("--each", type=int, default=20, help="queries of each class")
    return found


def opened(folder: Path, **settings: str) -> None:
    """Set up Django over a kept store and its embedded index, without a broker."""
    own = {"LONTAR_DATA": str(folder), "BROKER_URL": "", "DATABASE_URL": "", "ALLOWED_HOSTS": "127.0.0.1"}
    os.environ |= own | settings
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    django.setup()
