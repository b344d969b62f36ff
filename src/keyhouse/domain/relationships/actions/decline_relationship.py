"""Decline an offer of a relationship."""

from django.db import transaction

from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.relationships import queries, rules
from keyhouse.domain.relationships.errors import OfferOver, OwnOrganization
from keyhouse.domain.relationships.events import RelationshipDeclined
from keyhouse.domain.relationships.models import OfferState, RelationshipInvitation
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def decline_relationship(*, by: Actor, offer: RelationshipInvitation) -> None:
    """Say no; the organization that offered is told. Raises NotAllowed, OfferOver, OwnOrganization."""
    authorize(by, Permission.RELATIONSHIPS_MANAGE, on=queries.facts_of_answer(by, offer))

    offer, ours = queries.locked_offer(offer), organizations.organization(by.organization_id or 0)
    if offer.state != OfferState.WAITING or offer.until <= clock.now():
        raise OfferOver()
    if offer.organization_id == ours.id:
        raise OwnOrganization()

    offer.state, offer.partner_organization, offer.ended_at = OfferState.DECLINED, ours, clock.now()
    offer.save(update_fields=["state", "partner_organization", "ended_at"])

    there = rules.seen_at(by, offer.organization, ours)
    record(RelationshipDeclined(organization=offer.organization.name), by=by, on=offer, organization_id=ours.id)
    record(RelationshipDeclined(organization=offer.organization.name), by=there, on=offer)
