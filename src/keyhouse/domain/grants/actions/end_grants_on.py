"""End all grants and promises on an asset: a step of removing it from its portfolio."""

from django.db import transaction

from keyhouse.domain.assets.models import Asset
from keyhouse.domain.grants.events import GrantsEnded
from keyhouse.domain.grants.models import PromisedGrant, TaskGrant
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def end_grants_on(*, by: Actor, portfolio: Portfolio, asset: Asset) -> int:
    """End what anybody was given or promised on an asset, by this portfolio and by its partners; answers how many.

    Raises NotAllowed.
    """
    authorize(by, Permission.PORTFOLIO_ASSETS_MANAGE, on=portfolios.facts_for(by, portfolio))

    why = "partners' grants on an asset end with the asset"
    grants = TaskGrant.objects.everywhere(reason=why).filter(object_id=asset.id)
    promises = PromisedGrant.objects.everywhere(reason=why).filter(object_id=asset.id)
    count: int = grants.count() + promises.count()
    if not count:
        return 0

    grants.delete()
    promises.delete()

    record(GrantsEnded(subject=asset.name, portfolio=portfolio.name, count=count), by=by, on=asset, within=portfolio)
    return count
