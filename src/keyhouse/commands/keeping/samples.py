"""Encrypted values of the database, one of each kind, on which a key can be tried."""

from collections.abc import Iterator

from django.apps import apps
from django.db import connection

ENDING = "_encrypted"
PURPOSES = {("mail_keptmail", "text"): "kept mail"}


def encrypted() -> Iterator[tuple[str, str]]:
    """One value of each encrypted column that has any, with the purpose it was encrypted for."""
    for (table, column), purpose in PURPOSES.items():
        with connection.cursor() as cursor:
            names = connection.ops.quote_name(table), connection.ops.quote_name(column)
            cursor.execute("SELECT {1} FROM {0} WHERE {1} <> '' LIMIT 1".format(*names))  # noqa: S608 -- own names
            if row := cursor.fetchone():
                yield purpose, str(row[0])


def columns() -> list[tuple[str, str]]:
    """Every encrypted column of the tables."""
    fields = [(model._meta.db_table, field.column) for model in apps.get_models() for field in model._meta.fields]
    return [(table, column) for table, column in fields if column.endswith(ENDING)]
