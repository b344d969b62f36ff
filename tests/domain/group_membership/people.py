"""Groups of Acme and the actors who manage them."""

from collections.abc import Iterable

from keyhouse.domain.administration.models import SYSTEM_ADMIN, Role, RoleHolder
from keyhouse.domain.groups.models import GroupKind, GroupMember, GroupOwner, GroupRule, PersonGroup
from keyhouse.domain.groups.rules import read
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import Actor, Permission
from tests.cast import actor_of
from tests.making import compared

MANAGES_GROUPS = frozenset({Permission.GROUPS_VIEW, Permission.GROUPS_MANAGE})


def make_group(organization: Organization, name: str, people: Iterable[Person] = (), **fields) -> PersonGroup:
    """A group with these people in it."""
    group = PersonGroup.objects.of(organization).create(
        name=name, name_folded=name.casefold(), made_at=clock.now(), **fields
    )
    for person in people:
        GroupMember.objects.of(organization).create(group=group, person=person)
    return group


def make_dynamic(organization: Organization, name: str, *conditions: tuple[str, str, str], join="all") -> PersonGroup:
    """A dynamic group by (field, operator, value), not filled yet."""
    group = make_group(organization, name, kind=GroupKind.DYNAMIC)
    rule = rule_of(*conditions, join=join)
    GroupRule.objects.of(organization).create(
        group=group, rule=rule.as_json(), looks_at_today=rule.looks_at_today, changed_at=clock.now()
    )
    return group


def rule_of(*conditions: tuple[str, str, str], join="all"):
    """A rule by (field, operator, value)."""
    parts = [{"field": field, "operator": operator, "value": value} for field, operator, value in conditions]
    return read({"join": join, "parts": parts})


def make_owner(group: PersonGroup, person: Person) -> Actor:
    """Let a person own a group; answers her as she stands at the door, without any permission."""
    GroupOwner.objects.of(group.organization_id).create(group=group, person=person)
    return actor_of(person)


def names_in(group: PersonGroup) -> list[str]:
    """The names of everybody who has a place in a group."""
    rows = GroupMember.objects.of(group.organization_id).filter(group=group)
    return sorted(rows.values_list("person__display_name", flat=True))


def groups_manager(person: Person) -> Actor:
    """A person who manages groups and nothing else."""
    return actor_of(person, permissions=MANAGES_GROUPS)


def make_admin_group(group: PersonGroup) -> PersonGroup:
    """Let everybody in a group be System admin by it."""
    role = Role.objects.of(group.organization_id).get(code=SYSTEM_ADMIN)
    RoleHolder.objects.of(group.organization_id).create(role=role, group=group, given_at=clock.now())
    return group


def only_by_group(*groups: PersonGroup) -> None:
    """Take all other System admins away, so that those in these groups are the only ones."""
    holdings = RoleHolder.objects.of(groups[0].organization_id)
    holdings.exclude(group__in=groups).delete()


def work_on(person: Person, **fields) -> Person:
    """Write fields of a profile with what rules compare of them, as if she had always had them."""
    known = {"email_folded": person.email_folded, **fields}
    Person.objects.of(person.organization_id).filter(id=person.id).update(**compared(known))
    person.refresh_from_db()
    return person
