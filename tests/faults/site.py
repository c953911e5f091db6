"""A portal of its own for tests that kill parts of it, and what is stored in it, fit to be compared."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from django.conf import settings

from ops.run import WORKER

STORE = (
    *("records_record", "records_publication", "records_text", "records_party", "records_classification"),
    *("records_relatednumber", "records_legalevent", "ingest_finding", "ingest_quarantine"),
)
ENDED = "('done', 'failed')"
NOT_COMPARED = {"id", "run_id"}  # counted by the database, in the order of the work


class Site:
    """A portal with a data folder of its own, driven by commands as an operator drives it."""

    def __init__(self, data: Path, address: str = "", database: str = "") -> None:
        self.data, self.address = data, address
        self.database = database or f"sqlite:///{data / 'lontar.sqlite3'}"
        self.environment = {
            **os.environ,
            "LONTAR_DATA": str(data),
            "BROKER_URL": address,
            "DATABASE_URL": self.database,
            "SEARCH_ENGINE": "embedded",
            "TRANSLATION_PROVIDER": "none",
        }
        self.manage("migrate", "-v0")

    def manage(self, *words: str) -> None:
        """Run a command to its end; `ingest` ends with 1 where nothing in one of the deliveries could be read."""
        command = [sys.executable, "manage.py", *words]
        ended = subprocess.run(command, cwd=settings.BASE_DIR, env=self.environment, check=False)
        assert ended.returncode in ((0, 1) if words[0] == "ingest" else (0,)), (
            f"{words[0]} ended with {ended.returncode}"
        )

    def worker(self) -> subprocess.Popen[bytes]:
        log = (self.data / "worker.log").open("ab")
        with log:
            return subprocess.Popen(
                WORKER, cwd=settings.BASE_DIR, env=self.environment, stdout=log, stderr=log, process_group=0
            )

    def ask(self, sql: str) -> list[Any]:
        return self._asked(sql)[1]

    def _asked(self, sql: str) -> tuple[list[str], list[Any]]:
        """Return the names of the columns and the rows."""
        with closing(self._connection()) as connection:
            answer = connection.execute(sql)
            return [column[0] for column in answer.description], answer.fetchall()

    def _connection(self) -> Any:
        if self.database.startswith("sqlite"):
            path = self.database.removeprefix("sqlite:///")
            return sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=30)
        import psycopg

        return psycopg.connect(self.database)

    def positions(self) -> int:
        return int(self.ask("SELECT coalesce(sum(position), 0) FROM ingest_run WHERE stage != 'count'")[0][0])

    def reached(self) -> set[tuple[Any, ...]]:
        """How far each run that is not finished has come."""
        return set(self.ask(f"SELECT id, stage, position FROM ingest_run WHERE stage NOT IN {ENDED}"))

    def errors(self) -> list[str]:
        """Why runs were given up."""
        return [row[0] for row in self.ask("SELECT error FROM ingest_run WHERE error != ''")]

    def finished(self) -> bool:
        return not self.reached()

    def rows(self) -> dict[str, list[Any]]:
        """Every row of the store and of the findings, in an order of their own."""
        kept = {}
        for table in STORE:
            columns, rows = self._asked(f"SELECT * FROM {table}")
            left = [n for n, name in enumerate(columns) if name in NOT_COMPARED and table != STORE[0]]
            kept[table] = sorted(repr([value for n, value in enumerate(row) if n not in left]) for row in rows)
        return kept


def kill(process: subprocess.Popen[bytes]) -> None:
    """SIGKILL, to the process and all it has started."""
    os.killpg(process.pid, signal.SIGKILL)
    process.wait(20)
