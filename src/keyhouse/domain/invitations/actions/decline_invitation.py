"""Decline an invitation."""

from django.db import transaction

from keyhouse.domain.invitations import queries, rules
from keyhouse.domain.invitations.errors import InvitationOver
from keyhouse.domain.invitations.events import InvitationDeclined
from keyhouse.domain.invitations.models import Invitation, InvitationState
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def decline_invitation(*, by: Actor, invitation: Invitation, reason: str = "") -> Invitation:
    """Say no to an invitation, with a reason if wanted; its inviter is told.

    Raises NotAllowed, InvitationOver.
    """
    authorize(by, Permission.INVITATION_ACCEPT, on=queries.facts_for(invitation))

    found = queries.locked(invitation.portfolio, invitation.id)
    if rules.is_over(found, clock.now()):
        raise InvitationOver(portfolio=found.portfolio.name, state=queries.shown_state(found))

    found.state, found.ended_at, found.reason = InvitationState.DECLINED, clock.now(), " ".join(reason.split())[:500]
    found.handle_encrypted = ""
    found.save(update_fields=["state", "ended_at", "reason", "handle_encrypted"])

    event = InvitationDeclined(email=found.email, portfolio=found.portfolio.name)
    record(event, by=by, on=found, within=found.portfolio)
    return found
