"""End what a person's places in portfolios allow, and keep them for her return: a step of leaving."""

from django.db import transaction

from keyhouse.domain.people.models import Person
from keyhouse.domain.people.queries import facts_of_person
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
    full control left is flagged. Raises NotAllowed.
    """
    authorize(by, Permission.MEMBERSHIPS_CHANGE, on=facts_of_person(person))

    active = Membership.objects.everywhere(reason=REASON).filter(person=person, state=MembershipState.ACTIVE)
    found = list(active.select_related("portfolio").order_by("id"))
    if not found:
        return []

    active.update(state=MembershipState.DEACTIVATED, ended_at=clock.now())
    for portfolio in [each.portfolio for each in found if each.level == Access.FULL]:
        _flag(by, portfolio)

    for organization_id in sorted({each.organization_id for each in found}):
        names = ", ".join(each.portfolio.name for each in found if each.organization_id == organization_id)
        event = MembershipsDeactivated(email=person.email, portfolios=names)
        record(event, by=by, on=person, organization_id=organization_id)
    return [each.portfolio.name for each in found]


def _flag(by: Actor, portfolio: Portfolio) -> None:
    left = Membership.objects.of(portfolio.organization_id).filter(
        portfolio=portfolio, level=Access.FULL, state=MembershipState.ACTIVE
    )
    if not left.exists():
        Portfolio.objects.of(portfolio.organization_id).filter(id=portfolio.id).update(needs_full_control=True)
        record(FullControlLost(portfolio=portfolio.name), by=by, on=portfolio)
