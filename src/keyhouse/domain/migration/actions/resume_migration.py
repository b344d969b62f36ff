"""Let a migration go on when its work account is active again: a step of coming back."""

from django.db import transaction

from keyhouse.domain.migration.events import MigrationResumed
from keyhouse.domain.migration.models import MigrationPerson, MigrationStatus
from keyhouse.domain.people.models import Person
from keyhouse.domain.people.queries import facts_of_person
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def resume_migration(*, by: Actor, person: Person) -> int:
    """Give the migrations to this account the status from before it was deactivated; answers how many.

    Raises NotAllowed.
    """
    authorize(by, Permission.MIGRATION_CHANGE, on=facts_of_person(person))

    halted = {"status": MigrationStatus.NEEDS_ATTENTION, "reason": "account_deactivated"}
    found = list(MigrationPerson.objects.of(person.organization_id).filter(work_account=person, **halted))
    if not found:
        return 0
    for each in found:
        each.status, each.before, each.reason = each.before or MigrationStatus.NOT_STARTED, "", ""
        each.changed_at = clock.now()
        each.save(update_fields=["status", "before", "reason", "changed_at"])

    record(MigrationResumed(email=person.email), by=by, on=person)
    return len(found)
