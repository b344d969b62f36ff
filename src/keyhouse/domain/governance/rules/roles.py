"""How the deeds about admin roles are done after an approval."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from keyhouse.domain.administration import actions, queries
from keyhouse.domain.administration.models import RoleHolder
from keyhouse.domain.governance.errors import UnknownDeed
from keyhouse.domain.governance.rules.arguments import identifier, identifiers, several, text
from keyhouse.domain.groups.errors import NoSuchGroup
from keyhouse.domain.groups.models import GroupMember, PersonGroup
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people import queries as people
from keyhouse.foundation.permissions import Actor

Arguments = Mapping[str, Any]


def assign(by: Actor, arguments: Arguments) -> object:
    """Give people and groups a role; who asked confirmed that all of them are 18 or older."""
    chosen = [people.person(by, one) for one in identifiers(arguments, "people")]
    rows = PersonGroup.objects.of(by.organization_id or 0).in_bulk(identifiers(arguments, "groups"))
    if len(rows) != len(identifiers(arguments, "groups")):
        raise NoSuchGroup()
    return actions.assign_role_to_several(
        by=by,
        role=queries.role(by, identifier(arguments, "role")),
        subjects=[*chosen, *rows.values()],
        adult=True,
        until=_moment(text(arguments, "until")),
        allow=arguments.get("allow") is True,
    )


def remove(by: Actor, arguments: Arguments) -> object:
    """Take a role."""
    return actions.remove_role(by=by, holder=queries.holder(by, identifier(arguments, "holder")))


def create(by: Actor, arguments: Arguments) -> object:
    """Create a role."""
    return actions.create_role(
        by=by,
        organization=organizations.organization(by.organization_id or 0),
        name=text(arguments, "name"),
        description=text(arguments, "description"),
        permissions=several(arguments, "permissions"),
    )


def edit(by: Actor, arguments: Arguments) -> object:
    """Edit a role."""
    return actions.edit_role(
        by=by,
        role=queries.role(by, identifier(arguments, "role")),
        name=text(arguments, "name"),
        description=text(arguments, "description"),
        permissions=several(arguments, "permissions"),
    )


def delete(by: Actor, arguments: Arguments) -> object:
    """Delete a role."""
    return actions.delete_role(by=by, role=queries.role(by, identifier(arguments, "role")))


def chosen_people(organization_id: int, arguments: Arguments) -> frozenset[int]:
    """The people who get a role: those who were chosen, and those in the groups that were chosen."""
    rows = GroupMember.objects.of(organization_id).filter(group_id__in=identifiers(arguments, "groups"))
    return frozenset([*identifiers(arguments, "people"), *rows.values_list("person_id", flat=True)])


def holders(organization_id: int, arguments: Arguments) -> frozenset[int]:
    """The people who hold a role, themselves or through a group."""
    held = RoleHolder.objects.of(organization_id).filter(role_id=identifier(arguments, "role"))
    groups = [one for one in held.values_list("group_id", flat=True) if one is not None]
    rows = GroupMember.objects.of(organization_id).filter(group_id__in=groups).values_list("person_id", flat=True)
    return frozenset([*(one for one in held.values_list("person_id", flat=True) if one is not None), *rows])


def _moment(value: str) -> dt.datetime | None:
    try:
        moment = dt.datetime.fromisoformat(value) if value else None
    except ValueError:
        raise UnknownDeed(deed="until") from None
    return moment if moment is None or moment.tzinfo else moment.replace(tzinfo=dt.UTC)
