"""Ingest as a Django app: office profiles become rows with every migration, unfinished runs go on with every worker."""

import datetime as dt
import logging
import threading
from typing import Any

from celery.signals import worker_ready
from django.apps import AppConfig
from django.db import DatabaseError, InterfaceError, connection
from django.db.models.signals import post_migrate
from django.utils import timezone
from kombu.exceptions import OperationalError as BrokerError

QUIET = dt.timedelta(minutes=9)  # a worker stores a batch in seconds
LOOK = dt.timedelta(minutes=1)
_log = logging.getLogger(__name__)


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


def take_up_quiet(now: dt.datetime) -> list[int]:
    """Ask again for the runs nothing was heard of for QUIET, each at most once in that time; return their keys.

    A worker outlives its broker, and starts no second time when another answers: what was released or sent meanwhile, or was
    lost with the broker, would wait for ever.
    """
    from ingest import tasks  # noqa: PLC0415 - models are ready only now
    from ingest.models import AT_WORK, Run  # noqa: PLC0415

    quiet = Run.objects.filter(stage__in=AT_WORK, updated_at__lt=now - QUIET).order_by("pk")
    asked = []
    for key in list(quiet.values_list("pk", flat=True)):
        tasks.advance.delay(key)  # first: with the broker still away this raises, and the run stays quiet
        Run.objects.filter(pk=key).update(updated_at=now)
        asked.append(key)
    return asked


def watch(stop: threading.Event) -> None:
    """Look for quiet runs until `stop`; while database or broker are away, look again later."""
    while not stop.wait(LOOK.total_seconds()):
        try:
            take_up_quiet(timezone.now())
        except (DatabaseError, InterfaceError, BrokerError, OSError) as error:
            _log.info("What waits cannot be taken up yet: %s", error)
        finally:
            connection.close()


def start_watch(**_: Any) -> None:
    """Watch beside a worker, for as long as its process lives."""
    threading.Thread(target=watch, args=[threading.Event()], name="ingest-watch", daemon=True).start()


class IngestConfig(AppConfig):
    name = "ingest"

    def ready(self) -> None:
        post_migrate.connect(load_offices, sender=self)
        worker_ready.connect(take_up)
        worker_ready.connect(start_watch)
