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


@dataclass(frozen=True, kw_only=True)
class IntegrationEdited(Event):
    """An integration was changed."""

    tag = "integration.edited"
    title = _("Integration edited")
    sentence = _("{actor} changed the integration {integration}: {fields}.")
    integration: str
    fields: str
    before: dict[str, str]
    after: dict[str, str]


@dataclass(frozen=True, kw_only=True)
class IntegrationSecretRotated(Event):
    """The app secret of an integration was replaced; the old one goes on for a day."""

    tag = "integration.secret.replaced"
    title = _("Integration edited")
    sentence = _("{actor} rotated the app secret of the integration {integration}; the old one ends on {until}.")
    integration: str
    until: str


@dataclass(frozen=True, kw_only=True)
class IntegrationRemoved(Event):
    """An integration was removed with its tokens."""

    tag = "integration.removed"
    title = _("Integration removed")
    sentence = _("{actor} removed the integration {integration}.")
    integration: str
