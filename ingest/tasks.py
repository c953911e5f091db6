"""What workers do for ingest; the work is in the pipeline."""

from __future__ import annotations

import logging
from typing import Any

from celery import current_app, shared_task
from django.conf import settings
from django.db import InterfaceError, OperationalError

_log = logging.getLogger(__name__)
_RETRY = 5  # seconds


def find_broker() -> bool:
    """Have tasks sent to the broker the environment names, else to that of `make run` on this data folder; False where there is neither."""
    if settings.BROKER_URL:
        return True
    if there := settings.BROKER_SOCKET.exists():
        address = f"redis+socket://{settings.BROKER_SOCKET.resolve()}"
        current_app.conf.update(broker_url=address, task_always_eager=False)
    return bool(there)


@shared_task(bind=True, max_retries=None)
def advance(self: Any, run_id: int) -> None:
    """Work on a run for some minutes, then ask for the next turn; while the database is down the task comes again."""
    from ingest import pipeline  # noqa: PLC0415 - the pipeline enqueues this task

    try:
        more = pipeline.advance(run_id)
    except (OperationalError, InterfaceError) as error:
        if self.request.is_eager:
            raise
        _log.warning("Run %s waits for the database: %s", run_id, error)
        raise self.retry(countdown=_RETRY, exc=error) from error
    if more:
        advance.delay(run_id)
