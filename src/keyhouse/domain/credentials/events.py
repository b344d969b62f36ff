"""What can have happened to passwords, codes and links."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class PasswordChanged(Event):
    """A password was set."""

    tag = "person.password.changed"
    title = _("Password changed")
    sentence = _("{actor} set the password of {email}.")
    personal = frozenset({"email"})
    outgoing = True
    email: str
    first: bool


@dataclass(frozen=True, kw_only=True)
class SignInRefused(Event):
    """A sign-in was refused."""

    tag = "person.sign_in.refused"
    title = _("Login failed")
    sentence = _("A sign-in as {email} was refused: {reason}.")
    personal = frozenset({"email"})
    email: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class SignInStopped(Event):
    """Too many wrong tries stopped all sign-ins of a person for a while."""

    tag = "person.sign_in.held"
    title = _("Sign-in stopped")
    sentence = _("Sign-ins as {email} are stopped until {until}, after {count} wrong tries within an hour.")
    personal = frozenset({"email"})
    outgoing = True
    email: str
    until: str
    count: int


@dataclass(frozen=True, kw_only=True)
class LockAsked(Event):
    """Tries that look like somebody else's asked for the lock of an account."""

    tag = "person.lock.asked"
    title = _("Lock asked for")
    sentence = _("The account {email} is to be locked: {reason}.")
    personal = frozenset({"email"})
    outgoing = True
    email: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class FactorProved(Event):
    """One factor of a sign-in was proved."""

    tag = "person.factor.proved"
    title = _("Factor proved")
    sentence = _("{email} was proved by {factor}.")
    personal = frozenset({"email"})
    email: str
    factor: str


@dataclass(frozen=True, kw_only=True)
class SecondFactorEnabled(Event):
    """An authenticator app was set up."""

    tag = "person.second_factor.enabled"
    title = _("Two-factor enabled")
    sentence = _("{actor} set up an authenticator app for {email}.")
    personal = frozenset({"email"})
    email: str


@dataclass(frozen=True, kw_only=True)
class SecondFactorReset(Event):
    """Authenticator app and recovery codes of a person were removed."""

    tag = "person.second_factor.reset"
    title = _("Two-factor reset")
    sentence = _("{actor} removed the authenticator app and recovery codes of {email}.")
    personal = frozenset({"email"})
    outgoing = True
    email: str


@dataclass(frozen=True, kw_only=True)
class RecoveryCodesMade(Event):
    """New recovery codes replaced the old ones."""

    tag = "person.recovery_codes.made"
    title = _("Recovery codes made")
    sentence = _("{actor} made new recovery codes for {email}; older ones no longer work.")
    personal = frozenset({"email"})
    email: str


@dataclass(frozen=True, kw_only=True)
class RecoveryCodeUsed(Event):
    """A recovery code stood in for the second factor."""

    tag = "person.recovery_code.used"
    title = _("Recovery code used")
    sentence = _("{email} used a recovery code; {left} are left.")
    personal = frozenset({"email"})
    outgoing = True
    email: str
    left: int


@dataclass(frozen=True, kw_only=True)
class ActivationLinkCreated(Event):
    """An activation link was made; an older one of the same person no longer works."""

    tag = "person.activation_link.created"
    title = _("Activation link created")
    sentence = _("{actor} made an activation link for {email}, good until {until}.")
    personal = frozenset({"email"})
    outgoing = True
    email: str
    until: str
    link: str
    mailed: bool


@dataclass(frozen=True, kw_only=True)
class PasswordResetRequested(Event):
    """Somebody asked for a link to choose a new password."""

    tag = "person.password_reset.requested"
    title = _("Password reset requested")
    sentence = _("A password reset link was mailed to {email}.")
    personal = frozenset({"email"})
    outgoing = True
    email: str
    link: str


@dataclass(frozen=True, kw_only=True)
class PasswordResetNotSent(Event):
    """Somebody asked for a reset link where none can be sent."""

    tag = "person.password_reset.refused"
    title = _("Password reset requested")
    sentence = _("A password reset for {email} was asked for and not sent: {reason}.")
    personal = frozenset({"email"})
    email: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class SignInLinkCreated(Event):
    """The operator made a one-time sign-in link."""

    tag = "person.sign_in_link.created"
    title = _("One-time sign-in link created")
    sentence = _("{actor} made a one-time sign-in link for {email}, good until {until}.")
    personal = frozenset({"email"})
    email: str
    until: str


@dataclass(frozen=True, kw_only=True)
class LinkWasUsed(Event):
    """A single-use link was used."""

    tag = "person.link.used"
    title = _("Link used")
    sentence = _("The {purpose} link of {email} was used.")
    personal = frozenset({"email"})
    email: str
    purpose: str


@dataclass(frozen=True, kw_only=True)
class EmergencyCodeIssued(Event):
    """An administrator issued a code that stands in for a lost app once."""

    tag = "person.emergency_code.issued"
    title = _("Emergency code issued")
    sentence = _("{actor} issued an emergency code for {email}, good until {until}.")
    personal = frozenset({"email"})
    outgoing = True
    email: str
    until: str


@dataclass(frozen=True, kw_only=True)
class EmailCodeSent(Event):
    """A code was mailed to somebody who couldn't use her app."""

    tag = "person.email_code.sent"
    title = _("Email code sent")
    sentence = _("A code to sign in was mailed to {email}.")
    personal = frozenset({"email"})
    outgoing = True
    email: str
    code_id: str
