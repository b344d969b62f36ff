"""Questions to the domain name system, asked of KEYHOUSE_DNS_SERVER or of the system's servers."""

import ipaddress
import socket
from urllib.parse import urlsplit

import dns.exception
import dns.name
import dns.rdatatype
import dns.resolver
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.outbound.rules import Address, Unreachable

SECONDS = 5.0


def txt_records(name: str) -> list[str]:
    """The TXT records of a name, each joined from its parts; an empty list when it has none."""
    try:
        answer = _resolver().resolve(name, "TXT", search=False, lifetime=SECONDS)
    except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
        return []
    except (dns.exception.DNSException, OSError) as error:
        raise Unreachable(place=name, reason=_("the name server didn't answer")) from error
    return [b"".join(record.strings).decode("utf-8", "replace") for record in answer]


def addresses(host: str, port: int) -> list[Address]:
    """The addresses of a host; every one of them, so that the caller can refuse if one is not allowed."""
    try:
        return [ipaddress.ip_address(host)]
    except ValueError:
        pass
    found = _asked(host) if settings.KEYHOUSE.dns_server else []
    try:
        found = found or [
            ipaddress.ip_address(str(info[4][0])) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        ]
    except (OSError, UnicodeError, ValueError) as error:
        raise Unreachable(place=host, reason=_("the name isn't known")) from error
    return found


def _asked(host: str) -> list[Address]:
    found: list[Address] = []
    for kind in ("A", "AAAA"):
        try:
            answer = _resolver().resolve(host, kind, search=False, lifetime=SECONDS)
        except (dns.exception.DNSException, OSError):
            continue
        found += [ipaddress.ip_address(record.address) for record in answer]
    return found


def _resolver() -> dns.resolver.Resolver:
    setting = settings.KEYHOUSE.dns_server
    if not setting:
        try:
            return dns.resolver.Resolver()
        except (dns.exception.DNSException, OSError) as error:
            raise Unreachable(place="DNS", reason=_("this machine has no name server")) from error
    server = urlsplit(f"//{setting}")
    resolver = dns.resolver.Resolver(configure=False)
    resolver.nameservers, resolver.port = [server.hostname or ""], server.port or 53
    return resolver
