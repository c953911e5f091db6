"""Ends the portal's processes when the launcher is gone, however it went.

The launcher holds the other end of standard input and names each process it starts, one id a line. The end of the launcher, by
its own will or by SIGKILL, is the end of that pipe: there is one way to stop and no list of process ids to go stale on disk.
Needs the standard library only.
"""

import contextlib
import os
import signal
import sys
import time
from collections.abc import Iterable

# Longer than a worker takes to hand its tasks back (`CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT`) and a web process to finish an answer.
GRACE_SECONDS = 20.0
STEP_SECONDS = 0.05


def alive(pid: int) -> bool:
    """Tell whether a process exists; a zombie on macOS answers `PermissionError` and counts as gone."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.kill(pid, 0)
        return True
    return False


def end(pid: int, grace: float = GRACE_SECONDS) -> None:
    """Ask the leader of a process group to stop, and end what is left of the group after `grace` seconds."""
    deadline = time.monotonic() + grace
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.kill(pid, signal.SIGTERM)
    while alive(pid) and time.monotonic() < deadline:
        time.sleep(STEP_SECONDS)
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


def watch(lines: Iterable[str]) -> None:
    """Read process ids until the pipe ends, then end their groups, the last started first."""
    started = [int(line) for line in lines]
    for pid in reversed(started):
        end(pid)


if __name__ == "__main__":
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    watch(sys.stdin)
