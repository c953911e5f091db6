"""SIGKILL: a worker killed in the middle and started again leaves the rows of an undisturbed run."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from ops import broker
from ops.run import WORKER
from tests.factories.deliveries import packed, st36
from tests.ops.waiting import until

pytestmark = pytest.mark.services
DOCUMENTS = 2_000
STORE = (
    *("records_record", "records_publication", "records_text", "records_party", "records_classification"),
    *("records_relatednumber", "records_legalevent", "ingest_finding", "ingest_quarantine"),
)
NOT_COMPARED = {"id", "run_id"}  # counted by the database, in the order of the work


class Site:
    """A portal with a data folder of its own, driven by commands as an operator drives it."""

    def __init__(self, data: Path, address: str = "") -> None:
        self.database = data / "lontar.sqlite3"
        self.address = address
        self.environment = {
            **os.environ,
            "LONTAR_DATA": str(data),
            "BROKER_URL": address,
            "DATABASE_URL": "",
            "SEARCH_ENGINE": "embedded",
            "TRANSLATION_PROVIDER": "none",
        }
        self.environment.pop("DATABASE_URL")
        self.manage("migrate", "-v0")

    def manage(self, *words: str) -> None:
        subprocess.run([sys.executable, "manage.py", *words], cwd=settings.BASE_DIR, env=self.environment, check=True)

    def worker(self) -> subprocess.Popen[bytes]:
        log = (self.database.parent / "worker.log").open("ab")
        with log:
            return subprocess.Popen(
                WORKER, cwd=settings.BASE_DIR, env=self.environment, stdout=log, stderr=log, process_group=0
            )

    def ask(self, sql: str) -> list[Any]:
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True, timeout=30)) as connection:
            return connection.execute(sql).fetchall()

    def positions(self) -> int:
        return int(self.ask("SELECT coalesce(sum(position), 0) FROM ingest_run WHERE stage != 'count'")[0][0])

    def finished(self) -> bool:
        return not self.ask("SELECT 1 FROM ingest_run WHERE stage NOT IN ('done', 'failed')")

    def rows(self) -> dict[str, list[Any]]:
        """Every row of the store and of the findings, in an order of their own."""
        kept = {}
        for table in STORE:
            columns = [
                c[1] for c in self.ask(f"PRAGMA table_info({table})") if c[1] not in NOT_COMPARED or table == STORE[0]
            ]
            kept[table] = sorted(map(repr, self.ask(f"SELECT {', '.join(columns)} FROM {table}")))
        return kept


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="lontar-") as short:
        socket = Path(short) / "broker.sock"
        server = subprocess.Popen(broker.command(tmp_path / "broker", socket), stdout=subprocess.DEVNULL)
        assert broker.wait(socket)
        yield broker.url(socket)
        server.terminate()
        server.wait(20)


@pytest.fixture
def deliveries(tmp_path: Path) -> list[str]:
    """A large delivery made here, one broken document in it, and the European files where they are to be had."""
    documents = {f"{n:05d}.xml": st36(f"{2_000_000 + n}", {"en": [f"A kiln {n}.", "A lid."]}) for n in range(DOCUMENTS)}
    documents["00700.xml"] = documents["00700.xml"].replace("Kiln", "Kiln & Co")
    real = settings.OFFICE_DATA_DIR / "ep-fulltext"
    return [str(packed(tmp_path / "week.zip", documents)), *([str(real)] if real.is_dir() else [])]


def kill(worker: subprocess.Popen[bytes]) -> None:
    os.killpg(worker.pid, signal.SIGKILL)
    worker.wait(20)


def test_a_killed_worker_loses_nothing_and_doubles_nothing(tmp_path: Path, address: str, deliveries: list[str]) -> None:
    calm = Site(tmp_path / "calm")
    calm.manage("ingest", *deliveries)
    site = Site(tmp_path / "killed", address)
    site.manage("ingest", *deliveries, "--enqueue")
    for reached in (0, DOCUMENTS // 3):
        worker = site.worker()
        try:
            assert until(lambda n=reached: site.positions() > n or site.finished(), 120), "the worker did not get on"
        finally:
            kill(worker)
        broker.restore(address)
    stopped_at = site.positions()
    worker = site.worker()
    try:
        assert until(site.finished, 240), (site.database.parent / "worker.log").read_text()[-2000:]
    finally:
        kill(worker)
    assert 0 < stopped_at < DOCUMENTS
    assert site.rows() == calm.rows()
