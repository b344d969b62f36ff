"""Release an asset: a step of removing it, where grants and shares end too."""

from django.db import transaction

from keyhouse.domain.assets import queries
from keyhouse.domain.assets.events import AssetReleased
from keyhouse.domain.assets.models import Asset, AssetGroupMember
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def release_asset(*, by: Actor, portfolio: Portfolio, asset_id: int) -> Asset:
    """Let a portfolio give up an asset; it leaves its asset groups, and its outside id may be claimed again.

    Raises NotAllowed, NoSuchAsset.
    """
    authorize(by, Permission.PORTFOLIO_ASSETS_MANAGE, on=portfolios.facts_for(by, portfolio))

    asset = queries.owned_asset(portfolio, asset_id)

    asset.released_at = clock.now()
    asset.save(update_fields=["released_at"])
    AssetGroupMember.objects.of(portfolio.organization_id).filter(asset=asset).delete()

    kind = queries.type_named(asset.type).in_sentence
    record(AssetReleased(asset=asset.name, type=kind, portfolio=portfolio.name), by=by, on=asset, within=portfolio)
    return asset
