"""One SQL statement on the bare connection of the driver: what hot paths use where the ORM would take the time."""

import datetime as dt
import re
from typing import Any

import orjson
from django.db import DEFAULT_DB_ALIAS, connections

NAME = re.compile(r"(?<!:):([a-z_]+)")
NEVER_UNASKED = 1 << 30  # how often PostgreSQL's driver sees a statement before it prepares one that nobody told it to
Rows = list[tuple[Any, ...]]


class Statement:
    """A statement with named, bound values (`:asset`), written once for both databases.

    It runs in the transaction of the thread's Django connection, and is prepared once per connection: SQLite's driver
    keeps it, PostgreSQL's is told to. `postgresql` replaces the text where the two databases need different words.
    """

    def __init__(self, sql: str, *, postgresql: str = "") -> None:
        """Keep the statement in the words of either driver."""
        self.sqlite = sql
        self.postgresql = NAME.sub(r"%(\1)s", (postgresql or sql).replace("%", "%%"))

    def rows(self, **values: Any) -> Rows:
        """Run it and read all rows."""
        ours = connections[DEFAULT_DB_ALIAS]
        if ours.connection is None:
            ours.ensure_connection()
        with ours.wrap_database_errors:
            if ours.vendor == "sqlite":
                return _on_sqlite(ours.connection, self.sqlite, values)
            return _on_postgresql(ours.connection, self.postgresql, values)

    def row(self, **values: Any) -> tuple[Any, ...] | None:
        """Run it and read the first row, if there is one."""
        found = self.rows(**values)
        return found[0] if found else None


def _on_sqlite(raw: Any, sql: str, values: dict[str, Any]) -> Rows:
    """Moments go in the form in which the tables hold them: text in UTC."""
    plain = {
        name: str(it.astimezone(dt.UTC).replace(tzinfo=None)) if isinstance(it, dt.datetime) else _json(it)
        for name, it in values.items()
    }
    found: Rows = raw.execute(sql, plain).fetchall()
    return found


def _on_postgresql(raw: Any, sql: str, values: dict[str, Any]) -> Rows:
    """Let the server bind the values and keep the plan; Django's own cursor does neither."""
    import psycopg

    if raw.prepare_threshold != NEVER_UNASKED:
        raw.prepare_threshold = NEVER_UNASKED
        raw.execute("SET jit = off")  # compiling such a statement takes longer than running it
    with psycopg.Cursor(raw) as sent:
        sent.execute(sql, {name: _json(it) for name, it in values.items()}, prepare=True)
        return sent.fetchall() if sent.description else []


def _json(value: Any) -> Any:
    """A list goes as JSON, which both databases read."""
    return orjson.dumps(value).decode() if isinstance(value, list) else value
