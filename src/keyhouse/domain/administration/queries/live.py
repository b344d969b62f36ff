"""Which holdings count now: not paused, not over, held by the person herself or by a group that she is in."""

from collections.abc import Collection
from typing import Any

from django.db.models import Q, QuerySet

from keyhouse.domain.administration.models import SYSTEM_ADMIN, RoleHolder
from keyhouse.domain.groups.models import GroupMember
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.foundation import clock


def not_over() -> Q:
    """The condition that something has no end, or one that is still to come."""
    return Q(until=None) | Q(until__gt=clock.now())


def live_holdings(organization_id: int) -> "QuerySet[RoleHolder]":
    """The holdings of an organization that count now."""
    rows: QuerySet[RoleHolder] = RoleHolder.objects.of(organization_id)
    return rows.filter(not_over(), paused=False)


def live_places(organization_id: int) -> "QuerySet[GroupMember]":
    """The memberships in groups of an organization that count now."""
    rows: QuerySet[GroupMember] = GroupMember.objects.of(organization_id)
    return rows.filter(not_over(), paused=False)


def held_by(person: Person, organization_id: int) -> "QuerySet[RoleHolder]":
    """The live holdings of a person in an organization, her own and those of her groups."""
    groups = live_places(organization_id).filter(person=person).values("group_id")
    return live_holdings(organization_id).filter(Q(person=person) | Q(group_id__in=groups))


def system_admins(organization_id: int) -> "QuerySet[Person]":
    """The people of an organization who hold the role System admin now, directly or through a group."""
    return holders_among(live_holdings(organization_id), live_places(organization_id), organization_id)


def lasting_system_admins(organization_id: int, *, but: int | None = None) -> "QuerySet[Person]":
    """The active System admins whose role has no end, so that no clock can take the last one away.

    `but` names one holding that is thought away.
    """
    holdings = live_holdings(organization_id).filter(until=None)
    if but is not None:
        holdings = holdings.exclude(id=but)
    rows = holders_among(holdings, live_places(organization_id).filter(until=None), organization_id)
    return rows.filter(Q(start_date=None) | Q(start_date__lte=clock.now()), state=PersonState.ACTIVE)


def administrators(organization_id: int) -> "QuerySet[Person]":
    """The people of the organization who hold any admin role now, directly or through a group."""
    held = live_holdings(organization_id)
    groups = held.filter(group__isnull=False).values("group_id")
    through = live_places(organization_id).filter(group_id__in=groups).values("person_id")
    people: QuerySet[Person] = Person.objects.of(organization_id)
    return people.filter(Q(id__in=held.filter(person__isnull=False).values("person_id")) | Q(id__in=through))


def holders_among(
    holdings: "QuerySet[RoleHolder]", places: "QuerySet[GroupMember]", organization_id: int
) -> "QuerySet[Person]":
    """The people of the organization whom these holdings and memberships make System admins."""
    of_it = holdings.filter(role__code=SYSTEM_ADMIN)
    groups = of_it.filter(group__isnull=False).values("group_id")
    through = places.filter(group_id__in=groups).values("person_id")
    people: QuerySet[Person] = Person.objects.of(organization_id)
    own = of_it.filter(person__isnull=False).values("person_id")
    return people.filter(Q(id__in=own) | Q(id__in=through)).exclude(state=PersonState.DELETED)


def people_holding(organization_id: int, roles: Collection[int]) -> "QuerySet[Any, Any]":
    """The ids of the people who hold one of these roles now, directly or through a group; for use inside a query."""
    holdings = live_holdings(organization_id).filter(role_id__in=list(roles))
    own = holdings.filter(person__isnull=False).values("person_id")
    carrying = holdings.filter(group__isnull=False).values("group_id")
    through = live_places(organization_id).filter(group_id__in=carrying).values("person_id")
    return own.order_by().union(through.order_by())
