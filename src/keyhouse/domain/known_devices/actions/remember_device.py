"""Remember a browser, so that it isn't asked for a code for the days that the organization allows."""

import datetime as dt

from django.db import transaction

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.known_devices import queries
from keyhouse.domain.known_devices.events import DeviceRemembered
from keyhouse.domain.known_devices.models import KnownDevice
from keyhouse.domain.people.models import Person
from keyhouse.domain.people.queries import facts_of_person
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize
from keyhouse.foundation.tenancy import rows_of


@transaction.atomic
def remember_device(*, by: Actor, person: Person) -> None:
    """Remember the browser in which a person has just proved both factors; an administrator's is never remembered.

    Raises NotAllowed.
    """
    authorize(by, Permission.SESSION_START, on=facts_of_person(person))

    days, known = queries.days_to_remember(person), queries.device(person, by.browser)
    if days == 0 or known is None or administration.holds_a_live_role(person):
        return

    now = clock.now()
    rows_of(KnownDevice, person.organization_id).filter(id=known.id).update(trusted_at=now)

    until = now + dt.timedelta(days=days)
    record(DeviceRemembered(email=person.email, device=by.device, until=until.date().isoformat()), by=by, on=person)
