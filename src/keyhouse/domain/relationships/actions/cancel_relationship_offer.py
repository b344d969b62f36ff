"""Take an offer of a relationship back before it is answered."""

from django.db import transaction

from keyhouse.domain.relationships import queries
from keyhouse.domain.relationships.errors import OfferOver
from keyhouse.domain.relationships.events import RelationshipOfferCanceled
from keyhouse.domain.relationships.models import OfferState, RelationshipInvitation
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def cancel_relationship_offer(*, by: Actor, offer: RelationshipInvitation) -> None:
    """Cancel an invitation, or make a relationship ID worthless. Raises NotAllowed, OfferOver."""
    authorize(by, Permission.RELATIONSHIPS_MANAGE, on=queries.facts_of_offers(offer.organization_id))

    offer = queries.locked_offer(offer)
    if offer.state != OfferState.WAITING:
        raise OfferOver()

    offer.state, offer.code_hash, offer.ended_at = OfferState.CANCELED, "", clock.now()
    offer.save(update_fields=["state", "code_hash", "ended_at"])

    record(RelationshipOfferCanceled(), by=by, on=offer)
