"""Add people of the guest organization to a relationship: each waits for the host, unless it approves by itself."""

from collections.abc import Sequence

from django.db import IntegrityError, transaction

from keyhouse.domain.people.models import Person
from keyhouse.domain.relationships import queries, rules
from keyhouse.domain.relationships.errors import GuestAlready, RelationshipOver
from keyhouse.domain.relationships.events import GuestApproved, GuestsAsked
from keyhouse.domain.relationships.models import ExternalRelationship, Guest, GuestState
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def add_guests(
    *, by: Actor, relationship: ExternalRelationship, people: Sequence[Person], note: str = ""
) -> list[Guest]:
    """Ask the host to let these people in; with its automatic approval they are in at once and hold nothing yet.

    Raises NotAllowed, RelationshipOver, CannotBeGuest, GuestAlready.
    """
    authorize(by, Permission.RELATIONSHIPS_MANAGE, on=queries.facts_of_guesting(relationship))

    relationship, now = queries.locked(relationship), clock.now()
    host, home = relationship.organization, relationship.partner_organization
    if not queries.is_live(relationship):
        raise RelationshipOver(host=host.name, guest=home.name)
    if broken := next((one for one in (queries.why_no_guest(relationship, one) for one in people) if one), None):
        raise broken

    at_once = {"state": GuestState.ACTIVE, "decided_at": now} if relationship.auto_approve else {}
    made = [
        Guest(organization_id=host.id, partner_organization_id=home.id, relationship=relationship, person=person,
              note=note.strip()[:500], asked_by_id=by.person_id, asked_at=now, **at_once)
        for person in people
    ]  # fmt: skip
    try:
        with transaction.atomic():
            Guest.objects.of(host).bulk_create(made)
    except IntegrityError as error:
        raise GuestAlready(name=people[0].name) from error

    kind = GuestApproved if relationship.auto_approve else GuestsAsked
    for person in people:
        event = kind(email=person.email, host=host.name, guest=home.name)
        record(event, by=by, on=person, organization_id=home.id)
        record(event, by=rules.seen_at(by, host, home), on=relationship, organization_id=host.id)
    return made
