"""Invite people to a portfolio: several addresses at once, with access and assets."""

from collections.abc import Sequence

from django.db import transaction

from keyhouse.domain.grants import actions as grants
from keyhouse.domain.invitations import actions as invitations
from keyhouse.domain.invitations.models import Invitation
from keyhouse.domain.invitations.rules import Candidate, Offer
from keyhouse.domain.lifecycle import queries
from keyhouse.domain.lifecycle.actions.prepare_account import prepare_account
from keyhouse.domain.lifecycle.rules import Outcome, Promise
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation import addresses
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def invite_people(
    *,
    by: Actor,
    portfolio: Portfolio,
    emails: Sequence[str],
    offer: Offer,
    promises: Sequence[Promise] = (),
    hold: bool = False,
) -> Outcome:
    """Invite the addresses that can be invited; the others come back with the reason and what mends it.

    With `hold`, those whose domain isn't verified yet are kept and sent after its verification. What was promised of
    assets becomes grants at acceptance. Raises NotAllowed, InvitationDays, TemporaryTooLong, MoreThanOwnAccess.
    """
    authorize(by, Permission.PORTFOLIO_PEOPLE_INVITE, on=portfolios.facts_for(by, portfolio), handing_out=offer.level)

    checked = queries.check_addresses(by, portfolio, emails, offer.kind)
    partners = queries.organizations_let_in(portfolio)
    invited = [_invite(by, portfolio, one, offer, partners) for one in checked.ready]
    kept = [one for one in checked.failed if hold and one.reason.can_be_held]
    held = [
        invitations.hold_invitation(by=by, portfolio=portfolio, address=addresses.address(one.typed), offer=offer)
        for one in kept
    ]

    for invitation in [*invited, *held]:
        for promise in promises:
            grants.promise_grants(
                by=by,
                portfolio=portfolio,
                invitation=invitation,
                object_ids=promise.object_ids,
                tasks=promise.tasks,
                until=promise.until,
            )
    return Outcome(invited=invited, held=held, failed=[one for one in checked.failed if one not in kept])


def _invite(
    by: Actor, portfolio: Portfolio, candidate: Candidate, offer: Offer, partners: frozenset[int]
) -> Invitation:
    prepare_account(by=by, portfolio=portfolio, candidate=candidate)
    return invitations.invite_person(
        by=by, portfolio=portfolio, address=candidate.address, offer=offer, partners=partners
    )
