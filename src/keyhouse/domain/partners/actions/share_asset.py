"""Share an asset with a partner."""

import datetime as dt
from collections.abc import Collection

from django.db import transaction

from keyhouse.domain.assets.models import Asset
from keyhouse.domain.assets.rules.tasks import bits, labels
from keyhouse.domain.assets.rules.types import TYPES
from keyhouse.domain.partners.errors import NoTasksShared, NotShareable
from keyhouse.domain.partners.events import AssetShared
from keyhouse.domain.partners.models import PartnerShare
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def share_asset(
    *, by: Actor, asset: Asset, partner: Portfolio, tasks: Collection[str], until: dt.datetime | None = None
) -> PartnerShare:
    """Let a partner portfolio do these tasks with an asset; what was shared before is replaced.

    `tasks` are wire names of the asset's type. Raises NotAllowed, NotShareable, NoTasksShared.
    """
    authorize(by, Permission.PORTFOLIO_PARTNERS_MANAGE, on=portfolios.facts_for(by, asset.portfolio))

    kind = TYPES[asset.type]
    if not kind.shareable or partner.id == asset.portfolio_id:
        raise NotShareable(asset=asset.name, partner=partner.name)
    if not tasks:
        raise NoTasksShared(asset=asset.name, partner=partner.name)

    shared = bits(kind, tasks)
    share: PartnerShare = PartnerShare.objects.of(asset.organization_id).update_or_create(
        asset=asset,
        partner=partner,
        defaults={
            "organization_id": asset.organization_id,
            "partner_organization_id": partner.organization_id,
            "tasks": shared,
            "until": until,
            "given_by_id": by.person_id,
            "given_at": clock.now(),
        },
    )[0]

    told = ", ".join(str(label) for label in labels(kind, shared))
    event = AssetShared(asset=asset.name, partner=partner.name, tasks=told)
    record(event, by=by, on=asset, within=asset.portfolio)
    record(event, by=by, on=asset, within=partner)
    return share
