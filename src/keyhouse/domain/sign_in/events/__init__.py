"""What can have happened around signing in, one file per subject."""

from keyhouse.domain.sign_in.events.sessions import (
    SessionStarted,
)
from keyhouse.domain.sign_in.events.sign_on import (
    SignOnBegun,
    SignOnRefused,
    SubjectLinked,
)
from keyhouse.domain.sign_in.events.tokens import LinksRevoked, SessionsEnded, TokenCreated, TokenRevoked, TokenRotated

__all__ = [
    "LinksRevoked",
    "SessionStarted",
    "SessionsEnded",
    "SignOnBegun",
    "SignOnRefused",
    "SubjectLinked",
    "TokenCreated",
    "TokenRevoked",
    "TokenRotated",
]
