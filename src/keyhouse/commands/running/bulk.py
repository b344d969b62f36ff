"""Writing many generated rows of one table by one statement for each page: for the demo, which makes 100,000 people."""

import datetime as dt
import itertools
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connection, models

PAGE = 5000
PREPARED = (models.DateTimeField, models.JSONField)  # what a driver doesn't take as it is


def keep(app: str, name: str, rows: Iterator[dict[str, Any]]) -> list[int]:
    """Write rows whose columns are named as the table's fields; answers the keys of those that have ids of ours."""
    model = apps.get_model(app, name)
    table, keys = Table(model), []
    with connection.cursor() as cursor:
        while page := [table.values(row) for row in itertools.islice(rows, PAGE)]:
            cursor.executemany(table.statement, page)
            keys += [values[0] for values in page] if table.has_ids else []
    return keys


class Table:
    """The columns of a table, what each holds when a row says nothing, and the statement that writes a row."""

    def __init__(self, model: type[models.Model]) -> None:
        fields = [one for one in model._meta.concrete_fields if not one.generated]
        key = model._meta.pk
        self.has_ids = not isinstance(key, models.AutoField) and key in fields
        self._fields = [one for one in fields if one is not key or self.has_ids]
        self._fields.sort(key=lambda one: one is not key)
        self._usual = {one.attname: one.get_db_prep_save(_default(one), connection) for one in self._fields}
        quote = connection.ops.quote_name
        columns = ", ".join(quote(str(one.column)) for one in self._fields)
        marks = ", ".join(["%s"] * len(self._fields))
        self.statement = f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({marks})"  # noqa: S608 -- names of our own
        self._prepared = {one.attname: one for one in self._fields if isinstance(one, PREPARED)}
        self._moments: dict[dt.datetime, Any] = {}
        self._key = key

    def values(self, row: dict[str, Any]) -> tuple[Any, ...]:
        """The values of one row in the order of the columns."""
        if self.has_ids and self._key.attname not in row:
            row[self._key.attname] = self._key.get_default()
        for name in self._prepared.keys() & row.keys():
            row[name] = self._prepare(name, row[name])
        return tuple((self._usual | row).values())

    def _prepare(self, name: str, value: Any) -> Any:
        """The value as the driver takes it; the same moment comes again and again."""
        if not isinstance(value, dt.datetime):
            return self._prepared[name].get_db_prep_save(value, connection)
        if value not in self._moments:
            self._moments[value] = self._prepared[name].get_db_prep_save(value, connection)
        return self._moments[value]


def _default(field: "models.Field[Any, Any]") -> Any:
    return None if field.primary_key else field.get_default()
