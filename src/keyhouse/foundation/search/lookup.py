"""The conditions of a search: a row holds a text somewhere, and a column whose index must not be used."""

from collections.abc import Sequence
from typing import Any

from django.db.models import BooleanField, F, Field, Func, Model
from django.db.models.expressions import Expression

from keyhouse.foundation.search.index import TextIndex

SHORTEST = 3  # an index of trigrams finds nothing shorter


class Holds(Func):
    """A row holds each of these texts somewhere in the columns of an index, whatever the letter case.

    No text is shorter than SHORTEST letters.
    """

    conditional = True

    def __init__(self, model: type[Model], index: str, texts: Sequence[str]) -> None:
        """Keep what is sought, and the index of this name of the model."""
        found = next(one for one in model._meta.indexes if one.name == index)
        if not isinstance(found, TextIndex):
            raise TypeError(f"{index} is no index of texts")
        super().__init__(F("pk"), *(F(name) for name in found.fields), output_field=BooleanField())
        self.index, self.texts = found, tuple(texts)

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """Look into the FTS5 table beside the table."""
        key, params = compiler.compile(self.get_source_expressions()[0])
        name = self.index.name
        phrases = " AND ".join('"' + one.replace('"', '""') + '"' for one in self.texts)
        return f"{key} IN (SELECT rowid FROM {name} WHERE {name} MATCH %s)", [*params, phrases]  # noqa: S608 -- a name of our own

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, list[Any]]:
        """Compare the joined texts as they are indexed."""
        columns = [compiler.compile(one)[0] for one in self.get_source_expressions()[1:]]
        joined = " || ' ' || ".join(columns)
        return " AND ".join(f"({joined}) ILIKE %s" for _ in self.texts), [f"%{like(one)}%" for one in self.texts]


class Plain(Func):
    """A column whose indexes SQLite leaves alone: it has no figures about values, and would take the wrong one."""

    arity = 1

    def __init__(self, column: "str | Expression", **extra: Any) -> None:
        """Keep the column."""
        super().__init__(column, **extra)

    def as_sql(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """Write the column, with SQLite's sign for that."""
        sql, params = compiler.compile(self.get_source_expressions()[0])
        return (f"+{sql}" if connection.vendor == "sqlite" else sql), list(params)

    def _resolve_output_field(self) -> "Field[Any, Any] | None":
        return self.get_source_expressions()[0].output_field


def like(text: str) -> str:
    """A text in which no letter stands for others."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def words(text: str) -> list[str]:
    """The words of what somebody typed, folded; at most eight."""
    return text.casefold().split()[:8]
