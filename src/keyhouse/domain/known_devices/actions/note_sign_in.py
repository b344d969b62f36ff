"""Note the browser and the network of a sign-in: a step of every one."""

from django.db import transaction

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.known_devices import queries
from keyhouse.domain.known_devices.events import NewDeviceSeen, NewNetworkSeen
from keyhouse.domain.known_devices.models import KnownDevice, KnownNetwork
from keyhouse.domain.organizations.rules import network_of
from keyhouse.domain.people.models import Person
from keyhouse.domain.people.queries import facts_of_person
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize
from keyhouse.foundation.tenancy import rows_of


@transaction.atomic
def note_sign_in(*, by: Actor, person: Person) -> None:
    """Remember the cookie of the browser as a hash, and the network by the first part of its address.

    What is new is an event, unless it is the person's very first sign-in. Raises NotAllowed.
    """
    authorize(by, Permission.SESSION_START, on=facts_of_person(person))

    is_first, now = not queries.has_any_device(person), clock.now()
    device, name = queries.device(person, by.browser), network_of(by.ip)
    network = queries.network(person, name) if name else None

    common = {"organization_id": person.organization_id, "last_at": now}
    devices, networks = (rows_of(table, person.organization_id) for table in (KnownDevice, KnownNetwork))
    if by.browser:
        known = {"person_id": person.id, "secret_hash": by.browser}
        devices.update_or_create(
            **known, defaults={**common, "device": by.device}, create_defaults={
                **known, **common, "device": by.device, "first_at": now
            },
        )  # fmt: skip
    if name:
        networks.update_or_create(person_id=person.id, network=name, defaults=common)

    is_administrator = administration.holds_a_live_role(person)
    if device is None and by.browser and not is_first:
        record(NewDeviceSeen(email=person.email, device=by.device, administrator=is_administrator), by=by, on=person)
    if network is None and name and not is_first:
        record(NewNetworkSeen(email=person.email, network=name, administrator=is_administrator), by=by, on=person)
