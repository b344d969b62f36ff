"""Questions about devices and networks."""

import datetime as dt

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.credentials import queries as credentials
from keyhouse.domain.known_devices.models import KnownDevice, KnownNetwork
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people.models import Person
from keyhouse.foundation import clock
from keyhouse.foundation.tenancy import rows_of


def device(person: Person, secret_hash: str) -> KnownDevice | None:
    """The browser with this cookie, if this person signed in with it before."""
    rows = rows_of(KnownDevice, person.organization_id).filter(person_id=person.id, secret_hash=secret_hash)
    found: KnownDevice | None = rows.first() if secret_hash else None
    return found


def has_any_device(person: Person) -> bool:
    """Whether a person signed in before; her first device and network are news to nobody."""
    return bool(rows_of(KnownDevice, person.organization_id).filter(person_id=person.id).exists())


def network(person: Person, name: str) -> KnownNetwork | None:
    """A network, if this person signed in from it before."""
    rows = rows_of(KnownNetwork, person.organization_id).filter(person_id=person.id, network=name)
    found: KnownNetwork | None = rows.first()
    return found


def days_to_remember(person: Person) -> int:
    """For how many days a person's browser may be remembered."""
    own = person.organization_id
    return organizations.security_settings(own).remember_device_days if own is not None else 0


def is_remembered(person: Person, secret_hash: str) -> bool:
    """Whether a browser is not asked for a code: it was remembered for the present app, and the days aren't over."""
    found, app_since = device(person, secret_hash), credentials.second_factor_since(person)
    since = found.trusted_at if found else None
    if since is None or app_since is None or administration.holds_a_live_role(person):
        return False
    return app_since <= since and since + dt.timedelta(days=days_to_remember(person)) > clock.now()


def devices_of(person: Person) -> list[KnownDevice]:
    """The browsers with which a person signed in, the newest use first."""
    return list(rows_of(KnownDevice, person.organization_id).filter(person_id=person.id).order_by("-last_at"))
