"""Add a person to a portfolio: a step of accepting an invitation and of setting a deployment up."""

import datetime as dt

from django.db import transaction

from keyhouse.domain.people.models import Person
from keyhouse.domain.portfolios import queries, rules
from keyhouse.domain.portfolios.errors import AlreadyInPortfolio
from keyhouse.domain.portfolios.events import PersonAdded
from keyhouse.domain.portfolios.models import Access, Membership, MembershipState, Option, Portfolio
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Facts, Permission, authorize


@transaction.atomic
def add_membership(
    *,
    by: Actor,
    portfolio: Portfolio,
    person: Person,
    level: Access = Access.BASIC,
    options: frozenset[Option] = frozenset(),
    until: dt.datetime | None = None,
) -> Membership:
    """Give a person a place in a portfolio; a place that had ended begins anew.

    Raises NotAllowed, AlreadyInPortfolio.
    """
    authorize(
        by, Permission.MEMBERSHIPS_CHANGE, on=Facts(organization_id=portfolio.organization_id, person_id=person.id)
    )

    if queries.place_of(portfolio, person.id) is not None:
        raise AlreadyInPortfolio(person=person.name, portfolio=portfolio.name)

    wanted = {"level": level, "options": sorted(options), "until": until, "returns_to": "", "ended_at": None,
              "state": MembershipState.ACTIVE, "added_by_id": by.person_id, "added_at": clock.now(),
              "source": "direct", **rules.WITHOUT_PRESETS}  # fmt: skip
    place: Membership = Membership.objects.of(portfolio.organization_id).update_or_create(
        portfolio=portfolio, person=person, defaults={"organization_id": portfolio.organization_id, **wanted}
    )[0]
    if level == Access.FULL and until is None:
        Portfolio.objects.of(portfolio.organization_id).filter(id=portfolio.id).update(needs_full_control=False)

    record(
        PersonAdded(person=person.name, portfolio=portfolio.name, access=str(rules.ACCESS_LABELS[level])),
        by=by,
        on=person,
        within=portfolio,
    )
    return place
