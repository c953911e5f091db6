"""Whether the database has the tables this version counts on: asked where something starts or has failed."""

from __future__ import annotations

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

MISSING = "The database has not been set up for this version of Lontar: run `manage.py migrate`, then this again."


def missing() -> str:
    """Return the sentence to end with where tables are missing; empty where none is, or the database does not answer."""
    try:
        executor = MigrationExecutor(connection)
        return MISSING if executor.migration_plan(executor.loader.graph.leaf_nodes()) else ""
    except DatabaseError:
        return ""
    finally:
        connection.close()
