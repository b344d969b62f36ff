"""The rules of signing in that can be broken, one file per subject."""

from keyhouse.domain.sign_in.errors.access import (
    ConnectionOff,
    MoreThanOwnPermissions,
    NotStartedYet,
    OrganizationSuspended,
    PersonNotActive,
    TokenNotFound,
    UnknownTokenPermission,
)

__all__ = [
    "ConnectionOff",
    "MoreThanOwnPermissions",
    "NotStartedYet",
    "OrganizationSuspended",
    "PersonNotActive",
    "TokenNotFound",
    "UnknownTokenPermission",
]
