"""The report: how many have moved, by status, for the organization and for each of its portfolios."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from keyhouse.domain.migration import rules
from keyhouse.domain.migration.models import MigrationStatus
from keyhouse.domain.migration.queries.people import in_scope
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.portfolios.models import Access, MembershipState, Portfolio
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotFound
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@dataclass(frozen=True, kw_only=True)
class Report:
    """One company: its people by status, and the deadline that comes next."""

    organization: int
    name: str
    people: int
    by_status: dict[MigrationStatus, int]
    next_deadline: dt.datetime | None

    @property
    def to_move(self) -> int:
        """The people who are part of the migration."""
        return self.people - self.by_status.get(MigrationStatus.EXCLUDED, 0)

    @property
    def migrated(self) -> int:
        """How many have moved for good."""
        return self.by_status.get(MigrationStatus.MIGRATED, 0)

    @property
    def percent(self) -> int:
        """How many of a hundred have moved."""
        return rules.percent(self.migrated, self.to_move)

    @property
    def overdue(self) -> int:
        """How many let their deadline pass."""
        return self.by_status.get(MigrationStatus.OVERDUE, 0)

    @property
    def attention(self) -> int:
        """How many are held up."""
        return self.by_status.get(MigrationStatus.NEEDS_ATTENTION, 0)


@dataclass(frozen=True, kw_only=True)
class OfPortfolio:
    """One portfolio: its people, those with full control by personal login, and what stands in the way."""

    id: int
    name: str
    people: int
    migrated: int
    full_control: int
    next_deadline: dt.datetime | None
    blockers: int

    @property
    def percent(self) -> int:
        """How many of a hundred have moved."""
        return rules.percent(self.migrated, self.people)


@dataclass(frozen=True, kw_only=True)
class _Place:
    person: int
    portfolio: int
    level: str
    state: str
    status: MigrationStatus
    deadline: dt.datetime | None


def report(by: Actor, organization_id: int) -> Report:
    """The report of one organization that the actor may see. Raises NotFound, NotAllowed."""
    _let_see(by, organization_id)
    people = {one.person: one for one in _places(organization_id)}.values()
    return Report(
        organization=organization_id,
        name=organizations.organization(organization_id).name,
        people=len(people),
        by_status=dict(Counter(one.status for one in people)),
        next_deadline=_next_deadline(people),
    )


def by_portfolio(by: Actor, organization_id: int) -> list[OfPortfolio]:
    """The portfolios of one organization, by name, those without personal logins too. Raises NotFound, NotAllowed."""
    _let_see(by, organization_id)
    places: dict[int, list[_Place]] = {}
    for one in _places(organization_id):
        places.setdefault(one.portfolio, []).append(one)
    portfolios = Portfolio.objects.of(organization_id).order_by("name")
    return [_of_portfolio(one, places.get(one.id, [])) for one in portfolios]


def _let_see(by: Actor, organization_id: int) -> None:
    if by.organization_id != organization_id:
        raise NotFound()
    authorize(by, Permission.MIGRATION_VIEW, on=facts_of(organization_id))


def _of_portfolio(portfolio: Portfolio, places: list[_Place]) -> OfPortfolio:
    counted = [one for one in places if one.status is not MigrationStatus.EXCLUDED]
    left = [one for one in places if one.level == Access.FULL and one.state == MembershipState.ACTIVE]
    return OfPortfolio(
        id=portfolio.id,
        name=portfolio.name,
        people=len(counted),
        migrated=sum(one.status is MigrationStatus.MIGRATED for one in counted),
        full_control=len(left),
        next_deadline=_next_deadline(counted),
        blockers=sum(one.status in (MigrationStatus.NEEDS_ATTENTION, MigrationStatus.OVERDUE) for one in counted),
    )


def _places(organization_id: int) -> list[_Place]:
    columns = ("person_id", "portfolio_id", "level", "state", "status", "deadline")
    return [
        _Place(person=person, portfolio=portfolio, level=level, state=state, status=MigrationStatus(status),
               deadline=deadline)
        for person, portfolio, level, state, status, deadline in in_scope(organization_id).values_list(*columns)
    ]  # fmt: skip


def _next_deadline(places: Iterable[_Place]) -> dt.datetime | None:
    """The earliest deadline still ahead of somebody who has not moved."""
    now = clock.now()
    ahead = [one.deadline for one in places if one.deadline and one.deadline > now and one.status not in rules.OVER]
    return min(ahead, default=None)
