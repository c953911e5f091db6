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

from ingest import held, pipeline
from ingest.formats.mapping import mappings
from ingest.models import Quarantine, Run, Severity, Stage
from portal.records.models import Delivery, DeliveryState, Record
from tests.factories.deliveries import packed, st36
from tests.factories.hostile_files import ARCHIVES, CSV, JSON, ODD, XLSX, Change, csv_table, json_record, workbook
from tests.factories.hostile_xml import HEAVY, QUICK, Attack
from tests.ingest.test_dialects import FILES

pytestmark = pytest.mark.django_db
MIB = 1 << 20
SECRET = b"the-word-nobody-may-see"
SECONDS = 10  # of work, the largest included
MEMORY, WORKER = 250 * MIB, 450 * MIB  # more than before, of quick attacks and of large ones
XML = {name: content for content, name in reversed(FILES) if content.lstrip().startswith(b"<")}
TABLES = [mapping for mapping in mappings() if mapping.format == "table"]
TEXTS = {name: content for content, name in reversed(FILES) if content[:2].isalpha() and content[:2] != b"PK"}
PLAIN: dict[str, tuple[bytes, Change]] = {
    **{f"{m.name}: {name}": (csv_table(m), attack) for m in TABLES for name, attack in CSV.items()},
    **{f"{seed}: {name}": (content, attack) for seed, content in TEXTS.items() for name, attack in CSV.items()},
    **{
        f"{m.name}: {name}": (json_record(m), attack)
        for m in mappings()
        if m.format == "json"
        for name, attack in JSON.items()
    },
}
SLOW = ("a row beyond the last", "a row of 2,000,000,000", "2 million strings", "strings that expand")
STATUS = Path("/proc/self/status")
ENDS = {Stage.DONE: DeliveryState.STORED, Stage.FAILED: DeliveryState.FAILED, Stage.HELD: DeliveryState.HELD}
STORED = [model for model in apps.get_models() if model._meta.app_label in ("records", "ingest")]
BAD_TEXT = re.compile("[\x00\ud800-\udfff]")


class Outside:
    """What lies outside of a delivery and must stay there: a file, and an address where somebody listens."""

    def __init__(self, folder: Path) -> None:
        self.secret = folder / "secret"
        self.secret.write_bytes(SECRET)
        self.secret.with_suffix(".dtd").write_bytes(b'<!ENTITY secret "' + SECRET + b'">')
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.setblocking(False)  # noqa: FBT003 - its own signature

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
    """Seconds of work and memory from its start; memory is measured where the kernel can tell the peak (Linux)."""

    def __init__(self) -> None:
        self.can = STATUS.exists()
        if self.can:
            Path("/proc/self/clear_refs").write_text("5")  # the peak begins anew
        self.memory, self.began = self.peak(), time.process_time()

    def peak(self) -> int:
        said = re.search(r"VmHWM:\s+(\d+) kB", STATUS.read_text()) if self.can else None
        return int(said[1]) * 1024 if said else 0

    def keeps(self, seconds: float, memory: int) -> None:
        spent, grown = time.process_time() - self.began, self.peak() - self.memory
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
    assert Delivery.objects.get(pk=run.delivery_id).state == ENDS[run.stage]
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


def grave(run: Run) -> bool:
    """Tell whether what was wrong stands in a finding that is grave enough to be looked at."""
    return run.findings.filter(severity__in=[Severity.CRITICAL, Severity.ERROR, Severity.WARNING]).exists()


def alone(settings: Any, tmp_path: Path, outside: Outside, content: bytes) -> Run:
    """Deliver the content alone."""
    path = tmp_path / "attack"
    path.write_bytes(outside.fill(content))
    run = carry(path)
    whole(settings, run)
    assert not outside.asked()
    return run


