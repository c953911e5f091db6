"""Celery's door to indexing."""

from __future__ import annotations

import logging
from typing import Any

from celery import shared_task

from search import indexing
from search.answer import EngineDown
from search.engines.base import IndexBusy

_log = logging.getLogger(__name__)
_RETRY = 30  # seconds


@shared_task(bind=True, max_retries=None)
def drain(self: Any) -> None:
    """Index the noted changes; when the engine is down or busy they stay noted and the task comes again."""
    try:
        indexing.drain()
    except (EngineDown, IndexBusy) as error:
        _log.warning("Changes wait to be indexed: %s", error)
        if not self.request.is_eager:
            raise self.retry(countdown=_RETRY, exc=error) from error
