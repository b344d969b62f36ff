"""Resuming a migration: the work account is active again."""

import pytest

from keyhouse.domain.deprovisioning import actions as deprovisioning
from keyhouse.domain.migration import actions
from keyhouse.domain.migration.models import MigrationPerson
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission


def test_leaving_halts_the_migration_and_coming_back_resumes_it(cast, ada, migration_of):
    migration_of(cast.finn, "in_transition")

    deprovisioning.deactivate_person(by=ada, person=cast.ben)
    assert MigrationPerson.objects.of(cast.acme).get().status == "needs_attention"

    cast.ben.refresh_from_db(from_queryset=type(cast.ben).objects.of(cast.acme))
    deprovisioning.reactivate_person(by=ada, person=cast.ben)
    row = MigrationPerson.objects.of(cast.acme).get()
    assert (row.status, row.before, row.reason) == ("in_transition", "", "")


def test_another_reason_for_attention_stays(cast, ada, migration_of, untouched):
    migration_of(cast.finn, "needs_attention", reason="no_match", before="invited")

    with untouched():
        assert actions.resume_migration(by=ada.within(Permission.MIGRATION_CHANGE, cast.ben), person=cast.ben) == 0


def test_only_a_process_may_resume_it(cast, ada, migration_of, untouched):
    migration_of(cast.finn, "needs_attention", reason="account_deactivated")

    with pytest.raises(NotAllowed), untouched():
        actions.resume_migration(by=ada, person=cast.ben)
