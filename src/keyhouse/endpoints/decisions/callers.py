"""Who asks: the token of a request, what it may, and the answers to those who may not ask."""

import dataclasses
import datetime as dt
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import structlog
from django.db import OperationalError

from keyhouse.domain.connections.rules.integrations import comes_from
from keyhouse.domain.grants.hot_decisions import Asker
from keyhouse.domain.sign_in import actions as sign_in
from keyhouse.domain.sign_in.queries import TokenHolder
from keyhouse.endpoints.decisions.answers import Reply, refusal
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Actor, ActorKind, Permission, authorize, facts_of
from keyhouse.ui import visitors

REQUEST_ID = re.compile(r"[\x21-\x7e]{1,200}")
USED_LATELY = dt.timedelta(minutes=1)
KINDS = {"system_user": ActorKind.SYSTEM_USER, "provisioning": ActorKind.CONNECTION}
Lookup = Callable[[str], TokenHolder | None]
log = structlog.get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class Caller:
    """The holder of a good token that may ask for decisions."""

    by: Actor
    holder: TokenHolder

    @property
    def asker(self) -> Asker:
        """In whose name the question is asked: that of the token's organization, now."""
        return Asker(organization=self.holder.organization_id, at=clock.now())


def caller(authorization: str, lookup: Lookup, environ: Mapping[str, Any]) -> Caller | Reply:
    """The caller behind an Authorization header, or the refusal: 401 without a good token, 403 without permission.

    A good token that comes from outside of the allowed networks opens nothing either.
    """
    scheme, _, secret = authorization.partition(" ")
    if scheme.casefold() != "bearer" or not secret.strip():
        return refusal(401, "Send a token with the permission decide: Authorization: Bearer …")
    holder = lookup(secret.strip())
    if holder is None:
        return refusal(401, "This token isn't good: it is unknown, expired or revoked, or its holder is off.")
    by = Actor(
        kind=KINDS.get(holder.kind, ActorKind.INTEGRATION),
        id=holder.holder_id,
        name=holder.holder,
        organization_id=holder.organization_id,
        permissions=holder.permissions,
        correlation="",
    )
    if holder.networks and not comes_from(holder.networks, visitors.ip_in(environ)):
        _note(by, holder, environ, refused=True)
        return refusal(403, "This token may not be used from this address: it isn't in the allowed networks.")
    try:
        authorize(by, Permission.DECIDE, on=facts_of(holder.organization_id))
    except NotAllowed:
        return refusal(403, "This token may not ask for access decisions: it needs the permission decide.")
    return Caller(by=by, holder=holder)


def note_use(found: Caller, environ: Mapping[str, Any]) -> None:
    """Write that the token was used; a busy database is no reason to withhold a decision."""
    last = found.holder.last_used_at
    if last is not None and clock.now() - last < USED_LATELY:
        return
    _note(found.by, found.holder, environ)


def _note(by: Actor, holder: TokenHolder, environ: Mapping[str, Any], *, refused: bool = False) -> None:
    by = dataclasses.replace(by, ip=visitors.ip_in(environ), correlation=secrets.token_hex(16))
    try:
        sign_in.note_token_use(by=by, token_id=holder.token_id, refused=refused)
    except OperationalError:
        log.warning("token_use_not_noted", token=holder.token_id)


def headers(reply: Reply, request_id: str) -> list[tuple[str, str]]:
    """The headers of every answer: the request's own id, and how to ask better after a 401."""
    found = [("Content-Type", "application/json"), ("Cache-Control", "no-store")]
    if REQUEST_ID.fullmatch(request_id):
        found.append(("X-Request-ID", request_id))
    if reply.status == 401:
        found.append(("WWW-Authenticate", 'Bearer realm="Keyhouse"'))
    return found
