"""Who calls: the token of a request becomes its actor, with the permissions that it holds at this moment."""

import datetime as dt
from collections.abc import Sequence

import structlog
from django.db import OperationalError
from django.http import HttpRequest
from ninja.security import HttpBearer

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.connections.rules.integrations import comes_from
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.organizations import rules
from keyhouse.domain.organizations.errors import AdminCenterElsewhere
from keyhouse.domain.people import queries as people
from keyhouse.domain.sign_in import actions as sign_in
from keyhouse.domain.sign_in import hot_tokens
from keyhouse.domain.sign_in.errors import ForeignNetwork
from keyhouse.domain.sign_in.queries import TokenHolder
from keyhouse.domain.sign_in.rules import TokenKind
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import Actor, ActorKind, Permission, allows, authorize, facts_of
from keyhouse.ui.visitors import device_of, ip_of

USED_LATELY = dt.timedelta(minutes=1)
KINDS = (TokenKind.INTEGRATION, TokenKind.PERSON)
log = structlog.get_logger(__name__)


class Bearer(HttpBearer):
    """Lets a request in whose token is good and holds what the route needs.

    Without a good token the answer is 401; without the permission, or from outside of its networks, NotAllowed is
    raised before the body is read.
    """

    def __init__(self, needs: Permission | Sequence[Permission] | None) -> None:
        super().__init__()
        self.several = [needs] if isinstance(needs, Permission) else list(needs or [])

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        """The actor of a good token. Raises NotAllowed."""
        request.actor = None  # type: ignore[attr-defined]  # a cookie opens nothing here
        holder = hot_tokens.token(token.strip())
        if holder is None or holder.kind not in KINDS:
            return None
        by = actor_of(request, holder)
        if not comes_from(holder.networks, by.ip):
            sign_in.note_token_use(by=by, token_id=holder.token_id, refused=True)
            raise ForeignNetwork(address=by.ip)
        networks = organizations.security_settings(holder.organization_id).admin_networks
        if not rules.is_inside(by.ip, networks):
            name = organizations.organization(holder.organization_id).name
            raise AdminCenterElsewhere(organization=name, ip=by.ip or "?")
        _note_use(by, holder)
        facts = facts_of(by.organization_id)
        if self.several and not any(allows(by, one, facts) for one in self.several):
            authorize(by, self.several[0], facts)
        request.actor = by  # type: ignore[attr-defined]
        return by


def actor_of(request: HttpRequest, holder: TokenHolder) -> Actor:
    """The actor that a token speaks for: an integration, or a person within what her roles allow now."""
    is_person = holder.kind == TokenKind.PERSON
    permissions = with_views(holder.permissions)
    email = ""
    if is_person:
        person = people.person(holder.organization_id, holder.holder_id)
        permissions, email = permissions & administration.permissions_of(person), person.email_folded
    return Actor(
        kind=ActorKind.PERSON if is_person else ActorKind.INTEGRATION,
        id=holder.holder_id,
        person_id=holder.holder_id if is_person else None,
        home_organization_id=holder.organization_id if is_person else None,
        name=holder.holder,
        email=email,
        organization_id=holder.organization_id,
        permissions=permissions,
        ip=ip_of(request),
        device=device_of(request),
    )


def with_views(permissions: frozenset[Permission]) -> frozenset[Permission]:
    """The permissions with what they include: to manage a panel includes to view it."""
    known = {one.value: one for one in Permission}
    views = {known.get(one.value.removesuffix(".manage") + ".view") for one in permissions}
    return permissions | {one for one in views if one is not None}


def _note_use(by: Actor, holder: TokenHolder) -> None:
    """Write that the token was used; a busy database is no reason to refuse what reads."""
    if holder.last_used_at is not None and clock.now() - holder.last_used_at < USED_LATELY:
        return
    try:
        sign_in.note_token_use(by=by, token_id=holder.token_id)
    except OperationalError:
        log.warning("token_use_not_noted", token=holder.token_id)
