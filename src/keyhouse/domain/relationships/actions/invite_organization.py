"""Invite another organization to a relationship by the address of one of its administrators."""

from django.db import transaction

from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.relationships import queries, rules
from keyhouse.domain.relationships.errors import OwnOrganization, TooManyOffers
from keyhouse.domain.relationships.events import OrganizationInvited
from keyhouse.domain.relationships.models import InvitationKind, OfferState, RelationshipInvitation
from keyhouse.foundation import addresses, clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def invite_organization(
    *, by: Actor, organization: Organization, email: str, hosting: bool, note: str = ""
) -> RelationshipInvitation:
    """Mail an invitation to an address; its organization sees it when the address is one of its administrators'.

    Whether there is such an administrator is told to nobody. An older invitation to the same address is replaced.
    Raises NotAllowed, NotAnAddress, OwnOrganization, TooManyOffers.
    """
    authorize(by, Permission.RELATIONSHIPS_MANAGE, on=queries.facts_of_offers(organization.id))

    address, now = addresses.address(email), clock.now()
    if queries.is_own_address(organization.id, address.folded):
        raise OwnOrganization()
    if queries.number_of_offers_since(organization.id, now - rules.DAY) >= rules.OFFERS_PER_DAY:
        raise TooManyOffers(count=rules.OFFERS_PER_DAY)

    offers = RelationshipInvitation.objects.of(organization)
    older = offers.filter(kind=InvitationKind.MAIL, email_folded=address.folded, state=OfferState.WAITING)
    older.update(state=OfferState.CANCELED, ended_at=now)
    offer: RelationshipInvitation = offers.create(
        kind=InvitationKind.MAIL,
        offers_to_host=hosting,
        email=address.typed,
        email_folded=address.folded,
        note=note.strip()[:500],
        made_by_id=by.person_id,
        made_at=now,
        until=now + rules.MAIL_LASTS,
    )

    record(OrganizationInvited(email=address.typed, hosting=hosting), by=by, on=offer)
    return offer
