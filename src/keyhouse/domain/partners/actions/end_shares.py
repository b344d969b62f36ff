"""End the shares of an asset: a step of removing it."""

from django.db import transaction

from keyhouse.domain.assets.models import Asset
from keyhouse.domain.partners.events import SharesEnded
from keyhouse.domain.partners.models import PartnerShare
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def end_shares(*, by: Actor, portfolio: Portfolio, asset: Asset) -> int:
    """End what partners may do with an asset of the portfolio; answers how many partners. Raises NotAllowed."""
    authorize(by, Permission.PORTFOLIO_PARTNERS_MANAGE, on=portfolios.facts_for(by, portfolio))

    shares = PartnerShare.objects.of(portfolio.organization_id).filter(asset=asset)
    count: int = shares.count()
    if not count:
        return 0

    shares.delete()

    record(SharesEnded(asset=asset.name, portfolio=portfolio.name, count=count), by=by, on=asset, within=portfolio)
    return count
