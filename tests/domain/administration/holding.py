"""Roles, groups, and who holds and is in them, written straight into the tables."""

from __future__ import annotations

from typing import Any

from keyhouse.domain.administration.models import Role, RoleHolder
from keyhouse.domain.groups.models import GroupMember, PersonGroup
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person
from keyhouse.foundation import clock


def make_role(organization: Organization, name: str, permissions: list[str]) -> Role:
    """A custom role, found again by its name."""
    named = {"name": name, "permissions": permissions, "organization": organization}
    return Role.objects.of(organization).get_or_create(name_folded=name.casefold(), defaults=named)[0]


def make_group(organization: Organization, name: str, **fields: Any) -> PersonGroup:
    """A group with nobody in it."""
    named = {"name": name, "name_folded": name.casefold(), "made_at": clock.now()}
    return PersonGroup.objects.of(organization).create(**named, **fields)


def put_in(group: PersonGroup, *people: Person, **fields: Any) -> PersonGroup:
    """These people in a group."""
    for person in people:
        GroupMember.objects.of(group.organization_id).create(group=group, person=person, **fields)
    return group


def give_group_role(role: Role, group: PersonGroup, **fields: Any) -> RoleHolder:
    """A group that carries a role."""
    return RoleHolder.objects.of(role.organization_id).create(role=role, group=group, given_at=clock.now(), **fields)


def give_role_to(role: Role, person: Person, **fields: Any) -> RoleHolder:
    """A person who holds a role."""
    return RoleHolder.objects.of(role.organization_id).create(role=role, person=person, given_at=clock.now(), **fields)
