"""Which roles there are, and who holds them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q

from keyhouse.domain.administration.errors import NoSuchRole
from keyhouse.domain.administration.models import SYSTEM_ADMIN, Role, RoleCode, RoleHolder
from keyhouse.domain.administration.queries.live import held_by, live_holdings, live_places
from keyhouse.domain.groups.models import GroupMember
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of

OF_DEVICES = (RoleCode.DEVICE_ADMIN, RoleCode.FACILITATOR)
ORDER = {code: number for number, code in enumerate(RoleCode)}


@dataclass(frozen=True, kw_only=True)
class Counted:
    """A role with the number of people and of groups that hold it."""

    role: Role
    people: int
    groups: int


def roles(by: Actor, *, with_devices: bool = False) -> list[Counted]:
    """The roles of the actor's organization with their holders counted, default ones first. Raises NotAllowed.

    The roles for devices are hidden until a product has some.
    """
    authorize(by, Permission.ROLES_VIEW, on=facts_of(by.organization_id))
    held = RoleHolder.objects.of(by.organization_id).exclude(person__state=PersonState.DELETED).values("role_id")
    counts = {
        row["role_id"]: row
        for row in held.annotate(people=Count("person", distinct=True), groups=Count("group", distinct=True))
    }
    rows = Role.objects.of(by.organization_id)
    if not with_devices:
        rows = rows.exclude(code__in=OF_DEVICES)
    nobody = {"people": 0, "groups": 0}
    return [
        Counted(role=one, people=counts.get(one.id, nobody)["people"], groups=counts.get(one.id, nobody)["groups"])
        for one in sorted(rows, key=lambda role: (ORDER.get(role.code, len(ORDER)), role.name_folded))
    ]


def role(by: Actor, identifier: int | None) -> Role:
    """One role of the actor's organization. Raises NoSuchRole."""
    found = Role.objects.of(by.organization_id or 0).filter(id=identifier).first()
    if found is None:
        raise NoSuchRole()
    return found


def holders(by: Actor, role: Role) -> list[RoleHolder]:
    """The people who hold a role themselves, sleeping ones included. Raises NotAllowed."""
    authorize(by, Permission.ROLES_VIEW, on=facts_of(role.organization_id))
    rows = RoleHolder.objects.of(role.organization_id).filter(role=role, person__isnull=False)
    rows = rows.exclude(person__state=PersonState.DELETED).select_related("person", "role")
    return list(rows.order_by("person__name_folded", "id"))


def group_holders(by: Actor, role: Role) -> list[tuple[RoleHolder, int]]:
    """The groups that hold a role, each with the number of people who get it so. Raises NotAllowed."""
    authorize(by, Permission.ROLES_VIEW, on=facts_of(role.organization_id))
    rows = RoleHolder.objects.of(role.organization_id).filter(role=role, group__isnull=False)
    found = list(rows.select_related("group", "role").order_by("group__name_folded", "id"))
    places = live_places(role.organization_id).filter(group_id__in=[one.group_id for one in found])
    counts = dict(places.values_list("group_id").annotate(Count("person")))
    return [(one, counts.get(one.group_id, 0)) for one in found]


def holder(by: Actor, identifier: int | None) -> RoleHolder:
    """One holding of the actor's organization. Raises NoSuchRole."""
    rows = RoleHolder.objects.of(by.organization_id or 0).select_related("person", "group", "role")
    found = rows.filter(id=identifier).first()
    if found is None:
        raise NoSuchRole()
    return found


def holds_a_role(person: Person) -> bool:
    """Whether a person holds any admin role, also a suspended one, herself or through a group."""
    own = person.organization_id
    if own is None:
        return False
    groups = GroupMember.objects.of(own).filter(person=person).values("group_id")
    return bool(RoleHolder.objects.of(own).filter(Q(person=person) | Q(group_id__in=groups)).exists())


def holds_a_live_role(person: Person) -> bool:
    """Whether a person holds an admin role that counts now, herself or through a group."""
    return person.organization_id is not None and held_by(person, person.organization_id).exists()


def roles_of(person: Person) -> list[RoleHolder]:
    """The holdings of a person, sleeping ones included, and after them those of her groups that count."""
    own = person.organization_id
    if own is None:
        return []
    rows = RoleHolder.objects.of(own).select_related("role", "group", "person")
    through = held_by(person, own).filter(group__isnull=False).values("id")
    return [*rows.filter(person=person).order_by("id"), *rows.filter(id__in=through).order_by("id")]


def roles_of_many(organization_id: int, people: Iterable[int]) -> dict[int, list[str]]:
    """The names of the live roles of several people, by person."""
    wanted = list(people)
    holdings = live_holdings(organization_id)
    own = holdings.filter(person_id__in=wanted).values_list("person_id", "role__name")
    places = live_places(organization_id).filter(person_id__in=wanted).values_list("person_id", "group_id")
    names: dict[int, set[str]] = {}
    for group_id, name in holdings.filter(group__isnull=False).values_list("group_id", "role__name"):
        names.setdefault(group_id, set()).add(name)
    found: dict[int, set[str]] = {}
    for person_id, name in own:
        found.setdefault(person_id, set()).add(name)
    for person_id, group_id in places.filter(group_id__in=list(names)) if names else ():
        found.setdefault(person_id, set()).update(names[group_id])
    return {person_id: sorted(given) for person_id, given in found.items()}


def system_admin_role(organization: Organization | int) -> Role:
    """The role System admin of an organization. Raises NoSuchRole before the roles were set up."""
    found = Role.objects.of(organization).filter(code=SYSTEM_ADMIN).first()
    if found is None:
        raise NoSuchRole()
    return found
