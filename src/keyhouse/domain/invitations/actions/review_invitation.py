"""Put an invitation in review: a step of accepting one that isn't good any more."""

from django.db import transaction

from keyhouse.domain.invitations.events import InvitationReviewed
from keyhouse.domain.invitations.models import Invitation, InvitationState
from keyhouse.domain.people.models import Person
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Facts, Permission, authorize


@transaction.atomic
def review_invitation(*, by: Actor, invitation: Invitation, person: Person, reason: str) -> Invitation:
    """Let an invitation wait for another person with full control; its link is dead until then.

    Raises NotAllowed.
    """
    on = Facts(organization_id=invitation.organization_id, person_id=person.id)
    authorize(by, Permission.INVITATIONS_CHANGE, on=on)

    invitation.state, invitation.reason = InvitationState.REVIEW, reason[:500]
    invitation.save(update_fields=["state", "reason"])

    event = InvitationReviewed(email=invitation.email, portfolio=invitation.portfolio.name, reason=reason)
    record(event, by=by, on=invitation, within=invitation.portfolio)
    return invitation
