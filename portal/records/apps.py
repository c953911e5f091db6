"""The store as a Django app."""

import sqlite3
from typing import Any

from django.apps import AppConfig
from django.db.backends.signals import connection_created


def use_all_parameters(connection: Any, **_: object) -> None:
    """Let SQLite take as many values in a statement as it really can.

    Django 5.2 assumes 999, the default of SQLite before 2020; a thousand records would take hundreds of statements.
    """
    if connection.vendor == "sqlite":
        connection.features.max_query_params = connection.connection.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER)


class RecordsConfig(AppConfig):
    name = "portal.records"
    label = "records"

    def ready(self) -> None:
        connection_created.connect(use_all_parameters)
