"""What roles give, and what holding one asks for."""

from keyhouse.domain.administration.models import SYSTEM_ADMIN, Role
from keyhouse.foundation.permissions import Permission
from keyhouse.foundation.permissions.table import FROM_ROLES, RESERVED

SYSTEM_ADMIN_PERMISSIONS = frozenset([*FROM_ROLES, *RESERVED])


def permissions_given_by(role: Role) -> frozenset[Permission]:
    """What a role allows: all for System admin, else what it names; manage includes view."""
    if role.code == SYSTEM_ADMIN:
        return SYSTEM_ADMIN_PERMISSIONS
    known = {one.value: one for one in FROM_ROLES}
    named = {known[value] for value in role.permissions if value in known}
    views = {known.get(one.value.removesuffix(".manage") + ".view") for one in named if one.value.endswith(".manage")}
    return frozenset(named | {one for one in views if one is not None})
