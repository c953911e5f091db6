from __future__ import annotations

import json
import subprocess
import sys
from unittest import mock

import pytest
from celery.exceptions import Retry
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import transaction

from portal.records.alone import lock
from portal.records.models import Record, Text
from portal.records.signals import records_changed
from search import clauses as c
from search import generations, indexing, tasks
from search.answer import EngineDown
from search.engines.base import Engine, IndexBusy, Question
from search.models import Generation, Lack, Pending
from tests.search.filing import file_record

pytestmark = pytest.mark.django_db


def retitle(record_id: str, title: str) -> None:
    Text.objects.filter(record=record_id, part="title").update(paragraphs=[{"n": "1", "t": title, "refs": []}])
    indexing.note([record_id])


def found(index: Engine, word: str = "") -> list[str]:
    clause = c.Words("title", (word,)) if word else c.Everything()
    return sorted(index.search(Question(clause, size=100)).ids)


@pytest.fixture
def index(each_index: Engine) -> Engine:
    return each_index


@pytest.fixture
def records(index: Engine) -> list[str]:
    return [file_record(f"BR-P-{n}", {("title", "pt"): [f"secador {n}"]}).id for n in range(5)]


def published() -> list[str]:
    """The generations the store knows as published, the last first."""
    rows = Generation.objects.exclude(published_at=None).order_by("-published_at")
    return list(rows.values_list("name", flat=True))


def test_rebuild_publishes_what_the_store_holds_and_keeps_the_one_before(index: Engine, records: list[str]) -> None:
    steps: list[tuple[int, int]] = []
    first = indexing.rebuild()
    Record.objects.get(id="BR-P-4").delete()
    second = indexing.rebuild(lambda done, total: steps.append((done, total)))
    assert steps == [(0, 4), (4, 4)]
    assert found(index) == records[:4]
    assert index.published() == second.name
    assert published() == [second.name, first.name]
    assert set(index.generations()) == {first.name, second.name}
    assert (first.documents, second.documents) == (5, 4)


def test_the_first_drain_builds_the_index(index: Engine, records: list[str]) -> None:
    indexing.note(records)
    assert indexing.drain() == 5
    assert found(index) == records
    assert not Pending.objects.exists()


def test_an_index_of_another_form_is_replaced_by_the_next_drain(index: Engine, records: list[str]) -> None:
    index.create("ffffffff-1")
    index.publish("ffffffff-1")
    assert indexing.status()["documents"] == 0
    indexing.drain()
    assert found(index) == records
    assert index.generations() == [index.published()] != ["ffffffff-1"]


def test_drain_indexes_changed_new_and_removed_records(index: Engine, records: list[str]) -> None:
    indexing.rebuild()
    retitle("BR-P-0", "forno")
    indexing.note([file_record("VN-P-9", {("title", "vi"): ["Lò nung"]}).id])
    Record.objects.get(id="BR-P-1").delete()
    indexing.note(["BR-P-1", "BR-P-1"])
    assert indexing.drain() == 3
    assert found(index, "forno") == ["BR-P-0"]
    assert found(index, "lo") == ["VN-P-9"]
    assert found(index) == sorted({*records, "VN-P-9"} - {"BR-P-1"})
    assert indexing.drain() == 0


def test_a_change_made_while_its_record_is_indexed_is_not_taken_for_done(index: Engine, records: list[str]) -> None:
    indexing.rebuild()
    retitle("BR-P-0", "forno")
    once = iter([lambda: retitle("BR-P-0", "caldeira")])
    real = indexing._index

    def meanwhile(*given: object) -> None:
        real(*given)
        next(once, lambda: None)()

    with mock.patch.object(indexing, "_index", meanwhile):
        assert indexing.drain() == 2
    assert found(index, "caldeira") == ["BR-P-0"]
    assert found(index, "forno") == []


