"""Rules about admin roles, one file per subject."""

from keyhouse.domain.administration.models import RoleCode, Source
from keyhouse.domain.administration.rules.giving import (
    SYSTEM_ADMIN_PERMISSIONS,
    assignment,
    permissions_given_by,
    permissions_named,
    why_not_until,
)
from keyhouse.domain.administration.rules.matrix import (
    DEFAULT_ROLES,
    PANELS,
    TEMPLATES,
    Depth,
    Panel,
    depths_of,
    permissions_at,
)

__all__ = [
    "DEFAULT_ROLES",
    "PANELS",
    "SYSTEM_ADMIN_PERMISSIONS",
    "TEMPLATES",
    "Depth",
    "Panel",
    "RoleCode",
    "Source",
    "assignment",
    "depths_of",
    "permissions_at",
    "permissions_given_by",
    "permissions_named",
    "why_not_until",
]
