"""What the name of a domain may be, and which names belong to nobody."""

import functools
import ipaddress
from pathlib import Path

import disposable_email_domains
import idna
from publicsuffixlist import PublicSuffixList

NEVER_DENIED = (".example", ".test")
RESERVED = {"invalid", "localhost", "local", "internal", "onion", "arpa", "alt", "lan", "home", "corp", "localdomain"}
DATA = Path(__file__).parent.parent / "data"


@functools.cache
def free_mail() -> frozenset[str]:
    """The domains at which anybody can have an address."""
    text = (DATA / "free_mail.txt").read_text(encoding="utf-8")
    return frozenset(text.split()) | frozenset(disposable_email_domains.blocklist)


@functools.cache
def suffixes() -> PublicSuffixList:
    """The list of suffixes under which anybody can register a name."""
    return PublicSuffixList()


def folded(name: str) -> str | None:
    """The name of a domain as it is kept: lower case, IDNA-encoded; None when it is no name of a domain."""
    text = name.strip().strip(".").lower()
    if not text or len(text) > 253:
        return None
    try:
        encoded = text if text.isascii() else idna.encode(text, uts46=True).decode()
    except idna.IDNAError:
        return None
    labels = encoded.split(".")
    return encoded if all(_is_label(label) for label in labels) else None


def _is_label(label: str) -> bool:
    plain = label.replace("-", "")
    return bool(plain) and plain.isalnum() and label.isascii() and len(label) <= 63 and label.strip("-") == label


def why_public(name: str) -> str | None:
    """Say why a domain can belong to no organization, as a code, or None when it can.

    Takes a folded name. Domains under .example and .test are never denied.
    """
    if _is_address(name):
        return "address"
    if name.endswith(NEVER_DENIED):
        return None
    if "." not in name or name.rpartition(".")[2] in RESERVED:
        return "reserved"
    if suffixes().is_public(name):
        return "public_suffix"
    if name in free_mail() or suffixes().privatesuffix(name) in free_mail():
        return "free_mail"
    return None


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True
