"""Hand an account to a provisioning connection, or release it: a step of provisioning."""

from django.db import transaction

from keyhouse.domain.connections.models import Connection
from keyhouse.domain.people import queries
from keyhouse.domain.people.events import PersonAdopted, PersonReleased
from keyhouse.domain.people.models import ExternalId, Person
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def hand_to_connection(*, by: Actor, person: Person, connection: Connection, detached: bool = False) -> None:
    """Let a connection manage an account; or, `detached`, keep only the memory that it did, so that it can come back.

    A detached account is invisible to the connection, and loses what the connection called it. Raises NotAllowed.
    """
    authorize(by, Permission.PERSON_CHANGE, on=queries.facts_of_person(person))

    person.managed_by, person.detached, person.changed_at = connection, detached, clock.now()
    person.version += 1
    person.save(update_fields=["managed_by", "detached", "version", "changed_at"])
    if detached:
        ExternalId.objects.of(connection.organization_id).filter(person=person).delete()

    event = PersonReleased if detached else PersonAdopted
    record(event(email=person.email, connection=connection.name), by=by, on=person)
