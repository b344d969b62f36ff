"""Accept an invitation: the place in the portfolio and the promised assets come in one transaction."""

from django.db import transaction

from keyhouse.domain.grants import actions as grants
from keyhouse.domain.invitations import actions as invitations
from keyhouse.domain.invitations import queries, rules
from keyhouse.domain.invitations.errors import InvitationInReview, InvitationOver
from keyhouse.domain.invitations.models import Invitation
from keyhouse.domain.lifecycle.queries import who_accepts, why_in_review
from keyhouse.domain.portfolios import actions as portfolios
from keyhouse.domain.portfolios.models import Access, Membership, Option
from keyhouse.domain.portfolios.rules import ends_at
from keyhouse.foundation import clock
from keyhouse.foundation.errors import Refused
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def accept_invitation(*, by: Actor, invitation: Invitation) -> Membership | Refused:
    """Give the invited person her place and turn what was promised into grants.

    Everything is checked again: time, inviter, domain, account. One that isn't good any more goes to review and is
    answered with Refused. Raises NotAllowed, InvitationOver, NotTheInvited, PersonNotActive, AlreadyInPortfolio.
    """
    authorize(by, Permission.INVITATION_ACCEPT, on=queries.facts_for(invitation))

    found = queries.locked(invitation.portfolio, invitation.id)
    portfolio = found.portfolio
    if rules.is_over(found, clock.now()):
        raise InvitationOver(portfolio=portfolio.name, state=queries.shown_state(found))
    person = who_accepts(by, found)
    if reason := why_in_review(found):
        invitations.review_invitation(by=by.within(Permission.INVITATIONS_CHANGE, person), invitation=found,
                                      person=person, reason=reason)  # fmt: skip
        return Refused(InvitationInReview(portfolio=portfolio.name, reason=reason))

    place = portfolios.add_membership(
        by=by.within(Permission.MEMBERSHIPS_CHANGE, person),
        portfolio=portfolio,
        person=person,
        level=Access(found.level),
        options=frozenset(Option(one) for one in found.options),
        until=ends_at(clock.now(), found.temporary_days, portfolio.time_zone) if found.temporary_days else None,
    )
    step = by.within(Permission.GRANTS_CHANGE, person)
    grants.keep_promises(by=step, portfolio=portfolio, invitation=found, person=person)
    step = by.within(Permission.INVITATIONS_CHANGE, person)
    invitations.close_invitation(by=step, invitation=found, person=person)
    return place
