"""What can have happened to a provisioning connection."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class ProviderChanged(Event):
    """The settings of a provisioning connection were changed, or it was paused or resumed."""

    tag = "provisioning.connection.changed"
    title = _("Connection edited")
    sentence = _("{actor} changed the connection {connection}: {changes}.")
    connection: str
    changes: str


@dataclass(frozen=True, kw_only=True)
class ProvisioningRefused(Event):
    """A provisioning request that would have changed something was refused."""

    tag = "provisioning.request.refused"
    title = _("Provisioning request refused")
    sentence = _("{method} {path} of {connection} was refused with {status} ({reason}).")
    personal = frozenset({"reason"})
    connection: str
    method: str
    path: str
    status: int
    reason: str
