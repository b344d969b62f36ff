"""Change what a connection calls a person: a step of provisioning."""

from django.db import transaction

from keyhouse.domain.people import queries
from keyhouse.domain.people.errors import ExternalIdTaken
from keyhouse.domain.people.events import ExternalIdChanged
from keyhouse.domain.people.models import ExternalId, Person
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def change_external_id(*, by: Actor, person: Person, value: str) -> bool:
    """Set, change or (empty) forget what the managing connection calls a person; answers whether that changed anything.

    Raises NotAllowed, ExternalIdTaken.
    """
    authorize(by, Permission.PERSON_CHANGE, on=queries.facts_of_person(person))

    ids = ExternalId.objects.of(person.organization_id).filter(connection_id=person.managed_by_id)
    before = ids.filter(person=person).first()
    if (before.value if before else "") == value:
        return False
    other = ids.filter(value=value).first() if value else None
    if other is not None:
        raise ExternalIdTaken(value=value, id=other.person_id)

    ids.filter(person=person).delete()
    if value:
        ids.create(connection_id=person.managed_by_id, person=person, value=value)
    person.version, person.changed_at = person.version + 1, clock.now()
    person.save(update_fields=["version", "changed_at"])

    record(ExternalIdChanged(email=person.email), by=by, on=person)
    return True
