"""Ask for a code on every device of a person again: a step of all that ends her sessions."""

from django.db import transaction

from keyhouse.domain.known_devices.events import DevicesForgotten
from keyhouse.domain.known_devices.models import KnownDevice
from keyhouse.domain.people.models import Person
from keyhouse.domain.people.queries import facts_of_person
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize
from keyhouse.foundation.tenancy import rows_of


@transaction.atomic
def forget_devices(*, by: Actor, person: Person) -> None:
    """Let no browser of a person pass without a code any more; they stay known. Raises NotAllowed."""
    authorize(by, Permission.SESSIONS_END, on=facts_of_person(person))

    rows = rows_of(KnownDevice, person.organization_id).filter(person_id=person.id, trusted_at__isnull=False)
    count = rows.update(trusted_at=None)

    if count:
        record(DevicesForgotten(email=person.email, count=count), by=by, on=person)
