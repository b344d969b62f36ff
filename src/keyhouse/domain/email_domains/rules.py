"""What a domain name may be, what proves it, and what a mailed code must be."""

import datetime as dt
import functools
import ipaddress
from dataclasses import dataclass
from pathlib import Path

import disposable_email_domains
import idna
from publicsuffixlist import PublicSuffixList

from keyhouse.domain.email_domains.models import DomainState, EmailDomain
from keyhouse.foundation import secrets

PROOF = "keyhouse-domain-verification="
FILE_PATH = "/.well-known/keyhouse-domain-verification.txt"
FILE_BYTES = 1024
MAILBOXES = ("admin", "administrator", "postmaster", "hostmaster", "webmaster")
CODE_DIGITS = 8
CODE_MINUTES = 15
CODE_TRIES = 5
MAILS_PER_HOUR = 3
DNS_WAITS = dt.timedelta(hours=72)
WARNS_AFTER = dt.timedelta(days=1)
LAPSES_AFTER = dt.timedelta(days=14)
CODE_PURPOSE = "email domain code"

NEVER_DENIED = (".example", ".test")
RESERVED = {"invalid", "localhost", "local", "internal", "onion", "arpa", "alt", "lan", "home", "corp", "localdomain"}
METHODS = ("dns", "file", "email")


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What was found at a domain: its TXT records, or the text of its file; `problem` says why nothing was."""

    method: str
    texts: tuple[str, ...] = ()
    problem: str = ""


@functools.cache
def free_mail() -> frozenset[str]:
    """The domains at which anybody can have an address."""
    text = (Path(__file__).parent / "data" / "free_mail.txt").read_text(encoding="utf-8")
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


def proof_of(domain: EmailDomain) -> str:
    """The text that proves this domain for this organization."""
    return PROOF + domain.token


def proves(evidence: Evidence, domain: EmailDomain) -> bool:
    """Whether what was found holds the proof; other texts are ignored, each is compared whole in constant time."""
    return any(secrets.same(text.strip(), proof_of(domain)) for text in evidence.texts)


def may_mail_code(domain: EmailDomain, now: dt.datetime) -> bool:
    """Whether another code may be mailed: at most three in an hour."""
    hour_ago = (now - dt.timedelta(hours=1)).isoformat()
    return len([sent for sent in domain.code_mails if sent > hour_ago]) < MAILS_PER_HOUR


def state_after_check(domain: EmailDomain, *, holds: bool, now: dt.datetime) -> DomainState:
    """The state of a proved domain after its proof was looked for: it fails after a day and lapses after 14."""
    if holds:
        return DomainState.VERIFIED
    failing = now - (domain.failing_since or now)
    if failing >= LAPSES_AFTER:
        return DomainState.LAPSED
    return DomainState.WARNING if failing >= WARNS_AFTER else DomainState(domain.state)
