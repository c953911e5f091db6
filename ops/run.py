"""`make run`: starts the portal of one machine, prints its address, and stops all of it on Ctrl-C.

Broker, worker and web are processes of their own (`ops.children`); the table of steps is `serve`, read top to bottom.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import signal
import socket
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import IO

from django.conf import settings

from ops import broker
from ops.children import Children, tail
from ops.refusal import Refusal
from ops.watch import alive

HOST = "127.0.0.1"
READY_SECONDS = 120.0
LEFTOVER_SECONDS = 45.0
STARTS = 5  # times a minute that a broker or worker which ended is started again
# A worker stops at the end of a step; and glibc keeps one heap, as that of each thread which has written to the index would stay.
PROCESS = {"PYTHONUNBUFFERED": "1", "REMAP_SIGTERM": "SIGQUIT", "MALLOC_ARENA_MAX": "1"}
WORKER = (
    *(sys.executable, "-m", "celery", "--app", "portal.celery", "worker", "--concurrency", "2"),
    *("--loglevel", "INFO", "--without-gossip", "--without-mingle", "--hostname", "lontar@%h"),
)


def say(sentence: str) -> None:
    """Print a sentence at once."""
    print(sentence, flush=True)


@contextlib.contextmanager
def folder_lock(folder: Path) -> Iterator[IO[str]]:
    """Hold the data folder for one launcher and its children, which inherit the lock.

    Processes left by a killed launcher are just being ended by their watcher (`ops.watch`): they are waited for. A launcher
    that is alive is not. Raises `Refusal`.
    """
    with (folder / "run.lock").open("a+", encoding="ascii") as file:
        deadline = time.monotonic() + LEFTOVER_SECONDS
        while not locked(file):
            file.seek(0)
            owner = int(file.read() or 0)
            if owner and alive(owner):
                raise Refusal(
                    f"Lontar already runs from {folder} (process {owner}). Stop that one with Ctrl-C, or start this one on "
                    "a folder and port of its own: LONTAR_DATA=/another/folder PORT=8001 make run"
                )
            if time.monotonic() > deadline:
                raise Refusal(
                    f"Processes of an earlier start still use {folder}. `ps` shows them; end them and start again."
                )
            time.sleep(0.2)
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield file


def locked(file: IO[str]) -> bool:
    """Try to lock a file; False when another process holds it."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def check_port(port: int) -> None:
    """Raise `Refusal` where nothing may listen on a port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise Refusal(
                f"Port {port} cannot be used ({error.strerror}). Take another: PORT={port + 1} make run"
            ) from error


def get(url: str, seconds: float = 10.0) -> tuple[int, str]:
    """Fetch a page and return its status and text; status 0 where nothing answers."""
    try:
        with urllib.request.urlopen(url, timeout=seconds) as answer:  # noqa: S310 - our own address
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode(errors="replace")
    except OSError as error:
        return 0, str(error)


def check_engine() -> None:
    """Raise `Refusal` where OpenSearch is asked for and does not answer."""
    if settings.SEARCH_ENGINE == "opensearch" and not any(get(url)[0] for url in settings.OPENSEARCH_URL.split(",")):
        raise Refusal(
            f"SEARCH_ENGINE is opensearch, but nothing answers at {settings.OPENSEARCH_URL}. Start one in another terminal "
            "(make opensearch), name yours (OPENSEARCH_URL=…), or leave SEARCH_ENGINE out."
        )


def start_broker(children: Children, folder: Path) -> None:
    """Start the broker of this machine, unless the environment names one, and put back what a killed worker had taken."""
    if settings.BROKER_URL:
        return
    address = run_broker(children, folder)
    broker.restore(broker.url(address))
    children.environ(BROKER_URL=broker.url(address))


def run_broker(children: Children, folder: Path) -> Path:
    """Start the broker's process and return its socket once it answers; commands find it by a link in the data folder."""
    address = folder / "broker.sock"
    children.start("broker", *broker.command(settings.LONTAR_DATA / "broker", address))
    if not broker.wait(address):
        children.check()
        raise Refusal(
            f"The broker does not answer. Its log, {children.log('broker')}, ends:\n{tail(children.log('broker'))}"
        )
    settings.BROKER_SOCKET.unlink(missing_ok=True)
    settings.BROKER_SOCKET.symlink_to(address)
    return address


