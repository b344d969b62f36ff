"""What can have happened to tokens and sessions."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class TokenCreated(Event):
    """A token was created."""

    tag = "access_token.created"
    title = _("Token created")
    sentence = _("{actor} created the token {token} of {holder}.")
    token: str
    holder: str
    permissions: list[str]


@dataclass(frozen=True, kw_only=True)
class TokenRotated(Event):
    """A token was replaced by a new one; the old one goes on for a day."""

    tag = "access_token.rotated"
    title = _("Token rotated")
    sentence = _("{actor} rotated the token {token}; the old one ends on {until}.")
    token: str
    until: str


@dataclass(frozen=True, kw_only=True)
class TokenRevoked(Event):
    """A token was revoked."""

    tag = "access_token.revoked"
    title = _("Token revoked")
    sentence = _("{actor} revoked the token {token}.")
    token: str


@dataclass(frozen=True, kw_only=True)
class TokenUsedElsewhere(Event):
    """A token was used from an address it was not used from before."""

    tag = "access_token.use.seen"
    title = _("Token used from a new address")
    sentence = _("The token {token} was used from another address than before.")
    personal = frozenset({"before"})
    outgoing = True
    token: str
    before: str


@dataclass(frozen=True, kw_only=True)
class TokenUsedFromForeignNetwork(Event):
    """A token was shown from an address outside of the allowed networks, and refused."""

    tag = "access_token.use.held"
    title = _("Token refused from a foreign IP")
    sentence = _("The token {token} of {holder} was shown from {address}, which isn't allowed, and opened nothing.")
    personal = frozenset({"address"})
    outgoing = True
    token: str
    holder: str
    address: str


@dataclass(frozen=True, kw_only=True)
class SessionsEnded(Event):
    """Every session of a person was ended."""

    tag = "person.sessions.ended"
    title = _("Forced logout")
    sentence = _("Sessions of {email} that were ended: {count}.")
    personal = frozenset({"email"})
    email: str
    count: int


@dataclass(frozen=True, kw_only=True)
class LinksRevoked(Event):
    """Every link and own token of a person was revoked."""

    tag = "person.links.revoked"
    title = _("Token revoked")
    sentence = _("Links and own tokens of {email} that were revoked: {count}.")
    personal = frozenset({"email"})
    email: str
    count: int
