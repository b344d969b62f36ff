"""Questions about sessions: whose one is, whether it still holds, and which ones a person has."""

import datetime as dt
from dataclasses import dataclass

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people.models import Person
from keyhouse.domain.sign_in.models import Session
from keyhouse.domain.sign_in.rules.gate import why_not_usable
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.permissions import Strength
from keyhouse.foundation.tenancy import rows_of


@dataclass(frozen=True, kw_only=True)
class LiveSession:
    """A session that holds: whose it is, how strongly she signed in, and when she last used it.

    `relationship_id` is the external relationship by which she chose to act in another organization.
    `admin_networks` are those from which her organization opens Admin Center.
    """

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
    relationship_id: int | None = None
    admin_networks: tuple[str, ...] = ()


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
    limit = idle_limit(person, is_administrator)
    if limit is not None and kept.last_used_at + limit <= clock.now():
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
        relationship_id=kept.relationship_id,
        admin_networks=networks_of(person),
    )


def idle_limit(person: Person, is_administrator: bool) -> dt.timedelta | None:
    """How long a session may lie unused: an administrator's, and others' where the organization says so."""
    if person.organization_id is None:
        return None
    settings = organizations.security_settings(person.organization_id)
    minutes = settings.admin_idle_minutes if is_administrator else settings.idle_minutes
    return None if minutes is None else dt.timedelta(minutes=minutes)


def networks_of(person: Person) -> tuple[str, ...]:
    """The networks from which the organization of a person opens Admin Center; none means any."""
    own = person.organization_id
    return tuple(organizations.security_settings(own).admin_networks) if own is not None else ()


def sessions_of(person: Person) -> list[Session]:
    """The sessions of a person that have not ended by time, the one used last first."""
    rows = rows_of(Session, person.organization_id).select_related("connection")
    return list(rows.filter(person_id=person.id, until__gt=clock.now()).order_by("-last_used_at"))
