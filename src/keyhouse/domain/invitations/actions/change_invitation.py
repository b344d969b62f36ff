"""Change what an invitation offers."""

from django.db import transaction

from keyhouse.domain.invitations import queries
from keyhouse.domain.invitations.events import InvitationChanged
from keyhouse.domain.invitations.models import Invitation
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios import rules as access
from keyhouse.domain.portfolios.errors import TemporaryTooLong
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.domain.portfolios.rules import NewAccess
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def change_invitation(*, by: Actor, portfolio: Portfolio, invitation_id: int, offered: NewAccess) -> Invitation:
    """Change the access that an invitation will give, while it waits.

    Raises NotAllowed, NoSuchInvitation, InvitationOver, TemporaryTooLong.
    """
    authorize(by, Permission.PORTFOLIO_PEOPLE_INVITE, on=portfolios.facts_for(by, portfolio), handing_out=offered.level)

    invitation = queries.locked_waiting(portfolio, invitation_id)
    if offered.temporary_days is not None and offered.temporary_days not in access.TEMPORARY_DAYS:
        raise TemporaryTooLong(temporary_days=offered.temporary_days)

    invitation.level, invitation.options = offered.level, sorted(offered.options)
    invitation.temporary_days = offered.temporary_days
    invitation.save(update_fields=["level", "options", "temporary_days"])

    words = str(access.ACCESS_LABELS[offered.level])
    event = InvitationChanged(email=invitation.email, portfolio=portfolio.name, access=words)
    record(event, by=by, on=invitation, within=portfolio)
    return invitation
