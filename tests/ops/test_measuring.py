"""`make bench` and `make screenshots` say what they need, and measuring works."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from ops import bench, screenshots
from ops.refusal import Refusal
from search.query.parser import parse


def test_a_step_prints_its_seconds_and_rate(capsys: pytest.CaptureFixture[str]) -> None:
    with bench.timed("read", [40, 2]):
        pass
    what, seconds, unit, count, *_ = capsys.readouterr().out.split()
    assert (what, unit, count) == ("read", "s", "42")
    assert float(seconds) < 1


@pytest.mark.parametrize("query", bench.QUERIES.values(), ids=list(bench.QUERIES))
def test_what_is_measured_can_be_read(query: str) -> None:
    assert parse(query).node is not None


@pytest.mark.services
def test_a_measurement_leaves_nothing_behind_and_does_not_touch_the_data_folder(tmp_path: Path) -> None:
    environment = {**os.environ, "TRANSLATION_PROVIDER": "none", "TMPDIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "ops.bench"],
        cwd=settings.BASE_DIR,
        env=environment,
        text=True,
        capture_output=True,
        check=True,
    )
    assert "rebuild the index" in done.stdout
    assert set(bench.QUERIES) <= {line[:28].strip() for line in done.stdout.splitlines()}
    assert list(tmp_path.iterdir()) == []


def test_without_a_portal_the_sentence_says_to_start_one() -> None:
    with pytest.raises(Refusal, match="make run"):
        screenshots.check("http://127.0.0.1:9")


def test_without_a_browser_the_sentence_says_to_install_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Refusal, match="apt install chromium"):
        screenshots.chromium()
