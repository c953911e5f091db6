"""`manage.py` on a database that was never set up, and before a reader that has seen enough."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings


def manage(data: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "LONTAR_DATA": str(data), "BROKER_URL": ""}
    environment.pop("DATABASE_URL", None)
    return subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("words", [("ingest", "README.md"), ("index", "--status"), ("coverage",)], ids=lambda w: w[0])
def test_before_the_tables_are_there_a_sentence_says_what_to_do(tmp_path: Path, words: tuple[str, ...]) -> None:
    ended = manage(tmp_path, *words)
    assert ended.returncode == 1
    assert "manage.py migrate" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    command = f"{sys.executable} manage.py explain 'rice OR husk' | true"
    environment = {**os.environ, "LONTAR_DATA": str(tmp_path)}
    ended = subprocess.run(
        ["sh", "-c", command], cwd=settings.BASE_DIR, env=environment, stderr=subprocess.PIPE, check=True
    )
    assert b"BrokenPipe" not in ended.stderr
