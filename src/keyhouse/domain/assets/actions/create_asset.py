"""Add an asset to a portfolio."""

from django.db import transaction

from keyhouse.domain.assets import queries
from keyhouse.domain.assets.errors import AssetOwned
from keyhouse.domain.assets.events import AssetAdded
from keyhouse.domain.assets.models import Asset
from keyhouse.domain.assets.rules import names
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def create_asset(*, by: Actor, portfolio: Portfolio, type: str, name: str, external_id: str = "") -> Asset:
    """Give a portfolio an asset of a type; one that the organization had released is owned again, under its old id.

    The outside id is unique in the organization for each type. Raises NotAllowed, NoSuchAssetType, AssetNameMissing,
    WrongExternalId, AssetOwned.
    """
    authorize(by, Permission.PORTFOLIO_ASSETS_MANAGE, on=portfolios.facts_for(by, portfolio))

    kind = queries.type_named(type)
    name, external_id = names.checked_name(name), names.checked_external_id(type, external_id)
    known = queries.called(portfolio.organization_id, type, external_id)
    if known is not None and known.released_at is None:
        raise AssetOwned(external_id=external_id, owner=known.portfolio.name)

    asset = known or Asset(organization_id=portfolio.organization_id, type=type, external_id=external_id)
    asset.portfolio, asset.name, asset.released_at, asset.made_at = portfolio, name, None, clock.now()
    asset.save()

    record(AssetAdded(asset=name, type=kind.in_sentence, portfolio=portfolio.name), by=by, on=asset, within=portfolio)
    return asset
