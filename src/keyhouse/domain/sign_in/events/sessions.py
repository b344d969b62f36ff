"""What can have happened to a session."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class SessionStarted(Event):
    """Somebody signed in."""

    tag = "sign_in.session.started"
    title = _("Login")
    sentence = _("{email} signed in.")
    personal = frozenset({"email"})
    email: str
    method: str
    connection: str


@dataclass(frozen=True, kw_only=True)
class BreakGlassUsed(Event):
    """A System admin came in without the single sign-on of her organization."""

    tag = "sign_in.break_glass.used"
    title = _("Break-glass login")
    sentence = _("{email} signed in without single sign-on, by {method}.")
    personal = frozenset({"email"})
    outgoing = True
    email: str
    method: str


@dataclass(frozen=True, kw_only=True)
class SessionEnded(Event):
    """One session of a person was ended."""

    tag = "sign_in.session.ended"
    title = _("Session ended")
    sentence = _("{actor} ended a session of {email} ({device}).")
    personal = frozenset({"email", "device"})
    email: str
    device: str
    own: bool


@dataclass(frozen=True, kw_only=True)
class SignInsSlowed(Event):
    """More sign-ins were started from one place than one person needs."""

    tag = "sign_in.starts.limited"
    title = _("Sign-ins slowed")
    sentence = _("Too many sign-ins were started from one place within a minute.")
