"""Tokens of the cast, and one way to ask through either door."""

import io
import json

import pytest
from django.test import Client

from keyhouse.domain.assets.rules import tasks, types
from keyhouse.domain.connections.models import Connection
from keyhouse.domain.grants.models import TaskGrant
from keyhouse.domain.sign_in.models import AccessToken
from keyhouse.endpoints.decisions.hot_door import door
from keyhouse.foundation import clock, secrets

COMPARED = ("Content-Type", "Cache-Control", "X-Request-ID", "WWW-Authenticate")


def make_token(organization, *permissions, kind="integration", state="active", **fields) -> str:
    """A token of an integration of this organization; the secret is its answer."""
    holder, _made = Connection.objects.of(organization).get_or_create(
        kind="integration",
        name=f"shop {state}",
        defaults={"state": state, "made_at": clock.now(), "organization_id": organization.id},
    )
    handle = secrets.new_handle("kh_api_")
    AccessToken.objects.of(organization).create(
        kind=kind,
        holder_id=holder.id,
        name="shop",
        secret_hash=handle.hash,
        permissions=list(permissions),
        made_at=clock.now(),
        last_used_at=clock.now(),
        **fields,
    )
    return handle.text


@pytest.fixture
def token(cast) -> str:
    """A token of Acme that may ask for decisions."""
    return make_token(cast.acme, "decide")


@pytest.fixture
def granted(cast):
    """Ben may advertise with act_1001."""
    return TaskGrant.objects.of(cast.acme).create(
        portfolio=cast.spring_campaign,
        subject_id=cast.ben.id,
        object_id=cast.act_1001.id,
        asset_type="ad_account",
        tasks=tasks.bits(types.AD_ACCOUNT, ["ADVERTISE"]),
        given_at=clock.now(),
    )


def body(person, task, asset, **more) -> dict:
    """A question as it is sent."""
    return {
        "subject": {"type": "person", "id": str(person.id)},
        "action": {"name": task},
        "resource": {"type": asset.type, "id": str(asset.id)},
        **more,
    }


def by_view(path, content, token="", **headers):
    """Ask through Django: status, headers that matter, content."""
    headers = {**({"Authorization": f"Bearer {token}"} if token else {}), **headers}
    answer = Client(headers=headers).post(path, content, content_type="application/json")
    return answer.status_code, {name: answer.headers.get(name) for name in COMPARED}, json.loads(answer.content)


def by_door(path, content, token="", **headers):
    """Ask through the hot door, in the same form."""
    said = {}
    headers = {**({"Authorization": f"Bearer {token}"} if token else {}), **headers}
    environ = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": path,
        "CONTENT_LENGTH": str(len(content)),
        "CONTENT_TYPE": "application/json",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.input": io.BytesIO(content),
        **{f"HTTP_{name.upper().replace('-', '_')}": value for name, value in headers.items()},
    }
    parts = door(environ, lambda status, found: said.update(status=status, headers=dict(found)))
    content = json.loads(b"".join(parts))
    return int(said["status"][:3]), {name: said["headers"].get(name) for name in COMPARED}, content


def ask(path, data, token, door=by_view):
    """Status and content of an answer."""
    status, _headers, content = door(path, data if isinstance(data, bytes) else json.dumps(data).encode(), token)
    return status, content
