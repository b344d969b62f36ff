"""Promise grants: what an invitation will give at its acceptance."""

import datetime as dt
from collections.abc import Collection

from django.db import transaction

from keyhouse.domain.grants import queries, rules
from keyhouse.domain.grants.events import GrantsPromised
from keyhouse.domain.grants.models import PromisedGrant
from keyhouse.domain.invitations import queries as invitations
from keyhouse.domain.invitations.models import Invitation
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def promise_grants(
    *,
    by: Actor,
    portfolio: Portfolio,
    invitation: Invitation,
    object_ids: Collection[int],
    tasks: rules.Chosen,
    until: dt.datetime | None = None,
) -> list[PromisedGrant]:
    """Keep tasks on assets with an invitation; they are no grants, and no decision sees them, until it is accepted.

    Raises NotAllowed, NoSuchAsset, NoAssets, NoTasks, NoSuchTask, EndInThePast, MoreThanOwnAccess, InvitationOver.
    """
    giving = queries.giving(by, portfolio, object_ids)
    authorize(by, Permission.ASSET_ASSIGN, on=giving.facts)

    wanted = rules.wanted(giving, object_ids, tasks, until, clock.now())
    waiting = invitations.locked_waiting(portfolio, invitation.id)

    promises = PromisedGrant.objects.of(portfolio.organization_id)
    made = [
        promises.update_or_create(
            invitation=waiting,
            object_id=one.object_id,
            asset_type=one.type,
            defaults={"organization_id": portfolio.organization_id, "tasks": one.bits, "until": until,
                      "given_by_id": by.person_id},
        )[0]
        for one in wanted
    ]  # fmt: skip

    event = GrantsPromised(email=waiting.email, tasks=rules.tasks_told(wanted), assets=rules.names_told(wanted))
    record(event, by=by, on=waiting, within=portfolio)
    return made