def amid(settings: Any, tmp_path: Path, outside: Outside, contents: list[bytes]) -> Run:
    """Deliver all the contents in one zip, each before a good document; every good one must be stored."""
    files: dict[str, str | bytes] = {"0": st36(f"{1_000_000}")}
    for n, content in enumerate(contents, 1):
        files |= {f"{n}": outside.fill(content), f"{n}.xml": st36(f"{1_000_000 + n}")}
    run = carry(packed(tmp_path / "amid.zip", files))
    if run.stage == Stage.HELD:  # some are cut, or lack the number
        assert set(run.findings.values_list("code", flat=True)) <= {"HELD-CUT", "HELD-COLUMN"}
        held.release(run.delivery, "Ana")
        run = carry(tmp_path / "amid.zip")
    whole(settings, run)
    assert run.stage == Stage.DONE, run.error
    wanted = {f"EP-P-19{n:06d}" for n in range(len(contents) + 1)}
    assert wanted <= set(Record.objects.values_list("id", flat=True))
    assert not outside.asked()
    return run


@pytest.fixture
def watched() -> Iterator[None]:
    watch = Watch()
    yield
    watch.keeps(SECONDS, MEMORY)


@pytest.mark.usefixtures("watched")
@pytest.mark.parametrize("attack", QUICK, ids=lambda attack: attack.name)
@pytest.mark.parametrize("dialect", XML)
def test_xml(settings: Any, tmp_path: Path, outside: Outside, dialect: str, attack: Attack) -> None:
    run = alone(settings, tmp_path, outside, attack.on(XML[dialect]))
    assert grave(run) or not attack.told


@pytest.mark.usefixtures("watched")
@pytest.mark.parametrize("dialect", XML)
def test_all_of_them_among_good_documents(settings: Any, tmp_path: Path, outside: Outside, dialect: str) -> None:
    amid(settings, tmp_path, outside, [a.on(XML[dialect]) for a in QUICK if len(a.value) < MIB])


@pytest.mark.parametrize("attack", HEAVY, ids=lambda attack: attack.name)
@pytest.mark.parametrize("dialect", ["st36", "rpi-patent"])  # a document at a time, and record by record
def test_large_xml(settings: Any, tmp_path: Path, outside: Outside, dialect: str, attack: Attack) -> None:
    content = attack.on(XML[dialect])
    watch = Watch()
    run = alone(settings, tmp_path, outside, content)
    watch.keeps(SECONDS, WORKER)
    assert grave(run) or not attack.told


@pytest.mark.usefixtures("watched")
@pytest.mark.parametrize(("seed", "attack"), PLAIN.values(), ids=PLAIN)
def test_tables_json_and_text(settings: Any, tmp_path: Path, outside: Outside, seed: bytes, attack: Change) -> None:
    alone(settings, tmp_path, outside, attack(seed))


@pytest.mark.usefixtures("watched")
@pytest.mark.parametrize("attack", XLSX)
def test_workbook(settings: Any, tmp_path: Path, outside: Outside, attack: str) -> None:
    alone(settings, tmp_path, outside, XLSX[attack](workbook(TABLES[0])))


def test_everything_else_among_good_documents(settings: Any, tmp_path: Path, outside: Outside) -> None:
    contents = [attack(seed) for seed, attack in PLAIN.values()]
    document, book = st36("2000001").encode(), workbook(TABLES[0])
    contents += [attack(document) for attack in ARCHIVES.values()]
    contents += [attack(book) for name, attack in XLSX.items() if name not in SLOW]
    amid(settings, tmp_path, outside, [content for content in contents if len(content) < MIB])


@pytest.mark.usefixtures("watched")
@pytest.mark.parametrize("attack", ARCHIVES)
def test_archive(settings: Any, tmp_path: Path, outside: Outside, attack: str) -> None:
    assert grave(alone(settings, tmp_path, outside, ARCHIVES[attack](st36("2000001").encode())))


@pytest.mark.parametrize("attack", ODD)
def test_odd_archive(settings: Any, tmp_path: Path, outside: Outside, attack: str) -> None:
    alone(settings, tmp_path, outside, ODD[attack](st36("2000001").encode()))
    assert Record.objects.filter(id="EP-P-19000001").exists()


def test_there_are_enough_of_them() -> None:
    assert len(XML) * len(QUICK) + len(PLAIN) + len(XLSX) + len(ARCHIVES) > 200
