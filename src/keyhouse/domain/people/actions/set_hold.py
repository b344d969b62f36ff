"""Hold an account against its connection, remember what the connection wants, or let go."""

from django.db import transaction

from keyhouse.domain.people import queries
from keyhouse.domain.people.events import HoldChanged
from keyhouse.domain.people.models import Person
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def set_hold(*, by: Actor, person: Person, hold: bool, remembered: bool | None) -> None:
    """Set or lift an administrator's hold, and keep the `active` last asked for. Raises NotAllowed."""
    authorize(by, Permission.PERSON_STATE_CHANGE, on=queries.facts_of_person(person))

    person.hold, person.remembered_active = hold, remembered
    person.save(update_fields=["hold", "remembered_active"])

    record(HoldChanged(email=person.email, hold=hold, remembered=remembered), by=by, on=person)
