"""Expire an invitation whose time has passed."""

from django.db import transaction

from keyhouse.domain.invitations.errors import InvitationOver
from keyhouse.domain.invitations.events import InvitationExpired
from keyhouse.domain.invitations.models import WAITING, Invitation, InvitationState
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def expire_invitation(*, by: Actor, invitation: Invitation) -> Invitation:
    """Tidy an invitation that nobody accepted in time; it could not be accepted any more already.

    Raises NotAllowed, InvitationOver.
    """
    authorize(by, Permission.INVITATION_EXPIRE, on=facts_of(invitation.organization_id))

    if invitation.state not in WAITING or invitation.until > clock.now():
        raise InvitationOver(portfolio=invitation.portfolio.name, state=str(invitation.state))

    invitation.state, invitation.ended_at, invitation.handle_encrypted = InvitationState.EXPIRED, clock.now(), ""
    invitation.save(update_fields=["state", "ended_at", "handle_encrypted"])

    event = InvitationExpired(email=invitation.email, portfolio=invitation.portfolio.name)
    record(event, by=by, on=invitation, within=invitation.portfolio)
    return invitation
