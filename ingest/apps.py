"""Ingest as a Django app: office profiles become rows whenever the database is migrated."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


def load_offices(**_: Any) -> None:
    """Write every office profile into its row, so that the rest of the house reads rows only."""
    from ingest.offices.rows import load  # noqa: PLC0415 - models are ready only now

    load()


class IngestConfig(AppConfig):
    name = "ingest"

    def ready(self) -> None:
        post_migrate.connect(load_offices, sender=self)
