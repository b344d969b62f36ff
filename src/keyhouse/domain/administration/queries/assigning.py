"""Why somebody can't get a role, or can't join a group that carries one."""

from collections.abc import Collection, Sequence

from keyhouse.domain.administration import errors, rules
from keyhouse.domain.administration.models import Role, RoleHolder
from keyhouse.domain.administration.queries.live import live_holdings, live_places
from keyhouse.domain.email_domains import queries as email_domains
from keyhouse.domain.email_domains.models import DomainState
from keyhouse.domain.groups.models import GroupKind, PersonGroup
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.permissions import Actor, ActorKind, Permission, allows, facts_of

GOOD_STATES = (PersonState.ADDED, PersonState.INVITED, PersonState.ACTIVE)
GOOD_DOMAINS = (DomainState.VERIFIED, DomainState.WARNING, DomainState.TRUSTED)


def why_not_person(by: Actor, role: Role, person: Person) -> BrokenRule | None:
    """Why this actor can't give this role to this person, or None."""
    if by.person_id == person.id:
        return errors.OwnRole()
    if person.organization_id != role.organization_id or person.state not in GOOD_STATES:
        return errors.RoleNeedsUsableAccount(name=person.name, state=person.state)
    if by.kind is not ActorKind.OPERATOR and (broken := why_not_address(person, role.organization_id)):
        return broken
    rows = RoleHolder.objects.of(role.organization_id)
    if rows.filter(role=role, person=person, source=rules.Source.DIRECT).exists():
        return errors.RoleHeldAlready(name=person.name, role=role.name)
    return None


def why_not_group(by: Actor, role: Role, group: PersonGroup, *, allow: bool = False) -> BrokenRule | None:
    """Why this actor can't give this role to this group, or None; `allow` lets a rule or a provider make admins."""
    rows = RoleHolder.objects.of(role.organization_id)
    if group.organization_id != role.organization_id:
        return errors.NoSuchRole()
    if rows.filter(role=role, group=group, source=rules.Source.DIRECT).exists():
        return errors.RoleHeldAlready(name=group.name, role=role.name)
    if not (allow or group.may_make_admins) and group.kind == GroupKind.DYNAMIC:
        return errors.RuleMayNotMakeAdmins(group=group.name)
    if not (allow or group.may_make_admins) and group.kind == GroupKind.PROVISIONED:
        return errors.ProviderMayNotMakeAdmins(group=group.name)
    places = live_places(role.organization_id).filter(group=group).select_related("person")
    if by.person_id is not None and places.filter(person_id=by.person_id).exists():
        return errors.OwnRole()
    broken = (why_not_address(place.person, role.organization_id) for place in places.order_by("person_id"))
    return next((one for one in broken if one is not None), None)


def why_not_several(
    by: Actor, role: Role, subjects: Sequence[Person | PersonGroup], *, allow: bool = False
) -> BrokenRule | None:
    """The first reason why this actor can't give this role to all of these, or None."""
    broken = (
        why_not_group(by, role, one, allow=allow) if isinstance(one, PersonGroup) else why_not_person(by, role, one)
        for one in subjects
    )
    return next((one for one in broken if one is not None), None)


def why_not_address(person: Person, organization_id: int) -> BrokenRule | None:
    """Why an address can't be an administrator's: its domain is neither verified nor trusted."""
    domain = email_domains.domain_of(person.email_folded, organization_id)
    if domain is not None and domain.state in GOOD_DOMAINS:
        return None
    return errors.RoleNeedsVerifiedDomain(email=person.email, domain=person.domain)


def roles_carried_by(group: PersonGroup) -> list[Role]:
    """The roles that a group gives to everybody in it now."""
    rows = live_holdings(group.organization_id).filter(group=group).select_related("role").order_by("role__name")
    return [holder.role for holder in rows]


def groups_with_roles(organization_id: int) -> list[int]:
    """The ids of the groups that carry a role now."""
    rows = live_holdings(organization_id).exclude(group=None).order_by("group_id")
    return list(rows.values_list("group_id", flat=True).distinct())


def carries_system_admin(group: PersonGroup) -> bool:
    """Whether whoever is in this group is a System admin."""
    return any(role.is_system_admin for role in roles_carried_by(group))


def why_not_members(by: Actor, group: PersonGroup, joining: Collection[Person] = ()) -> BrokenRule | None:
    """Why this actor can't change who is in a group, because the group carries an admin role; None where it doesn't.

    Only a System admin decides who is in it, also by changing its rule, and nobody adds herself; who joins needs an
    address on a verified or trusted domain. Connections, jobs and the operator decide by what was allowed to them.
    """
    carried = roles_carried_by(group)
    if not carried or by.kind not in (ActorKind.PERSON, ActorKind.INTEGRATION):
        return None
    if not allows(by, Permission.ASSIGN_ADMIN_ROLES, facts_of(group.organization_id)):
        return errors.GroupMakesAdmins(group=group.name, role=carried[0].name)
    if any(person.id == by.person_id for person in joining):
        return errors.GroupOfOwn(group=group.name, role=carried[0].name)
    broken = (why_not_address(person, group.organization_id) for person in joining)
    return next((one for one in broken if one is not None), None)
