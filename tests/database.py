"""Chooses the database of a run before Django reads its settings: KEYHOUSE_TEST_DATABASE=sqlite or postgresql."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from tests.throwaway_postgres import ThrowawayPostgres, memory_folder

DATABASE = os.environ.get("KEYHOUSE_TEST_DATABASE", "sqlite")
FOLDER = Path(tempfile.mkdtemp(prefix="keyhouse-tests-", dir=memory_folder()))
servers: list[ThrowawayPostgres] = []


def prepare() -> None:
    """Give the run a folder, a key and a database of its own, whatever the caller's shell says."""
    for name in [name for name in os.environ if name.startswith("KEYHOUSE_") and not name.startswith("KEYHOUSE_TEST_")]:
        del os.environ[name]
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright keeps an event loop in the thread of the tests
    os.environ["KEYHOUSE_DATA"] = str(FOLDER)
    os.environ["KEYHOUSE_SECRET_KEY"] = "a key of the tests, forty-two characters.."
    if DATABASE == "postgresql":
        os.environ["KEYHOUSE_DATABASE_URL"] = postgres_address()
    elif DATABASE != "sqlite":
        raise pytest.UsageError(f"KEYHOUSE_TEST_DATABASE is {DATABASE}: say sqlite or postgresql")


def postgres_address() -> str:
    """The server of this run; worker processes use the one of the process that started them."""
    if "KEYHOUSE_TEST_POSTGRES" not in os.environ:
        server = ThrowawayPostgres()
        servers.append(server)
        os.environ["KEYHOUSE_TEST_POSTGRES"] = server.start()
    return os.environ["KEYHOUSE_TEST_POSTGRES"]


def pytest_report_header() -> str:
    """Say on which database the tests run."""
    return f"database: {DATABASE}"


def pytest_unconfigure() -> None:
    """Remove what prepare() made."""
    for server in servers:
        server.stop()
    shutil.rmtree(FOLDER, ignore_errors=True)


prepare()