def test_a_change_drained_during_a_rebuild_reaches_the_new_index_too(index: Engine, records: list[str]) -> None:
    """The rebuild has read the record already when it changes, and a drain indexes the change in the old index."""
    indexing.rebuild()
    real = indexing._verify

    def meanwhile(*given: object) -> None:
        real(*given)
        retitle("BR-P-0", "forno")
        assert indexing.drain() == 1
        assert found(index, "forno") == ["BR-P-0"]
        assert not Pending.objects.exists()
        assert set(Lack.objects.values_list("record_id", flat=True)) == {"BR-P-0"}

    with mock.patch.object(indexing, "_verify", meanwhile):
        indexing.rebuild()
    assert found(index, "forno") == ["BR-P-0"]
    assert not Pending.objects.exists()


def test_changes_stored_between_the_chunks_of_a_build_are_in_it(index: Engine, records: list[str]) -> None:
    """One record changes before it is read, one after, one comes and one goes behind the reader's back; half are drained."""
    indexing.rebuild()

    def meanwhile(done: int, _total: int) -> None:
        if done == 2:
            retitle("BR-P-0", "forno")
            retitle("BR-P-4", "caldeira")
            indexing.drain()
            Record.objects.filter(id="BR-P-1").delete()
            indexing.note(["BR-P-1", file_record("AO-P-1", {("title", "pt"): ["forno"]}).id])

    with mock.patch.object(indexing, "CHUNK", 2):
        built = indexing.rebuild(meanwhile)
    assert index.published() == built.name
    assert found(index, "forno") == ["AO-P-1", "BR-P-0"]
    assert found(index, "caldeira") == ["BR-P-4"]
    assert found(index) == sorted(Record.objects.values_list("id", flat=True))
    assert not Pending.objects.exists()


@pytest.mark.parametrize("stage", ["_fill", "_verify"])
def test_a_build_that_fails_leaves_the_published_one_and_nothing_else(
    index: Engine, records: list[str], stage: str
) -> None:
    first = indexing.rebuild()
    real = getattr(indexing, stage)

    def down(*given: object) -> None:
        real(*given)
        raise EngineDown("down")

    with mock.patch.object(indexing, stage, down), pytest.raises(EngineDown):
        indexing.rebuild()
    assert index.generations() == [index.published()] == [first.name]
    assert published() == [first.name]
    assert found(index) == records


def test_what_a_failed_build_could_not_remove_goes_with_the_next(index: Engine, records: list[str]) -> None:
    first = indexing.rebuild()
    with (
        mock.patch.object(indexing, "_verify", side_effect=EngineDown("first")),
        mock.patch.object(type(index), "drop", side_effect=EngineDown("second")),
        pytest.raises(EngineDown, match="first"),
    ):
        indexing.rebuild()
    assert len(index.generations()) == 2
    second = indexing.rebuild()
    assert set(index.generations()) == {first.name, second.name}


def test_a_rebuild_published_while_a_drain_writes_takes_nothing_off_the_list(index: Engine, records: list[str]) -> None:
    indexing.rebuild()
    retitle("BR-P-0", "forno")
    real, once = indexing._index, iter([indexing.rebuild])

    def meanwhile(*given: object) -> None:
        real(*given)
        with mock.patch.object(indexing, "drain", return_value=0):  # the rebuild's own drain has not come yet
            next(once, lambda: None)()

    with mock.patch.object(indexing, "_index", meanwhile):
        indexing.drain()
    assert found(index, "forno") == ["BR-P-0"]
    assert not Pending.objects.exists()


def test_a_rebuild_killed_after_publishing_is_finished_by_the_next_drain(index: Engine, records: list[str]) -> None:
    indexing.rebuild()
    with mock.patch.object(indexing, "_finish", side_effect=KeyboardInterrupt), pytest.raises(KeyboardInterrupt):
        indexing.rebuild()
    killed = Generation.objects.get(published_at=None)
    Lack.objects.create(generation=killed, record_id="BR-P-0")
    assert indexing.drain() == 1
    assert published()[0] == killed.name == index.published()
    assert not Lack.objects.filter(generation=killed).exists()


