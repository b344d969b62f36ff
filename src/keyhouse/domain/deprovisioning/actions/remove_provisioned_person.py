"""Do what a connection's DELETE means: erase an account nobody activated, deactivate and let go of any other."""

from django.db import transaction

from keyhouse.domain.connections.models import Connection
from keyhouse.domain.deprovisioning.actions.deactivate_person import deactivate_person
from keyhouse.domain.deprovisioning.actions.delete_person import delete_person
from keyhouse.domain.deprovisioning.errors import AccountClaimed
from keyhouse.domain.people import actions as people
from keyhouse.domain.people import queries
from keyhouse.domain.people.models import Person
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def remove_provisioned_person(*, by: Actor, connection: Connection, person: Person) -> None:
    """Remove a person for her connection; by its settings, an activated account may not be removed.

    Raises NotAllowed, AccountClaimed, LastSystemAdmin, LastBreakGlass.
    """
    authorize(by, Permission.ACCOUNT_CHANGE, on=queries.facts_of_person(person))

    if person.was_activated and connection.refuse_delete:
        raise AccountClaimed()

    if not person.was_activated:
        delete_person(by=by, person=person)
        return
    person = deactivate_person(by=by, person=person)
    step = by.within(Permission.PERSON_CHANGE, person)
    people.hand_to_connection(by=step, person=person, connection=connection, detached=True)
