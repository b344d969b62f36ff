"""How a provisioning connection behaves, and the providers it can be made for."""

from dataclasses import dataclass, fields

from django.utils.translation import gettext_lazy as _

from keyhouse.domain.connections.models import Connection

PROVIDERS = {
    "okta": _("Okta"),
    "entra": _("Microsoft Entra ID"),
    "google": _("Google Workspace"),
    "other": _("Other SCIM 2.0"),
}


@dataclass(frozen=True, kw_only=True)
class ProvisioningOptions:
    """The settings of a provisioning connection."""

    send_invitations: bool = True
    refuse_unverified_domains: bool = False
    accounts_without_email: bool = True
    refuse_delete: bool = False
    strict_replace: bool = False


@dataclass(frozen=True, kw_only=True)
class Exchange:
    """A provisioning request and its answer, with every secret masked, as the request log keeps it."""

    request_id: str
    client: str
    method: str
    path: str
    status: int
    milliseconds: int
    body: str = ""
    answer: str = ""
    reason: str = ""
    changed: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    person_id: int | None = None


OPTIONS = tuple(each.name for each in fields(ProvisioningOptions))


def options_of(connection: Connection) -> ProvisioningOptions:
    """The settings that a connection has now."""
    return ProvisioningOptions(**{name: getattr(connection, name) for name in OPTIONS})
