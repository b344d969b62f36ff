"""End the grants of a person in a portfolio: a step of removing her from it."""

from django.db import transaction

from keyhouse.domain.grants.events import GrantsEnded
from keyhouse.domain.grants.models import TaskGrant
from keyhouse.domain.people.models import Person
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Facts, Permission, authorize


@transaction.atomic
def end_grants(*, by: Actor, portfolio: Portfolio, person: Person) -> int:
    """End all that was given to a person in this portfolio's name; answers how many grants there were.

    Raises NotAllowed.
    """
    authorize(by, Permission.GRANTS_CHANGE, on=Facts(organization_id=portfolio.organization_id, person_id=person.id))

    grants = TaskGrant.objects.of(portfolio.organization_id).filter(portfolio=portfolio, subject_id=person.id)
    count: int = grants.count()
    if not count:
        return 0

    grants.delete()

    record(GrantsEnded(subject=person.name, portfolio=portfolio.name, count=count), by=by, on=person, within=portfolio)
    return count
