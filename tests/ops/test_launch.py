"""`make run` for real: the portal starts, answers, starts again at once, and leaves nothing behind however it ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings

from ops.run import get
from tests.ops.waiting import until

pytestmark = pytest.mark.services
FIRST_START_SECONDS, STOP_SECONDS = 300, 90


class Launcher:
    """A launcher in a process group of its own, as a terminal would start it."""

    def __init__(self, data: Path) -> None:
        self.data, self.out = data, data / "out"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]

    @contextmanager
    def started(self) -> Iterator[subprocess.Popen[bytes]]:
        environment = {**os.environ, "LONTAR_DATA": str(self.data), "PORT": str(self.port), "BROKER_URL": ""}
        with self.out.open("wb") as out:
            command = [sys.executable, "-m", "ops.run"]
            process = subprocess.Popen(
                command, cwd=settings.BASE_DIR, env=environment, stdout=out, stderr=out, process_group=0
            )
        try:
            assert until(lambda: "Lontar is ready" in self.said() or process.poll() is not None, FIRST_START_SECONDS)
            assert process.poll() is None, self.said()
            yield process
        finally:
            process.terminate()
            process.wait(STOP_SECONDS)

    def said(self) -> str:
        return self.out.read_text(errors="replace")

    def left(self) -> list[str]:
        """List the processes that belong to this data folder: its environment or its words name it."""
        lines = subprocess.run(["ps", "axeww", "-o", "pid=,stat=,command="], capture_output=True, text=True, check=True)
        mine = [line for line in lines.stdout.splitlines() if str(self.data) in line]
        return [line for line in mine if not line.split()[1].startswith("Z") and int(line.split()[0]) != os.getpid()]

    def page(self, path: str) -> tuple[int, str]:
        return get(f"http://127.0.0.1:{self.port}{path}")


def child(parent: int, name: str) -> int:
    """Return the id of a launcher's own child."""
    lines = subprocess.run(["ps", "axww", "-o", "pid=,ppid=,command="], capture_output=True, text=True, check=True)
    fields = (line.split(maxsplit=2) for line in lines.stdout.splitlines())
    return next(int(pid) for pid, above, command in fields if int(above) == parent and name in command)


@pytest.fixture(scope="module")
def launcher(tmp_path_factory: pytest.TempPathFactory) -> Launcher:
    return Launcher(tmp_path_factory.mktemp("launch"))


def test_the_first_start_ends_with_an_address_that_answers_a_search(launcher: Launcher) -> None:
    with launcher.started() as process:
        assert f"http://127.0.0.1:{launcher.port}/" in launcher.said()
        for path in ("/", "/livez", "/readyz", "/search?q=water", "/api/v1/search?q=water"):
            assert launcher.page(path)[0] == 200, path
        assert "sample" in launcher.page("/")[1].lower()
        assert len(launcher.left()) >= 6  # launcher, watcher, broker, worker and its two, web and its two
        process.send_signal(signal.SIGINT)
        assert process.wait(STOP_SECONDS) == 0
    assert launcher.said().rstrip().endswith("Stopped.")
    assert "Traceback" not in launcher.said()
    assert launcher.left() == []


def test_the_second_start_reads_no_sample_again_refuses_another_and_logs_no_question(launcher: Launcher) -> None:
    environment = {**os.environ, "LONTAR_DATA": str(launcher.data), "PORT": str(launcher.port)}
    with launcher.started():
        assert "Sample deliveries" not in launcher.said()
        other = subprocess.run(
            [sys.executable, "-m", "ops.run"],
            cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip
        assert other.returncode == 1
        assert "already runs from" in other.stderr
        for path in ("/search?q=zirconium", "/api/v1/search?q=zirconium", "/search?q=zirconium%28"):
            launcher.page(path)
    logs = "".join(path.read_text(errors="replace") for path in (launcher.data / "logs").iterdir())
    assert "/api/v1/search" in logs
    assert "zirconium" not in logs


def test_a_delivery_can_be_handed_to_the_worker_of_the_launcher(launcher: Launcher, tmp_path: Path) -> None:
    (tmp_path / "notes.xml").write_text("<nothing/>")
    command = [sys.executable, "manage.py", "ingest", str(tmp_path / "notes.xml"), "--enqueue"]
    environment = {**os.environ, "LONTAR_DATA": str(launcher.data), "BROKER_URL": ""}
    with launcher.started():
        done = subprocess.run(
            command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False, timeout=60
        )
        assert done.stdout.strip() == "notes.xml: received; waits for a worker", done.stderr
        assert until(lambda: "notes.xml" in (page := launcher.page("/deliveries")[1]) and "failed" in page.lower())
    done = subprocess.run(
        command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert "start the portal on this data folder (make run)" in done.stderr


def test_a_killed_launcher_leaves_nothing_and_the_next_one_starts(launcher: Launcher) -> None:
    with launcher.started() as process:
        process.kill()
        process.wait(STOP_SECONDS)
        with launcher.started():
            assert launcher.page("/readyz")[0] == 200
    assert until(lambda: not launcher.left(), STOP_SECONDS), launcher.left()


def test_when_the_web_process_dies_the_launcher_says_so_and_ends(launcher: Launcher) -> None:
    with launcher.started() as process:
        os.kill(child(process.pid, "gunicorn"), signal.SIGKILL)
        assert process.wait(STOP_SECONDS) == 1
    assert "stopped by itself (signal 9). Its log," in launcher.said()
    assert launcher.left() == []


@pytest.mark.parametrize(
    ("name", "number"),
    [("valkey-server", signal.SIGTERM), ("valkey-server", signal.SIGKILL), ("celery", signal.SIGKILL)],
)
def test_a_broker_or_worker_that_dies_is_started_again_and_search_goes_on(
    launcher: Launcher, name: str, number: signal.Signals
) -> None:
    with launcher.started() as process:
        web, first = child(process.pid, "gunicorn"), child(process.pid, name)
        os.kill(first, number)
        assert until(lambda: "is started again" in launcher.said())
        assert launcher.page("/search?q=water")[0] == 200
        assert until(lambda: launcher.page("/readyz")[0] == 200)
        assert child(process.pid, name) != first
        assert child(process.pid, "gunicorn") == web
        assert process.poll() is None
    assert launcher.left() == []
