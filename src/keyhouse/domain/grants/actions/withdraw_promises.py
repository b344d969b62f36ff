"""Withdraw promises: take assets out of an invitation."""

from collections.abc import Collection

from django.db import transaction

from keyhouse.domain.grants import queries, rules
from keyhouse.domain.grants.errors import ComesFromElsewhere
from keyhouse.domain.grants.events import PromisesWithdrawn
from keyhouse.domain.grants.models import PromisedGrant
from keyhouse.domain.invitations import queries as invitations
from keyhouse.domain.invitations.models import Invitation
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def withdraw_promises(*, by: Actor, portfolio: Portfolio, invitation: Invitation, object_ids: Collection[int]) -> int:
    """Take what an invitation would give on these objects out of it; answers how many promises ended.

    Raises NotAllowed, NoSuchAsset, ComesFromElsewhere, InvitationOver.
    """
    giving = queries.giving(by, portfolio, object_ids)
    authorize(by, Permission.ASSET_ASSIGN, on=giving.facts)

    named = rules.named(giving, object_ids)
    waiting = invitations.locked_waiting(portfolio, invitation.id)
    promises = PromisedGrant.objects.of(portfolio.organization_id).filter(invitation=waiting, object_id__in=object_ids)
    if not promises.exists():
        raise ComesFromElsewhere(asset=named)

    count: int = promises.delete()[0]

    record(PromisesWithdrawn(email=waiting.email, assets=named), by=by, on=waiting, within=portfolio)
    return count
