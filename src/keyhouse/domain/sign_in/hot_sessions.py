"""Whose session is this, and does it still hold? One statement, equal to `queries.session`."""

import datetime as dt
import functools
from typing import Any

import orjson

from keyhouse.domain.sign_in.queries import LiveSession
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.permissions import Strength
from keyhouse.foundation.statements import Statement

# The organization is the answer here, so it cannot stand in the condition.
SESSION = Statement("""
SELECT s.id, p.id, p.organization_id, p.email_folded, p.email, p.display_name, p.given_name, p.family_name,
       s.method, s.strength, s.proved_at, s.last_used_at, t.admin_idle_minutes, t.idle_minutes, s.relationship_id,
       t.admin_networks,
       EXISTS (SELECT 1 FROM administration_roleholder h
               WHERE h.organization_id = p.organization_id AND h.person_id = p.id AND NOT h.paused
                 AND (h.until IS NULL OR h.until > :at))
       OR EXISTS (SELECT 1 FROM groups_groupmember m
                  JOIN administration_roleholder h ON h.organization_id = m.organization_id AND h.group_id = m.group_id
                  WHERE m.organization_id = p.organization_id AND m.person_id = p.id AND NOT m.paused
                    AND (m.until IS NULL OR m.until > :at)
                    AND NOT h.paused AND (h.until IS NULL OR h.until > :at))
FROM sign_in_session s
JOIN people_person p ON p.id = s.person_id
LEFT JOIN organizations_organization o ON o.id = p.organization_id
LEFT JOIN organizations_securitysettings t ON t.organization_id = p.organization_id
LEFT JOIN connections_connection c ON c.id = s.connection_id
WHERE s.secret_hash = :hash AND s.until > :at
  AND p.state = 'active' AND (p.start_date IS NULL OR p.start_date <= :at)
  AND (p.organization_id IS NULL OR o.state = 'active')
  AND (s.connection_id IS NULL OR (c.state IN ('active', 'trial') AND c.organization_id = p.organization_id))
""")


def session(secret: str) -> LiveSession | None:
    """The session of a cookie, or None when there is none, it has ended, or its person may not act any more."""
    now = clock.now()
    row = SESSION.row(hash=secrets.hash_of(secret), at=now)
    if row is None:
        return None
    found = _read(row)
    minutes = row[12] if found.is_administrator else row[13]
    is_idle = minutes is not None and found.last_used_at + dt.timedelta(minutes=minutes) <= now
    return None if is_idle else found


def _read(row: tuple[Any, ...]) -> LiveSession:
    """The row as the slow path gives it."""
    display_name, given_name, family_name = row[5:8]
    return LiveSession(
        id=row[0],
        person_id=row[1],
        organization_id=row[2],
        email=row[3],
        name=display_name or f"{given_name} {family_name}".strip() or row[4],
        method=row[8],
        strength=Strength(row[9]),
        proved_at=_moment(row[10]),
        last_used_at=_moment(row[11]),
        is_administrator=bool(row[16]),
        relationship_id=row[14],
        admin_networks=_networks(row[15]),
    )


@functools.lru_cache(maxsize=100)
def _networks(text: str | None) -> tuple[str, ...]:
    """The networks in the JSON that the table keeps."""
    return tuple(orjson.loads(text)) if text else ()


def _moment(value: Any) -> dt.datetime:
    """SQLite keeps moments as text in UTC."""
    moment = dt.datetime.fromisoformat(value) if isinstance(value, str) else value
    return moment.replace(tzinfo=dt.UTC) if moment.tzinfo is None else moment.astimezone(dt.UTC)


NOTE_SESSION = Statement("UPDATE sign_in_session SET last_used_at = :at WHERE id = :session AND last_used_at < :at")
NOTE_PERSON = Statement("""
UPDATE people_person SET last_active_at = :at
WHERE id = :person AND (organization_id = :organization OR organization_id IS NULL)
""")
AT_MOST_EVERY = dt.timedelta(minutes=1)


def note_use(found: LiveSession) -> None:
    """Remember that a session is in use, at most once a minute."""
    now = clock.now()
    if now - found.last_used_at >= AT_MOST_EVERY:
        NOTE_SESSION.rows(at=now, session=found.id)
        NOTE_PERSON.rows(at=now, person=found.person_id, organization=found.organization_id)
