"""What can have happened to connections, one file per subject."""

from keyhouse.domain.connections.events.sign_on import (
    DomainsAssigned,
    SignOnActivated,
    SignOnChanged,
    SignOnCreated,
    SignOnDeactivated,
    SignOnTested,
)

__all__ = [
    "DomainsAssigned",
    "SignOnActivated",
    "SignOnChanged",
    "SignOnCreated",
    "SignOnDeactivated",
    "SignOnTested",
]
