"""The checks behind readyz: what must hold so that requests and jobs are served."""

import datetime as dt
import shutil
from dataclasses import dataclass

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from keyhouse.foundation import clock
from keyhouse.foundation.jobs import queries

LONGEST_WAIT = dt.timedelta(minutes=5)
LEAST_SPACE = 50 * 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class Check:
    """One thing that must hold, and what was found; never a secret."""

    name: str
    passed: bool
    found: str


def checks() -> list[Check]:
    """Database, tables, jobs and disk, in this order; without a database the rest is not asked."""
    try:
        return [_database(), _tables(), _jobs(), _disk()]
    except DatabaseError as error:
        return [Check(name="database", passed=False, found=type(error).__name__), _disk()]


def _database() -> Check:
    connection.ensure_connection()
    return Check(name="database", passed=connection.is_usable(), found=connection.vendor)


_up_to_date = False


def _tables() -> Check:
    """Whether every migration was applied; once true it stays so for the life of the process."""
    global _up_to_date
    if not _up_to_date:
        executor = MigrationExecutor(connection)
        missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
        if missing:
            return Check(name="tables", passed=False, found=f"{missing} migrations are missing: run keyhouse migrate")
        _up_to_date = True
    return Check(name="tables", passed=True, found="up to date")


def _jobs() -> Check:
    backlog = queries.backlog()
    late = backlog.oldest is not None and clock.now() - backlog.oldest > LONGEST_WAIT
    found = f"{backlog.waiting} waiting, {backlog.running} running, {backlog.dead} given up"
    return Check(name="jobs", passed=not late, found=f"{found}; the oldest waits too long" if late else found)


def _disk() -> Check:
    free = shutil.disk_usage(settings.KEYHOUSE.data).free
    return Check(name="disk", passed=free > LEAST_SPACE, found=f"{free // 1024**2} MB free")
