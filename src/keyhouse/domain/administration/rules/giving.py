"""What roles give, and for how long they can be given."""

import datetime as dt
from collections.abc import Collection, Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from keyhouse.domain.administration.errors import RoleEndsOutOfRange
from keyhouse.domain.administration.models import Role
from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.organizations.rules import Deed
from keyhouse.domain.people.models import Person
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.permissions import Permission
from keyhouse.foundation.permissions.table import FROM_ROLES, RESERVED

SYSTEM_ADMIN_PERMISSIONS = frozenset([*FROM_ROLES, *RESERVED])
NEVER_GUESTS = frozenset(
    {Permission.ALERTS_VIEW, Permission.ALERTS_MANAGE, Permission.LOGS_VIEW, Permission.LOGS_MANAGE}
)
SHORTEST, LONGEST = dt.timedelta(hours=1), dt.timedelta(days=365)
NOTICE = dt.timedelta(days=3)
_KNOWN = {one.value: one for one in FROM_ROLES}


def permissions_given_by(role: Role) -> frozenset[Permission]:
    """What a role allows: all for System admin, else what it names; manage includes view."""
    return SYSTEM_ADMIN_PERMISSIONS if role.is_system_admin else permissions_named(role.permissions)


def permissions_named(values: Iterable[str]) -> frozenset[Permission]:
    """The permissions of these names that a role can give, each manage with its view; reserved rights are none."""
    named = {_KNOWN[value] for value in values if value in _KNOWN}
    views = {_KNOWN.get(one.value.removesuffix(".manage") + ".view") for one in named if one.value.endswith(".manage")}
    return frozenset(named | {one for one in views if one is not None})


def not_for_roles(values: Collection[str]) -> list[str]:
    """The names among these that no custom role can hold: reserved rights, and what is no permission of a panel."""
    return sorted({str(value) for value in values} - set(_KNOWN))


def allowed_to_guests(permissions: Iterable[Permission]) -> frozenset[Permission]:
    """Those of these permissions that a guest can ever have: no alerts, no logs, no reserved rights."""
    return frozenset(FROM_ROLES).difference(NEVER_GUESTS).intersection(permissions)


def why_not_until(until: dt.datetime | None) -> BrokenRule | None:
    """Why a role can't be given until this moment: too soon or too late; a minute of the clock is forgiven."""
    now, minute = clock.now(), dt.timedelta(minutes=1)
    if until is None or now + SHORTEST - minute <= until <= now + LONGEST + minute:
        return None
    return RoleEndsOutOfRange()


def tidy(name: str) -> str:
    """A name without spaces around it or several in a row."""
    return " ".join(name.split())


def deed_of_assigning(role: Role) -> Deed:
    """The deed that giving this role is to the policy of approvals."""
    return Deed.ASSIGN_SYSTEM_ADMIN if role.is_system_admin else Deed.ASSIGN_ROLE


def as_subject(subject: Person | PersonGroup) -> dict[str, Any]:
    """A person or a group as the argument of its kind."""
    return {"group": subject} if isinstance(subject, PersonGroup) else {"person": subject}


def assignment(
    role: Role, subjects: Iterable[Person | PersonGroup], until: dt.datetime | None, allow: bool
) -> dict[str, Any]:
    """The giving of a role as plain ids and values, by which it can be done after an approval."""
    chosen = list(subjects)
    return {
        "role": str(role.id),
        "people": [str(one.id) for one in chosen if isinstance(one, Person)],
        "groups": [str(one.id) for one in chosen if isinstance(one, PersonGroup)],
        "until": until.isoformat(timespec="seconds") if until else "",
        "allow": allow,
    }


def told(role: Role, until: dt.datetime | None) -> str:
    """The role as the summary of an approval names it, with its end."""
    if until is None:
        return role.name
    return str(_("{role} until {moment}")).format(role=role.name, moment=audit.readable(until.isoformat()))
