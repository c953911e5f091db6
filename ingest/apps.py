"""Ingest as a Django app: office profiles become rows with every migration, unfinished runs go on with every worker."""

from typing import Any

from celery.signals import worker_ready
from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils import timezone


def load_offices(**_: Any) -> None:
    """Write every office profile into its row, so that the rest of the house reads rows only."""
    from ingest.offices.rows import load  # noqa: PLC0415 - models are ready only now

    load()


def take_up(**_: Any) -> None:
    """Ask again for every run that is not finished: a broker that was killed may have lost the task, the rows know better.

    Rights whose term passed while no worker was there are ended first. A run that is asked for twice is worked on once, see `ingest.batch.Gone`.
    """
    from ingest import pipeline  # noqa: PLC0415 - models are ready only now
    from ingest.models import AT_WORK, Run  # noqa: PLC0415
    from portal.records import term  # noqa: PLC0415

    term.age(timezone.now().date())
    for run in Run.objects.filter(stage__in=AT_WORK).order_by("pk"):
        pipeline.enqueue(run)


class IngestConfig(AppConfig):
    name = "ingest"

    def ready(self) -> None:
        post_migrate.connect(load_offices, sender=self)
        worker_ready.connect(take_up)
