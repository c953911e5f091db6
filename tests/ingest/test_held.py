"""A delivery that is not as expected: nothing of it is seen until a person decides, and the decision stays with it."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from ingest import held, pipeline
from ingest.formats.mapping import mappings
from ingest.inspection import inspect
from ingest.models import Decision, Finding, Quarantine, Run, Stage
from portal.coverage.models import PendingOffice
from portal.records.models import Delivery, Record
from search.models import Pending
from tests.factories.deliveries import br_number, dispatch, docdb, rpi, st36
from tests.factories.hostile_files import csv_table, json_record
from tests.ingest.formats.test_register_xml import GAZETTE
from tests.ingest.formats.test_spreadsheet import GOOD as BOOK
from tests.ingest.formats.test_spreadsheet import changed
from tests.ingest.test_commands import ended
from tests.ingest.test_own_bytes import MARK, SHELL
from tests.ingest.test_pipeline import carry
from tests.portal.records.test_store import snapshot

pytestmark = pytest.mark.django_db
USUAL, FEW = 120, 20
MARKS = (SHELL["st66"] % MARK).encode()
TABLE = next(m for m in mappings() if m.format == "table")
RECORD = next(m for m in mappings() if m.name == "id-pdki")


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DELIVERIES_DIR = tmp_path / "deliveries"
    settings.TRANSLATION_PROVIDER = "none"


def issue(folder: Path, number: int, dispatches: int, *, title: str = "Forno") -> Path:
    rows = [dispatch(br_number(n), title=f"{title} {n}" if title else "") for n in range(1, dispatches + 1)]
    return rpi(folder / f"{number}.xml", rows, issue=number)


@pytest.fixture
def former(tmp_path: Path) -> Run:
    run = carry(issue(tmp_path, 2601, USUAL))
    assert run.delivery.state == "stored"
    assert (run.total, run.seen["filled"]["title"]) == (USUAL, USUAL)
    return run


def notes() -> tuple[int, int]:
    return Pending.objects.count(), PendingOffice.objects.count()


def test_too_few_documents_hold_a_delivery_back_and_nothing_of_it_is_seen(former: Run, tmp_path: Path) -> None:
    before = snapshot(), notes()
    run = carry(issue(tmp_path, 2602, FEW, title="Novo"))
    assert (run.stage, run.delivery.state, run.delivery.office_id) == (Stage.HELD, "held", "BR")
    assert (snapshot(), notes()) == before
    assert "20 documents came, 17% of the 120" in run.error
    (finding,) = run.findings.all()
    assert (finding.code, finding.severity, finding.sentence) == ("HELD-COUNT", "critical", run.error)
    assert run.decisions.get().why == run.error


@pytest.mark.parametrize("given", ["", "BR", "TH"])
def test_an_office_expects_what_its_documents_bring_whoever_they_are_given_as(
    former: Run, tmp_path: Path, given: str
) -> None:
    run = carry(issue(tmp_path, 2602, FEW), given)
    assert (run.stage, run.delivery.office_id) == (Stage.HELD, given or "BR")
    assert "20 documents came, 17% of the 120" in run.error
    held.release(run.delivery, "Ana")
    told = carry(issue(tmp_path, 2602, FEW)).findings.filter(code="OFFICE-OTHER").exists()
    assert told is (given == "TH")


def test_titles_that_vanish_hold_a_delivery_back(former: Run, tmp_path: Path) -> None:
    run = carry(issue(tmp_path, 2602, USUAL, title=""))
    assert run.stage == Stage.HELD
    assert "0.0% of the documents have the element title" in run.error


def test_a_released_delivery_goes_on_as_if_it_had_never_waited(former: Run, tmp_path: Path) -> None:
    path = issue(tmp_path, 2602, FEW, title="Novo")
    run = carry(path)
    held.release(run.delivery, "Ana", "A holiday week.")
    again = carry(path)
    assert (again.pk, again.stage, again.delivery.state, again.error) == (run.pk, Stage.DONE, "stored", "")
    assert (again.position, again.total) == (FEW, FEW)
    assert Record.objects.get(pk="BR-P-102020000001").texts.get().content == "Novo 1"
    assert [(d.stage, d.by, d.why) for d in run.decisions.all()][1:] == [(Stage.READ, "Ana", "A holiday week.")]


def test_a_rejected_delivery_stays_under_its_hash_and_says_so(former: Run, tmp_path: Path) -> None:
    path = issue(tmp_path, 2602, FEW)
    run = carry(path)
    held.reject(run.delivery, "Ana", "Broken off; sent again as 2602b.")
    again, work = pipeline.start(path)
    assert (again.pk, work, again.delivery.state) == (run.pk, False, "rejected")
    assert again.error == "Broken off; sent again as 2602b."
    assert Record.objects.filter(latest_delivery=run.delivery).count() == 0


def test_a_rejection_can_be_taken_back(former: Run, tmp_path: Path) -> None:
    run = carry(issue(tmp_path, 2602, FEW))
    held.reject(run.delivery, "Ana", "Too few.")
    held.release(run.delivery, "Rui", "The office says it is right.")
    while pipeline.advance(run.pk):
        pass
    assert Delivery.objects.get(pk=run.delivery_id).state == "stored"
    assert list(run.decisions.values_list("by", flat=True)) == ["", "Ana", "Rui"]


@pytest.mark.parametrize("decide", [lambda d: held.release(d, "Ana"), lambda d: held.reject(d, "Ana", "No.")])
def test_only_what_waits_is_decided_on(former: Run, tmp_path: Path, decide: Any) -> None:
    with pytest.raises(held.NotHeld, match=r"2601\.xml does not wait for a decision\. It is: stored"):
        decide(former.delivery)
    run = carry(issue(tmp_path, 2602, FEW))
    held.reject(run.delivery, "Ana", "Too few.")
    held.release(run.delivery, "Ana")
    with pytest.raises(held.NotHeld, match="being read"):
        decide(Delivery.objects.get(pk=run.delivery_id))
    assert Decision.objects.count() == 3


def test_sample_data_and_other_dialects_are_no_measure(former: Run, tmp_path: Path) -> None:
    few = issue(tmp_path, 2602, FEW)
    Delivery.objects.filter(pk=former.delivery_id).update(sample=True)
    assert held.former(Delivery(pk=10**9, dialect="rpi-patent"), "BR") == []
    Delivery.objects.filter(pk=former.delivery_id).update(sample=False, dialect="st36")
    assert held.former(Delivery(pk=10**9, dialect="rpi-patent"), "BR") == []
    assert carry(few).stage == Stage.DONE


def test_what_is_held_back_or_rejected_is_no_measure_for_the_next(former: Run, tmp_path: Path) -> None:
    for number in (2602, 2603, 2604):
        run = carry(issue(tmp_path, number, FEW))
        assert run.stage == Stage.HELD
    assert "the last of this kind" in run.error


def test_invented_sample_data_is_never_held_back(former: Run, tmp_path: Path) -> None:
    run, _ = pipeline.start(issue(tmp_path, 2602, FEW), sample=True)
    while pipeline.advance(run.pk):
        pass
    assert Run.objects.get(pk=run.pk).stage == Stage.DONE


@pytest.mark.parametrize("batch", [1, 7, FEW, 500])
def test_counting_broken_off_anywhere_goes_on_where_it_stopped(
    former: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, batch: int
) -> None:
    monkeypatch.setattr(pipeline, "BATCH", batch)
    run, _ = pipeline.start(issue(tmp_path, 2602, FEW))
    turns = 0
    while pipeline.advance(run.pk, seconds=1e-9) and turns < 100:  # a turn that ends before its first batch
        turns += 1
        with monkeypatch.context() as patch:
            patch.setattr(held.tally, "seconds", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
            with pytest.raises(KeyboardInterrupt):
                pipeline.advance(run.pk)
        Run.objects.filter(pk=run.pk).update(attempts=0)
        if turns == 2:
            break
    while pipeline.advance(run.pk):
        pass
    run.refresh_from_db()
    assert (run.stage, run.total, run.seen["documents"]) == (Stage.HELD, FEW, FEW)
    assert not Quarantine.objects.exists()


def test_two_workers_count_a_batch_once(former: Run, tmp_path: Path) -> None:
    run, _ = pipeline.start(issue(tmp_path, 2602, FEW))
    other = Run.objects.select_related("delivery").get(pk=run.pk)
    held.count(run, [], "rpi-patent", last=False, began=0)
    run.position = 5
    run.save()
    with pytest.raises(pipeline.Gone):
        held.count(other, [], "rpi-patent", last=False, began=0)


# --- commands -----------------------------------------------------------------------------------------------------------


def test_the_command_ends_with_3_and_says_why_and_what_to_do(
    former: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = issue(tmp_path, 2602, FEW)
    for _ in range(2):  # the same file again says the same
        assert ended("ingest", str(path)) == 3
        shown = capsys.readouterr()
        sha = Delivery.objects.get(name="2602.xml").sha256
        assert "2602.xml: held (rpi-patent); records: none" in shown.out
        assert "20 documents came, 17% of the 120" in shown.err
        assert (
            f"/deliveries/{sha}), then: manage.py release {sha[:12]} or manage.py reject {sha[:12]} --why" in shown.err
        )


def test_release_carries_the_work_on_and_reject_ends_it(
    former: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = issue(tmp_path, 2602, FEW), issue(tmp_path, 2603, FEW - 1)
    assert ended("ingest", str(first), str(second)) == 3
    names = dict(Delivery.objects.values_list("name", "sha256"))
    assert ended("release", names["2602.xml"][:8], "--by", "Ana") == 0
    assert "2602.xml: stored (rpi-patent)" in capsys.readouterr().out
    assert ended("reject", names["2603.xml"], "--why", "Twice the same.") == 0
    assert "2603.xml: rejected. Nothing of it is stored" in capsys.readouterr().out
    assert ended("ingest", str(second)) == 3
    assert f"Twice the same.\n  Nothing of it is stored. If it is right after all: manage.py release {names['2603.xml'][:12]}" in capsys.readouterr().err  # fmt: skip


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("release", "ffffffff"), "No delivery has a SHA-256 that begins with “ffffffff”"),
        (("release", ""), "No delivery has"),
        (("reject", "ffffffff", "--why", "x"), "No delivery has"),
        (("reject", "ffffffff"), "Say why"),
        (("reject", "ffffffff", "--why", " "), "Say why"),
    ],
)
def test_a_decision_that_cannot_be_taken_is_refused(words: tuple[str, ...], says: str) -> None:
    with pytest.raises(CommandError, match=says):
        call_command(*words)


def test_an_ambiguous_beginning_is_refused(former: Run) -> None:
    for end in "ab":
        Delivery.objects.create(sha256="c" * 63 + end, name="x", size=1)
    with pytest.raises(CommandError, match="Several deliveries"):
        call_command("release", "cccccccc")


def test_a_stored_delivery_is_not_decided_on(former: Run) -> None:
    with pytest.raises(CommandError, match="does not wait for a decision"):
        call_command("reject", former.delivery.sha256, "--why", "x")
    assert Finding.objects.filter(code__startswith="HELD").count() == 0


def cut_off(tmp_path: Path) -> dict[str, bytes]:
    """Files that end early: in a record, in a tag, in their packing; as a table, as JSON."""
    whole = issue(tmp_path, 2650, 30).read_bytes()
    first, _, second = csv_table(TABLE).partition(b"\n")
    record = json_record(RECORD).rstrip()
    large = whole.replace(b"</revista>", b"".join(b"<!-- %x -->" % n for n in range(200_000)) + b"</revista>")
    return {
        "a gazette in a dispatch": whole[: whole.index(b"<processo-patente>", 5000)],
        "a gazette between dispatches": whole[: whole.rindex(b"</revista>")],
        "a gazette in a tag": whole[: whole.rindex(b"</despacho>") + 5],
        "a gazette, packed": gzip.compress(large)[:-60_000],
        "a document among others": zipped({"a.xml": st36("1000001"), "b.xml": st36("1000002")[:-200]}),
        "a table": b"\n".join([first, second.strip(), second.strip()[:-40]]),
        "records, one a line": record + b"\n" + record[:-20],
        "a record": record[:-1],
        "a list of records": b"[" + record + b",\n" + record + b"\n",
        "a gazette with a bad byte": whole.replace(b"Forno 20", b"Forno \xff"),
        "a gazette with a NUL": whole.replace(b"Forno 20", b"Forno \x00"),
        "exchange documents with a NUL": docdb(title="Kiln\x00").encode(),
        "a register with a bad byte": GAZETTE.encode().replace(b"SOL", b"SOL \xff"),
        "exports of marks with a NUL": MARKS.replace(b"</Transaction>", b"\x00</Transaction>"),
        "documents in a list with a bad byte": b"<list>" + st36().partition("?>")[2].encode() + b"\xff</list>",
        "a list of records with a bad byte": b"[" + record + b", " + record.replace(b"2020", b"\xff") + b"]",
        "a workbook with a damaged sheet": changed(BOOK, "xl/worksheets/sheet1.xml", b"</row></sheetData>", b""),
        "a damaged zip among documents": zipped({"a.xml": st36("1000001"), "b.zip": "PK\x03\x04 and no more"}),
        "a table with a line without end": csv_table(TABLE) + b"x" * (1 << 20),
    }


def zipped(files: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


CUT = (
    "a gazette in a dispatch",
    "a gazette between dispatches",
    "a gazette in a tag",
    "a gazette, packed",
    "a document among others",
    "a table",
    "records, one a line",
    "a record",
    "a list of records",
    "a gazette with a bad byte",
    "a gazette with a NUL",
    "exchange documents with a NUL",
    "a register with a bad byte",
    "exports of marks with a NUL",
    "documents in a list with a bad byte",
    "a list of records with a bad byte",
    "a workbook with a damaged sheet",
    "a damaged zip among documents",
    "a table with a line without end",
)


@pytest.mark.parametrize("batch", [1, 500])
@pytest.mark.parametrize("what", CUT)
def test_what_is_cut_off_waits_for_a_decision_and_nothing_of_it_is_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str, batch: int
) -> None:
    monkeypatch.setattr(pipeline, "BATCH", batch)
    path = tmp_path / "cut"
    path.write_bytes(cut_off(tmp_path)[what])
    run, _ = pipeline.start(path)
    while pipeline.advance(run.pk):
        pass
    run.refresh_from_db()
    assert (run.stage, Record.objects.count()) == (Stage.HELD, 0)
    (finding,) = run.findings.filter(code="HELD-CUT")
    assert run.error == finding.sentence
    held.release(run.delivery, "Ana")
    assert carry(path).stage == Stage.DONE
    assert Quarantine.objects.exists()


@pytest.mark.parametrize(
    ("name", "what", "place"),
    [
        ("a gazette in a dispatch", "it ends early, before every element is closed", "cut:"),
        ("a gazette with a bad byte", "bytes that are not UTF-8", "cut:"),
        ("a gazette with a NUL", "a character no XML may hold, such as NUL; remove it", "cut:"),
        ("documents in a list with a bad byte", "Documents lost by it: 1.", "cut:"),
        ("a list of records with a bad byte", "UTF-8", "cut"),
    ],
)
def test_what_is_held_back_says_what_is_wrong_and_where(tmp_path: Path, name: str, what: str, place: str) -> None:
    path = tmp_path / "cut"
    path.write_bytes(cut_off(tmp_path)[name])
    run = carry(path)
    assert what in run.error
    assert place in run.error
    assert any(what in sentence for sentence in inspect(path).said.values())


def test_what_is_held_back_says_how_many_records_are_lost(tmp_path: Path) -> None:
    whole = issue(tmp_path, 2650, 30).read_bytes()
    path = tmp_path / "cut"
    path.write_bytes(whole.replace(b"Forno 20", b"Forno & 20"))
    run = carry(path)
    read = whole.count(b"<despacho>", 0, whole.index(b"Forno 20")) - 1
    assert f"Of the dispatches that begin in the file, 30 in all, {read} before it were read" in run.error


def test_a_gazette_that_is_whole_does_not_wait(tmp_path: Path) -> None:
    path = tmp_path / "whole.gz"
    path.write_bytes(gzip.compress(issue(tmp_path, 2650, 30).read_bytes()))
    assert carry(path).stage == Stage.DONE
