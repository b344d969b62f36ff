"""The figures of an organization: counted in a few statements, and ahead where people are many."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q
from django.db.models.functions import TruncDate

from keyhouse.domain.insights import rules
from keyhouse.domain.insights.models import InsightFigures
from keyhouse.domain.insights.queries.people import condition, rows, without_second_factor
from keyhouse.domain.insights.rules import Figure
from keyhouse.domain.people import queries as people
from keyhouse.domain.people.models import PersonState, SignInMethod
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@dataclass(frozen=True, kw_only=True)
class Rate:
    """Of so many people with something in common, so many have activated their account."""

    name: str
    people: int
    activated: int

    @property
    def percent(self) -> int:
        """The rate in whole percent, rounded down so that 100 means all."""
        return self.activated * 100 // self.people if self.people else 0


@dataclass(frozen=True, kw_only=True)
class Figures:
    """All figures as of one moment; `days` are pairs of added and activated, the oldest first."""

    counted_at: dt.datetime
    people: int = 0
    activated: int = 0
    numbers: dict[str, int] = field(default_factory=dict)
    days: list[tuple[str, int, int]] = field(default_factory=list)
    domains: list[Rate] = field(default_factory=list)
    departments: list[Rate] = field(default_factory=list)
    by_password: int = 0
    with_second_factor: int = 0

    def number(self, figure: Figure) -> int:
        """How many people stand behind a figure."""
        return self.numbers.get(figure.value, 0)

    @property
    def percent(self) -> int:
        """How many percent have activated their account, rounded down."""
        return self.activated * 100 // self.people if self.people else 0

    @property
    def percent_second_factor(self) -> int:
        """How many percent of those with a password have a second factor, rounded down."""
        return self.with_second_factor * 100 // self.by_password if self.by_password else 100


def figures(by: Actor) -> Figures:
    """The figures of the actor's organization; of a large one as they were counted last. Raises NotAllowed."""
    authorize(by, Permission.INSIGHTS_VIEW, on=facts_of(by.organization_id))
    return figures_of(by.organization_id or 0)


def figures_of(organization_id: int) -> Figures:
    """The same without asking who wants to know."""
    if is_large(organization_id):
        kept = InsightFigures.objects.of(organization_id).first()
        if kept is not None:
            return _read(kept.values, kept.counted_at)
    return _read(counted(organization_id), clock.now())


def is_large(organization_id: int) -> bool:
    """Whether an organization has so many people that its figures are counted ahead."""
    return sum(people.numbers_by_state(organization_id).values()) > rules.SMALL


def counted(organization_id: int) -> dict[str, Any]:
    """Count everything, as plain values."""
    known = rows(organization_id)
    staying = known.exclude(state=PersonState.DEACTIVATED)
    activated = Q(activated_at__isnull=False)
    by_password = Q(state=PersonState.ACTIVE, sign_in_method=SignInMethod.PASSWORD)
    numbers = known.aggregate(
        **{_name(one): Count("id", filter=condition(organization_id, one)) for one in Figure},
        people=Count("id", filter=~Q(state=PersonState.DEACTIVATED)),
        activated=Count("id", filter=~Q(state=PersonState.DEACTIVATED) & activated),
        by_password=Count("id", filter=by_password),
        alone=Count("id", filter=by_password & without_second_factor(organization_id)),
    )
    return {
        "people": numbers["people"],
        "activated": numbers["activated"],
        "numbers": {one.value: numbers[_name(one)] for one in Figure},
        "days": _days(known),
        "domains": _rates(staying.exclude(domain_folded=""), "domain_folded"),
        "departments": _rates(staying.exclude(department=""), "department"),
        "by_password": numbers["by_password"],
        "with_second_factor": numbers["by_password"] - numbers["alone"],
    }


def _name(figure: Figure) -> str:
    return figure.name.lower()


def _days(known: Any) -> list[list[Any]]:
    """How many were added and how many activated on each of the last days, in UTC."""
    today = clock.now().date()
    first = today - dt.timedelta(days=rules.DAYS - 1)
    found: dict[str, dict[dt.date, int]] = {}
    for column in ("made_at", "activated_at"):
        since = dt.datetime.combine(first, dt.time(), tzinfo=dt.UTC)
        made = known.filter(**{f"{column}__gte": since}).annotate(day=TruncDate(column, tzinfo=dt.UTC))
        found[column] = dict(made.order_by().values_list("day").annotate(number=Count("id")))
    days = [first + dt.timedelta(days=number) for number in range(rules.DAYS)]
    return [[day.isoformat(), found["made_at"].get(day, 0), found["activated_at"].get(day, 0)] for day in days]


def _rates(some: Any, column: str) -> list[list[Any]]:
    groups = (
        some.order_by()
        .values(column)
        .annotate(people=Count("id"), activated=Count("id", filter=Q(activated_at__isnull=False)))
    )
    rows = groups.order_by("-people", column).values_list(column, "people", "activated")
    return [list(row) for row in rows[: rules.SHOWN]]


def _read(values: dict[str, Any], counted_at: dt.datetime) -> Figures:
    lists = {
        "days": [tuple(day) for day in values.get("days", [])],
        "domains": [Rate(name=name, people=n, activated=done) for name, n, done in values.get("domains", [])],
        "departments": [Rate(name=name, people=n, activated=done) for name, n, done in values.get("departments", [])],
    }
    return Figures(**{**values, **lists, "counted_at": counted_at})
