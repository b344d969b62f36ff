"""Pure rules of connections, one file per subject."""

from keyhouse.domain.connections.rules.sign_on import (
    SLOTS,
    Addresses,
    IdentityProvider,
    KeyPair,
    SignOnConnection,
    addresses_of,
    changes_of,
    is_ready,
)

__all__ = [
    "SLOTS",
    "Addresses",
    "IdentityProvider",
    "KeyPair",
    "SignOnConnection",
    "addresses_of",
    "changes_of",
    "is_ready",
]
