"""What can have happened to the connections of machines: provisioning and integrations."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class ProvisioningCreated(Event):
    """A provisioning connection was created."""

    tag = "provisioning.created"
    title = _("Provisioning created")
    sentence = _("{actor} created the provisioning connection {connection}.")
    connection: str
    provider: str


@dataclass(frozen=True, kw_only=True)
class IntegrationCreated(Event):
    """An integration was created."""

    tag = "integration.created"
    title = _("Integration created")
    sentence = _("{actor} created the integration {integration} with {permissions}.")
    integration: str
    permissions: str
