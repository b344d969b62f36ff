"""Excluding a personal login from the migration."""

import datetime as dt

import pytest

from keyhouse.domain.migration import actions, queries
from keyhouse.domain.migration.errors import CannotBeExcluded, NotInMigration
from keyhouse.domain.migration.queries import Filters
from keyhouse.domain.migration.rules import WhyExcluded
from keyhouse.foundation import clock
from keyhouse.foundation.audit.models import AuditEvent
from keyhouse.foundation.errors import NotAllowed


def exclude(by, login):
    return actions.exclude_from_migration(by=by, login=login.id, reason=WhyExcluded.SERVICE_LOGIN)


def test_an_excluded_login_says_why_and_leaves_the_percentage(cast, ada):
    exclude(ada, cast.finn)

    [row] = queries.rows(ada, Filters(status="excluded"))
    assert (row.email, row.reason) == ("finn.home@mail.example", "service_login")
    assert queries.report(ada, cast.acme.id).to_move == 0
    assert AuditEvent.objects.of(cast.acme).filter(tag="migration.person.excluded").exists()


@pytest.mark.parametrize("status", ["activated", "in_transition", "migrated", "excluded"])
def test_who_has_begun_to_move_cannot_be_excluded(cast, ada, migration_of, status, untouched):
    migration_of(cast.finn, status)

    with pytest.raises(CannotBeExcluded), untouched():
        exclude(ada, cast.finn)


def test_who_was_invited_and_is_late_can_be_excluded(cast, ada, migration_of):
    migration_of(cast.finn, "invited", deadline=clock.now() - dt.timedelta(days=1))

    assert exclude(ada, cast.finn).before == "overdue"


def test_a_login_of_no_portfolio_of_ours_does_not_exist(cast, ada, mallory, untouched):
    """AUTH-1: Mallory can't exclude Acme's people, nor Ada a work account."""
    for by, login in ((mallory, cast.finn), (ada, cast.ben), (ada, cast.mallory)):
        with pytest.raises(NotInMigration), untouched():
            exclude(by, login)


def test_ben_may_not_exclude_anybody(cast, ben, untouched):
    with pytest.raises(NotAllowed), untouched():
        exclude(ben, cast.finn)