def test_an_unfaithful_index_is_not_published(index: Engine, records: list[str]) -> None:
    first = indexing.rebuild()
    with (
        mock.patch.object(type(index), "count", return_value=4),
        pytest.raises(indexing.Unfaithful, match="4 documents, 5"),
    ):
        indexing.rebuild()
    assert index.generations() == [index.published()] == [first.name]
    assert Generation.objects.get().name == first.name


def test_only_one_rebuild_at_a_time_but_a_dead_one_does_not_block(index: Engine, records: list[str]) -> None:
    """One on another machine, whose lock is not here, is dead when it has given no sign of life for a while."""
    row = Generation.objects.create(name="other", engine=index.name)
    with pytest.raises(IndexBusy, match="another process"):
        indexing.rebuild()
    assert indexing.status()["building"] == {"name": "other", "documents": 0}
    Generation.objects.filter(pk=row.pk).update(beat=row.beat - generations.STALE)
    index.create("other")
    assert indexing.status()["building"] is None
    indexing.rebuild()
    assert index.generations() == [index.published()]
    assert not Generation.objects.filter(name="other").exists()


HOLD = """import fcntl, sys, time
file = open(sys.argv[1], "a")
fcntl.flock(file, fcntl.LOCK_EX)
print("held", flush=True)
time.sleep(60)"""


def test_a_build_killed_on_this_machine_is_dead_at_once(index: Engine, records: list[str]) -> None:
    Generation.objects.create(name="killed", engine=index.name)
    index.create("killed")
    path = lock("builds/killed")
    path.parent.mkdir(parents=True, exist_ok=True)
    with subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True) as builder:
        assert builder.stdout is not None
        assert builder.stdout.readline() == "held\n"
        assert indexing.status()["building"] is not None
        with pytest.raises(IndexBusy):
            indexing.rebuild()
        builder.kill()
    assert indexing.status()["building"] is None
    indexing.rebuild()
    assert index.generations() == [index.published()]
    assert not list(path.parent.iterdir())


def test_a_stored_change_is_noted_with_it_and_indexed_after_it(
    index: Engine, records: list[str], django_capture_on_commit_callbacks: object
) -> None:
    indexing.rebuild()
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        records_changed.send(sender=None, record_ids=[file_record("BR-P-7", {("title", "pt"): ["forno"]}).id])
        assert Pending.objects.get().record_id == "BR-P-7"
        assert found(index, "forno") == []
    assert found(index, "forno") == ["BR-P-7"]
    assert not Pending.objects.exists()


def test_with_the_engine_down_changes_wait(index: Engine, records: list[str], caplog: pytest.LogCaptureFixture) -> None:
    indexing.rebuild()
    indexing.note(records)
    with mock.patch.object(type(index), "writer", side_effect=EngineDown("down")):
        tasks.drain.delay()
    assert "Changes wait to be indexed: down" in caplog.text
    assert Pending.objects.count() == 5
    tasks.drain.delay()
    assert not Pending.objects.exists()


def test_a_worker_asks_again_when_the_engine_is_down() -> None:
    again = Retry("in 30 s")
    with (
        mock.patch.object(indexing, "drain", side_effect=EngineDown("down")),
        mock.patch.object(tasks.drain, "retry", return_value=again) as retry,
        pytest.raises(Retry),
    ):
        tasks.drain()
    assert retry.call_args.kwargs["countdown"] == 30


def test_the_command_rebuilds_drains_and_tells(
    index: Engine, records: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("index", "--rebuild", "--json")
    indexing.note(["BR-P-1"])
    call_command("index", "--status", "--json")
    built, status = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert built["documents"] == built["records"] == 5
    assert (status["engine"], status["pending"], status["building"]) == (index.name, 1, None)
    call_command("index", "--status")
    assert "5 of 5 records indexed; 1 change waiting, the first for " in capsys.readouterr().out
    call_command("index")
    assert "5 of 5 records indexed; 0 changes waiting. No earlier index is kept." in capsys.readouterr().out


def test_the_command_says_what_to_do(index: Engine) -> None:
    with (
        mock.patch.object(indexing, "drain", side_effect=EngineDown("Start it.")),
        pytest.raises(CommandError, match="Start it"),
    ):
        call_command("index")
