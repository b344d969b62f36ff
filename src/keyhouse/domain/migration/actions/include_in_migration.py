"""Include a personal login in the migration again."""

from django.db import transaction

from keyhouse.domain.migration import queries
from keyhouse.domain.migration.errors import IsNotExcluded
from keyhouse.domain.migration.events import IncludedInMigration
from keyhouse.domain.migration.models import MigrationPerson, MigrationStatus
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def include_in_migration(*, by: Actor, login: int) -> MigrationPerson:
    """Take an excluded personal login into the migration again: it is Not started.

    Raises NotAllowed, NotInMigration, IsNotExcluded.
    """
    authorize(by, Permission.MIGRATION_MANAGE, on=facts_of(by.organization_id))

    person, migration = queries.locked_login(by, login)
    if migration.status != MigrationStatus.EXCLUDED:
        raise IsNotExcluded(email=person.email)

    migration.status, migration.before, migration.reason = MigrationStatus.NOT_STARTED, "", ""
    migration.changed_at = clock.now()
    migration.save()

    record(IncludedInMigration(email=person.email), by=by, on=migration)
    return migration
