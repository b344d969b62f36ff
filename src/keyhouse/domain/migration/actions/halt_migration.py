"""Mark a migration whose work account was deactivated: a step of leaving."""

from django.db import transaction

from keyhouse.domain.migration.events import MigrationHalted
from keyhouse.domain.migration.models import MigrationPerson, MigrationStatus
from keyhouse.domain.people.models import Person
from keyhouse.domain.people.queries import facts_of_person
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize

OVER = (MigrationStatus.MIGRATED, MigrationStatus.EXCLUDED, MigrationStatus.NEEDS_ATTENTION)


@transaction.atomic
def halt_migration(*, by: Actor, person: Person) -> int:
    """Set the migrations to this work account to Needs attention, unless over; answers how many. Raises NotAllowed."""
    authorize(by, Permission.MIGRATION_CHANGE, on=facts_of_person(person))

    rows = MigrationPerson.objects.of(person.organization_id).filter(work_account=person)
    found = list(rows.exclude(status__in=OVER))
    if not found:
        return 0
    for each in found:
        each.before, each.status, each.reason = each.status, MigrationStatus.NEEDS_ATTENTION, "account_deactivated"
        each.changed_at = clock.now()
        each.save(update_fields=["before", "status", "reason", "changed_at"])

    record(MigrationHalted(email=person.email), by=by, on=person)
    return len(found)
