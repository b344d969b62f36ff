"""Don't let a guest in."""

from django.db import transaction

from keyhouse.domain.relationships import queries, rules
from keyhouse.domain.relationships.errors import NotWaiting
from keyhouse.domain.relationships.events import GuestDeclined
from keyhouse.domain.relationships.models import Guest, GuestState
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def decline_guest(*, by: Actor, guest: Guest) -> None:
    """Say no to a person of the guest organization; she can be added again. Raises NotAllowed, NotWaiting."""
    authorize(by, Permission.RELATIONSHIPS_MANAGE, on=queries.facts_of_hosting(guest))

    guest = queries.locked_guest(guest)
    host, home = guest.relationship.organization, guest.relationship.partner_organization
    if guest.state != GuestState.REQUESTED:
        raise NotWaiting(name=guest.person.name)

    guest.state, guest.decided_by_id, guest.decided_at = GuestState.DECLINED, by.person_id, clock.now()
    guest.save(update_fields=["state", "decided_by_id", "decided_at"])

    event = GuestDeclined(email=guest.person.email, host=host.name, guest=home.name)
    record(event, by=by, on=guest, organization_id=host.id)
    record(event, by=rules.seen_at(by, home, host), on=guest.person, organization_id=home.id)