def start_worker(children: Children) -> None:
    """Start the worker."""
    children.start("worker", *WORKER)


def keep(children: Children, name: str, start: Callable[[], object], starts: list[float]) -> None:
    """Start a broker or worker that ended again, while the others go on; left to end the portal after STARTS in a minute.

    Nothing is put back here: a worker does so when it finds the broker again (`portal.worker.Consumer`), and a new one takes up
    every run that is not finished.
    """
    child = children.running.get(name)
    if child is None or child.poll() is None:
        return
    now = time.monotonic()
    starts[:] = [moment for moment in starts if now - moment < 60.0]
    if len(starts) < STARTS:
        starts.append(now)
        say(f"The {name} stopped by itself and is started again. Its last log is {name}.log.1.")
        start()


def start_web(children: Children, port: int) -> None:
    """Start the web process."""
    children.start("web", sys.executable, "-m", "gunicorn", "--config", "python:ops.web", "--bind", f"{HOST}:{port}",
                   "portal.wsgi")  # fmt: skip


def wait_ready(children: Children, port: int) -> None:
    """Wait until worker, web, and behind them database, engine and broker answer. Raises `Refusal` with what `/readyz` says."""
    deadline = time.monotonic() + READY_SECONDS
    while not broker.worker_answers(children.environment.get("BROKER_URL", settings.BROKER_URL)):
        children.check()
        if time.monotonic() > deadline:
            raise Refusal(
                f"The worker does not answer. Its log, {children.log('worker')}, ends:\n{tail(children.log('worker'))}"
            )
    while (answer := get(f"http://{HOST}:{port}/readyz"))[0] != 200:
        children.check()
        if time.monotonic() > deadline:
            raise Refusal(f"The portal is not ready after {READY_SECONDS:.0f} seconds; /readyz says: {answer[1][:600]}")
        time.sleep(0.2)


def serve(children: Children, folder: Path) -> None:
    """Start everything in order, print the address, and stay until told to stop or until a process dies."""
    say("Preparing database, static files, samples and index …")
    start_broker(children, folder)
    children.run("prepare", sys.executable, "-m", "ops.prepare")
    start_worker(children)
    start_web(children, settings.PORT)
    wait_ready(children, settings.PORT)
    address = f"http://{HOST}:{settings.PORT}/"
    bold, plain = ("\033[1m", "\033[0m") if sys.stdout.isatty() else ("", "")
    say(f"\nLontar is ready: {bold}{address}{plain}\nCtrl-C stops it. Logs: {children.logs}")
    kept = (
        ("broker", partial(run_broker, children, folder), list[float]()),
        ("worker", partial(start_worker, children), list[float]()),
    )
    while True:
        for name, start, starts in kept:
            keep(children, name, start, starts)
        children.check()
        time.sleep(0.5)


def stop(_number: int, _frame: object) -> None:
    """End the launcher as Ctrl-C does; a second signal while it ends changes nothing."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt


def main() -> int:
    """Run until stopped: 0 when asked to stop, 1 when something stood in the way."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    try:
        with (
            folder_lock(settings.LONTAR_DATA) as lock,
            tempfile.TemporaryDirectory(prefix="lontar-") as folder,
        ):
            check_port(settings.PORT)
            check_engine()
            with Children(settings.LONTAR_DATA / "logs", os.environ | PROCESS, lock.fileno()) as children:
                serve(children, Path(folder))
    except Refusal as refusal:
        print(f"\n{refusal}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        say("\nStopped.")
    return 0


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    sys.exit(main())
