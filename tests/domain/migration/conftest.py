"""Migrations of the cast."""

import pytest

from keyhouse.domain.migration.models import MigrationPerson
from keyhouse.foundation import clock


@pytest.fixture
def migration_of(cast):
    """Make the migration of a personal login, to Ben's work account unless said otherwise."""

    def make(login, status="invited", **fields) -> MigrationPerson:
        fields.setdefault("work_account", cast.ben)
        return MigrationPerson.objects.of(cast.acme).create(
            login=login, status=status, changed_at=clock.now(), **fields
        )

    return make
