"""Copy the link of an invitation."""

from django.db import transaction

from keyhouse.domain.invitations import queries, rules
from keyhouse.domain.invitations.errors import InvitationOver
from keyhouse.domain.invitations.events import InvitationLinkMade
from keyhouse.domain.invitations.models import InvitationState
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def copy_invitation_link(*, by: Actor, portfolio: Portfolio, invitation_id: int) -> str:
    """Make a link that isn't mailed but shown once, to be handed over by other means; a mailed one is dead then.

    Raises NotAllowed, NoSuchInvitation, InvitationOver.
    """
    authorize(by, Permission.PORTFOLIO_PEOPLE_INVITE, on=portfolios.facts_for(by, portfolio))

    invitation = queries.locked_waiting(portfolio, invitation_id)
    if invitation.state != InvitationState.PENDING:
        raise InvitationOver(portfolio=portfolio.name, state=queries.shown_state(invitation))

    link = rules.new_link(clock.now(), invitation.days, mailed=False)
    for name, value in link.columns.items():
        setattr(invitation, name, value)
    invitation.save(update_fields=[*link.columns])

    record(InvitationLinkMade(email=invitation.email, portfolio=portfolio.name), by=by, on=invitation, within=portfolio)
    return link.secret
