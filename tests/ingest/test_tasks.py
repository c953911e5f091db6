"""What a worker does when the database or the broker went away meanwhile."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from celery.exceptions import Retry
from django.db import OperationalError
from django.utils import timezone
from kombu.exceptions import OperationalError as BrokerError

from ingest import apps, pipeline, tasks
from ingest.models import AT_WORK, Run, Stage
from tests.ingest.test_pipeline import issue, own_folder

__all__ = ["own_folder"]
pytestmark = pytest.mark.django_db


def test_a_worker_takes_up_every_run_that_is_not_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    run, _ = pipeline.start(issue(tmp_path))
    asked: list[int] = []
    monkeypatch.setattr(tasks.advance, "delay", asked.append)
    for stage in Stage:
        Run.objects.filter(pk=run.pk).update(stage=stage)
        with django_capture_on_commit_callbacks(execute=True):
            apps.take_up()
    assert asked == [run.pk] * len(AT_WORK)


@pytest.mark.parametrize(("eager", "ends"), [(False, Retry), (True, OperationalError)])
def test_a_run_whose_database_is_away_comes_again(monkeypatch: pytest.MonkeyPatch, eager: bool, ends: type) -> None:  # noqa: FBT001
    def away(_: int) -> bool:
        raise OperationalError("server closed the connection")

    def retry(**options: Any) -> Retry:
        assert options["countdown"] > 0
        return Retry()

    monkeypatch.setattr(pipeline, "advance", away)
    monkeypatch.setattr(tasks.advance, "retry", retry)
    tasks.advance.push_request(is_eager=eager)
    with pytest.raises(ends):
        tasks.advance.run(1)
    tasks.advance.pop_request()


def test_a_run_with_more_to_do_asks_for_its_next_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(tasks.advance, "delay", asked.append)
    monkeypatch.setattr(pipeline, "advance", lambda run_id: run_id == 7)
    tasks.advance.run(7)
    tasks.advance.run(8)
    assert asked == [7]


def test_a_run_nothing_was_heard_of_is_asked_for_again_once_in_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, _ = pipeline.start(issue(tmp_path))
    asked: list[int] = []
    monkeypatch.setattr(tasks.advance, "delay", asked.append)
    now = timezone.now()
    later = now + apps.QUIET + apps.LOOK
    assert [apps.take_up_quiet(at) for at in (now, later, later + apps.LOOK)] == [[], [run.pk], []]
    assert apps.take_up_quiet(later + apps.QUIET + apps.LOOK) == [run.pk]
    for stage in set(Stage) - set(AT_WORK):
        Run.objects.filter(pk=run.pk).update(stage=stage)
        assert apps.take_up_quiet(now + 100 * apps.QUIET) == []
    assert asked == [run.pk] * 2


def test_while_the_broker_is_away_the_run_stays_quiet_and_the_watch_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, _ = pipeline.start(issue(tmp_path))
    Run.objects.filter(pk=run.pk).update(updated_at=timezone.now() - 2 * apps.QUIET)
    answers: list[Any] = [BrokerError("refused"), None]
    asked: list[int] = []

    def delay(key: int) -> None:
        if answer := answers.pop(0):
            raise answer
        asked.append(key)

    class Looks:
        """Stands for the event that ends the watch: two looks, then the end."""

        left = 2

        def wait(self, seconds: float) -> bool:
            assert seconds == apps.LOOK.total_seconds()
            self.left -= 1
            return self.left < 0

    monkeypatch.setattr(tasks.advance, "delay", delay)
    monkeypatch.setattr(apps.connection, "close", lambda: None)
    apps.watch(Looks())  # type: ignore[arg-type]
    assert (asked, answers) == ([run.pk], [])
