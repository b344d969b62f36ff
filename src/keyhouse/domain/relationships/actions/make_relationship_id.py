"""Make a relationship ID, which another organization enters."""

from django.db import transaction

from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.relationships import queries, rules
from keyhouse.domain.relationships.events import RelationshipIdMade
from keyhouse.domain.relationships.models import InvitationKind, RelationshipInvitation
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def make_relationship_id(*, by: Actor, organization: Organization, hosting: bool) -> tuple[RelationshipInvitation, str]:
    """Make a code of 16 characters that works once, within 7 days, and is kept hashed; answers it with its row.

    `hosting` says whether this organization would be the host. Raises NotAllowed.
    """
    authorize(by, Permission.RELATIONSHIPS_MANAGE, on=queries.facts_of_offers(organization.id))

    code, now = rules.new_code(), clock.now()
    offer: RelationshipInvitation = RelationshipInvitation.objects.of(organization).create(
        kind=InvitationKind.CODE,
        offers_to_host=hosting,
        code_hash=rules.code_hash(code),
        made_by_id=by.person_id,
        made_at=now,
        until=now + rules.CODE_LASTS,
    )

    record(RelationshipIdMade(hosting=hosting), by=by, on=offer)
    return offer, code
