"""Questions about admin roles and who holds them."""

from django.db.models import Q, QuerySet

from keyhouse.domain.administration.errors import LastBreakGlass, LastSystemAdmin
from keyhouse.domain.administration.models import SYSTEM_ADMIN, RoleHolder
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people.models import Person, PersonState, SignInMethod
from keyhouse.foundation import clock
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.permissions import Permission


def _live(organization_id: int) -> "QuerySet[RoleHolder]":
    rows: QuerySet[RoleHolder] = RoleHolder.objects.of(organization_id)
    return rows.filter(paused=False).filter(Q(until=None) | Q(until__gt=clock.now()))


def permissions_of(person: Person) -> frozenset[Permission]:
    """What the admin roles of a person allow her in her organization."""
    if person.organization_id is None:
        return frozenset()
    lists = _live(person.organization_id).filter(person=person).values_list("role__permissions", flat=True)
    known = {each.value: each for each in Permission}
    return frozenset(known[name] for names in lists for name in names if name in known)


def holds_a_role(person: Person) -> bool:
    """Whether a person holds any admin role, also a suspended one."""
    rows = RoleHolder.objects.of(person.organization_id) if person.organization_id else None
    return rows is not None and rows.filter(person=person).exists()


def system_admins(organization_id: int) -> "QuerySet[RoleHolder]":
    """The live holders of the role System admin."""
    return _live(organization_id).filter(role__code=SYSTEM_ADMIN)


def other_active_admins(person: Person) -> "QuerySet[RoleHolder]":
    """The other System admins of her organization who are active."""
    rows = system_admins(person.organization_id or 0).exclude(person=person)
    return rows.filter(person__state=PersonState.ACTIVE)


def is_system_admin(person: Person) -> bool:
    """Whether a person holds the role System admin now."""
    return person.organization_id is not None and system_admins(person.organization_id).filter(person=person).exists()


def is_last_system_admin(person: Person) -> bool:
    """Whether no active System admin would be left without her; locks the row of her organization first."""
    if person.organization_id is None or not is_system_admin(person):
        return False
    organizations.locked(person.organization_id)
    return not other_active_admins(person).exists()


def why_not_without(person: Person) -> BrokenRule | None:
    """Why a person can't stop being an administrator who is there: the last one, or the last one with a password.

    Locks the row of her organization first, so that two removals at once can't both see the other's administrator.
    """
    if person.organization_id is None or not is_system_admin(person):
        return None
    organizations.locked(person.organization_id)
    others = other_active_admins(person)
    if not others.exists():
        return LastSystemAdmin()
    by_password = person.sign_in_method == SignInMethod.PASSWORD and person.state == PersonState.ACTIVE
    if by_password and not others.filter(person__sign_in_method=SignInMethod.PASSWORD).exists():
        return LastBreakGlass()
    return None
