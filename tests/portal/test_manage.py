"""`manage.py` on a database that was never set up."""

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
