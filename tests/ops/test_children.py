"""Processes, their logs, and what is said when one of them ends by itself."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from ops.children import Children, tail
from ops.refusal import Refusal
from ops.watch import alive
from tests.ops.waiting import until


@pytest.fixture
def children(tmp_path: Path):
    with (tmp_path / "lock").open("w") as lock, Children(tmp_path / "logs", dict(os.environ), lock.fileno()) as group:
        yield group


def python(code: str) -> tuple[str, str, str]:
    return sys.executable, "-c", code


def test_leaving_the_block_ends_every_process(tmp_path: Path) -> None:
    with (tmp_path / "lock").open("w") as lock, Children(tmp_path / "logs", dict(os.environ), lock.fileno()) as group:
        for name in ("one", "two"):
            group.start(name, *python("import time; time.sleep(60)"))
        pids = [child.pid for child in group.running.values()]
        assert all(map(alive, pids))
    assert not any(map(alive, pids))


def test_a_process_that_dies_is_named_with_the_end_of_its_log(children: Children) -> None:
    children.start("worker", *python("print('no more memory'); raise SystemExit(7)"))
    assert until(lambda: children.running["worker"].poll() is not None)
    with pytest.raises(Refusal, match=r"(?s)The worker stopped by itself \(exit 7\).*worker\.log.*no more memory"):
        children.check()


def test_a_killed_process_is_named_with_its_signal(children: Children) -> None:
    children.start("web", *python("import os; os.kill(os.getpid(), 9)"))
    assert until(lambda: children.running["web"].poll() is not None)
    with pytest.raises(Refusal, match="signal 9"):
        children.check()


def test_running_processes_are_no_error(children: Children) -> None:
    children.start("web", *python("import time; time.sleep(60)"))
    children.check()


def test_a_failed_step_names_its_log(children: Children) -> None:
    with pytest.raises(Refusal, match=r"“migrate” failed \(exit 3\).*migrate\.log"):
        children.run("migrate", *python("raise SystemExit(3)"))


def test_a_step_sees_the_variables_set_before_it(children: Children) -> None:
    children.environ(BROKER_URL="redis://there")
    children.run("step", *python("import os; print(os.environ['BROKER_URL'])"))
    assert children.log("step").read_text() == "redis://there\n"


def test_the_log_of_the_run_before_is_kept_and_no_older_one(children: Children) -> None:
    for word in ("first", "second", "third"):
        children.run("step", *python(f"print('{word}')"))
    assert children.log("step").read_text() == "third\n"
    assert children.log("step").with_suffix(".log.1").read_text() == "second\n"


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (b"", ""),
        (b"a\nb\nc\n", "    b\n    c"),
        (b"caf\xe9\n", "    caf�"),
    ],
)
def test_the_end_of_a_log_is_shown_whatever_it_holds(tmp_path: Path, content: bytes, shown: str) -> None:
    path = tmp_path / "x.log"
    path.write_bytes(content)
    assert tail(path, 2) == shown


def test_a_log_that_is_not_there_shows_nothing(tmp_path: Path) -> None:
    assert tail(tmp_path / "none.log") == ""
