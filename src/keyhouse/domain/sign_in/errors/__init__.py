"""The rules of signing in that can be broken, one file per subject."""

from keyhouse.domain.sign_in.errors.access import (
    ConnectionOff,
    ForeignNetwork,
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
from keyhouse.domain.sign_in.errors.steps import SessionNotFound, StepExpired, TooManySignIns

__all__ = [
    "AnotherBrowser",
    "AnswerRefused",
    "ConnectionOff",
    "DomainNotAssigned",
    "ForeignNetwork",
    "MoreThanOwnPermissions",
    "NameDoesNotFit",
    "NoSuchSubject",
    "NotStartedYet",
    "OrganizationSuspended",
    "PersonNotActive",
    "Replayed",
    "SessionNotFound",
    "SingleSignOnIsOff",
    "StepExpired",
    "TokenNotFound",
    "TooManySignIns",
    "UnknownTokenPermission",
]
