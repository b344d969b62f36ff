"""How long a session lasts, and what is kept of the sign-in that made it."""

import datetime as dt
from dataclasses import dataclass

from keyhouse.domain.connections.models import Connection
from keyhouse.domain.organizations.models import SecuritySettings

HOURS_OF_PERSONAL_LOGINS = 12


@dataclass(frozen=True, kw_only=True)
class Through:
    """The connection through which somebody signed in, what she is called there, and when the session there ends."""

    connection: Connection
    name_id: str
    session_index: str = ""
    until: dt.datetime | None = None


def end_of(settings: SecuritySettings | None, now: dt.datetime, through: Through | None = None) -> dt.datetime:
    """When a session that begins now ends at the latest; the identity provider shortens it, never lengthens it."""
    hours = settings.session_hours if settings else HOURS_OF_PERSONAL_LOGINS
    end = now + dt.timedelta(hours=hours)
    return min(end, through.until) if through and through.until else end
