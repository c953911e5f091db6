"""The processes the launcher starts: each with a log of its own, all ended together."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from ops.refusal import Refusal

TAIL_LINES = 8


def tail(path: Path, lines: int = TAIL_LINES) -> str:
    """Return the last lines of a log, indented, to show beside a sentence."""
    words = path.read_text(encoding="utf-8", errors="replace").splitlines() if path.exists() else []
    return "\n".join(f"    {line}" for line in words[-lines:])


class Children:
    """Long-running processes, each leading its own process group; leaving the block ends them, the last started first.

    `lock` is a file descriptor every child inherits: while one of them lives, the folder stays locked.
    """

    def __init__(self, logs: Path, environment: dict[str, str], lock: int) -> None:
        self.logs, self.environment, self.lock = logs, environment, lock
        self.running: dict[str, subprocess.Popen[bytes]] = {}

    def __enter__(self) -> Self:
        self.logs.mkdir(parents=True, exist_ok=True)
        self.watcher = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("watch.py"))], stdin=subprocess.PIPE, process_group=0
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pipe.close()
        for child in reversed(self.running.values()):
            child.wait()
        self.watcher.wait()

    @property
    def _pipe(self) -> IO[bytes]:
        assert self.watcher.stdin is not None
        return self.watcher.stdin

    def log(self, name: str) -> Path:
        """Return the log of a process."""
        return self.logs / f"{name}.log"

    def fresh_log(self, name: str) -> IO[bytes]:
        """Open the log of a process, keeping the one of the run before as `NAME.log.1`."""
        path = self.log(name)
        if path.exists():
            path.replace(path.with_suffix(".log.1"))
        return path.open("wb")

    def start(self, name: str, *command: str) -> None:
        """Start a process that is to run until the launcher ends."""
        with self.fresh_log(name) as log:
            child = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=self.environment, process_group=0,
                pass_fds=[self.lock],
            )  # fmt: skip
        self.running[name] = child
        self._pipe.write(b"%d\n" % child.pid)
        self._pipe.flush()

    def run(self, name: str, *command: str) -> None:
        """Run a process to its end; what it draws on standard error, as a progress bar, is shown. Raises `Refusal`."""
        with self.fresh_log(name) as log:
            code = subprocess.run(
                command, stdin=subprocess.DEVNULL, stdout=log, env=self.environment, check=False
            ).returncode
        if code:
            msg = f"The step “{name}” failed (exit {code}). Its words are above and in {self.log(name)}."
            raise Refusal(msg)

    def check(self) -> None:
        """Raise `Refusal` if a process has ended by itself."""
        for name, child in self.running.items():
            if (code := child.poll()) is not None:
                how = f"signal {-code}" if code < 0 else f"exit {code}"
                raise Refusal(
                    f"The {name} stopped by itself ({how}). Its log, {self.log(name)}, ends:\n{tail(self.log(name))}"
                )

    def environ(self, **values: str) -> None:
        """Set variables for the processes started from here on."""
        self.environment = {**self.environment, **values}
