"""The state of the tables: made, missing or behind, and how to make them."""

import io

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def missing() -> int:
    """How many migrations were not applied yet."""
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def are_none() -> bool:
    """Whether the database is empty."""
    return not connection.introspection.table_names()


def make() -> None:
    """Apply every migration that is missing."""
    call_command("migrate", interactive=False, verbosity=0, stdout=io.StringIO())
