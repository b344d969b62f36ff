"""Rules about admin roles, one file per subject."""

from keyhouse.domain.administration.models import RoleCode, Source
from keyhouse.domain.administration.rules.differences import WORDS, differences
from keyhouse.domain.administration.rules.giving import (
    NOTICE,
    SYSTEM_ADMIN_PERMISSIONS,
    allowed_to_guests,
    as_subject,
    assignment,
    deed_of_assigning,
    not_for_roles,
    permissions_given_by,
    permissions_named,
    tidy,
    told,
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
    "NOTICE",
    "PANELS",
    "SYSTEM_ADMIN_PERMISSIONS",
    "TEMPLATES",
    "WORDS",
    "Depth",
    "Panel",
    "RoleCode",
    "Source",
    "allowed_to_guests",
    "as_subject",
    "assignment",
    "deed_of_assigning",
    "depths_of",
    "differences",
    "not_for_roles",
    "permissions_at",
    "permissions_given_by",
    "permissions_named",
    "tidy",
    "told",
    "why_not_until",
]
