"""The worker app. Tasks carry ids, never data; every task may run twice without harm."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
app = Celery("lontar")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
