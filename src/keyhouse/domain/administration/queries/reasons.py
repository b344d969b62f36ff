"""What an administrator may do, and why: the paths by which each permission reaches her."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from keyhouse.domain.administration import rules
from keyhouse.domain.administration.models import Role, RoleHolder
from keyhouse.domain.administration.queries.live import held_by, live_holdings, live_places
from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.people.models import Person
from keyhouse.foundation.permissions import Permission


@dataclass(frozen=True, kw_only=True)
class Path:
    """How a role reaches a person: by her own holding, or by that of a group that she is in.

    `source` and `source_id` say what the holding comes from, `since` and `given_by_id` when and by whom it was given,
    and `until` when this path ends, by the end of the holding or of the place in the group.
    """

    holder_id: int
    source: rules.Source
    source_id: int
    group: PersonGroup | None
    since: dt.datetime
    given_by_id: int | None
    until: dt.datetime | None


@dataclass(frozen=True, kw_only=True)
class Reason:
    """One permission, the role that gives it, and the path by which the role is held."""

    permission: Permission
    role: Role
    path: Path


def permissions_of(person: Person, organization_id: int | None = None) -> frozenset[Permission]:
    """What the admin roles of a person allow her, in her organization or in one that she has entered."""
    own = organization_id or person.organization_id
    if own is None:
        return frozenset()
    held = held_by(person, own).select_related("role")
    return frozenset(permission for holder in held for permission in rules.permissions_given_by(holder.role))


def paths_of(person: Person, organization_id: int | None = None) -> list[tuple[Role, Path]]:
    """The roles that count for a person now, each with the path by which it reaches her; directly held ones first."""
    own = organization_id or person.organization_id
    if own is None:
        return []
    ends = dict(live_places(own).filter(person=person).values_list("group_id", "until"))
    rows = held_by(person, own).select_related("role", "group").order_by("role__name", "id")
    found = [(one.role, _path(one, ends.get(one.group_id or 0))) for one in rows]
    return sorted(found, key=lambda pair: pair[1].group is not None)


def why(person: Person, organization_id: int | None = None) -> list[Reason]:
    """Every permission of a person with the role and the path that give it, several where there are several."""
    found = [
        Reason(permission=permission, role=role, path=path)
        for role, path in paths_of(person, organization_id)
        for permission in rules.permissions_given_by(role)
    ]
    order = {permission: number for number, permission in enumerate(Permission)}
    return sorted(found, key=lambda reason: order[reason.permission])


def people_with(organization_id: int, permission: Permission) -> list[Person]:
    """Who may do this: everybody, also of other organizations, whose live roles here give the permission."""
    roles = roles_giving(organization_id, permission)
    holdings = live_holdings(organization_id).filter(role_id__in=[role.id for role in roles])
    groups = holdings.filter(group__isnull=False).values("group_id")
    through = live_places(organization_id).filter(group_id__in=groups).values("person_id")
    own = holdings.filter(person__isnull=False).values("person_id")
    rows = Person.objects.everywhere(reason="a role here may be held by a guest of another organization")
    return list(rows.filter(Q(id__in=own) | Q(id__in=through)).exclude(state="deleted").order_by("name_folded", "id"))


def roles_giving(organization_id: int, permission: Permission) -> list[Role]:
    """The roles of an organization that give this permission."""
    rows: Iterable[Role] = Role.objects.of(organization_id).order_by("name")
    return [role for role in rows if permission in rules.permissions_given_by(role)]


def _path(holder: RoleHolder, place_until: dt.datetime | None) -> Path:
    ends = [one for one in (holder.until, place_until) if one is not None]
    return Path(
        holder_id=holder.id,
        source=rules.Source(holder.source),
        source_id=holder.source_id,
        group=holder.group,
        since=holder.given_at,
        given_by_id=holder.given_by_id,
        until=min(ends) if ends else None,
    )
