"""Where the server may connect: https and public addresses, and what the operator lists in KEYHOUSE_OUTBOUND_ALLOW."""

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Invalid

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

# Ranges that carry an IPv4 address inside an IPv6 address: translation (NAT64), 6to4, Teredo, IPv4-compatible.
CARRIERS = [
    ipaddress.ip_network(text) for text in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::/96")
]


class Unreachable(Invalid):
    """Another server could not be asked, or must not be."""

    code = "unreachable"
    message = _("{place} couldn't be reached: {reason}")


@dataclass(frozen=True, kw_only=True)
class Target:
    """A parsed address of a request."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def place(self) -> str:
        """The host and port, without path or query, which may hold secrets."""
        return f"{self.host}:{self.port}"


def parse(url: str) -> Target:
    """Read the address of a request; it is http or https, names a host and holds no password."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        host = host.encode("idna").decode() if not host.isascii() else host
    except (ValueError, UnicodeError):
        raise Unreachable(place=_("this address"), reason=_("it isn't written as one")) from None
    if parts.scheme not in ("http", "https") or not host or any(mark in url for mark in "\r\n\t \\"):
        raise Unreachable(place=_("this address"), reason=_("it isn't http or https"))
    if parts.username is not None or parts.password is not None:
        raise Unreachable(place=host, reason=_("the address holds a user name or password"))
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(
        scheme=parts.scheme, host=host.rstrip("."), port=port or (443 if parts.scheme == "https" else 80), path=path
    )


def check(target: Target, address: Address) -> None:
    """Refuse a connection that is neither public https nor listed by the operator."""
    if is_listed(target, address):
        return
    if target.scheme != "https":
        raise Unreachable(place=target.place, reason=_("only https is allowed"))
    if not is_public(address):
        raise Unreachable(place=target.place, reason=_("it isn't on the public internet"))


def is_public(address: Address) -> bool:
    """Whether anyone on the internet could reach this address; addresses that carry another one never count."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return is_public(address.ipv4_mapped)
        if any(address in carrier for carrier in CARRIERS) or address.scope_id:
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def is_listed(target: Target, address: Address) -> bool:
    """Whether the operator lists this place in KEYHOUSE_OUTBOUND_ALLOW, for which http is good too."""
    plain = getattr(address, "ipv4_mapped", None) or address
    for entry in settings.KEYHOUSE.outbound_allow.replace(",", " ").split():
        network = _network(entry)
        if network is None and entry.lower() == target.place.lower().replace(
            f"{target.host}:", f"{_bracketed(target.host)}:"
        ):
            return True
        if network is not None and plain.version == network.version and plain in network:
            return True
    return False


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _network(entry: str) -> Network | None:
    try:
        return ipaddress.ip_network(entry, strict=False)
    except ValueError:
        return None
