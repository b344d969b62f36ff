"""Enter a relationship ID: the offer behind it waits for this organization's answer from now on."""

from django.db import transaction

from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.relationships import queries, rules
from keyhouse.domain.relationships.errors import OwnOrganization, WrongRelationshipId
from keyhouse.domain.relationships.events import RelationshipIdUsed
from keyhouse.domain.relationships.models import OfferState, RelationshipInvitation
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def use_relationship_id(*, by: Actor, organization: Organization, code: str) -> RelationshipInvitation:
    """Take a code, which is used up by it; of two organizations that enter it at once, one is refused.

    Raises NotAllowed, WrongRelationshipId, OwnOrganization.
    """
    authorize(by, Permission.RELATIONSHIPS_MANAGE, on=queries.facts_of_offers(organization.id))

    offer = queries.offer_of_code(code)
    if offer.organization_id == organization.id:
        raise OwnOrganization()
    rows = RelationshipInvitation.objects.of(offer.organization_id)
    unused = rows.filter(id=offer.id, state=OfferState.WAITING, partner_organization=None, until__gt=clock.now())
    if not unused.update(partner_organization=organization, code_hash=""):
        raise WrongRelationshipId()

    offer.partner_organization, offer.code_hash = organization, ""
    there = rules.seen_at(by, offer.organization, organization)
    record(RelationshipIdUsed(organization=offer.organization.name), by=by, on=offer, organization_id=organization.id)
    record(RelationshipIdUsed(organization=offer.organization.name), by=there, on=offer)
    return offer
