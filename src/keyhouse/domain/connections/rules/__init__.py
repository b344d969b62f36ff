"""Pure rules of connections, one file per subject."""

from keyhouse.domain.connections.models import Connection, ConnectionKind, ConnectionState
from keyhouse.domain.connections.rules.provisioning import (
    PROVIDERS,
    Exchange,
    ProvisioningOptions,
    options_of,
)
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
    "PROVIDERS",
    "SLOTS",
    "Addresses",
    "Connection",
    "ConnectionKind",
    "ConnectionState",
    "Exchange",
    "IdentityProvider",
    "KeyPair",
    "ProvisioningOptions",
    "SignOnConnection",
    "addresses_of",
    "changes_of",
    "is_ready",
    "options_of",
]
