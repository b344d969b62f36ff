"""End the place of a guest in a portfolio: a step of ending what let her organization's people in."""

from django.db import transaction

from keyhouse.domain.people.models import Person
from keyhouse.domain.portfolios import queries
from keyhouse.domain.portfolios.errors import NotInPortfolio
from keyhouse.domain.portfolios.events import FullControlLost, PersonRemoved
from keyhouse.domain.portfolios.models import Access, Membership, MembershipState, Portfolio
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Facts, Permission, authorize


@transaction.atomic
def end_guest_membership(*, by: Actor, portfolio: Portfolio, person: Person) -> Membership:
    """End a place whatever it was; a portfolio that has no usable full control left is flagged.

    Raises NotAllowed, NotInPortfolio.
    """
    authorize(
        by, Permission.MEMBERSHIPS_CHANGE, on=Facts(organization_id=portfolio.organization_id, person_id=person.id)
    )

    place = Membership.objects.of(portfolio.organization_id).filter(portfolio=portfolio, person=person).first()
    if place is None or place.state == MembershipState.REMOVED:
        raise NotInPortfolio(person=person.name, portfolio=portfolio.name)
    was_last = place.level == Access.FULL and queries.is_last_full_control(portfolio, person.id)

    place.state, place.ended_at, place.returns_to = MembershipState.REMOVED, clock.now(), ""
    place.save(update_fields=["state", "ended_at", "returns_to"])
    if was_last:
        Portfolio.objects.of(portfolio.organization_id).filter(id=portfolio.id).update(needs_full_control=True)

    record(PersonRemoved(person=person.name, portfolio=portfolio.name), by=by, on=person, within=portfolio)
    if was_last:
        record(FullControlLost(portfolio=portfolio.name), by=by, on=portfolio, within=portfolio)
    return place
