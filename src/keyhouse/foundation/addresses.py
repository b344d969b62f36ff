"""Email addresses: read once at the door, kept as typed, compared folded."""

import re
import unicodedata
from dataclasses import dataclass

import idna
from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Invalid

LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")
LONGEST = 254
UNUSUAL = re.compile(r"[\s\x00-\x1f\x7f\ud800-\udfff<>()\[\]\\,;:\"]")


class NotAnAddress(Invalid):
    """What was typed is no email address."""

    code = "not_an_address"
    message = _("{address} isn't an email address.")


@dataclass(frozen=True, kw_only=True)
class EmailAddress:
    """An email address as it was typed, and folded for comparing and for its unique index."""

    typed: str
    folded: str

    @property
    def domain(self) -> str:
        """The part after the @, lower-cased and IDNA-encoded; empty for a name without one."""
        return domain_of(self.folded)

    def __str__(self) -> str:
        """The address as it was typed."""
        return self.typed


def address(text: str) -> EmailAddress:
    """Read an email address: trimmed, its domain IDNA-encoded, the whole folded for comparing. Raises NotAnAddress."""
    typed = text.strip()
    local, at, domain = typed.rpartition("@")
    encoded = domain_name(domain)
    fits = 0 < len(local) <= 64 and len(typed) <= LONGEST and not UNUSUAL.search(local) and "@" not in local
    if not at or not encoded or not fits:
        raise NotAnAddress(address=typed[:LONGEST])
    return EmailAddress(typed=typed, folded=f"{unicodedata.normalize('NFKC', local).casefold()}@{encoded}")


def domain_of(folded: str) -> str:
    """Answer the domain of a folded address; a name without an @ has none."""
    return folded.rpartition("@")[2] if "@" in folded else ""


def account_name(text: str) -> EmailAddress:
    """Read the name of an account that has no email: 3 to 128 characters without @ and space. Raises NotAnAddress."""
    typed = text.strip()
    if "@" in typed or UNUSUAL.search(typed) or not 3 <= len(typed) <= 128:
        raise NotAnAddress(address=typed[:LONGEST])
    return EmailAddress(typed=typed, folded=unicodedata.normalize("NFKC", typed).casefold())


def domain_name(text: str) -> str:
    """Answer a domain name lower-cased and IDNA-encoded; an empty text when it is none."""
    name = text.strip().rstrip(".").lower()
    if not name.isascii():
        try:
            name = idna.encode(name, uts46=True).decode()
        except (idna.IDNAError, UnicodeError):
            return ""
    labels = name.split(".")
    fits = len(labels) > 1 and len(name) <= 253 and all(LABEL.fullmatch(label) for label in labels)
    return name if fits and not labels[-1].isdigit() else ""
