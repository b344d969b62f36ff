"""What can have happened when somebody got back in."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class PasswordWasReset(Event):
    """A new password was chosen by a mailed link."""

    tag = "person.password.reset"
    title = _("Password reset")
    sentence = _("{email} chose a new password by a mailed link; {sessions} sessions ended.")
    personal = frozenset({"email"})
    email: str
    sessions: int


@dataclass(frozen=True, kw_only=True)
class SignInRenewed(Event):
    """Somebody who was signed in proved again who she is."""

    tag = "sign_in.session.renewed"
    title = _("Re-authentication")
    sentence = _("{email} proved again who she is, by {method}.")
    personal = frozenset({"email"})
    email: str
    method: str


@dataclass(frozen=True, kw_only=True)
class PasswordResetForced(Event):
    """An administrator ended a person's password, so that she chooses a new one by a mailed link."""

    tag = "person.password_reset.forced"
    title = _("Forced password reset")
    sentence = _("{actor} ended the password of {email}; a new one is chosen by a mailed link.")
    personal = frozenset({"email"})
    email: str


@dataclass(frozen=True, kw_only=True)
class SecondFactorReminded(Event):
    """People were reminded to set a second factor up."""

    tag = "person.second_factor.reminded"
    title = _("Reminder sent")
    sentence = _("{actor} reminded {count} people to set up a second factor.")
    count: int
