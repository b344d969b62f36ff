"""The people in business portfolios by personal login: one row per person and portfolio, with the status at present."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, CharField, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from keyhouse.domain.migration.errors import NotInMigration
from keyhouse.domain.migration.models import MigrationPerson, MigrationStatus
from keyhouse.domain.migration.rules import MOVED
from keyhouse.domain.people.models import Person, PersonKind, PersonState
from keyhouse.domain.portfolios.models import Membership, MembershipState, Portfolio
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What the list is narrowed to; empty means all."""

    search: str = ""
    status: str = ""
    access: str = ""
    portfolio: int = 0


@dataclass(frozen=True, kw_only=True)
class Row:
    """One personal login in one portfolio."""

    place: int
    login: int
    name: str
    name_folded: str
    email: str
    portfolio: int
    portfolio_name: str
    access: str
    status: MigrationStatus
    reason: str
    work_account: str
    deadline: dt.datetime | None
    changed_at: dt.datetime | None


def in_scope(organization_id: int) -> Any:
    """The places held by personal login, each with the status of its migration.

    A place that ended because its person has moved stays, so that the list tells who migrated.
    """
    mine = MigrationPerson.objects.of(organization_id).filter(login=OuterRef("person_id"))
    rows = (
        Membership.objects.of(organization_id)
        .filter(person__kind=PersonKind.PERSONAL)
        .annotate(
            given=Coalesce(Subquery(mine.values("status")[:1]), Value(MigrationStatus.NOT_STARTED.value)),
            deadline=Subquery(mine.values("deadline")[:1]),
            reason=Subquery(mine.values("reason")[:1]),
            moved_at=Subquery(mine.values("changed_at")[:1]),
            work_account=Subquery(mine.values("work_account__email")[:1]),
        )
    )
    late = When(given=MigrationStatus.INVITED, deadline__lte=clock.now(), then=Value(MigrationStatus.OVERDUE.value))
    rows = rows.annotate(status=Case(late, default=F("given"), output_field=CharField()))
    rows = rows.exclude(person__state=PersonState.DELETED)
    return rows.exclude(Q(state=MembershipState.REMOVED) & ~Q(given__in=MOVED))


def rows(by: Actor, filters: Filters, *, after: tuple[str, int] | None = None, limit: int | None = None) -> list[Row]:
    """The rows that the filters leave, by name, beginning behind `after`. Raises NotAllowed."""
    authorize(by, Permission.MIGRATION_VIEW, on=facts_of(by.organization_id))
    found = _narrowed(in_scope(by.organization_id or 0).select_related("person", "portfolio"), filters)
    if after is not None:
        found = found.filter(Q(person__name_folded__gt=after[0]) | Q(person__name_folded=after[0], id__gt=after[1]))
    return [_row(one) for one in found.order_by("person__name_folded", "id")[:limit]]


def _narrowed(found: Any, filters: Filters) -> Any:
    for word in filters.search.casefold().split():
        found = found.filter(Q(person__name_folded__contains=word) | Q(person__email_folded__contains=word))
    if filters.status:
        found = found.filter(status=filters.status)
    if filters.access:
        found = found.filter(level=filters.access)
    return found.filter(portfolio_id=filters.portfolio) if filters.portfolio else found


def _row(place: Any) -> Row:
    person, portfolio = place.person, place.portfolio
    return Row(
        place=place.id, login=person.id, name=person.name, name_folded=person.name_folded, email=person.email,
        portfolio=portfolio.id, portfolio_name=portfolio.name, access=place.level,
        status=MigrationStatus(place.status), reason=place.reason or "", work_account=place.work_account or "",
        deadline=place.deadline, changed_at=place.moved_at,
    )  # fmt: skip


def portfolios_in_scope(by: Actor) -> list[Portfolio]:
    """The portfolios of the organization that hold personal logins, by name."""
    places = in_scope(by.organization_id or 0).values("portfolio_id")
    return list(Portfolio.objects.of(by.organization_id or 0).filter(id__in=places).order_by("name"))


def login(by: Actor, identifier: int) -> Person:
    """A personal login that holds a place in a portfolio of the organization. Raises NotInMigration."""
    place = in_scope(by.organization_id or 0).filter(person_id=identifier).select_related("person").first()
    if place is None:
        raise NotInMigration()
    found: Person = place.person
    return found


def locked_login(by: Actor, identifier: int) -> tuple[Person, MigrationPerson]:
    """A personal login and its migration, locked; a new one, not saved yet, is Not started. Raises NotInMigration."""
    person = login(by, identifier)
    rows = MigrationPerson.objects.of(by.organization_id or 0).select_for_update()
    found = rows.filter(login=person).first() or MigrationPerson(
        organization_id=by.organization_id or 0, login=person, status=MigrationStatus.NOT_STARTED
    )
    return person, found
