"""Send a held invitation: its domain is verified now."""

from django.db import transaction

from keyhouse.domain.invitations import queries, rules
from keyhouse.domain.invitations.errors import CannotBeInvited, InvitationOver
from keyhouse.domain.invitations.events import InvitationReleased
from keyhouse.domain.invitations.models import Invitation, InvitationState
from keyhouse.domain.people.models import Person, PersonKind
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation import clock
from keyhouse.foundation.addresses import address
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def release_invitation(
    *, by: Actor, portfolio: Portfolio, invitation_id: int, person: Person | None = None
) -> Invitation:
    """Send an invitation that waited for its domain; it lives as long as was chosen, from now on.

    Raises NotAllowed, NoSuchInvitation, InvitationOver, CannotBeInvited.
    """
    authorize(by, Permission.INVITATION_RELEASE, on=portfolios.facts_for(by, portfolio))

    held = queries.locked_waiting(portfolio, invitation_id)
    if held.state != InvitationState.HELD:
        raise InvitationOver(portfolio=portfolio.name, state=queries.shown_state(held))
    candidate = queries.candidate(by, portfolio, address(held.email), PersonKind(held.kind))
    reason = rules.why_not(rules.without_waiting(candidate))
    if reason is not None:
        raise CannotBeInvited(email=held.email, reason=reason)

    held.state, held.person, held.made_at = InvitationState.PENDING, person or candidate.person, clock.now()
    for name, value in rules.new_link(held.made_at, held.days, mailed=True).columns.items():
        setattr(held, name, value)
    held.save()

    record(InvitationReleased(email=held.email, portfolio=portfolio.name), by=by, on=held, within=portfolio)
    return held
