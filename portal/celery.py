"""The worker app. Tasks carry ids, never data; every task may run twice without harm."""

import os
import sys
from typing import Any

from celery import Celery
from celery.signals import worker_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
app = Celery("lontar")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.Task.Request = "portal.worker:Request"
app.autodiscover_tasks()


@worker_init.connect
def needs_broker(**_: Any) -> None:
    """End a worker that has no broker to take tasks from, with a sentence."""
    if app.conf.task_always_eager:
        sys.exit(
            "A worker needs a broker: set BROKER_URL to its address. Without one, work is done by whoever asks for it."
        )
