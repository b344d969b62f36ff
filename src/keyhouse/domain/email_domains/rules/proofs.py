"""What proves a domain: the record, the file, and the code that is mailed to it."""

import datetime as dt
from dataclasses import dataclass

from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.foundation import secrets

PROOF = "keyhouse-domain-verification="
FILE_PATH = "/.well-known/keyhouse-domain-verification.txt"
FILE_BYTES = 1024
MAILBOXES = ("admin", "administrator", "postmaster", "hostmaster", "webmaster")
METHODS = ("dns", "file", "email")
CODE_DIGITS = 8
CODE_MINUTES = 15
CODE_TRIES = 5
MAILS_PER_HOUR = 3
CODE_PURPOSE = "email domain code"
LINK_SECRET = "email domain link"  # noqa: S105 -- the name of a purpose, no secret


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What was found at a domain: its TXT records, or the text of its file; `problem` says why nothing was."""

    method: str
    texts: tuple[str, ...] = ()
    problem: str = ""


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
