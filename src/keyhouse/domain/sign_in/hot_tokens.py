"""Who holds this token, and for which organization? One statement, equal to `queries.token`."""

import datetime as dt
import functools
from typing import Any

import orjson

from keyhouse.domain.sign_in.queries import TokenHolder
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.permissions import Permission
from keyhouse.foundation.statements import Statement

# The organization is the answer here, so it cannot stand in the condition.
TOKEN = Statement("""
SELECT t.id, t.kind, t.organization_id, t.holder_id, t.name, t.permissions, t.last_used_at,
       CASE WHEN t.kind = 'person' THEN p.display_name WHEN t.kind <> 'system_user' THEN c.name END, c.allowed_networks
FROM sign_in_accesstoken t CROSS JOIN organizations_organization o
LEFT JOIN connections_connection c ON c.id = t.holder_id AND c.organization_id = t.organization_id
LEFT JOIN people_person p ON p.id = t.holder_id AND p.organization_id = t.organization_id AND t.kind = 'person'
WHERE t.secret_hash = :hash AND (t.until IS NULL OR t.until > :at)
  AND o.id = t.organization_id AND o.state = 'active'
  AND (t.kind = 'system_user' OR c.state IN ('active', 'trial')
       OR (p.state = 'active' AND (p.start_date IS NULL OR p.start_date <= :at)))
""")


def token(secret: str) -> TokenHolder | None:
    """Who holds this token, or None when it is unknown, has ended, or its organization or connection is off."""
    row = TOKEN.row(hash=secrets.hash_of(secret), at=clock.now())
    if row is None:
        return None
    identifier, kind, organization, holder_id, name, permissions, last_used_at, holder, networks = row
    return TokenHolder(
        token_id=identifier,
        kind=kind,
        organization_id=organization,
        holder_id=holder_id,
        holder=holder or name,
        name=name,
        permissions=_permissions(permissions),
        last_used_at=_moment(last_used_at),
        networks=_networks(networks or "[]"),
    )


@functools.lru_cache(maxsize=1000)
def _permissions(names: str) -> frozenset[Permission]:
    """The permissions in the JSON that the table keeps."""
    return frozenset(one for one in Permission if one.value in orjson.loads(names))


@functools.lru_cache(maxsize=1000)
def _networks(names: str) -> tuple[str, ...]:
    """The networks in the JSON that the table keeps."""
    return tuple(orjson.loads(names))


def _moment(value: Any) -> dt.datetime | None:
    """SQLite keeps moments as text in UTC."""
    moment = dt.datetime.fromisoformat(value) if isinstance(value, str) else value
    return moment.replace(tzinfo=dt.UTC) if moment is not None and moment.tzinfo is None else moment
