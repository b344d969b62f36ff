"""What is told about new devices and networks, and when they are forgotten."""

import datetime as dt

from django.conf import settings

from keyhouse.domain.known_devices.events import NewDeviceSeen
from keyhouse.domain.known_devices.models import KnownDevice, KnownNetwork
from keyhouse.domain.known_devices.rules import DEVICE_KEPT, NETWORK_KEPT
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.foundation import clock, mail
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.jobs import job, scheduled
from keyhouse.foundation.tenancy import rows_of


@job()
def mail_what_is_new(*, organization_id: int | None, event_id: int) -> None:
    """Tell a person by mail of a sign-in with a new device or from a new network, as far as her organization says."""
    event = audit.event(organization_id, event_id)
    asked = organizations.security_settings(organization_id) if organization_id is not None else None
    if event is None:
        return
    is_device = event.tag == NewDeviceSeen.tag
    wanted = asked is None or (asked.tell_new_device if is_device else asked.tell_new_network)
    if not is_device and _tells_of_device(organization_id, event.correlation):
        return
    person = rows_of(Person, organization_id).filter(id=event.target_id, state=PersonState.ACTIVE).first()
    if person is None or not wanted or not person.has_email:
        return
    mail.send(
        to=person.email,
        template="known_devices/new_device" if is_device else "known_devices/new_network",
        context={
            "name": person.name,
            "email": person.email,
            "device": event.device or "?",
            "ip": event.ip or "?",
            "at": event.at,
            "address": f"{settings.KEYHOUSE.base_url}/account/sessions/",
        },
        organization_id=organization_id,
        message_id=event_id,
    )


def _tells_of_device(organization_id: int | None, correlation: str) -> bool:
    """Whether the mail about the device of the same sign-in says where it came from already."""
    wanted = audit.Wanted(correlation=correlation, tags=(NewDeviceSeen.tag,))
    told = organization_id is None or organizations.security_settings(organization_id).tell_new_device
    return told and bool(audit.events(organization_id, wanted, limit=1))


@scheduled(every=dt.timedelta(hours=24))
def forget_what_is_unused(*, organization_id: int | None) -> None:
    """Forget devices that nobody used for 180 days, and networks after 90."""
    now, reason = clock.now(), "one clean-up serves all organizations"
    KnownDevice.objects.everywhere(reason=reason).filter(last_at__lte=now - DEVICE_KEPT).delete()
    KnownNetwork.objects.everywhere(reason=reason).filter(last_at__lte=now - NETWORK_KEPT).delete()
