"""Hold an invitation until the domain of its address is verified."""

from django.db import transaction

from keyhouse.domain.invitations import queries, rules
from keyhouse.domain.invitations.errors import CannotBeInvited
from keyhouse.domain.invitations.events import InvitationHeld
from keyhouse.domain.invitations.models import WAITING, Invitation, InvitationState
from keyhouse.domain.invitations.rules import Offer
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation import clock
from keyhouse.foundation.addresses import EmailAddress
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def hold_invitation(*, by: Actor, portfolio: Portfolio, address: EmailAddress, offer: Offer) -> Invitation:
    """Keep an address that can't be invited yet; it is invited by itself once its domain is verified, within 30 days.

    Raises NotAllowed, CannotBeInvited.
    """
    authorize(by, Permission.PORTFOLIO_PEOPLE_INVITE, on=portfolios.facts_for(by, portfolio), handing_out=offer.level)

    portfolios.locked(portfolio)
    reason = rules.why_not(queries.candidate(by, portfolio, address, offer.kind))
    if reason is not None and not reason.can_be_held:
        raise CannotBeInvited(email=address.typed, reason=reason)

    now = clock.now()
    invitations = Invitation.objects.of(portfolio.organization_id)
    over = invitations.filter(portfolio=portfolio, email_folded=address.folded, kind=offer.kind, state__in=WAITING)
    over.filter(until__lte=now).update(state=InvitationState.EXPIRED, ended_at=now, handle_encrypted="")
    invitation: Invitation = invitations.create(
        portfolio=portfolio,
        state=InvitationState.HELD,
        invited_by_id=by.person_id,
        made_at=now,
        until=now + rules.HELD_FOR,
        **rules.columns_of(address, offer),
    )

    record(
        InvitationHeld(email=address.typed, portfolio=portfolio.name, domain=address.domain),
        by=by,
        on=invitation,
        within=portfolio,
    )
    return invitation
