"""Make a bearer token for a connection, an integration, a system user or a person herself."""

import datetime as dt
from collections.abc import Collection
from typing import Protocol

from django.db import transaction

from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.sign_in import rules
from keyhouse.domain.sign_in.errors import MoreThanOwnPermissions, UnknownTokenPermission
from keyhouse.domain.sign_in.events import TokenCreated
from keyhouse.domain.sign_in.models import AccessToken, TokenKind
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Facts, Permission, authorize, require_fresh


class Holder(Protocol):
    """What a token speaks for: a connection, a system user or a person."""

    @property
    def id(self) -> int: ...
    @property
    def organization_id(self) -> int: ...
    @property
    def name(self) -> str: ...


@transaction.atomic
def create_access_token(
    *, by: Actor, holder: Holder, kind: TokenKind, name: str, permissions: Collection[str], days: int | None = None
) -> tuple[AccessToken, str]:
    """Make a token; its secret is returned once and kept only as a hash.

    Without `days` it does not end by itself. A person's own token asks for a fresh
    sign-in. Raises NotAllowed, NeedsFreshSignIn, MoreThanOwnPermissions, UnknownTokenPermission.
    """
    facts = Facts(organization_id=holder.organization_id, person_id=holder.id)
    authorize(by, rules.TOKEN_PERMISSION[kind], on=facts)
    if kind == TokenKind.PERSON:
        require_fresh(by, within=organizations.fresh_within(holder.organization_id))

    known = {one.value: one for one in Permission}
    if unknown := next((one for one in permissions if one not in known), None):
        raise UnknownTokenPermission(name=unknown)
    wanted = sorted({known[one] for one in permissions})
    if beyond := rules.beyond_own(by, wanted, TokenKind(kind)):
        raise MoreThanOwnPermissions(name=beyond.value)

    secret, now = secrets.new_handle(rules.TOKEN_PREFIX[kind]), clock.now()
    token = AccessToken.objects.of(holder.organization_id).create(
        kind=kind,
        holder_id=holder.id,
        name=name.strip()[:100],
        secret_hash=secret.hash,
        permissions=[one.value for one in wanted],
        made_by_id=by.person_id,
        made_at=now,
        until=now + dt.timedelta(days=days) if days else None,
    )

    record(TokenCreated(token=token.name, holder=holder.name, permissions=token.permissions), by=by, on=token)
    return token, secret.text
