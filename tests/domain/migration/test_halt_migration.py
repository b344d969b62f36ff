"""A migration needs attention when its work account is deactivated."""

import pytest

from keyhouse.domain.migration import actions
from keyhouse.domain.migration.models import MigrationPerson
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission


def migration(cast, status):
    return MigrationPerson.objects.of(cast.acme).create(
        login=cast.finn, work_account=cast.ben, status=status, changed_at=clock.now()
    )


def halt(by, cast):
    return actions.halt_migration(by=by.within(Permission.MIGRATION_CHANGE, cast.ben), person=cast.ben)


def test_one_under_way_needs_attention(okta, cast):
    row = migration(cast, "in_transition")

    assert halt(okta, cast) == 1
    row.refresh_from_db()
    assert (row.status, row.before, row.reason) == ("needs_attention", "in_transition", "account_deactivated")


@pytest.mark.parametrize("status", ["migrated", "excluded"])
def test_one_that_is_over_stays(okta, cast, status, untouched):
    migration(cast, status)

    with untouched():
        assert halt(okta, cast) == 0


def test_nobody_does_it_outside_of_a_process(ada, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.halt_migration(by=ada, person=cast.ben)
