"""Writing many rows of one model in one statement, run for each of them.

`bulk_create` asks every field of every row how it is stored, and writes the statement anew for each handful of rows that its
parameters allow; half the time of storing went there. Only dates and JSON are stored as anything else than they are.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import cache
from typing import Any, TypeVar

from django.db import connections, router
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import AutoField, CharField, DateField, JSONField, Model
from django.db.models.base import ModelState
from django.db.models.fields import Field

M = TypeVar("M", bound=Model)


@cache
def _defaults(model: type[Model]) -> dict[str, Callable[[], Any]]:
    return {field.attname: field.get_default for field in model._meta.concrete_fields}


@cache
def widths(model: type[Model]) -> list[tuple[str, int, str]]:
    """Return the columns of limited width with the letters each holds and what it is called in words."""
    columns = (
        f for f in model._meta.concrete_fields if isinstance(f, CharField) and f.max_length and not f.primary_key
    )
    return [(f.attname, f.max_length or 0, f"{f.verbose_name} of the {model._meta.verbose_name}") for f in columns]


def new(model: type[M], **values: Any) -> M:
    """Make an unsaved row, as `model(**values)` does in twice the time: it asks every field about each value.

    Values are those of columns (`record_id`). Raises TypeError for a name that is no column.
    """
    defaults = _defaults(model)
    given = {name: values[name] if name in values else default() for name, default in defaults.items()} | values
    if len(given) > len(defaults):
        raise TypeError(f"{model.__name__} has no column {', '.join(given.keys() - defaults.keys())}.")
    row = model.__new__(model)
    vars(row).update(given, _state=ModelState())
    return row


def put(model: type[Model], rows: Iterable[Model], unique: Collection[str] = (), updated: Iterable[str] = ()) -> None:
    """Insert `rows`; one that stands there already by its columns `unique` has its columns `updated` written over.

    Rows are not told the primary keys the database gives them, and no signal is sent. Columns are named as the attribute of
    the row (`record_id`); dates that the model would fill in itself are not.
    """
    connection = connections[router.db_for_write(model)]
    fields = [field for field in model._meta.concrete_fields if not isinstance(field, AutoField)]
    columns = [_column(field, connection) for field in fields]
    with connection.cursor() as cursor:
        statement = _statement(model, fields, unique, updated, connection.ops.quote_name)
        cursor.executemany(statement, [[value(row) for value in columns] for row in rows])


def _statement(
    model: type[Model],
    fields: list[Field[Any, Any]],
    unique: Collection[str],
    updated: Iterable[str],
    quote: Callable[[Any], str],
) -> str:
    columns = ", ".join(quote(field.column) for field in fields)
    insert = f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({', '.join(['%s'] * len(fields))})"  # noqa: S608 - names of the model
    if not unique:
        return insert
    names = {field.attname: quote(field.column) for field in fields}
    changes = ", ".join(f"{names[name]} = EXCLUDED.{names[name]}" for name in updated)
    return f"{insert} ON CONFLICT ({', '.join(names[name] for name in unique)}) DO UPDATE SET {changes}"


def _column(field: Field[Any, Any], connection: BaseDatabaseWrapper) -> Callable[[Any], Any]:
    """Return what takes from a row the value of this column as the database wants it."""
    name = field.attname
    if isinstance(field, DateField | JSONField):
        return lambda row: field.get_db_prep_save(getattr(row, name), connection)
    return lambda row: getattr(row, name)
