"""What the machine can do at most: bare SQLite with the same rows, durable as Keyhouse is."""

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
TABLES = """
CREATE TABLE person (
    id INTEGER PRIMARY KEY, organization INTEGER, email TEXT UNIQUE, name TEXT, state TEXT, facts TEXT);
CREATE TABLE external (id INTEGER PRIMARY KEY, person INTEGER, value TEXT UNIQUE);
CREATE TABLE event (id INTEGER PRIMARY KEY, organization INTEGER, tag TEXT, facts TEXT, hash TEXT);
CREATE TABLE request (id INTEGER PRIMARY KEY, organization INTEGER, path TEXT, body TEXT, answer TEXT);
CREATE INDEX by_name ON person (organization, name, id); CREATE INDEX by_state ON person (organization, state, id);
"""
FACTS, BODY = '{"field": "value of some length"}' * 10, "x" * 700


def measure(folder: Path, seconds: float) -> dict[str, float]:
    """Transactions a second: a create of four rows, a deactivation, and a point read."""
    database = sqlite3.connect(folder / "limits.sqlite3", isolation_level=None)
    database.executescript(PRAGMAS + TABLES)
    inserted = _rate(lambda n: _insert(database, n), seconds)
    count = database.execute("SELECT count(*) FROM person").fetchone()[0]
    return {
        "insert": inserted,
        "update": _rate(lambda n: _update(database, n % count + 1), seconds),
        "read": _rate(
            lambda n: database.execute(
                "SELECT * FROM person WHERE email = ?", (f"p{n % count}@acme.example",)
            ).fetchone(),
            seconds,
        ),
    }


def _rate(deed: Callable[[int], object], seconds: float) -> float:
    begun, number = time.perf_counter(), 0
    while time.perf_counter() - begun < seconds:
        deed(number)
        number += 1
    return number / (time.perf_counter() - begun)


def _insert(database: sqlite3.Connection, n: int) -> None:
    database.execute("BEGIN IMMEDIATE")
    database.execute("INSERT INTO person VALUES (NULL, 1, ?, ?, 'active', ?)", (f"p{n}@acme.example", f"P {n}", FACTS))
    database.execute("INSERT INTO external VALUES (NULL, ?, ?)", (n, f"external {n}"))
    _recorded(database, "person.account.created")


def _update(database: sqlite3.Connection, n: int) -> None:
    database.execute("BEGIN IMMEDIATE")
    database.execute("UPDATE person SET state = 'deactivated' WHERE id = ?", (n,))
    _recorded(database, "person.account.deactivated")


def _recorded(database: sqlite3.Connection, tag: str) -> None:
    database.execute("INSERT INTO event VALUES (NULL, 1, ?, ?, ?)", (tag, FACTS, "f" * 64))
    database.execute("INSERT INTO request VALUES (NULL, 1, '/Users', ?, ?)", (BODY, BODY))
    database.execute("COMMIT")
