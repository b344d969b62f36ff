"""Cancel an invitation."""

from django.db import transaction

from keyhouse.domain.invitations import queries
from keyhouse.domain.invitations.errors import InvitationOver
from keyhouse.domain.invitations.events import InvitationCanceled
from keyhouse.domain.invitations.models import WAITING, Invitation, InvitationState
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def cancel_invitation(*, by: Actor, portfolio: Portfolio, invitation_id: int) -> Invitation:
    """Take an invitation back before it is accepted; its link is dead.

    Raises NotAllowed, NoSuchInvitation, InvitationOver.
    """
    authorize(by, Permission.PORTFOLIO_PEOPLE_INVITE, on=portfolios.facts_for(by, portfolio))

    invitation = queries.locked(portfolio, invitation_id)
    if invitation.state not in WAITING:
        raise InvitationOver(portfolio=portfolio.name, state=queries.shown_state(invitation))

    invitation.state, invitation.ended_at, invitation.handle_encrypted = InvitationState.CANCELED, clock.now(), ""
    invitation.save(update_fields=["state", "ended_at", "handle_encrypted"])

    event = InvitationCanceled(email=invitation.email, portfolio=portfolio.name)
    record(event, by=by, on=invitation, within=portfolio)
    return invitation
