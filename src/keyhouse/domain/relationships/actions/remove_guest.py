"""End a guest's place: from either side, at the end of a relationship, and when her account ends."""

from django.db import transaction

from keyhouse.domain.grants import actions as grants
from keyhouse.domain.portfolios import actions as portfolios
from keyhouse.domain.relationships import queries, rules
from keyhouse.domain.relationships.actions.set_guest_access import set_guest_access
from keyhouse.domain.relationships.errors import NotAGuest
from keyhouse.domain.relationships.events import GuestRemoved
from keyhouse.domain.relationships.models import OPEN_PLACES, Guest, GuestState
from keyhouse.domain.sign_in.models import Session
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def remove_guest(*, by: Actor, guest: Guest) -> list[str]:
    """End a place and all that is held by it, at once; her browsers are back in her own organization.

    The account stays as it is. Answers by name what she lost. Raises NotAllowed, NotAGuest.
    """
    authorize(by, Permission.GUEST_CHANGE, on=queries.facts_of_guest(by, guest))

    guest = queries.locked_guest(guest)
    host, home = guest.relationship.organization, guest.relationship.partner_organization
    if guest.state not in OPEN_PLACES:
        raise NotAGuest(name=guest.person.name)
    lost = queries.held_by(guest.relationship, [guest.person])[guest.person_id].names

    set_guest_access(by=by.within(Permission.GUEST_CHANGE, guest.person), guest=guest, access=rules.Access())
    step = by.within(Permission.MEMBERSHIPS_CHANGE, guest.person)
    for portfolio in queries.portfolios_by_relationship(guest.relationship, guest.person):
        portfolios.end_guest_membership(by=step, portfolio=portfolio, person=guest.person)
        grants.end_grants(
            by=by.within(Permission.GRANTS_CHANGE, guest.person), portfolio=portfolio, person=guest.person
        )
    guest.state, guest.ended_at = GuestState.ENDED, clock.now()
    guest.save(update_fields=["state", "ended_at"])
    sessions = Session.objects.of(home).filter(person=guest.person, relationship_id=guest.relationship_id)
    sessions.update(relationship_id=None)

    event = GuestRemoved(email=guest.person.email, host=host.name, guest=home.name, lost=lost)
    record(event, by=rules.seen_at(by, host, home), on=guest, organization_id=host.id)
    record(event, by=rules.seen_at(by, home, host), on=guest.person, organization_id=home.id)
    return lost
