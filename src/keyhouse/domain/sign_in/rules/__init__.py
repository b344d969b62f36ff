"""The pure rules of signing in, one file per subject."""

from keyhouse.domain.sign_in.models import AccessToken, TokenKind
from keyhouse.domain.sign_in.rules.gate import (
    FOR_INTEGRATIONS,
    ROTATION,
    SOON,
    TOKEN_PERMISSION,
    TOKEN_PREFIX,
    beyond_own,
    why_not_usable,
)
from keyhouse.domain.sign_in.rules.sessions import (
    Through,
    end_of,
)
from keyhouse.domain.sign_in.rules.sign_on import (
    Answer,
    Purpose,
    Subject,
    local_path,
    subject_key,
    support_code,
)
from keyhouse.domain.sign_in.rules.steps import TRIES_A_STEP, Moved, Step, attempt_of

__all__ = [
    "FOR_INTEGRATIONS",
    "ROTATION",
    "SOON",
    "TOKEN_PERMISSION",
    "TOKEN_PREFIX",
    "TRIES_A_STEP",
    "AccessToken",
    "Answer",
    "Moved",
    "Purpose",
    "Step",
    "Subject",
    "Through",
    "TokenKind",
    "attempt_of",
    "beyond_own",
    "end_of",
    "local_path",
    "subject_key",
    "support_code",
    "why_not_usable",
]
