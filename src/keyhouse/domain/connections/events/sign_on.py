"""What can have happened to a sign-on connection."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class SignOnCreated(Event):
    """A sign-on connection was created."""

    tag = "sign_on.created"
    title = _("SSO created")
    sentence = _("{actor} created the single sign-on connection {connection}.")
    connection: str
    provider: str


@dataclass(frozen=True, kw_only=True)
class SignOnChanged(Event):
    """What we know of an identity provider was changed; the test is void when its issuer, address or keys changed."""

    tag = "sign_on.changed"
    title = _("SSO changed")
    sentence = _("{actor} changed {changed} of {connection}.")
    outgoing = True
    connection: str
    changed: str
    issuer: str
    certificates: list[str]
    test_is_void: bool


@dataclass(frozen=True, kw_only=True)
class SignOnTested(Event):
    """A sign-in through a connection was tried without signing anybody in."""

    tag = "sign_on.tested"
    title = _("SSO tested")
    sentence = _("{actor} tested {connection} with {email}: {outcome}.")
    personal = frozenset({"email"})
    connection: str
    email: str
    outcome: str


@dataclass(frozen=True, kw_only=True)
class DomainsAssigned(Event):
    """Email domains were assigned to a connection."""

    tag = "sign_on.domains.assigned"
    title = _("Domains assigned")
    sentence = _("{actor} assigned {domains} to {connection}.")
    outgoing = True
    connection: str
    domains: str
    before: list[str]
    after: list[str]


@dataclass(frozen=True, kw_only=True)
class SignOnActivated(Event):
    """A connection was switched on: people of its domains sign in through it."""

    tag = "sign_on.activated"
    title = _("SSO activated")
    sentence = _("{actor} switched on {connection} for {domains}.")
    outgoing = True
    connection: str
    domains: str
    tested: bool


@dataclass(frozen=True, kw_only=True)
class SignOnDeactivated(Event):
    """A connection was switched off: its people sign in with passwords, and its links stay."""

    tag = "sign_on.deactivated"
    title = _("SSO deactivated")
    sentence = _("{actor} switched off {connection}.")
    outgoing = True
    connection: str
