"""Remove a person from a portfolio: her place and all that was given to her there."""

from django.db import transaction

from keyhouse.domain.grants import actions as grants
from keyhouse.domain.portfolios import actions as portfolios
from keyhouse.domain.portfolios import queries
from keyhouse.domain.portfolios.models import Membership, Portfolio
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def remove_from_portfolio(*, by: Actor, portfolio: Portfolio, person_id: int) -> Membership:
    """Remove a person from a portfolio and from all of its assets; herself she may always leave.

    Raises NotAllowed, NotFound, NotInPortfolio, LastFullControl.
    """
    needed = Permission.PORTFOLIO_LEAVE if by.person_id == person_id else Permission.PORTFOLIO_PEOPLE_REMOVE
    authorize(by, needed, on=queries.facts_for(by, portfolio, person_id=person_id))

    place = portfolios.remove_membership(by=by, portfolio=portfolio, person_id=person_id)
    step = by.within(Permission.GRANTS_CHANGE, place.person)
    grants.end_grants(by=step, portfolio=portfolio, person=place.person)
    return place
