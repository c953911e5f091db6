"""Going back to the index before: in one step, and with every change since."""

from __future__ import annotations

import datetime as dt
import json
from unittest import mock

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from portal.records.models import Record
from search import generations, indexing
from search.engines.base import Engine
from search.generations import NothingKept
from search.models import Generation, Lack, Pending
from tests.search.filing import file_record
from tests.search.test_indexing import found, published, retitle

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(each_index: Engine) -> Engine:
    return each_index


@pytest.fixture
def two(index: Engine) -> tuple[str, str]:
    """Two generations of five records, the second published; gives their names."""
    for n in range(5):
        file_record(f"BR-P-{n}", {("title", "pt"): [f"secador {n}"]})
    return indexing.rebuild().name, indexing.rebuild().name


def test_rollback_publishes_the_one_before_and_indexes_what_changed_since(index: Engine, two: tuple[str, str]) -> None:
    retitle("BR-P-0", "forno")
    Record.objects.get(id="BR-P-1").delete()
    indexing.note(["BR-P-1", file_record("VN-P-9", {("title", "vi"): ["lo"]}).id])
    assert indexing.drain() == 3
    retitle("BR-P-2", "caldeira")  # and this one is not even drained
    assert indexing.rollback().name == two[0] == index.published()
    assert found(index, "forno") == ["BR-P-0"]
    assert found(index, "caldeira") == ["BR-P-2"]
    assert found(index) == ["BR-P-0", "BR-P-2", "BR-P-3", "BR-P-4", "VN-P-9"]
    assert not Pending.objects.exists()


def test_the_index_left_is_behind_only_by_what_it_was_not_given(index: Engine, two: tuple[str, str]) -> None:
    for n in range(3):
        retitle(f"BR-P-{n}", "forno")
    indexing.drain()
    retitle("BR-P-3", "caldeira")  # not drained before the rollback
    retitle("BR-P-0", "caldeira")  # and changed again
    indexing.rollback()
    assert set(Lack.objects.values_list("generation__name", "record_id")) == {(two[1], "BR-P-0"), (two[1], "BR-P-3")}
    retitle("BR-P-1", "caldeira")
    indexing.rollback()
    assert found(index, "caldeira") == ["BR-P-0", "BR-P-1", "BR-P-3"]
    assert found(index, "forno") == ["BR-P-2"]


def test_a_second_rollback_goes_forward_again(index: Engine, two: tuple[str, str]) -> None:
    indexing.rollback()
    retitle("BR-P-0", "forno")
    indexing.drain()
    assert indexing.rollback().name == two[1] == index.published()
    assert found(index, "forno") == ["BR-P-0"]
    assert published() == [two[1], two[0]]


def test_after_a_rollback_the_next_build_keeps_the_one_gone_back_to(index: Engine, two: tuple[str, str]) -> None:
    indexing.rollback()
    third = indexing.rebuild().name
    assert published() == [third, two[0]]
    assert set(index.generations()) == {third, two[0]}


def test_a_rollback_killed_after_publishing_is_finished_by_the_next_drain(index: Engine, two: tuple[str, str]) -> None:
    retitle("BR-P-0", "forno")
    indexing.drain()
    with mock.patch.object(indexing, "_finish", side_effect=KeyboardInterrupt), pytest.raises(KeyboardInterrupt):
        indexing.rollback()
    assert (index.published(), found(index, "forno")) == (two[0], [])
    assert indexing.drain() == 1
    assert found(index, "forno") == ["BR-P-0"]
    assert published() == [two[0], two[1]]


def test_a_change_during_a_build_reaches_the_kept_one_and_the_new_one(index: Engine, two: tuple[str, str]) -> None:
    real = indexing._verify

    def meanwhile(*given: object) -> None:
        real(*given)
        retitle("BR-P-0", "forno")
        indexing.drain()
        indexing.rollback()

    with mock.patch.object(indexing, "_verify", meanwhile):
        third = indexing.rebuild().name
    for name in (third, two[0]):
        assert (index.published(), found(index, "forno")) == (name, ["BR-P-0"])
        indexing.rollback()


