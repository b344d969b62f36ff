"""Questions about sessions: whose one is, whether it still holds, and which ones a person has."""

import datetime as dt
from dataclasses import dataclass

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.people.models import Person
from keyhouse.domain.sign_in.models import Session
from keyhouse.domain.sign_in.rules.gate import why_not_usable
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.permissions import Strength
from keyhouse.foundation.tenancy import rows_of


@dataclass(frozen=True, kw_only=True)
class LiveSession:
    """A session that holds: whose it is, how strongly she signed in, and when she last used it."""

    id: int
    person_id: int
    organization_id: int | None
    email: str
    name: str
    method: str
    strength: Strength
    proved_at: dt.datetime
    last_used_at: dt.datetime
    is_administrator: bool


@dataclass(frozen=True, kw_only=True)
class NewSession:
    """The secret of a new session's cookie, and when the session ends."""

    secret: str
    until: dt.datetime


def session(secret: str) -> LiveSession | None:
    """The session of a cookie, or None when there is none, it has ended, or its person may not act any more."""
    rows = Session.objects.everywhere(reason="a session is found by its secret, and tells its organization")
    found = rows.select_related("person", "person__organization", "connection")
    kept = found.filter(secret_hash=secrets.hash_of(secret)).first() if secret else None
    if kept is None or kept.until <= clock.now():
        return None
    person = kept.person
    if why_not_usable(person, person.organization, kept.connection) is not None:
        return None
    is_administrator = administration.holds_a_live_role(person)
    if is_administrator and kept.last_used_at + idle_limit(person) <= clock.now():
        return None
    return LiveSession(
        id=kept.id,
        person_id=person.id,
        organization_id=person.organization_id,
        email=person.email_folded,
        name=person.name,
        method=kept.method,
        strength=Strength(kept.strength),
        proved_at=kept.proved_at,
        last_used_at=kept.last_used_at,
        is_administrator=is_administrator,
    )


def idle_limit(person: Person) -> dt.timedelta:
    """How long an administrator's session may lie unused."""
    return dt.timedelta(minutes=person.organization.admin_idle_minutes if person.organization else 0)


def sessions_of(person: Person) -> list[Session]:
    """The sessions of a person that have not ended by time, the one used last first."""
    rows = rows_of(Session, person.organization_id).select_related("connection")
    return list(rows.filter(person_id=person.id, until__gt=clock.now()).order_by("-last_used_at"))
