"""What can have happened to connections, one file per subject."""

from keyhouse.domain.connections.events.machines import (
    IntegrationCreated,
    IntegrationEdited,
    IntegrationRemoved,
    IntegrationSecretRotated,
    ProvisioningCreated,
)
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
    "IntegrationEdited",
    "IntegrationRemoved",
    "IntegrationSecretRotated",
    "ProviderChanged",
    "ProvisioningCreated",
    "ProvisioningRefused",
    "SignOnActivated",
    "SignOnChanged",
    "SignOnCreated",
    "SignOnDeactivated",
    "SignOnTested",
]
