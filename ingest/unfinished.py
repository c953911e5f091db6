"""Runs that wait: a worker takes up those that are not finished when it starts, and those nothing was heard of while it lives."""

from __future__ import annotations

import datetime as dt
import logging
import threading

from django.db import DatabaseError, InterfaceError, connection
from django.utils import timezone
from kombu.exceptions import OperationalError as BrokerError

from ingest import pipeline, tasks
from ingest.models import AT_WORK, Run
from portal.records.settle import age

QUIET = dt.timedelta(minutes=9)  # a worker stores a batch in seconds
LOOK = dt.timedelta(minutes=1)
_log = logging.getLogger(__name__)


def take_up() -> None:
    """Ask again for every run that is not finished: a broker that was killed may have lost the task, the rows know better.

    Rights whose term passed while no worker was there are ended first. A run that is asked for twice is worked on once, see
    `ingest.batch.Gone`.
    """
    age(timezone.now().date())
    for run in Run.objects.filter(stage__in=AT_WORK).order_by("pk"):
        pipeline.enqueue(run)


def take_up_quiet(now: dt.datetime) -> list[int]:
    """Ask again for the runs nothing was heard of for QUIET, each at most once in that time; return their keys.

    A worker outlives its broker, and starts no second time when another answers: what was released or sent meanwhile, or was
    lost with the broker, would wait for ever.
    """
    quiet = Run.objects.filter(stage__in=AT_WORK, updated_at__lt=now - QUIET).order_by("pk")
    asked = []
    for key in list(quiet.values_list("pk", flat=True)):
        tasks.advance.delay(key)  # first: with the broker still away this raises, and the run stays quiet
        Run.objects.filter(pk=key).update(updated_at=now)
        asked.append(key)
    return asked


def watch(stop: threading.Event) -> None:
    """Look for quiet runs until `stop`, and each day for rights whose term has passed; while database or broker are away, look later."""
    aged = timezone.now().date()
    while not stop.wait(LOOK.total_seconds()):
        try:
            take_up_quiet(timezone.now())
            if (today := timezone.now().date()) > aged:
                age(today)
                aged = today
        except (DatabaseError, InterfaceError, BrokerError, OSError) as error:
            _log.info("What waits cannot be taken up yet: %s", error)
        finally:
            connection.close()


def start_watch() -> None:
    """Watch beside a worker, for as long as its process lives."""
    threading.Thread(target=watch, args=[threading.Event()], name="ingest-watch", daemon=True).start()
