"""What roles give, and for how long they can be given."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from keyhouse.domain.administration.errors import RoleEndsOutOfRange
from keyhouse.domain.administration.models import Role
from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.people.models import Person
from keyhouse.foundation import clock
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.permissions import Permission
from keyhouse.foundation.permissions.table import FROM_ROLES, RESERVED

SYSTEM_ADMIN_PERMISSIONS = frozenset([*FROM_ROLES, *RESERVED])
SHORTEST, LONGEST = dt.timedelta(hours=1), dt.timedelta(days=365)
_KNOWN = {one.value: one for one in FROM_ROLES}


def permissions_given_by(role: Role) -> frozenset[Permission]:
    """What a role allows: all for System admin, else what it names; manage includes view."""
    return SYSTEM_ADMIN_PERMISSIONS if role.is_system_admin else permissions_named(role.permissions)


def permissions_named(values: Iterable[str]) -> frozenset[Permission]:
    """The permissions of these names that a role can give, each manage with its view; reserved rights are none."""
    named = {_KNOWN[value] for value in values if value in _KNOWN}
    views = {_KNOWN.get(one.value.removesuffix(".manage") + ".view") for one in named if one.value.endswith(".manage")}
    return frozenset(named | {one for one in views if one is not None})


def why_not_until(until: dt.datetime | None) -> BrokenRule | None:
    """Why a role can't be given until this moment: too soon or too late; a minute of the clock is forgiven."""
    now, minute = clock.now(), dt.timedelta(minutes=1)
    if until is None or now + SHORTEST - minute <= until <= now + LONGEST + minute:
        return None
    return RoleEndsOutOfRange()


def assignment(
    role: Role, people: Iterable[Person], groups: Iterable[PersonGroup], until: dt.datetime | None, allow: bool
) -> dict[str, Any]:
    """The giving of a role as plain ids and values, by which it can be done after an approval."""
    return {
        "role": str(role.id),
        "people": [str(one.id) for one in people],
        "groups": [str(one.id) for one in groups],
        "until": until.isoformat() if until else "",
        "allow": allow,
    }
