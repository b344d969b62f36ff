"""Approve an invitation that is in review."""

from django.db import transaction

from keyhouse.domain.invitations import queries, rules
from keyhouse.domain.invitations.errors import InvitationOver, OwnInvitation
from keyhouse.domain.invitations.events import InvitationApproved
from keyhouse.domain.invitations.models import Invitation, InvitationState
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def approve_invitation(*, by: Actor, portfolio: Portfolio, invitation_id: int) -> Invitation:
    """Stand for an invitation whose inviter or domain wasn't good any more; it is mailed anew.

    Raises NotAllowed, NoSuchInvitation, InvitationOver, OwnInvitation.
    """
    authorize(by, Permission.PORTFOLIO_PEOPLE_INVITE, on=portfolios.facts_for(by, portfolio))

    invitation = queries.locked(portfolio, invitation_id)
    if invitation.state != InvitationState.REVIEW:
        raise InvitationOver(portfolio=portfolio.name, state=queries.shown_state(invitation))
    if invitation.invited_by_id is not None and invitation.invited_by_id == by.person_id:
        raise OwnInvitation()

    link = rules.new_link(clock.now(), invitation.days, mailed=True)
    for name, value in link.columns.items():
        setattr(invitation, name, value)
    invitation.state, invitation.invited_by_id, invitation.reason = InvitationState.PENDING, by.person_id, ""
    invitation.save()

    event = InvitationApproved(email=invitation.email, portfolio=portfolio.name)
    record(event, by=by, on=invitation, within=portfolio)
    return invitation
