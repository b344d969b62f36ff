"""What can be wrong with the settings, each fault in a sentence that says what to do."""

import ipaddress
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.conf import settings

LEAST_KEY = 32


def of_settings() -> list[str]:
    """Everything that is wrong with the settings."""
    return [*_addresses(), *_keys(), *_mail(), *_networks()]


def of_listening(host: str, loopback: tuple[str, ...], base_url_is_set: bool) -> list[str]:
    """What is wrong with serving on this host."""
    if host in loopback:
        return []
    if not base_url_is_set:
        return [f"serving on {host} needs KEYHOUSE_BASE_URL, the https address under which people reach Keyhouse."]
    return []


def _addresses() -> Iterator[str]:
    base = urlsplit(settings.KEYHOUSE.base_url)
    if base.scheme not in ("http", "https") or not base.hostname:
        yield f"KEYHOUSE_BASE_URL is {settings.KEYHOUSE.base_url!r}: it must look like https://keyhouse.acme.example"
    elif base.path or base.query or base.fragment or base.username:
        yield "KEYHOUSE_BASE_URL must end after the host and port: Keyhouse lives at the root of its address."
    elif base.scheme == "http" and not _is_loopback(base.hostname):
        yield "KEYHOUSE_BASE_URL must be https: plain http is allowed on loopback only."
    database = urlsplit(settings.KEYHOUSE.database_url)
    if settings.KEYHOUSE.database_url and database.scheme not in ("sqlite", "postgresql", "postgres"):
        yield f"KEYHOUSE_DATABASE_URL begins with {database.scheme!r}: it must begin with postgresql:// or sqlite://"


def _keys() -> Iterator[str]:
    for name in ("secret_key", "secret_key_old"):
        value = getattr(settings.KEYHOUSE, name)
        if value and len(value) < LEAST_KEY:
            yield f"KEYHOUSE_{name.upper()} is too short: it needs at least {LEAST_KEY} random characters."


def _mail() -> Iterator[str]:
    url = settings.KEYHOUSE.smtp_url
    if url and (urlsplit(url).scheme not in ("smtp", "smtp+starttls", "smtps") or not urlsplit(url).hostname):
        yield "KEYHOUSE_SMTP_URL must look like smtp://host:25, smtp+starttls://name:password@host or smtps://…"


def _networks() -> Iterator[str]:
    for entry in _words(settings.KEYHOUSE.outbound_allow):
        if not (_is_network(entry) or _is_place(entry)):
            yield f"KEYHOUSE_OUTBOUND_ALLOW: {entry!r} is neither host:port nor a network."
    for entry in _words(settings.KEYHOUSE.trusted_proxies):
        if not _is_network(entry):
            yield f"KEYHOUSE_TRUSTED_PROXIES: {entry!r} is not a network."
    server = settings.KEYHOUSE.dns_server
    if server and not (_is_place(server) or _is_network(server)):
        yield f"KEYHOUSE_DNS_SERVER is {server!r}: it must look like 192.0.2.53:53"


def _words(text: str) -> list[str]:
    return text.replace(",", " ").split()


def _is_network(text: str) -> bool:
    try:
        ipaddress.ip_network(text, strict=False)
    except ValueError:
        return False
    return True


def _is_place(text: str) -> bool:
    host, _, port = text.rpartition(":")
    return bool(host) and port.isdigit() and int(port) < 65536


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
