"""Questions about admin roles and who holds them."""

from collections.abc import Iterable

from django.db.models import Count, Q, QuerySet

from keyhouse.domain.administration import rules
from keyhouse.domain.administration.errors import LastBreakGlass, LastSystemAdmin, NoSuchRole
from keyhouse.domain.administration.models import SYSTEM_ADMIN, Role, RoleHolder
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person, PersonState, SignInMethod
from keyhouse.foundation import clock
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


def _live(organization_id: int) -> "QuerySet[RoleHolder]":
    rows: QuerySet[RoleHolder] = RoleHolder.objects.of(organization_id)
    return rows.filter(paused=False).filter(Q(until=None) | Q(until__gt=clock.now()))


def permissions_of(person: Person) -> frozenset[Permission]:
    """What the admin roles of a person allow her in her organization."""
    if person.organization_id is None:
        return frozenset()
    held = _live(person.organization_id).filter(person=person).select_related("role")
    return frozenset(permission for holder in held for permission in rules.permissions_given_by(holder.role))


def holds_a_role(person: Person) -> bool:
    """Whether a person holds any admin role, also a suspended one."""
    rows = RoleHolder.objects.of(person.organization_id) if person.organization_id else None
    return rows is not None and rows.filter(person=person).exists()


def holds_a_live_role(person: Person) -> bool:
    """Whether a person holds an admin role that counts now."""
    return person.organization_id is not None and _live(person.organization_id).filter(person=person).exists()


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


def why_not_method(person: Person, method: SignInMethod) -> BrokenRule | None:
    """Why an administrator can't sign in so: she is the last one with a password. Locks her organization."""
    if method == SignInMethod.PASSWORD or person.organization_id is None or not is_system_admin(person):
        return None
    organizations.locked(person.organization_id)
    others = other_active_admins(person).filter(person__sign_in_method=SignInMethod.PASSWORD)
    return None if others.exists() else LastBreakGlass()


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


def roles(by: Actor) -> list[tuple[Role, int]]:
    """The roles of the actor's organization, each with the number of people who hold it. Raises NotAllowed."""
    authorize(by, Permission.ROLES_VIEW, on=facts_of(by.organization_id))
    rows = RoleHolder.objects.of(by.organization_id).exclude(person__state=PersonState.DELETED)
    counted = rows.values("role_id").annotate(people=Count("person", distinct=True))
    counts = {row["role_id"]: row["people"] for row in counted}
    return [(one, counts.get(one.id, 0)) for one in Role.objects.of(by.organization_id).order_by("name")]


def role(by: Actor, identifier: int) -> Role:
    """One role of the actor's organization. Raises NoSuchRole."""
    found = Role.objects.of(by.organization_id or 0).filter(id=identifier).first()
    if found is None:
        raise NoSuchRole()
    return found


def holders(by: Actor, role: Role) -> list[RoleHolder]:
    """Who holds a role, sleeping ones included. Raises NotAllowed."""
    authorize(by, Permission.ROLES_VIEW, on=facts_of(role.organization_id))
    rows = RoleHolder.objects.of(role.organization_id).filter(role=role).exclude(person__state=PersonState.DELETED)
    return list(rows.select_related("person", "role").order_by("person__name_folded", "id"))


def holder(by: Actor, identifier: int) -> RoleHolder:
    """One holding of the actor's organization. Raises NoSuchRole."""
    rows = RoleHolder.objects.of(by.organization_id or 0).select_related("person", "role")
    found = rows.filter(id=identifier).first()
    if found is None:
        raise NoSuchRole()
    return found


def roles_of(person: Person) -> list[RoleHolder]:
    """The roles that a person holds, sleeping ones included."""
    if person.organization_id is None:
        return []
    return list(RoleHolder.objects.of(person.organization_id).filter(person=person).select_related("role"))


def roles_of_many(organization_id: int, people: Iterable[int]) -> dict[int, list[str]]:
    """The names of the live roles of several people, by person."""
    found: dict[int, list[str]] = {}
    rows = _live(organization_id).filter(person_id__in=list(people)).select_related("role").order_by("role__name")
    for one in rows:
        found.setdefault(one.person_id, []).append(one.role.name)
    return found


def system_admin_role(organization: Organization | int) -> Role:
    """The role System admin of an organization. Raises NoSuchRole before the roles were set up."""
    found = Role.objects.of(organization).filter(code=SYSTEM_ADMIN).first()
    if found is None:
        raise NoSuchRole()
    return found
