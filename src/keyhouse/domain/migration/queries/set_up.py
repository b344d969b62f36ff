"""IT set up: the tasks before people move, each with its state as the data says."""

import enum
from dataclasses import dataclass, field

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.connections import queries as connections
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.migration.queries.people import in_scope
from keyhouse.domain.people import queries as people
from keyhouse.domain.people.models import PersonKind, PersonState
from keyhouse.domain.portfolios.models import Access, Membership, MembershipState, Portfolio
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


class TaskState(enum.StrEnum):
    """How a task stands."""

    TO_DO = "to_do"
    DONE = "done"
    PROBLEM = "problem"


@dataclass(frozen=True, kw_only=True)
class Task:
    """One task: what it is about, how it stands, and the names that its sentence lists."""

    key: str
    state: TaskState
    names: list[str] = field(default_factory=list)
    is_needed: bool = False


def set_up(by: Actor) -> list[Task]:
    """The tasks in their order. Raises NotAllowed."""
    organization_id = by.organization_id or 0
    authorize(by, Permission.MIGRATION_VIEW, on=facts_of(by.organization_id))
    return [
        _team(organization_id),
        _domains(organization_id),
        _sign_on(organization_id),
        _provisioning(organization_id),
        _people(organization_id),
        _last_administrators(organization_id),
    ]


def _team(organization_id: int) -> Task:
    """The first System admin owns the migration until somebody else is named."""
    admins = administration.system_admins(organization_id).filter(state=PersonState.ACTIVE)
    names = [one.name for one in admins.order_by("id")]
    return Task(key="team", state=_done(bool(names)), names=names, is_needed=True)


def _domains(organization_id: int) -> Task:
    found = list(EmailDomain.objects.of(organization_id).order_by("name"))
    open_ones = [one.name for one in found if not one.is_verified]
    lapsed = any(one.state in ("lapsed", "warning") for one in found)
    state = TaskState.PROBLEM if lapsed else _done(bool(found) and not open_ones)
    return Task(key="domains", state=state, names=open_ones, is_needed=True)


def _sign_on(organization_id: int) -> Task:
    active = [one.name for one in connections.sign_on_connections(organization_id) if one.is_on]
    return Task(key="sign_on", state=_done(bool(active)), names=active)


def _provisioning(organization_id: int) -> Task:
    """A connection has asked for something, or manages somebody."""
    used = [
        one.name for one in connections.provisioning_connections(organization_id)
        if one.last_used_at or people.managed_by(organization_id, one.id).exists()
    ]  # fmt: skip
    return Task(key="provisioning", state=_done(bool(used)), names=used)


def _people(organization_id: int) -> Task:
    return Task(key="people", state=_done(in_scope(organization_id).exists()), is_needed=True)


def _last_administrators(organization_id: int) -> Task:
    """Each portfolio has two people with full control, one of them with a work account."""
    rows = Membership.objects.of(organization_id).filter(
        level=Access.FULL, state=MembershipState.ACTIVE, person__state=PersonState.ACTIVE
    )
    kinds: dict[int, list[str]] = {}
    for portfolio, kind in rows.values_list("portfolio_id", "person__kind"):
        kinds.setdefault(portfolio, []).append(kind)
    lacking = [
        one.name for one in Portfolio.objects.of(organization_id).order_by("name")
        if len(kinds.get(one.id, [])) < 2 or PersonKind.WORK not in kinds[one.id]
    ]  # fmt: skip
    return Task(key="last_administrators", state=_done(not lacking), names=lacking)


def _done(is_done: bool) -> TaskState:
    return TaskState.DONE if is_done else TaskState.TO_DO
