"""Nothing the launcher started outlives it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from ops import watch
from tests.ops.waiting import until

STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); time.sleep(60)"
WITH_CHILD = (
    "import subprocess, sys, time; child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']);"
    "print(child.pid, flush=True); time.sleep(60)"
)


def start(code: str) -> tuple[subprocess.Popen[str], str]:
    """Start Python code as leader of a group, reaped when it ends, and return its first line."""
    child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, process_group=0)
    with child.stdout as output:
        line = output.readline()
    threading.Thread(target=child.wait, daemon=True).start()
    return child, line


def test_a_process_that_obeys_is_ended_at_once() -> None:
    child, _ = start("print('up', flush=True); import time; time.sleep(60)")
    began = time.monotonic()
    watch.end(child.pid)
    assert time.monotonic() - began < 5
    assert until(lambda: child.returncode == -signal.SIGTERM)


def test_a_process_that_does_not_obey_is_killed_after_the_grace() -> None:
    child, _ = start(STUBBORN)
    watch.end(child.pid, grace=0.3)
    assert until(lambda: child.returncode == -signal.SIGKILL)


def test_the_rest_of_a_group_ends_with_its_leader() -> None:
    child, grandchild = start(WITH_CHILD)
    watch.end(child.pid)
    assert until(lambda: not watch.alive(int(grandchild)) or zombie(int(grandchild)))


def zombie(pid: int) -> bool:
    """Tell whether a process has ended and waits for whoever adopted it."""
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return state.strip().startswith("Z") or not state.strip()


def test_what_has_ended_already_is_no_error() -> None:
    child, _ = start("print('up')")
    assert until(lambda: child.returncode == 0)
    watch.end(child.pid)
    assert not watch.alive(child.pid)


def test_the_last_started_is_ended_first(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    monkeypatch.setattr(watch, "end", ended.append)
    watch.watch(iter(["11\n", "12\n", "13\n"]))
    assert ended == [13, 12, 11]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_the_watcher_itself_waits_for_the_pipe_to_end(number: signal.Signals) -> None:
    child, _ = start("print('up', flush=True); import time; time.sleep(60)")
    watcher = subprocess.Popen([sys.executable, str(Path(watch.__file__))], stdin=subprocess.PIPE)
    watcher.stdin.write(b"%d\n" % child.pid)
    watcher.stdin.flush()
    time.sleep(0.3)  # it has set its signals by now
    os.kill(watcher.pid, number)
    time.sleep(0.2)
    assert watch.alive(child.pid)
    watcher.stdin.close()
    assert watcher.wait(10) == 0
    assert until(lambda: child.returncode is not None)
