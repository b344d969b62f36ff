"""Networks: which are allowed, and to which an address belongs."""

from collections.abc import Iterable
from ipaddress import ip_address, ip_network

from keyhouse.domain.organizations.errors import NotANetwork

KNOWN_BY = {4: 24, 6: 48}  # the first bits of an address, by which the network of a home or an office is known again


def read_networks(texts: Iterable[str]) -> list[str] | NotANetwork:
    """Networks in CIDR notation as they are kept: tidied, each once; a single address is a network of its own."""
    found: list[str] = []
    for text in texts:
        try:
            network = str(ip_network(text.strip(), strict=False))
        except ValueError:
            return NotANetwork(text=text.strip()[:60])
        if network not in found:
            found.append(network)
    return found


def is_inside(ip: str, networks: Iterable[str]) -> bool:
    """Whether an address is in one of the networks; where none is named every address is, and an unknown one never."""
    allowed = list(networks)
    if not allowed:
        return True
    try:
        address = ip_address(ip)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None) or address
    return any(mapped in ip_network(one) for one in allowed)


def network_of(ip: str) -> str:
    """The network by which an address is known again, or an empty text for what is none."""
    try:
        address = ip_address(ip)
    except ValueError:
        return ""
    return str(ip_network((address, KNOWN_BY[address.version]), strict=False))
