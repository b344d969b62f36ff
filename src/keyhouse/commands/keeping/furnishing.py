"""What `bootstrap` was asked for, and doing it in one transaction."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from django.conf import settings
from django.db import transaction

from keyhouse.commands.keeping.deployment import Deployment
from keyhouse.domain.connections.rules import addresses_of
from keyhouse.foundation import outbound
from keyhouse.foundation.permissions import Permission
from keyhouse.protocols.saml.errors import Refusal


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Everything that was asked for, read and fetched before anything is changed."""

    admin: str
    domains: tuple[str, ...] = ()
    portfolios: tuple[str, ...] = ()
    metadata: tuple[tuple[bytes, str], ...] = ()
    integrations: tuple[tuple[str, tuple[Permission, ...]], ...] = ()

    @classmethod
    def read(
        cls, *, admin: str, domains: Collection[str], portfolios: Collection[str], metadata: Collection[str],
        integrations: Collection[str],
    ) -> Self:  # fmt: skip
        """Read the words of the command line. Raises ValueError with what is wrong."""
        return cls(
            admin=admin,
            domains=tuple(domains),
            portfolios=tuple(portfolios),
            metadata=tuple(document(place) for place in metadata),
            integrations=tuple(integration(words) for words in integrations),
        )


def document(place: str) -> tuple[bytes, str]:
    """A metadata document and, when it was fetched, its address."""
    if place.startswith(("http://", "https://")):
        return outbound.get(place), place
    try:
        return Path(place).read_bytes(), ""
    except OSError as error:
        raise ValueError(f"the metadata in {place} can't be read: {error.strerror}") from error


def integration(words: str) -> tuple[str, tuple[Permission, ...]]:
    """An integration written as NAME=PERMISSION[,PERMISSION]."""
    name, _, permissions = words.partition("=")
    known = {one.value: one for one in Permission if not one.value.startswith("step.")}
    asked = [one.strip() for one in permissions.split(",") if one.strip()]
    if not name.strip() or not asked:
        raise ValueError(f"--integration {words!r} must look like shop=decide")
    if unknown := [one for one in asked if one not in known]:
        raise ValueError(f"--integration {name}: there is no permission {unknown[0]!r}")
    return name.strip(), tuple(known[one] for one in asked)


@transaction.atomic
def furnish(organization: str, wanted: Wanted, *, rotate: bool) -> dict[str, Any]:
    """Make what is missing, and tell what is there, with the secrets that were made."""
    base, deployment = settings.KEYHOUSE.base_url, Deployment(organization, rotate=rotate)
    for name in wanted.domains:
        deployment.domain(name)
    admin, link = deployment.admin(wanted.admin)
    portfolios = [deployment.portfolio(name, admin) for name in wanted.portfolios]
    token = deployment.provisioning()
    try:
        for content, url in wanted.metadata:
            deployment.sign_on(content, url)
    except Refusal as refusal:
        raise ValueError(f"this is not the metadata of an identity provider: {refusal}") from refusal
    integrations = [(name, deployment.integration(name, permissions)) for name, permissions in wanted.integrations]
    made = deployment.organization
    return {
        "organization": {"id": str(made.id), "name": made.name},
        "admin": {
            "id": str(admin.id),
            "email": admin.email,
            "activation_link": f"{base}/activate/{link}" if link else None,
        },
        "scim": {"base_url": f"{base}/scim/v2", "token": token},
        "portfolios": [{"id": str(one.id), "name": one.name} for one in portfolios],
        "connections": [_connection(one) for one in deployment.sign_on_connections()],
        "integrations": [{"name": name, "token": secret} for name, secret in integrations],
    }


def _connection(one: Any) -> dict[str, str]:
    places = addresses_of(one.id)
    return {"id": str(one.id), "kind": one.kind, "metadata_url": places.metadata_url, "acs_url": places.acs_url}
