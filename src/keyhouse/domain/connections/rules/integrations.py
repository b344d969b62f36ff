"""Integrations: what may be given where, from which networks their tokens open, and the secret of the app."""

import functools
import hashlib
import hmac
import ipaddress
from collections.abc import Iterable

from keyhouse.domain.connections.errors import WrongNetwork
from keyhouse.domain.connections.models import Connection
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.permissions import Actor, ActorKind, Permission
from keyhouse.foundation.permissions.table import FROM_ROLES

PURPOSE = "secret of an integration"
MOST_NETWORKS = 100
BY_ANYBODY = (Permission.ACCOUNTS_MANAGE, Permission.SECURITY_LOGS_READ)
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def grantable(by: Actor, *, reads_logs_only: bool) -> list[Permission]:
    """The permissions that this actor may give to an integration made in this place."""
    if reads_logs_only:
        return [Permission.SECURITY_LOGS_READ]
    if by.kind is ActorKind.OPERATOR:
        return list(Permission)
    if Permission.ASSIGN_ADMIN_ROLES in by.permissions:
        return [*BY_ANYBODY, Permission.DECIDE, *FROM_ROLES]
    return list(BY_ANYBODY)


def in_one_form(networks: Iterable[str]) -> list[str]:
    """Networks in CIDR notation, each once; a single address is a network of one. Raises WrongNetwork."""
    found: list[str] = []
    for text in networks:
        try:
            network = str(ipaddress.ip_network(text.strip(), strict=False))
        except ValueError:
            raise WrongNetwork(network=text.strip()[:60]) from None
        if network not in found:
            found.append(network)
    if len(found) > MOST_NETWORKS:
        raise WrongNetwork(network=f"{len(found)} > {MOST_NETWORKS}")
    return found


def comes_from(networks: tuple[str, ...], ip: str) -> bool:
    """Whether an address lies in one of the networks; without networks every address does."""
    if not networks:
        return True
    try:
        address = ipaddress.ip_address(ip)
    except ValueError:
        return False
    plain = getattr(address, "ipv4_mapped", None) or address
    return any(plain.version == one.version and plain in one for one in _read(networks))


@functools.lru_cache(maxsize=1000)
def _read(networks: tuple[str, ...]) -> tuple[Network, ...]:
    return tuple(ipaddress.ip_network(one) for one in networks)


def proof_of(app_id: int, secret: str) -> str:
    """The app secret proof: HMAC-SHA256 of the app id under the app secret, in hexadecimal digits."""
    return hmac.new(secret.encode(), str(app_id).encode(), hashlib.sha256).hexdigest()


def secret_of(integration: Connection) -> str:
    """The app secret in plain, to be shown once."""
    return secrets.decrypt(PURPOSE, integration.app_secret_encrypted)


def is_secret(integration: Connection, shown: str) -> bool:
    """Whether a text is the app secret or its proof; the one before the last rotation counts for a day."""
    now, kept = clock.now(), [integration.app_secret_encrypted]
    if integration.old_secret_until is not None and integration.old_secret_until > now:
        kept.append(integration.old_secret_encrypted)
    good = [secrets.decrypt(PURPOSE, one) for one in kept if one]
    return any(secrets.same(shown, one) or secrets.same(shown, proof_of(integration.id, one)) for one in good)
