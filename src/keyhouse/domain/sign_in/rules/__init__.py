"""The pure rules of signing in, one file per subject."""

from keyhouse.domain.sign_in.rules.gate import (
    FOR_INTEGRATIONS,
    ROTATION,
    TOKEN_PERMISSION,
    TOKEN_PREFIX,
    beyond_own,
    why_not_usable,
)

__all__ = ["FOR_INTEGRATIONS", "ROTATION", "TOKEN_PERMISSION", "TOKEN_PREFIX", "beyond_own", "why_not_usable"]
