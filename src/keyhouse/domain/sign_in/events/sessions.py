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
