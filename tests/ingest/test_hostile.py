"""Hostile and broken deliveries through the whole pipeline: every dialect under every attack that its form allows.

Each ends in a finding with a sentence, within limits of time and memory, with nothing half-written and nothing read or asked
for outside of the delivery; and a delivery that holds it among good documents gives the good ones.
"""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db.models import CharField, Model, TextField

from ingest import pipeline
from ingest.models import Finding, Quarantine, Run, Severity, Stage
from portal.records.models import Delivery, DeliveryState, Record
from tests.factories import hostile_xml
from tests.factories.deliveries import packed, st36
from tests.factories.hostile_xml import Attack
from tests.ingest.test_dialects import FILES

pytestmark = pytest.mark.django_db
MIB = 1 << 20
SECRET = b"the-word-nobody-may-see"
SECONDS, MEMORY = 5, 150 * MIB  # of a quick attack, twice delivered
XML = {name: content for content, name in reversed(FILES) if content.lstrip().startswith(b"<")}
STATUS = Path("/proc/self/status")
STORED = [model for model in apps.get_models() if model._meta.app_label in ("records", "ingest")]
BAD_TEXT = re.compile("[\x00\ud800-\udfff]")


class Outside:
    """What lies outside of a delivery and must stay there: a file, and an address where somebody listens."""

    def __init__(self, folder: Path) -> None:
        self.secret = folder / "secret"
        self.secret.write_bytes(SECRET)
        self.secret.with_suffix(".dtd").write_bytes(b'<!ENTITY secret "' + SECRET + b'">')
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.setblocking(False)

    def fill(self, content: bytes) -> bytes:
        address = b"127.0.0.1:%d" % self.listener.getsockname()[1]
        return content.replace(b"@SECRET@", str(self.secret).encode()).replace(b"@SERVER@", address)

    def asked(self) -> bool:
        try:
            self.listener.accept()[0].close()
        except BlockingIOError:
            return False
        return True


@pytest.fixture
def outside(tmp_path: Path) -> Iterator[Outside]:
    found = Outside(tmp_path)
    yield found
    found.listener.close()


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DELIVERIES_DIR = tmp_path / "deliveries"
    settings.TRANSLATION_PROVIDER = "none"


class Watch:
    """Time and memory from its start; memory is measured where the kernel can tell the peak (Linux)."""

    def __init__(self) -> None:
        self.can = STATUS.exists()
        if self.can:
            Path("/proc/self/clear_refs").write_text("5")  # the peak begins anew
        self.memory, self.began = self.peak(), time.monotonic()

    def peak(self) -> int:
        said = re.search(r"VmHWM:\s+(\d+) kB", STATUS.read_text()) if self.can else None
        return int(said[1]) * 1024 if said else 0

    def keeps(self, seconds: float, memory: int) -> None:
        spent, grown = time.monotonic() - self.began, self.peak() - self.memory
        assert spent < seconds, f"{spent:.1f} s"
        assert grown < memory, f"{grown // MIB} MiB"


def carry(path: Path) -> Run:
    run, work = pipeline.start(path)
    while work and pipeline.advance(run.pk):
        pass
    return Run.objects.select_related("delivery").get(pk=run.pk)


def values(row: Model) -> Iterator[str]:
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if isinstance(field, CharField | TextField) and value is not None:
            assert not field.max_length or len(value) <= field.max_length, (field, value)
        yield str(value)


def whole(settings: Any, run: Run) -> None:
    """The run has come to an end, what it counted is what is stored, and no row holds what a database refuses."""
    assert run.stage in (Stage.DONE, Stage.FAILED)
    state = DeliveryState.FAILED if run.stage == Stage.FAILED else DeliveryState.STORED
    assert Delivery.objects.get(pk=run.delivery_id).state == state
    assert sum(run.counts.get("findings", {}).values()) == run.findings.count()
    assert run.counts.get("records", {}).get("quarantined", 0) == Quarantine.objects.filter(run=run).count()
    assert not list(settings.DELIVERIES_DIR.glob("incoming-*"))
    for model in STORED:
        for row in model._default_manager.all():
            for value in values(row):
                assert not BAD_TEXT.search(value)
                assert SECRET.decode() not in value
    for finding in run.findings.all():
        assert finding.sentence.rstrip(")”").endswith((".", "…")), finding.sentence


def told(run: Run) -> None:
    """What was wrong stands in a finding, and is grave enough to be looked at."""
    grave = run.findings.filter(severity__in=[Severity.CRITICAL, Severity.ERROR, Severity.WARNING])
    assert grave.exists(), [f.sentence for f in run.findings.all()]


def deliver(settings: Any, tmp_path: Path, outside: Outside, content: bytes, *, is_told: bool) -> None:
    """Deliver the content alone, and then among good documents."""
    watch = Watch()
    alone = tmp_path / "attack"
    alone.write_bytes(content)
    run = carry(alone)
    whole(settings, run)
    if is_told:
        told(run)
    good = [st36(f"{n}") for n in (1_000_001, 1_000_002)]
    amid = carry(packed(tmp_path / "amid.zip", {"a.xml": good[0], "b": content, "c.xml": good[1]}))
    whole(settings, amid)
    assert amid.stage == Stage.DONE, amid.error
    assert Record.objects.filter(id__in=["EP-P-19000001", "EP-P-19000002"]).count() == 2, list(Record.objects.values_list("id", flat=True))
    if is_told:
        told(amid)
    assert not outside.asked()
    watch.keeps(SECONDS, MEMORY)


@pytest.mark.parametrize("attack", hostile_xml.QUICK, ids=lambda attack: attack.name)
@pytest.mark.parametrize("dialect", XML)
def test_xml(settings: Any, tmp_path: Path, outside: Outside, dialect: str, attack: Attack) -> None:
    deliver(settings, tmp_path, outside, outside.fill(attack.on(XML[dialect])), is_told=attack.told)
