"""Whom a grant can be given to: a person in the portfolio, a group of its organization, one of its system users."""

from keyhouse.domain.grants.errors import NotInThePortfolio
from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.people.models import Person
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios.models import Membership, Portfolio
from keyhouse.domain.system_users.models import SystemUser
from keyhouse.foundation import clock, ids

Subject = Person | PersonGroup | SystemUser


def subject(portfolio: Portfolio, identifier: int) -> Subject:
    """The person, group or system user with this id to whom assets of the portfolio can be assigned.

    Raises NotInThePortfolio.
    """
    owner = portfolio.organization_id
    found: Subject | None = None
    match ids.kind_of(identifier):
        case ids.Kind.PERSON:
            places = Membership.objects.of(owner).filter(portfolios.counts(clock.now()), portfolio=portfolio)
            place = places.filter(person_id=identifier).select_related("person").first()
            found = place.person if place else None
        case ids.Kind.GROUP:
            found = PersonGroup.objects.of(owner).filter(id=identifier).first()
        case ids.Kind.SYSTEM_USER:
            found = SystemUser.objects.of(owner).filter(id=identifier, portfolio=portfolio, state="active").first()
    if found is None:
        raise NotInThePortfolio(portfolio=portfolio.name)
    return found


def locked_subject(portfolio: Portfolio, identifier: int) -> Subject:
    """The same, its place in the portfolio locked, so that it doesn't end while it receives assets."""
    found = subject(portfolio, identifier)
    if isinstance(found, Person):
        rows = Membership.objects.of(portfolio.organization_id).select_for_update(of=("self",))
        if not rows.filter(portfolios.counts(clock.now()), portfolio=portfolio, person=found).exists():
            raise NotInThePortfolio(portfolio=portfolio.name)
    return found
