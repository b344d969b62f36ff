"""End a relationship, from either side or by its date: all that its guests held ends with it."""

from django.db import transaction

from keyhouse.domain.relationships import queries, rules
from keyhouse.domain.relationships.actions.remove_guest import remove_guest
from keyhouse.domain.relationships.errors import RelationshipOver
from keyhouse.domain.relationships.events import RelationshipEnded
from keyhouse.domain.relationships.models import ExternalRelationship, RelationshipState
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, ActorKind, Permission, authorize


@transaction.atomic
def end_relationship(*, by: Actor, relationship: ExternalRelationship) -> list[str]:
    """End a relationship and every place in it in one transaction; answers what was lost, by guest.

    Raises NotAllowed, RelationshipOver.
    """
    authorize(by, Permission.RELATIONSHIPS_MANAGE, on=queries.facts_of_relationship(by, relationship))

    relationship = queries.locked(relationship)
    host, home = relationship.organization, relationship.partner_organization
    if relationship.state != RelationshipState.ACTIVE:
        raise RelationshipOver(host=host.name, guest=home.name)

    lost: list[str] = []
    places = queries.open_places(relationship)
    for guest in places:
        names = remove_guest(by=by.within(Permission.GUEST_CHANGE, guest.person), guest=guest)
        lost.append(f"{guest.person.name}: {', '.join(names)}" if names else guest.person.name)
    relationship.state, relationship.ended_at = RelationshipState.ENDED, clock.now()
    relationship.ended_by = "date" if by.kind is ActorKind.SYSTEM else queries.side_of(by, relationship)
    relationship.save(update_fields=["state", "ended_at", "ended_by"])

    event = RelationshipEnded(host=host.name, guest=home.name, people=len(places), lost=lost)
    record(event, by=rules.seen_at(by, host, home), on=relationship, organization_id=host.id)
    record(event, by=rules.seen_at(by, home, host), on=relationship, organization_id=home.id)
    return lost
