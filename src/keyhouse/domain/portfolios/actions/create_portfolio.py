"""Create a portfolio."""

from django.db import transaction

from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.portfolios.errors import NameMissing, PortfolioNameTaken
from keyhouse.domain.portfolios.events import PortfolioCreated
from keyhouse.domain.portfolios.models import Access, Membership, Portfolio
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def create_portfolio(
    *, by: Actor, organization: Organization, name: str, time_zone: str = "", vertical: str = ""
) -> Portfolio:
    """Create a business portfolio; the person who creates it has full control of it.

    Raises NotAllowed, NameMissing, PortfolioNameTaken.
    """
    authorize(by, Permission.CREATE_PORTFOLIO, on=facts_of(organization.id))

    organizations.locked(organization.id)
    name = " ".join(name.split())
    portfolios = Portfolio.objects.of(organization)
    if not name:
        raise NameMissing(name="")
    if portfolios.filter(name__iexact=name).exists():
        raise PortfolioNameTaken(name=name)

    portfolio: Portfolio = portfolios.create(
        name=name, vertical=vertical, time_zone=time_zone or organization.time_zone, made_at=clock.now()
    )
    if by.person_id is not None:
        Membership.objects.of(organization).create(
            portfolio=portfolio,
            person_id=by.person_id,
            level=Access.FULL,
            added_by_id=by.person_id,
            added_at=clock.now(),
        )

    record(PortfolioCreated(portfolio=name), by=by, on=portfolio, within=portfolio)
    return portfolio
