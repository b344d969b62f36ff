"""Every migration can be taken back, and leads to the same tables when it is made again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from tests.architecture.tree import ROOT
from tests.database import DATABASE

THERE_AND_BACK = """
import json, sys, django; django.setup()
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

def described():
    with connection.cursor() as cursor:
        for query in sys.argv[1:]:
            cursor.execute(query)
            yield from (list(map(str, row)) for row in cursor.fetchall())

steps = []
call_command("migrate", verbosity=0)
steps.append(sorted(described()))
for label in ("organizations", *sorted({app for app, _ in MigrationRecorder(connection).applied_migrations()})):
    if label in {app for app, _ in MigrationRecorder(connection).applied_migrations()}:
        call_command("migrate", label, "zero", verbosity=0)
steps.append(sorted(described()))
call_command("migrate", verbosity=0)
steps.append(sorted(described()))
print(json.dumps(steps))
"""
DESCRIBED = {
    "sqlite": ["SELECT tbl_name, name, sql FROM sqlite_master"],
    "postgresql": [
        "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns"
        " WHERE table_schema = 'public'",
        "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    ],
}


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The settings of an empty database, of the kind on which this run tests."""
    kept = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "KEYHOUSE_DATA": str(tmp_path)}
    if DATABASE == "postgresql":
        server, _, _ = os.environ["KEYHOUSE_TEST_POSTGRES"].rpartition("/")
        name = f"migrations_{os.getpid()}"
        with psycopg.connect(f"{server}/postgres", autocommit=True) as admin:
            admin.execute(f"CREATE DATABASE {name}")
        kept["KEYHOUSE_DATABASE_URL"] = f"{server}/{name}"
    return kept


def test_every_migration_goes_forward_back_and_forward_again(environment: dict[str, str]):
    """REL-5: nothing has been released, so there are no rows of an older version to carry; the tables are compared."""
    command = [sys.executable, "-c", THERE_AND_BACK, *DESCRIBED[DATABASE]]

    done = subprocess.run(command, check=False, env=environment, capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
    there, back, there_again = json.loads(done.stdout)
    assert {row[0] for row in back} <= {"django_migrations", "sqlite_sequence"}
    assert there_again == there
