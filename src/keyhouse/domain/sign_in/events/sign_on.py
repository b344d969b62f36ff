"""What can have happened in single sign-on."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class SignOnTestBegun(Event):
    """An administrator was sent to an identity provider to test it."""

    tag = "sign_in.sign_on.test.begun"
    title = _("SSO test begun")
    sentence = _("{actor} began a test of {connection} with {email}.")
    personal = frozenset({"email"})
    connection: str
    email: str


@dataclass(frozen=True, kw_only=True)
class SignOnRefused(Event):
    """A sign-in through an identity provider was refused; the reason is the rule that failed."""

    tag = "sign_in.sign_on.refused"
    title = _("Login failed")
    sentence = _("A sign-in of {name} through {connection} was refused ({reason}, support code {support_code}).")
    personal = frozenset({"name"})
    connection: str
    name: str
    reason: str
    support_code: str


@dataclass(frozen=True, kw_only=True)
class SubjectLinked(Event):
    """What an identity provider calls a person was remembered."""

    tag = "person.sign_on.linked"
    title = _("Single sign-on linked")
    sentence = _("{email} is known at {connection} as {name}.")
    personal = frozenset({"email", "name"})
    connection: str
    email: str
    name: str
