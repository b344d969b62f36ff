"""What can have happened to connections, one file per subject."""

from keyhouse.domain.connections.events.machines import IntegrationCreated, ProvisioningCreated
from keyhouse.domain.connections.events.provisioning import ProviderChanged, ProvisioningRefused
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
    "IntegrationCreated",
    "ProviderChanged",
    "ProvisioningCreated",
    "ProvisioningRefused",
    "SignOnActivated",
    "SignOnChanged",
    "SignOnCreated",
    "SignOnDeactivated",
    "SignOnTested",
]
