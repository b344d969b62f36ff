"""Exclude a personal login from the migration."""

from django.db import transaction

from keyhouse.domain.migration import queries, rules
from keyhouse.domain.migration.errors import CannotBeExcluded
from keyhouse.domain.migration.events import ExcludedFromMigration
from keyhouse.domain.migration.models import MigrationPerson, MigrationStatus
from keyhouse.domain.migration.rules import WhyExcluded
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def exclude_from_migration(*, by: Actor, login: int, reason: WhyExcluded) -> MigrationPerson:
    """Take a personal login out of the migration, with the reason; she keeps her access.

    Raises NotAllowed, NotInMigration, CannotBeExcluded.
    """
    authorize(by, Permission.MIGRATION_MANAGE, on=facts_of(by.organization_id))

    person, migration = queries.locked_login(by, login)
    status = rules.shown(migration.status, migration.deadline, clock.now())
    if status not in rules.MAY_BE_EXCLUDED:
        raise CannotBeExcluded(email=person.email, status=rules.LABELS[status])

    migration.before, migration.status, migration.reason = status, MigrationStatus.EXCLUDED, reason
    migration.changed_at = clock.now()
    migration.save()

    record(ExcludedFromMigration(email=person.email, reason=str(rules.REASONS[reason])), by=by, on=migration)
    return migration
