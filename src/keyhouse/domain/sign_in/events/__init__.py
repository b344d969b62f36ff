"""What can have happened around signing in, one file per subject."""

from keyhouse.domain.sign_in.events.sessions import BreakGlassUsed, SessionEnded, SessionStarted, SignInsSlowed
from keyhouse.domain.sign_in.events.sign_on import (
    SignOnRefused,
    SignOnTestBegun,
    SubjectLinked,
)
from keyhouse.domain.sign_in.events.tokens import (
    LinksRevoked,
    SessionsEnded,
    TokenCreated,
    TokenRevoked,
    TokenRotated,
    TokenUsedElsewhere,
    TokenUsedFromForeignNetwork,
)

__all__ = [
    "BreakGlassUsed",
    "LinksRevoked",
    "SessionEnded",
    "SessionStarted",
    "SessionsEnded",
    "SignInsSlowed",
    "SignOnRefused",
    "SignOnTestBegun",
    "SubjectLinked",
    "TokenCreated",
    "TokenRevoked",
    "TokenRotated",
    "TokenUsedElsewhere",
    "TokenUsedFromForeignNetwork",
]
