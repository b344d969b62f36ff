"""End what a person's places in portfolios allow, and keep them for her return: a step of leaving."""

from django.db import transaction

from keyhouse.domain.people.models import Person
from keyhouse.domain.people.queries import facts_of_person
from keyhouse.domain.portfolios import queries
from keyhouse.domain.portfolios.events import FullControlLost, MembershipsDeactivated
from keyhouse.domain.portfolios.models import Access, Membership, MembershipState, Portfolio
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize

REASON = "a person's places end in the portfolios of every organization when her account does"


@transaction.atomic
def deactivate_memberships(*, by: Actor, person: Person) -> list[str]:
    """Set every active place of a person to deactivated; answers the names of the portfolios.

    The rows are the snapshot: level, options and grants stay with them, and count for nothing. A portfolio that has no
    usable full control left is flagged. Raises NotAllowed.
    """
    authorize(by, Permission.MEMBERSHIPS_CHANGE, on=facts_of_person(person))

    active = Membership.objects.everywhere(reason=REASON).filter(person=person, state=MembershipState.ACTIVE)
    found = list(active.select_related("portfolio").order_by("id"))
    if not found:
        return []

    active.update(state=MembershipState.DEACTIVATED, ended_at=clock.now())
    flagged = [
        each.portfolio
        for each in found
        if each.level == Access.FULL and queries.is_last_full_control(each.portfolio, person.id)
    ]
    for portfolio in flagged:
        Portfolio.objects.of(portfolio.organization_id).filter(id=portfolio.id).update(needs_full_control=True)

    for each in found:
        event = MembershipsDeactivated(email=person.email, portfolios=each.portfolio.name)
        record(event, by=by, on=person, within=each.portfolio)
    for portfolio in flagged:
        record(FullControlLost(portfolio=portfolio.name), by=by, on=portfolio, within=portfolio)
    return [each.portfolio.name for each in found]
