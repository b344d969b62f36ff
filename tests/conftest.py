"""What every test may ask for: the database of the run, the cast, and the proof that nothing changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest

from tests.database import DATABASE, FOLDER

pytest_plugins = ["tests.cast", "tests.serving", "tests.browsing"]

LEFT_OUT = frozenset(filter(None, os.environ.get("KEYHOUSE_TEST_LEAVE_OUT", "").split(",")))


def pytest_configure() -> None:
    """Passwords are hashed by the same code with less work, so that thousands of them cost seconds."""
    from django.conf import settings

    settings.PASSWORD_WORK = {"time_cost": 1, "memory_cost": 8, "parallelism": 1}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """In a run on both databases, each process leaves out the tests that the other one runs alone."""
    kept = [item for item in items if not LEFT_OUT & {mark.name for mark in item.iter_markers()}]
    if len(kept) != len(items):
        config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
        items[:] = kept


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> None:
    """Each process has a test database of its own; SQLite keeps it in a file, so that threads can share it."""
    from django.conf import settings

    mine = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    default = settings.DATABASES["default"]
    name = str(FOLDER / f"test-{mine}.sqlite3") if DATABASE == "sqlite" else f"test_keyhouse_{mine}"
    default.setdefault("TEST", {})["NAME"] = name


@pytest.fixture
def untouched(db: None) -> Callable[..., AbstractContextManager[None]]:
    """A context in which no table may change: `with pytest.raises(LastAdministrator), untouched(): …`."""

    @contextmanager
    def check(*, but: tuple[str, ...] = ()) -> Iterator[None]:
        before = all_rows(but)
        try:
            yield
        finally:
            after = all_rows(but)
            changed = sorted(table for table in before if before[table] != after[table])
            assert not changed, f"these tables changed: {', '.join(changed)}"

    return check


def all_rows(but: tuple[str, ...] = ()) -> dict[str, list[Any]]:
    """Every row of every table, in an order of its own."""
    from django.db import connection

    left_out = {"django_migrations", *but}
    rows = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table not in left_out:
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
                rows[table] = sorted(cursor.fetchall(), key=repr)
    return rows
