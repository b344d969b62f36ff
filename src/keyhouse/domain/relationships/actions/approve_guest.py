"""Let a guest in."""

from django.db import transaction

from keyhouse.domain.people.models import PersonState
from keyhouse.domain.relationships import queries, rules
from keyhouse.domain.relationships.actions.change_guest_access import change_guest_access
from keyhouse.domain.relationships.errors import CannotBeGuest, NotWaiting, RelationshipOver
from keyhouse.domain.relationships.events import GuestApproved
from keyhouse.domain.relationships.models import Guest, GuestState
from keyhouse.domain.relationships.rules import Access
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def approve_guest(*, by: Actor, guest: Guest, access: Access | None = None) -> Guest:
    """Let a person of the guest organization in, with what she is to hold here.

    Raises NotAllowed, NotWaiting, RelationshipOver, CannotBeGuest and what changing her access raises.
    """
    authorize(by, Permission.RELATIONSHIPS_MANAGE, on=queries.facts_of_hosting(guest))

    guest = queries.locked_guest(guest)
    host, home = guest.relationship.organization, guest.relationship.partner_organization
    if guest.state != GuestState.REQUESTED:
        raise NotWaiting(name=guest.person.name)
    if not queries.is_live(guest.relationship):
        raise RelationshipOver(host=host.name, guest=home.name)
    if guest.person.state != PersonState.ACTIVE:
        raise CannotBeGuest(name=guest.person.name, state=guest.person.state)

    guest.state, guest.decided_by_id, guest.decided_at = GuestState.ACTIVE, by.person_id, clock.now()
    guest.save(update_fields=["state", "decided_by_id", "decided_at"])

    event = GuestApproved(email=guest.person.email, host=host.name, guest=home.name)
    record(event, by=by, on=guest, organization_id=host.id)
    record(event, by=rules.seen_at(by, home, host), on=guest.person, organization_id=home.id)
    if access is not None and access.holdings:
        change_guest_access(by=by, guest=guest, access=access)
    return guest
