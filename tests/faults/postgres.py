"""A PostgreSQL server of a test's or a measurement's own, on a free port of this machine."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests.ops.waiting import until

USER = "postgres" if os.geteuid() == 0 else None  # PostgreSQL refuses to run as root
DEBIAN = Path("/usr/lib/postgresql")


def programs() -> Path | None:
    """Return the folder of PostgreSQL's programs: of those on PATH, else of Debian's newest release; None where there are none."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    releases = [path.parent for path in DEBIAN.glob("*/bin/initdb")]
    return max(releases, key=lambda path: int(path.parent.name), default=None)


class Postgres:
    """A database server in a folder of its own; `options` are settings, as `shared_buffers=1GB`."""

    def __init__(self, folder: Path, *options: str) -> None:
        found = programs()
        assert found, "There is no PostgreSQL on this machine."
        self.folder, self.programs, self.options = folder, found, options
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = str(free.getsockname()[1])
        folder.mkdir(mode=0o700)
        if USER:
            shutil.chown(folder, USER)
        words = [
            "initdb",
            "--pgdata",
            "data",
            "--username",
            "lontar",
            "--encoding",
            "UTF8",
            "--locale",
            "C",
            "--auth",
            "trust",
        ]
        subprocess.run(self._command(*words), cwd=folder, user=USER, check=True, stdout=subprocess.DEVNULL)

    def address(self, name: str = "postgres") -> str:
        return f"postgresql://lontar@127.0.0.1:{self.port}/{name}"

    def start(self) -> subprocess.Popen[bytes]:
        """Return the server, once it answers. The processes of one just killed may hold its data for a moment: it is started again."""
        server = self._server()

        def answers() -> bool:
            nonlocal server
            if server.poll() is not None:
                server = self._server()
            return self._answers()

        assert until(answers, 60)
        return server

    def _server(self) -> subprocess.Popen[bytes]:
        options = [word for option in self.options for word in ("-c", option)]
        words = ["postgres", "-D", "data", "-k", str(self.folder), "-p", self.port, *options]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        return subprocess.Popen(self._command(*words), cwd=self.folder, user=USER, process_group=0, **quiet)

    def create(self, name: str) -> str:
        """Make a database and return its address."""
        with psycopg.connect(self.address(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")  # type: ignore[arg-type]
        return self.address(name)

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.address()).close()
        except psycopg.OperationalError:
            return False
        return True

    def _command(self, program: str, *words: str) -> list[str]:
        return [str(self.programs / program), *words]


@contextmanager
def running(*options: str) -> Iterator[Postgres]:
    """Run a server in a folder that is removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="lontar-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o711)  # the server runs as a user of its own
        postgres = Postgres(folder / "postgres", *options)
        server = postgres.start()
        try:
            yield postgres
        finally:
            server.send_signal(signal.SIGINT)  # ends the sessions of its clients too
            server.wait(60)
