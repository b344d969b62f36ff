"""The index behind a search: three letters at a time, written by the database itself in the transaction of each change.

On SQLite it is an FTS5 table beside the table, kept by triggers; on PostgreSQL a GIN index of trigrams.
"""

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement, Table
from django.db.models import Index, Model

EVENTS = ("insert", "update", "delete")


class TextIndex(Index):
    """Finds rows by any part of the texts of these columns; listed in the `Meta.indexes` of a model like any other."""

    def create_sql(
        self, model: type[Model], schema_editor: BaseDatabaseSchemaEditor, using: str = "", **kwargs: Any
    ) -> Any:
        """Say how the index is made; what SQLite needs besides runs with the other statements at the end."""
        if schema_editor.connection.vendor == "sqlite":
            schema_editor.deferred_sql.extend(self._sqlite(model, schema_editor))
            return Statement("SELECT 1")
        schema_editor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        return self._statement(f"CREATE INDEX {self.name} ON %(table)s USING gin (({self.joined()}) gin_trgm_ops)",
                               model, schema_editor)  # fmt: skip

    def remove_sql(self, model: type[Model], schema_editor: BaseDatabaseSchemaEditor, **kwargs: Any) -> Any:
        """Say how the index is removed."""
        if schema_editor.connection.vendor != "sqlite":
            return super().remove_sql(model, schema_editor, **kwargs)
        for event in EVENTS:
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {self.name}_{event}")
        return Statement(f"DROP TABLE IF EXISTS {self.name}")

    def joined(self, prefix: str = "") -> str:
        """The texts of a row as one, in the words of PostgreSQL."""
        return " || ' ' || ".join(f'{prefix}"{column}"' for column in self.fields)

    def _sqlite(self, model: type[Model], schema_editor: BaseDatabaseSchemaEditor) -> list[Any]:
        """Make the FTS5 table and its triggers anew, and fill it; it keeps no text, only where to find it."""
        name, columns, key = self.name, ", ".join(f'"{one}"' for one in self.fields), model._meta.pk.column
        new, old = (", ".join(f'{side}."{one}"' for one in self.fields) for side in ("new", "old"))
        differs = " OR ".join(f'old."{one}" IS NOT new."{one}"' for one in self.fields)
        key_of_old = f'old."{key}"'
        add = f'INSERT INTO {name} (rowid, {columns}) VALUES (new."{key}", {new});'  # noqa: S608 -- names of our own
        take = f"INSERT INTO {name} ({name}, rowid, {columns}) VALUES ('delete', {key_of_old}, {old});"  # noqa: S608 -- names of our own
        deeds = {
            "insert": f"AFTER INSERT ON %(table)s BEGIN {add} END",
            "update": f"AFTER UPDATE OF {columns} ON %(table)s WHEN {differs} BEGIN {take} {add} END",
            "delete": f"AFTER DELETE ON %(table)s BEGIN {take} END",
        }
        table = model._meta.db_table.removeprefix("new__")
        fts = f"fts5({columns}, content='{table}', content_rowid='{key}', tokenize='trigram')"
        return [
            *(f"DROP TRIGGER IF EXISTS {name}_{event}" for event in EVENTS),
            f"DROP TABLE IF EXISTS {name}",
            f"CREATE VIRTUAL TABLE {name} USING {fts}",
            *(self._statement(f"CREATE TRIGGER {name}_{event} {deeds[event]}", model, schema_editor)
              for event in EVENTS),
            f"INSERT INTO {name} ({name}) VALUES ('rebuild')",  # noqa: S608 -- a name of our own
        ]  # fmt: skip

    @staticmethod
    def _statement(text: str, model: type[Model], schema_editor: BaseDatabaseSchemaEditor) -> Statement:
        return Statement(text, table=Table(model._meta.db_table, schema_editor.quote_name))
