"""Take assets away from somebody."""

from collections.abc import Collection

from django.db import transaction

from keyhouse.domain.grants import queries, rules
from keyhouse.domain.grants.errors import ComesFromElsewhere
from keyhouse.domain.grants.events import AssetsUnassigned
from keyhouse.domain.grants.models import TaskGrant
from keyhouse.domain.grants.queries.subjects import subject
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def unassign_assets(*, by: Actor, portfolio: Portfolio, subject_id: int, object_ids: Collection[int]) -> int:
    """Take the tasks that were given directly on these objects away; answers how many grants ended.

    Raises NotAllowed, NoSuchAsset, NotInThePortfolio, ComesFromElsewhere.
    """
    giving = queries.giving(by, portfolio, object_ids)
    authorize(by, Permission.ASSET_ASSIGN, on=giving.facts)

    named = rules.named(giving, object_ids)
    who = subject(portfolio, subject_id)
    grants = TaskGrant.objects.of(portfolio.organization_id).filter(
        portfolio=portfolio, subject_id=subject_id, object_id__in=object_ids, source=rules.DIRECT
    )
    if not grants.exists():
        raise ComesFromElsewhere(asset=named)

    count: int = grants.delete()[0]

    record(AssetsUnassigned(subject=who.name, assets=named), by=by, on=who, within=portfolio)
    return count
