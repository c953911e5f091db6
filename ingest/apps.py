"""Ingest as a Django app: office profiles become rows with every migration, unfinished runs go on with every worker."""

import logging
from typing import Any

from celery.exceptions import WorkerShutdown
from celery.signals import worker_ready
from django.apps import AppConfig
from django.core.checks import CheckMessage, register
from django.db.models.signals import post_migrate

from portal.records import tables

_log = logging.getLogger(__name__)


def load_offices(**_: Any) -> None:
    """Write every office profile into its row, so that the rest of the house reads rows only."""
    from ingest.offices.rows import load  # noqa: PLC0415 - models are ready only now

    load()


def go_on(**_: Any) -> None:
    """Take up what waits, now and for as long as the worker lives; end the worker where the database was never set up."""
    from ingest import unfinished  # noqa: PLC0415 - models are ready only now

    if sentence := tables.missing():
        _log.error(sentence)
        raise WorkerShutdown(1)
    tell_aside()
    unfinished.start_watch()
    unfinished.take_up()


def tell_aside() -> None:
    """Log what is wrong with profiles and mappings: web and worker begin with no check."""
    from ingest.offices import aside  # noqa: PLC0415 - models are ready only now

    for sentence in aside.sentences():
        _log.warning("%s %s", sentence, aside.TO_DO)


def check_offices(**named: Any) -> list[CheckMessage]:
    """Warn of wrong profiles and mappings."""
    from ingest.offices import aside  # noqa: PLC0415 - models are ready only now

    return [*aside.check(**named)]


class IngestConfig(AppConfig):
    name = "ingest"

    def ready(self) -> None:
        register(check_offices)
        post_migrate.connect(load_offices, sender=self)
        worker_ready.connect(go_on)
