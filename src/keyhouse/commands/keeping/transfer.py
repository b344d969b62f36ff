"""Every row of the database as lines of JSON, written from one database and read into another."""

import base64
import datetime as dt
import gzip
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction

from keyhouse.commands.keeping.archive import Unusable, key_digest
from keyhouse.foundation import clock

FORMAT = 1
PAGE = 1000


@dataclass(frozen=True, kw_only=True)
class Header:
    """The first line: what this is, and which key its encrypted values need."""

    keyhouse_export: int
    version: str
    made_at: str
    key_digest: str


def tables() -> list[type[models.Model]]:
    """Every table of ours, in the order of their names."""
    return sorted(apps.get_models(include_auto_created=True), key=lambda model: model._meta.db_table)


def write(target: Path, version: str) -> int:
    """Write all rows as of one moment; how many there were. The file is complete when it has its name."""
    beside = target.with_name(f"{target.name}.writing")
    made_at = clock.now().isoformat(timespec="seconds")
    header = Header(keyhouse_export=FORMAT, version=version, made_at=made_at, key_digest=key_digest())
    count = 0
    with transaction.atomic(), gzip.open(beside, "wt", encoding="utf-8") as out:
        _see_one_moment()
        _line(out, asdict(header))
        for model in tables():
            fields = [field.attname for field in model._meta.concrete_fields]
            _line(out, {"table": model._meta.db_table, "fields": fields})
            for row in model._base_manager.order_by("pk").values_list(*fields).iterator(chunk_size=PAGE):
                _line(out, list(row))
                count += 1
    beside.chmod(0o600)
    beside.replace(target)
    return count


def header_of(source: Path) -> Header:
    """The first line of an export. Raises Unusable."""
    try:
        with gzip.open(source, "rt", encoding="utf-8") as lines:
            header = Header(**json.loads(next(lines)))
    except (OSError, StopIteration, TypeError, ValueError) as error:
        raise Unusable(f"{source} is not an export of Keyhouse") from error
    if header.keyhouse_export != FORMAT:
        raise Unusable(f"{source} was made by a later version of Keyhouse")
    return header


def has_rows() -> bool:
    """Whether the database holds anything."""
    return any(model._base_manager.exists() for model in tables())


@transaction.atomic
def read(source: Path) -> int:
    """Read all rows into an empty database, all or none; how many there were. Raises Unusable."""
    count = 0
    for model, page in _pages(source):
        model._base_manager.bulk_create(page)
        count += len(page)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), tables()):
            cursor.execute(statement)
    return count


def _pages(source: Path) -> Iterator[tuple[type[models.Model], list[models.Model]]]:
    """The rows of an export, table by table, as many at a time as are written at once."""
    reader: Reader | None = None
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        next(lines)
        for found in map(json.loads, lines):
            begins = isinstance(found, dict)
            if reader is not None and (begins or reader.is_full):
                yield reader.model, reader.take()
            if begins:
                reader = Reader(_model(found["table"], source), found["fields"])
            elif reader is not None:
                reader.add(found)
    if reader is not None:
        yield reader.model, reader.take()


def _model(table: str, source: Path) -> type[models.Model]:
    for model in tables():
        if model._meta.db_table == table:
            return model
    raise Unusable(f"{source} holds a table that this version doesn't know: {table}")


class Reader:
    """Rows of one table, turned back into what its fields hold."""

    def __init__(self, model: type[models.Model], names: list[str]) -> None:
        self.model, self._names, self._rows = model, names, []  # type: ignore[var-annotated]
        self._fields = {field.attname: field for field in model._meta.concrete_fields}

    @property
    def is_full(self) -> bool:
        """Whether it is time to write the rows."""
        return len(self._rows) >= PAGE

    def add(self, row: list[Any]) -> None:
        """Read one row."""
        values = {name: self._value(name, value) for name, value in zip(self._names, row, strict=True)}
        self._rows.append(self.model(**values))

    def take(self) -> list[models.Model]:
        """Hand the rows over."""
        rows, self._rows = self._rows, []
        return rows

    def _value(self, name: str, value: Any) -> Any:
        field = self._fields[name]
        return value if isinstance(field, models.JSONField) else field.to_python(value)


def _line(out: Any, content: Any) -> None:
    out.write(json.dumps(content, default=_moment, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n")


def _moment(value: object) -> str:
    """A moment with its microseconds, which Django's own encoder would cut, and bytes as base64."""
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode()
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in an export")


def _see_one_moment() -> None:
    """On PostgreSQL, read as of the beginning; on SQLite the transaction does so already."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
