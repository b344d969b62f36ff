"""Remove an asset from a portfolio: its grants and its shares with partners end too."""

from django.db import transaction

from keyhouse.domain.assets import actions as assets
from keyhouse.domain.assets import queries
from keyhouse.domain.assets.models import Asset
from keyhouse.domain.grants import actions as grants
from keyhouse.domain.partners import actions as partners
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def remove_asset(*, by: Actor, portfolio: Portfolio, asset_id: int) -> Asset:
    """Release an asset: nobody can do anything with it any more, and its outside id may be claimed again.

    Raises NotAllowed, NoSuchAsset.
    """
    authorize(by, Permission.PORTFOLIO_ASSETS_MANAGE, on=portfolios.facts_for(by, portfolio))

    asset = queries.owned_asset(portfolio, asset_id)

    grants.end_grants_on(by=by, portfolio=portfolio, asset=asset)
    partners.end_shares(by=by, portfolio=portfolio, asset=asset)
    return assets.release_asset(by=by, portfolio=portfolio, asset_id=asset_id)
