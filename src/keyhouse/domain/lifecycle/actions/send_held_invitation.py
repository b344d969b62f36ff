"""Send a held invitation after its domain was verified."""

from django.db import transaction

from keyhouse.domain.invitations import actions as invitations
from keyhouse.domain.invitations import queries, rules
from keyhouse.domain.invitations.models import Invitation
from keyhouse.domain.lifecycle.actions.prepare_account import prepare_account
from keyhouse.domain.people.models import PersonKind
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation import addresses
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def send_held_invitation(*, by: Actor, portfolio: Portfolio, invitation_id: int) -> Invitation:
    """Make the account of a held address where there is none, and send the invitation.

    Raises NotAllowed, NoSuchInvitation, InvitationOver, CannotBeInvited.
    """
    authorize(by, Permission.INVITATION_RELEASE, on=portfolios.facts_for(by, portfolio))

    held = queries.locked_waiting(portfolio, invitation_id)
    found = queries.candidate(by, portfolio, addresses.address(held.email), PersonKind(held.kind))
    person = prepare_account(by=by, portfolio=portfolio, candidate=rules.without_waiting(found))

    return invitations.release_invitation(by=by, portfolio=portfolio, invitation_id=held.id, person=person)