@pytest.mark.parametrize(("kept", "left"), [(0, 1), (1, 2), (3, 4)])
def test_as_many_are_kept_as_the_setting_says(index: Engine, settings: object, kept: int, left: int) -> None:
    settings.INDEX_KEPT = kept
    names = [indexing.rebuild().name for _ in range(5)]
    assert published() == names[::-1][:left]
    assert set(index.generations()) == set(names[-left:])


def test_nothing_to_go_back_to_is_a_sentence(index: Engine) -> None:
    indexing.rebuild()
    with pytest.raises(NothingKept, match="INDEX_KEPT"):
        indexing.rollback()


def test_one_of_another_form_or_removed_by_hand_is_not_gone_back_to(index: Engine, two: tuple[str, str]) -> None:
    Generation.objects.filter(name=two[0]).update(name="ffffffff-1")
    with pytest.raises(CommandError, match="No earlier index"):
        call_command("index", "--rollback")
    Generation.objects.filter(name="ffffffff-1").update(name=two[0])
    index.drop(two[0])
    assert indexing.status()["kept"] == []
    with pytest.raises(NothingKept):
        indexing.rollback()
    assert index.published() == two[1]


def test_one_that_a_restored_database_names_takes_no_place_of_one_that_is_there(
    index: Engine, two: tuple[str, str]
) -> None:
    for name in two:
        index.drop(name)  # the index is not in the backup
    assert [indexing.rebuild().name for _ in range(2)] == published()[::-1]
    assert [one["name"] for one in indexing.status()["kept"]] == published()[1:]


def test_what_a_dropped_generation_lacked_goes_with_it(index: Engine, two: tuple[str, str]) -> None:
    retitle("BR-P-0", "forno")
    indexing.drain()
    assert Lack.objects.get().generation.name == two[0]
    indexing.rebuild()
    assert not Lack.objects.exists()


def test_the_command_goes_back_and_says_what_can_be_gone_back_to(
    index: Engine, two: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    retitle("BR-P-0", "forno")
    call_command("index")
    assert f"--rollback goes back to {two[0]} (1 change behind)." in capsys.readouterr().out
    call_command("index", "--rollback", "--json")
    status = json.loads(capsys.readouterr().out)
    assert (status["generation"], status["pending"], status["documents"]) == (two[0], 0, 5)
    assert [(one["name"], one["lacks"]) for one in status["kept"]] == [(two[1], 0)]
    assert status["published_at"] > status["kept"][0]["published_at"]


def test_the_lag_is_that_of_the_first_change_not_indexed(index: Engine, two: tuple[str, str]) -> None:
    """A record that changes again and again is as late as its first change; one that was indexed starts anew."""
    retitle("BR-P-0", "forno")
    Pending.objects.update(since=timezone.now() - dt.timedelta(seconds=100))
    retitle("BR-P-0", "caldeira")
    indexing.note(["BR-P-1"])
    count, seconds = indexing.waiting()
    assert (count, seconds // 10) == (2, 10)
    indexing.drain()
    assert indexing.waiting() == (0, 0)
    retitle("BR-P-0", "forno")
    assert indexing.waiting()[1] < 10


STEPS = st.lists(st.sampled_from(("change", "remove", "drain", "rebuild", "rollback")), min_size=4, max_size=9)


@hypothesis_settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_nothing_is_lost_in_whatever_order(index: Engine, steps: list[str]) -> None:
    """The index that answers holds what the store holds, once the changes are drained."""
    indexing.note(Record.objects.values_list("id", flat=True))
    Record.objects.all().delete()
    for n, step in enumerate(steps):
        if step == "change":
            indexing.note([file_record(f"BR-P-{n}", {("title", "pt"): [f"nome{n}"]}).id])
        elif step == "remove":
            gone = list(Record.objects.order_by("-id").values_list("id", flat=True)[:1])
            Record.objects.filter(id__in=gone).delete()
            indexing.note(gone)
        elif step != "rollback" or generations.kept(index):
            getattr(indexing, step)()
    indexing.drain()
    assert found(index) == sorted(Record.objects.values_list("id", flat=True))
