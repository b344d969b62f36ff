"""What a sign-on connection consists of, and when a change voids its test."""

from dataclasses import dataclass
from typing import TypeAlias

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from keyhouse.domain.connections.models import Connection, SamlSetup

KEY_PURPOSE = "saml key of a connection"
SLOTS = 2
SignOnConnection: TypeAlias = Connection  # how the doors name what the queries give them


@dataclass(frozen=True)
class KeyPair:
    """Our own key for a connection and its certificate, both as PEM."""

    private_key: str
    certificate: str


@dataclass(frozen=True, kw_only=True)
class IdentityProvider:
    """What an administrator told us of an identity provider; certificates as PEM, no more than two."""

    issuer: str
    sign_on_url: str
    sign_on_binding: str = "redirect"
    logout_url: str = ""
    certificates: tuple[str, ...] = ()
    metadata_url: str = ""


@dataclass(frozen=True, kw_only=True)
class Addresses:
    """The addresses of a connection, as they are typed into the identity provider."""

    entity_id: str
    acs_url: str
    finish_url: str
    logout_url: str
    sign_on_url: str

    @property
    def metadata_url(self) -> str:
        """Where the metadata is served: the entity ID itself."""
        return self.entity_id


def addresses_of(connection_id: int) -> Addresses:
    """The addresses of a connection, built from the configured base address and nothing else."""
    base = settings.KEYHOUSE.base_url
    door = f"{base}/saml/{connection_id}"
    return Addresses(
        entity_id=f"{door}/metadata",
        acs_url=f"{door}/acs",
        finish_url=f"{door}/finish",
        logout_url=f"{door}/slo",
        sign_on_url=f"{base}/sign-in?connection={connection_id}",
    )


def is_ready(setup: SamlSetup) -> bool:
    """Whether the identity provider is known well enough to send somebody there."""
    return bool(setup.issuer and setup.sign_on_url and setup.certificates)


def changes_of(setup: SamlSetup, provider: IdentityProvider) -> list[str]:
    """What of a connection would become different: only these void its test."""
    pairs = {
        _("the issuer"): (setup.issuer, provider.issuer),
        _("the sign-on address"): (setup.sign_on_url, provider.sign_on_url),
        _("the certificates"): (list(setup.certificates), list(provider.certificates)),
    }
    return [str(label) for label, (before, after) in pairs.items() if before != after]
