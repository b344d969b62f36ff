"""Halting a migration: the work account was deactivated."""

import pytest

from keyhouse.domain.migration import actions
from keyhouse.domain.migration.models import MigrationPerson
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission


def status_of(cast):
    row = MigrationPerson.objects.of(cast.acme).get()
    return row.status, row.before, row.reason


def step(by, person):
    return by.within(Permission.MIGRATION_CHANGE, person)


@pytest.mark.parametrize("before", ["not_started", "invited", "activated", "in_transition", "overdue"])
def test_a_migration_that_is_not_over_needs_attention(cast, ada, migration_of, before):
    migration_of(cast.finn, before)

    assert actions.halt_migration(by=step(ada, cast.ben), person=cast.ben) == 1
    assert status_of(cast) == ("needs_attention", before, "account_deactivated")


@pytest.mark.parametrize("before", ["migrated", "excluded"])
def test_a_migration_that_is_over_stays_as_it_is(cast, ada, migration_of, before, untouched):
    migration_of(cast.finn, before)

    with untouched():
        assert actions.halt_migration(by=step(ada, cast.ben), person=cast.ben) == 0


def test_only_a_process_may_halt_it(cast, ada, migration_of, untouched):
    migration_of(cast.finn)

    with pytest.raises(NotAllowed), untouched():
        actions.halt_migration(by=ada, person=cast.ben)
