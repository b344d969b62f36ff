"""Calling the API: tokens of the cast, and the routes with real ids in them."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.test import Client

from keyhouse.domain.connections.models import Connection
from keyhouse.domain.people.models import Person
from keyhouse.domain.sign_in.models import AccessToken, TokenKind
from keyhouse.endpoints.api.panels import PANELS
from keyhouse.endpoints.api.routing import Route
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.permissions import Permission
from keyhouse.foundation.permissions.table import FROM_ROLES, RESERVED

ARGUMENT = re.compile(r"\{(?:\w+:)?(\w+)\}")
ALL = frozenset([*FROM_ROLES, *RESERVED])


@dataclass(frozen=True)
class Caller:
    """Somebody with a token, or without one."""

    token: str = ""

    def __call__(self, method: str, path: str, body: Any = None) -> Any:
        """Send a request; a fault of ours is an answer, as it is for a real caller."""
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        sent = "" if body is None else json.dumps(body)
        client = Client(raise_request_exception=False)
        return client.generic(method, f"/api/v1{path}", sent, content_type="application/json", headers=headers)


def own_token(person: Person, permissions: Collection[Permission] = ALL) -> str:
    """A person's own token."""
    return _token(person.organization_id, TokenKind.PERSON, person.id, permissions)


def integration_token(connection: Connection, permissions: Collection[Permission] = ()) -> str:
    """A token of an integration."""
    return _token(connection.organization_id, TokenKind.INTEGRATION, connection.id, permissions)


def _token(organization_id: int | None, kind: TokenKind, holder_id: int, permissions: Collection[Permission]) -> str:
    secret, now = secrets.new_handle("kh_test_"), clock.now()
    AccessToken.objects.of(organization_id or 0).create(
        kind=kind,
        holder_id=holder_id,
        name="Test",
        secret_hash=secret.hash,
        permissions=sorted(one.value for one in permissions),
        made_at=now,
        last_used_at=now,
    )
    return secret.text


def routes() -> list[Route]:
    """All routes of the API."""
    return [route for panel in PANELS for route in panel.routes]


def arguments_of(route: Route) -> list[str]:
    """The names of what changes in the address of a route."""
    return ARGUMENT.findall(route.path)


def filled(route: Route, things: dict[str, Any]) -> str:
    """The address of a route with these ids."""
    return ARGUMENT.sub(lambda found: str(things[found.group(1)]), route.path)
