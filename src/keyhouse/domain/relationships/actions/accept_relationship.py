"""Accept an offer of a relationship: from now on the guest organization can add people, and the host lets them in."""

from django.db import IntegrityError, transaction

from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.relationships import queries, rules
from keyhouse.domain.relationships.errors import OfferOver, OwnOrganization, RelatedAlready
from keyhouse.domain.relationships.events import RelationshipCreated
from keyhouse.domain.relationships.models import ExternalRelationship, OfferState, RelationshipInvitation
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def accept_relationship(*, by: Actor, offer: RelationshipInvitation) -> ExternalRelationship:
    """Make the relationship; it lasts 365 days, guests may hold nothing until the host says so, and need two factors.

    Raises NotAllowed, OfferOver, OwnOrganization, RelatedAlready.
    """
    authorize(by, Permission.RELATIONSHIPS_MANAGE, on=queries.facts_of_answer(by, offer))

    offer, ours = queries.locked_offer(offer), organizations.organization(by.organization_id or 0)
    if offer.state != OfferState.WAITING or offer.until <= clock.now():
        raise OfferOver()
    if offer.organization_id == ours.id:
        raise OwnOrganization()
    host, guest = (offer.organization, ours) if offer.offers_to_host else (ours, offer.organization)
    if queries.between(host.id, guest.id):
        raise RelatedAlready(host=host.name, guest=guest.name)

    offer.state, offer.partner_organization, offer.ended_at = OfferState.ACCEPTED, ours, clock.now()
    offer.save(update_fields=["state", "partner_organization", "ended_at"])
    try:
        with transaction.atomic():
            made: ExternalRelationship = ExternalRelationship.objects.of(host).create(
                partner_organization=guest, made_at=clock.now(), until=clock.now() + rules.LASTS
            )
    except IntegrityError as error:
        raise RelatedAlready(host=host.name, guest=guest.name) from error

    event = RelationshipCreated(host=host.name, guest=guest.name, until=made.until.date().isoformat())
    there = rules.seen_at(by, offer.organization, ours)
    record(event, by=by, on=made, organization_id=ours.id)
    record(event, by=there, on=made, organization_id=offer.organization_id)
    return made
