"""Ingest as a Django app: office profiles become rows with every migration, unfinished runs go on with every worker."""

from typing import Any

from celery.signals import worker_ready
from django.apps import AppConfig
from django.db.models.signals import post_migrate


def load_offices(**_: Any) -> None:
    """Write every office profile into its row, so that the rest of the house reads rows only."""
    from ingest.offices.rows import load  # noqa: PLC0415 - models are ready only now

    load()


def go_on(**_: Any) -> None:
    """Take up what waits, now and for as long as the worker lives."""
    from ingest import unfinished  # noqa: PLC0415 - models are ready only now

    unfinished.start_watch()
    unfinished.take_up()


class IngestConfig(AppConfig):
    name = "ingest"

    def ready(self) -> None:
        post_migrate.connect(load_offices, sender=self)
        worker_ready.connect(go_on)
