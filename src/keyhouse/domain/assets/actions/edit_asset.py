"""Edit an asset."""

from django.db import transaction

from keyhouse.domain.assets import queries
from keyhouse.domain.assets.errors import AssetOwned
from keyhouse.domain.assets.events import AssetEdited
from keyhouse.domain.assets.models import Asset
from keyhouse.domain.assets.rules import names
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def edit_asset(*, by: Actor, portfolio: Portfolio, asset_id: int, name: str, external_id: str = "") -> Asset:
    """Change the name and the outside id of an asset that the portfolio owns.

    Raises NotAllowed, NoSuchAsset, AssetNameMissing, WrongExternalId, AssetOwned.
    """
    authorize(by, Permission.PORTFOLIO_ASSETS_MANAGE, on=portfolios.facts_for(by, portfolio))

    asset = queries.owned_asset(portfolio, asset_id)
    name, external_id = names.checked_name(name), names.checked_external_id(asset.type, external_id)
    known = queries.called(portfolio.organization_id, asset.type, external_id)
    if known is not None and known.id != asset.id:
        raise AssetOwned(external_id=external_id, owner=known.portfolio.name)

    before, asset.name, asset.external_id = _words(asset), name, external_id
    asset.save(update_fields=["name", "external_id"])

    record(AssetEdited(before=before, after=_words(asset)), by=by, on=asset, within=portfolio)
    return asset


def _words(asset: Asset) -> str:
    return f"{asset.name} ({asset.external_id})" if asset.external_id else asset.name
