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
from keyhouse.domain.sign_in.errors.sign_on import (
    AnotherBrowser,
    AnswerRefused,
    DomainNotAssigned,
    NameDoesNotFit,
    NoSuchSubject,
    Replayed,
    SingleSignOnIsOff,
)

__all__ = [
    "AnotherBrowser",
    "AnswerRefused",
    "ConnectionOff",
    "DomainNotAssigned",
    "MoreThanOwnPermissions",
    "NameDoesNotFit",
    "NoSuchSubject",
    "NotStartedYet",
    "OrganizationSuspended",
    "PersonNotActive",
    "Replayed",
    "SingleSignOnIsOff",
    "TokenNotFound",
    "UnknownTokenPermission",
]
