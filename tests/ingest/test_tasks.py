"""What a worker does when the database or the broker went away meanwhile."""

from __future__ import annotations

from typing import Any

import pytest
from celery.exceptions import Retry
from django.db import OperationalError

from ingest import pipeline, tasks

pytestmark = pytest.mark.django_db


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
