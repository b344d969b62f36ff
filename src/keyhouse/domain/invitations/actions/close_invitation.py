"""Close an invitation as accepted: a step of accepting it."""

from django.db import transaction

from keyhouse.domain.invitations.events import InvitationAccepted
from keyhouse.domain.invitations.models import Invitation, InvitationState
from keyhouse.domain.people.models import Person
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Facts, Permission, authorize


@transaction.atomic
def close_invitation(*, by: Actor, invitation: Invitation, person: Person) -> Invitation:
    """Mark an invitation as accepted by this person. Raises NotAllowed."""
    on = Facts(organization_id=invitation.organization_id, person_id=person.id)
    authorize(by, Permission.INVITATIONS_CHANGE, on=on)

    invitation.state, invitation.person, invitation.ended_at = InvitationState.ACCEPTED, person, clock.now()
    invitation.handle_encrypted = ""
    invitation.save(update_fields=["state", "person", "ended_at", "handle_encrypted"])

    event = InvitationAccepted(email=invitation.email, portfolio=invitation.portfolio.name)
    record(event, by=by, on=invitation, within=invitation.portfolio)
    return invitation
