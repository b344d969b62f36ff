"""Questions about sessions, tokens and where an address signs in."""

import datetime as dt
from dataclasses import dataclass

from keyhouse.domain.connections.models import Connection
from keyhouse.domain.organizations.models import OrganizationState
from keyhouse.domain.people.models import Person
from keyhouse.domain.sign_in.errors import TokenNotFound
from keyhouse.domain.sign_in.models import AccessToken, TokenKind
from keyhouse.domain.sign_in.rules.gate import why_not_usable
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.permissions import Permission


@dataclass(frozen=True, kw_only=True)
class TokenHolder:
    """For whom a token speaks, in which organization, and what it may do."""

    token_id: int
    kind: str
    organization_id: int
    holder_id: int
    holder: str
    name: str
    permissions: frozenset[Permission]
    last_used_at: dt.datetime | None
    networks: tuple[str, ...] = ()


def token(secret: str) -> TokenHolder | None:
    """Who holds this token, or None when it is unknown, has ended, or whom it speaks for is off."""
    tokens = AccessToken.objects.everywhere(reason="a token is found by its secret, and tells its organization")
    found = tokens.filter(secret_hash=secrets.hash_of(secret)).select_related("organization").first()
    if found is None or (found.until is not None and found.until <= clock.now()):
        return None
    holder = _name_of_holder(found) if found.organization.state == OrganizationState.ACTIVE else None
    if holder is None:
        return None
    connection = Connection.objects.of(found.organization_id).filter(id=found.holder_id).first()
    return TokenHolder(
        token_id=found.id,
        kind=found.kind,
        organization_id=found.organization_id,
        holder_id=found.holder_id,
        holder=holder or found.name,
        name=found.name,
        permissions=frozenset(one for one in Permission if one.value in found.permissions),
        last_used_at=found.last_used_at,
        networks=tuple(connection.allowed_networks) if connection is not None else (),
    )


def _name_of_holder(token: AccessToken) -> str | None:
    """What the one is called for whom a token speaks; None when she or it is off."""
    if token.kind == TokenKind.SYSTEM_USER:
        return ""
    if token.kind == TokenKind.PERSON:
        person = Person.objects.of(token.organization_id).filter(id=token.holder_id).first()
        usable = person is not None and why_not_usable(person, token.organization) is None
        return person.display_name if person is not None and usable else None
    connection = Connection.objects.of(token.organization_id).filter(id=token.holder_id).first()
    return connection.name if connection is not None and connection.is_on else None


def tokens_of(organization_id: int, holder_id: int) -> list[AccessToken]:
    """The tokens of a connection, system user or person that have not ended, the newest first."""
    rows = AccessToken.objects.of(organization_id).filter(holder_id=holder_id).order_by("-id")
    now = clock.now()
    return [one for one in rows if one.until is None or one.until > now]


def access_token(organization_id: int, identifier: int) -> AccessToken:
    """One token of this organization. Raises TokenNotFound."""
    found = AccessToken.objects.of(organization_id).filter(id=identifier).first()
    if found is None:
        raise TokenNotFound()
    return found
