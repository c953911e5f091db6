"""`make bench` and `make screenshots` say what they need, and measure and photograph what is there."""

from __future__ import annotations

import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from ops import bench, screenshots
from ops.refusal import Refusal
from search.query.parser import parse


@pytest.fixture
def site() -> Iterator[str]:
    """A web server that answers every page alike."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"<!doctype html><title>A page</title><p>words")

        def log_message(self, *_: Any) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


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


@pytest.mark.browser
def test_every_page_is_photographed_in_every_sight(tmp_path: Path, site: str) -> None:
    code = (
        "import sys; from pathlib import Path; from playwright.sync_api import sync_playwright; from ops import screenshots as s\n"
        "with sync_playwright() as p, s.launch(p) as b: s.take(b, sys.argv[1], Path(sys.argv[2]))"
    )
    subprocess.run([sys.executable, "-c", code, site, str(tmp_path)], cwd=settings.BASE_DIR, check=True, timeout=120)
    taken = {path.stem for path in tmp_path.glob("*.png")}
    assert taken == {f"{page}-{sight}" for page in screenshots.PAGES for sight in screenshots.SIGHTS}
