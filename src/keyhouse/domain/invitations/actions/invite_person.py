"""Invite a person to a portfolio."""

from collections.abc import Collection

from django.db import transaction

from keyhouse.domain.invitations import queries, rules
from keyhouse.domain.invitations.errors import CannotBeInvited, InvitationDays
from keyhouse.domain.invitations.events import PersonInvited
from keyhouse.domain.invitations.models import WAITING, Invitation, InvitationState
from keyhouse.domain.invitations.rules import Offer
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios import rules as access
from keyhouse.domain.portfolios.errors import TemporaryTooLong
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation import clock
from keyhouse.foundation.addresses import EmailAddress
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def invite_person(
    *, by: Actor, portfolio: Portfolio, address: EmailAddress, offer: Offer, partners: Collection[int] = ()
) -> Invitation:
    """Invite an address to a portfolio; it stays inactive until it accepts by the mailed link.

    `partners` are the organizations whose people may be invited too. Raises NotAllowed, CannotBeInvited,
    InvitationDays, TemporaryTooLong.
    """
    authorize(by, Permission.PORTFOLIO_PEOPLE_INVITE, on=portfolios.facts_for(by, portfolio), handing_out=offer.level)

    portfolios.locked(portfolio)
    candidate = queries.candidate(by, portfolio, address, offer.kind, partners)
    if reason := rules.why_not(candidate):
        raise CannotBeInvited(email=address.typed, reason=reason)
    if offer.days not in rules.DAYS:
        raise InvitationDays(days=offer.days)
    if offer.temporary_days is not None and offer.temporary_days not in access.TEMPORARY_DAYS:
        raise TemporaryTooLong(temporary_days=offer.temporary_days)

    now = clock.now()
    invitations = Invitation.objects.of(portfolio.organization_id)
    over = invitations.filter(portfolio=portfolio, email_folded=address.folded, kind=offer.kind, state__in=WAITING)
    over.filter(until__lte=now).update(state=InvitationState.EXPIRED, ended_at=now, handle_encrypted="")
    invitation: Invitation = invitations.create(
        portfolio=portfolio,
        person=candidate.person,
        invited_by_id=by.person_id,
        made_at=now,
        **rules.columns_of(address, offer),
        **rules.new_link(now, offer.days, mailed=True).columns,
    )

    words = str(access.ACCESS_LABELS[offer.level])
    record(
        PersonInvited(email=address.typed, portfolio=portfolio.name, access=words),
        by=by,
        on=invitation,
        within=portfolio,
    )
    return invitation
