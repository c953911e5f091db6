"""The portal served by one worker process on a free port, as a measurement asks it for pages."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ops.run import PROCESS
from tests.ops.waiting import until


@dataclass(frozen=True)
class Web:
    """A running portal."""

    process: subprocess.Popen[bytes]
    address: str

    def page(self, query: str) -> None:
        """Fetch the page of a query."""
        self.fetch(f"/search?{urllib.parse.urlencode({'q': query})}")

    def fetch(self, path: str) -> None:
        with urllib.request.urlopen(self.address + path) as answer:
            answer.read()

    def resident(self) -> int:
        """Return the memory of the worker process that is its own (not of mapped files), in MB."""
        pid = self.process.pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        lines = [line for child in children for line in Path(f"/proc/{child}/status").read_text().splitlines()]
        return sum(int(line.split()[1]) for line in lines if line.startswith("RssAnon")) // 1024

    def answers(self) -> bool:
        assert self.process.poll() is None, "The web server has ended."
        try:
            self.fetch("/livez")
        except OSError:
            return False
        return True


@contextmanager
def served(engine: str) -> Iterator[Web]:
    """Serve the portal, and stop it afterwards."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    words = ["--config", "python:ops.web", "--workers", "1", "--bind", f"127.0.0.1:{port}", "portal.wsgi"]
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", *words],
        env=os.environ | PROCESS | {"SEARCH_ENGINE": engine},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        web = Web(process, f"http://127.0.0.1:{port}")
        assert until(web.answers, 60)
        yield web
    finally:
        process.terminate()
        process.wait(20)
