"""Change the terms on which a host lets guests in."""

from django.db import transaction

from keyhouse.domain.administration.models import RoleHolder, Source
from keyhouse.domain.relationships import queries, rules
from keyhouse.domain.relationships.errors import EndOutOfRange, HoldingInUse, RelationshipOver
from keyhouse.domain.relationships.events import RelationshipEdited
from keyhouse.domain.relationships.models import ExternalRelationship
from keyhouse.domain.relationships.rules import Terms
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def change_relationship(*, by: Actor, relationship: ExternalRelationship, terms: Terms) -> ExternalRelationship:
    """Set what guests may hold, until when they come, whether they need two factors, and whether each is approved.

    Only the host sets them. What a guest still holds can't be forbidden.
    Raises NotAllowed, RelationshipOver, EndOutOfRange, HoldingInUse.
    """
    authorize(by, Permission.RELATIONSHIPS_MANAGE, on=queries.facts_of_hosting(relationship))

    relationship, now = queries.locked(relationship), clock.now()
    host, guest = relationship.organization, relationship.partner_organization
    if not queries.is_live(relationship):
        raise RelationshipOver(host=host.name, guest=guest.name)
    if terms.until != relationship.until and not now < terms.until <= now + rules.LONGEST:
        raise EndOutOfRange(days=rules.LONGEST.days)
    if kept := queries.holdings_in_use(relationship) - set(terms.may_hold):
        raise HoldingInUse(holding=rules.words_of(kept))

    before, after = rules.terms_of(relationship), rules.told(terms.columns)
    moved = {} if before["until"] == after["until"] else {"reminded_days": None}
    rows = ExternalRelationship.objects.of(host).filter(id=relationship.id)
    rows.update(**terms.columns, **moved)
    held = RoleHolder.objects.of(host).filter(source=Source.RELATIONSHIP, source_id=relationship.id)
    held.update(until=terms.until)

    changed = [name for name in after if before[name] != after[name]]
    if changed:
        event = RelationshipEdited(
            host=host.name, guest=guest.name, changed=", ".join(changed),
            before={name: before[name] for name in changed}, after={name: after[name] for name in changed},
        )  # fmt: skip
        record(event, by=by, on=relationship, organization_id=host.id)
        record(event, by=rules.seen_at(by, guest, host), on=relationship, organization_id=guest.id)
    return rows.get()
