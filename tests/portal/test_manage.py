"""`manage.py` on a database that was never set up, and before a reader that has seen enough."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from portal.lines import Line


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


def test_without_a_broker_the_work_is_done_and_nothing_is_said_of_brokers(tmp_path: Path) -> None:
    assert manage(tmp_path, "migrate").returncode == 0
    ended = manage(tmp_path, "ingest", "samples/BR")
    assert "kombu" not in ended.stderr + ended.stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("gunicorn", "--config", "python:ops.web", "--bind", "127.0.0.1:0", "portal.wsgi"), "manage.py migrate"),
        (
            ("celery", "--app", "portal.celery", "worker", "--concurrency", "1"),
            "A worker needs a broker: set BROKER_URL",
        ),
    ],
    ids=["web", "worker"],
)
def test_what_cannot_start_ends_with_a_sentence(tmp_path: Path, words: tuple[str, ...], says: str) -> None:
    environment = {**os.environ, "LONTAR_DATA": str(tmp_path), "BROKER_URL": ""}
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, "-m", *words]
    ended = subprocess.run(
        command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert ended.returncode == 1
    assert says in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_message_of_several_lines_is_one_line_of_the_log() -> None:
    record = logging.LogRecord("kombu", logging.ERROR, "", 0, "Cannot connect to %s:\nTrying again\n", ("it",), None)
    assert Line("{levelname} {message}", style="{").format(record) == "ERROR Cannot connect to it: Trying again"


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    command = f"{sys.executable} manage.py explain 'rice OR husk' | true"
    environment = {**os.environ, "LONTAR_DATA": str(tmp_path)}
    ended = subprocess.run(
        ["sh", "-c", command], cwd=settings.BASE_DIR, env=environment, stderr=subprocess.PIPE, check=True
    )
    assert b"BrokenPipe" not in ended.stderr
