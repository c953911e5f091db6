"""What the launcher refuses, and the sentence it refuses with."""

from __future__ import annotations

import contextlib
import fcntl
import http.server
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from ops import run
from ops.refusal import Refusal
from tests.ops.waiting import until

HOLD = "import fcntl, sys, time; f = open(sys.argv[1], 'a'); fcntl.flock(f, fcntl.LOCK_EX); print('held', flush=True); time.sleep(60)"


@contextlib.contextmanager
def holder(folder: Path, owner: int | None = None) -> Iterator[int]:
    """Have another process hold a folder, in its own name or in that of a launcher that is gone."""
    command = [sys.executable, "-c", HOLD, str(folder / "run.lock")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        process.stdout.readline()
        (folder / "run.lock").write_text(str(owner or process.pid))
        yield process.pid
        process.kill()


def gone() -> int:
    """Return the id of a process that has just ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def test_a_port_in_use_is_refused_with_another_to_take() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(Refusal, match=rf"Port {port} .*PORT={port + 1} make run"):
            run.check_port(port)
    run.check_port(port)


def test_a_port_only_root_may_use_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: Any) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(socket.socket, "bind", forbidden)
    with pytest.raises(Refusal, match="Port 80 cannot be used \\(Permission denied\\)"):
        run.check_port(80)


def test_a_folder_with_a_living_launcher_is_refused_at_once(tmp_path: Path) -> None:
    with holder(tmp_path) as pid, pytest.raises(Refusal, match=rf"already runs .*process {pid}.*LONTAR_DATA="):
        run.folder_lock(tmp_path).__enter__()


def test_what_a_killed_launcher_left_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "LEFTOVER_SECONDS", 30)
    with holder(tmp_path, owner=gone()) as left:
        threading.Timer(0.5, os.kill, (left, 9)).start()
        with run.folder_lock(tmp_path) as lock:
            assert lock.name.endswith("run.lock")
            assert (tmp_path / "run.lock").read_text() == str(os.getpid())


def test_what_does_not_end_is_refused_after_a_while(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "LEFTOVER_SECONDS", 0.3)
    with holder(tmp_path, owner=gone()), pytest.raises(Refusal, match="Processes of an earlier start still use"):
        run.folder_lock(tmp_path).__enter__()


def test_the_folder_stays_locked_while_a_child_lives(tmp_path: Path) -> None:
    with run.folder_lock(tmp_path) as lock:
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], pass_fds=[lock.fileno()])
    with (tmp_path / "run.lock").open("a") as other:
        assert not run.locked(other)
        child.kill()
        child.wait()
        assert until(lambda: run.locked(other))
        fcntl.flock(other, fcntl.LOCK_UN)


@pytest.fixture
def site() -> Iterator[str]:
    """A web server that answers each path with the status its last part names."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(int(self.path.rpartition("/")[2] or 200))
            self.end_headers()
            self.wfile.write(b"the broker does not answer")

        def log_message(self, *_: Any) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize("status", [200, 404, 503])
def test_a_page_is_fetched_with_its_status(site: str, status: int) -> None:
    assert run.get(f"{site}/{status}") == (status, "the broker does not answer")


def test_where_nothing_answers_the_status_is_zero() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert run.get(f"http://127.0.0.1:{port}/")[0] == 0


@pytest.mark.parametrize(("engine", "refused"), [("embedded", False), ("opensearch", True)])
def test_an_engine_that_is_asked_for_must_answer(settings: Any, *, engine: str, refused: bool) -> None:
    settings.SEARCH_ENGINE, settings.OPENSEARCH_URL = engine, "http://127.0.0.1:9"
    with pytest.raises(Refusal, match="make opensearch") if refused else contextlib.nullcontext():
        run.check_engine()


@pytest.mark.parametrize("dead", ["", "http://127.0.0.1:9,"])
def test_an_engine_of_which_a_node_answers_is_taken(settings: Any, site: str, dead: str) -> None:
    settings.SEARCH_ENGINE, settings.OPENSEARCH_URL = "opensearch", dead + site
    run.check_engine()


def test_a_broker_of_the_environment_is_used_and_none_started(settings: Any, tmp_path: Path) -> None:
    settings.BROKER_URL = "redis://there"
    run.start_broker(None, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_refusal_is_one_sentence_and_no_trace(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        environment = {**os.environ, "LONTAR_DATA": str(tmp_path), "PORT": str(port)}
        done = subprocess.run(
            [sys.executable, "-m", "ops.run"], env=environment, text=True, capture_output=True, check=False, timeout=60
        )
    assert done.returncode == 1
    assert done.stderr.strip().startswith(f"Port {port} cannot be used")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["broker", "worker"])
def test_what_keeps_dying_is_started_five_times_and_then_ends_the_portal(tmp_path: Path, name: str) -> None:
    with (tmp_path / "lock").open("w") as lock, run.Children(tmp_path, dict(os.environ), lock.fileno()) as children:
        starts: list[float] = []
        start = partial(children.start, name, sys.executable, "-c", "raise SystemExit(3)")
        start()
        for _ in range(run.STARTS + 2):
            children.running[name].wait()
            run.keep(children, name, start, starts)
        assert len(starts) == run.STARTS
        children.running[name].wait()
        with pytest.raises(Refusal, match=f"The {name} stopped by itself"):
            children.check()
