"""Pure rules of connections, one file per subject."""

from keyhouse.domain.connections.rules.sign_on import (
    Addresses,
    IdentityProvider,
    KeyPair,
    SLOTS,
    addresses_of,
    changes_of,
    is_ready,
)

__all__ = ["Addresses", "IdentityProvider", "SLOTS", "KeyPair", "addresses_of", "changes_of", "is_ready"]
