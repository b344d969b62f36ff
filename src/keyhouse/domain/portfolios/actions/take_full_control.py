"""Take full control of a portfolio."""

from django.db import transaction

from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.portfolios.errors import ReasonMissing
from keyhouse.domain.portfolios.events import FullControlTaken
from keyhouse.domain.portfolios.models import Access, Membership, MembershipState, Portfolio
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def take_full_control(*, by: Actor, portfolio: Portfolio, reason: str) -> Membership:
    """Give a System admin full control of a portfolio of her organization; everybody with full control is told.

    Raises NotAllowed, ReasonMissing.
    """
    authorize(by, Permission.TAKE_FULL_CONTROL, on=facts_of(portfolio.organization_id))

    reason = " ".join(reason.split())
    if not reason:
        raise ReasonMissing(reason="")

    organizations.locked(portfolio.organization_id)
    place: Membership = Membership.objects.of(portfolio.organization_id).update_or_create(
        portfolio=portfolio,
        person_id=by.person_id,
        defaults={
            "organization_id": portfolio.organization_id,
            "level": Access.FULL,
            "until": None,
            "returns_to": "",
            "state": MembershipState.ACTIVE,
            "source": "taken",
            "own": None,
            "added_by_id": by.person_id,
            "added_at": clock.now(),
            "ended_at": None,
        },
    )[0]
    Portfolio.objects.of(portfolio.organization_id).filter(id=portfolio.id).update(needs_full_control=False)

    record(FullControlTaken(portfolio=portfolio.name, reason=reason), by=by, on=portfolio, within=portfolio)
    return place
