"""SIGKILL: a worker killed in the middle and started again leaves the rows of an undisturbed run."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from ops import broker
from tests.factories.deliveries import packed, st36
from tests.faults.site import Site, kill
from tests.ops.waiting import until

pytestmark = pytest.mark.services
DOCUMENTS = 2_000


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
        assert until(site.finished, 240), (site.data / "worker.log").read_text()[-2000:]
    finally:
        kill(worker)
    assert 0 < stopped_at < DOCUMENTS
    assert site.rows() == calm.rows()
