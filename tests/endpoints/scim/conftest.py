"""A SCIM client with Okta's token of Acme, one with a token of Rival, and the bodies that clients send."""

from typing import Any

import orjson
import pytest
from django.test import Client

from keyhouse.domain.connections.models import Connection
from keyhouse.domain.people.models import Person
from keyhouse.domain.sign_in.models import AccessToken
from keyhouse.endpoints.scim.attempts import attempts
from keyhouse.endpoints.scim.recorder import waiting
from keyhouse.foundation import clock, secrets


class ScimClient:
    """Sends JSON with a bearer token, as identity providers do."""

    def __init__(self, token: str, base: str = "/scim/v2") -> None:
        self.token, self.base, self.http = token, base, Client(raise_request_exception=True)

    def send(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        """Send one request; a body of bytes goes as it is."""
        content = body if isinstance(body, bytes) else orjson.dumps(body) if body is not None else b""
        kind = headers.pop("content_type", "application/scim+json")
        given = {"Authorization": f"Bearer {self.token}", **headers} if self.token else headers
        return self.http.generic(method, self.base + path, content, content_type=kind, headers=given)

    def get(self, path: str, **headers: str) -> Any:
        """Read."""
        return self.send("GET", path, **headers)

    def post(self, path: str, body: Any, **headers: str) -> Any:
        """Create."""
        return self.send("POST", path, body, **headers)

    def put(self, path: str, body: Any, **headers: str) -> Any:
        """Replace."""
        return self.send("PUT", path, body, **headers)

    def patch(self, path: str, *operations: dict[str, Any], **headers: str) -> Any:
        """Patch by operations."""
        schemas = ["urn:ietf:params:scim:api:messages:2.0:PatchOp"]
        return self.send("PATCH", path, {"schemas": schemas, "Operations": list(operations)}, **headers)

    def delete(self, path: str, **headers: str) -> Any:
        """Remove."""
        return self.send("DELETE", path, **headers)


def make_token(connection: Connection, kind: str = "provisioning", permissions: tuple[str, ...] = ()) -> str:
    """A token of a connection."""
    secret = secrets.new_handle("kh_scim_")
    AccessToken.objects.of(connection.organization_id).create(
        kind=kind, holder_id=connection.id, name="Test", secret_hash=secret.hash, permissions=list(permissions),
        made_at=clock.now(), last_used_at=clock.now(), last_ip="127.0.0.1",
    )  # fmt: skip
    return secret.text


def body_of(name: str = "zoe", **more: Any) -> dict[str, Any]:
    """The body with which Okta creates a person."""
    address = f"{name}@acme.example"
    return {
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": address,
        "name": {"givenName": name.title(), "familyName": "Example"}, "displayName": f"{name.title()} Example",
        "emails": [{"primary": True, "value": address, "type": "work"}], "locale": "en-US",
        "externalId": f"ext-{name}", "groups": [], "password": "1mz050nq", "active": True, **more,
    }  # fmt: skip


def person_row(identifier: str) -> Person:
    """The row of a person, read anew."""
    return Person.objects.everywhere(reason="test").get(id=int(identifier))


@pytest.fixture(autouse=True)
def no_failed_attempts():
    """Nobody has failed to authenticate yet."""
    attempts.forget()


@pytest.fixture
def okta_client(cast) -> ScimClient:
    """The client of Acme's connection Okta."""
    return ScimClient(make_token(cast.scim))


@pytest.fixture
def rival_client(cast) -> ScimClient:
    """The client of a connection of Rival Ltd."""
    connection = Connection.objects.of(cast.rival).create(
        kind="scim", name="Entra", state="active", made_at=clock.now()
    )
    return ScimClient(make_token(connection))


@pytest.fixture
def zoe(okta_client) -> dict[str, Any]:
    """Zoe, created by Okta."""
    answer = okta_client.post("/Users", body_of())
    assert answer.status_code == 201, answer.content
    return answer.json()


@pytest.fixture(autouse=True)
def nothing_waits(db):
    """No row of the request log waits for the next test."""
    yield
    waiting.stop()
