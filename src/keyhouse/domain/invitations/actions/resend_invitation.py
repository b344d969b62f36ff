"""Resend an invitation."""

from django.db import transaction

from keyhouse.domain.invitations import queries, rules
from keyhouse.domain.invitations.errors import InvitationOver, TooManyMails
from keyhouse.domain.invitations.events import InvitationResent
from keyhouse.domain.invitations.models import InvitationState
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def resend_invitation(*, by: Actor, portfolio: Portfolio, invitation_id: int) -> str:
    """Mail an invitation again with a new link and a new expiry; the old link is dead. Answers the new secret.

    An expired one comes to life again. At most five mails a day. Raises NotAllowed, NoSuchInvitation,
    InvitationOver, TooManyMails.
    """
    authorize(by, Permission.PORTFOLIO_PEOPLE_INVITE, on=portfolios.facts_for(by, portfolio))

    invitation = queries.locked(portfolio, invitation_id)
    now = clock.now()
    if invitation.state not in (InvitationState.PENDING, InvitationState.EXPIRED):
        raise InvitationOver(portfolio=portfolio.name, state=queries.shown_state(invitation))
    if not rules.may_mail(invitation, now):
        raise TooManyMails(email=invitation.email)

    link = rules.new_link(now, invitation.days, mailed=True)
    for name, value in link.columns.items():
        setattr(invitation, name, value)
    invitation.state, invitation.invited_by_id = InvitationState.PENDING, by.person_id or invitation.invited_by_id
    invitation.save()

    record(InvitationResent(email=invitation.email, portfolio=portfolio.name), by=by, on=invitation, within=portfolio)
    return link.secret
