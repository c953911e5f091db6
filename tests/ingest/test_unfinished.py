"""What a worker takes up: runs that are not finished when it starts, and those nothing was heard of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from kombu.exceptions import OperationalError as BrokerError

from ingest import pipeline, tasks, unfinished
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
            unfinished.take_up()
    assert asked == [run.pk] * len(AT_WORK)


def test_a_run_nothing_was_heard_of_is_asked_for_again_once_in_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, _ = pipeline.start(issue(tmp_path))
    asked: list[int] = []
    monkeypatch.setattr(tasks.advance, "delay", asked.append)
    now = timezone.now()
    later = now + unfinished.QUIET + unfinished.LOOK
    assert [unfinished.take_up_quiet(at) for at in (now, later, later + unfinished.LOOK)] == [[], [run.pk], []]
    assert unfinished.take_up_quiet(later + unfinished.QUIET + unfinished.LOOK) == [run.pk]
    for stage in set(Stage) - set(AT_WORK):
        Run.objects.filter(pk=run.pk).update(stage=stage)
        assert unfinished.take_up_quiet(now + 100 * unfinished.QUIET) == []
    assert asked == [run.pk] * 2


def test_while_the_broker_is_away_the_run_stays_quiet_and_the_watch_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, _ = pipeline.start(issue(tmp_path))
    Run.objects.filter(pk=run.pk).update(updated_at=timezone.now() - 2 * unfinished.QUIET)
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
            assert seconds == unfinished.LOOK.total_seconds()
            self.left -= 1
            return self.left < 0

    monkeypatch.setattr(tasks.advance, "delay", delay)
    monkeypatch.setattr(unfinished.connection, "close", lambda: None)
    unfinished.watch(Looks())  # type: ignore[arg-type]
    assert (asked, answers) == ([run.pk], [])
