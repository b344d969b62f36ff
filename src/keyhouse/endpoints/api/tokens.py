"""The tokens of provisioning connections and integrations: made, shown once, rotated and revoked."""

from typing import Literal

from ninja import Schema
from pydantic import Field

from keyhouse.domain.connections import queries
from keyhouse.domain.connections.rules import Connection, ConnectionKind
from keyhouse.domain.sign_in import actions
from keyhouse.domain.sign_in import queries as sign_in
from keyhouse.domain.sign_in.errors import TokenNotFound
from keyhouse.domain.sign_in.rules import AccessToken, TokenKind
from keyhouse.endpoints.api.forms import Form, Id, Line, Many, Moment, everything
from keyhouse.endpoints.api.routing import Panel, Request
from keyhouse.foundation.permissions import Permission

panel = Panel("Tokens of connections")
TOKENS = "/identity-providers/{id:connection}/tokens"
MANAGE = Permission.PROVISIONING_MANAGE


class ConnectionToken(Schema):
    """A token that still opens something; its secret is not kept."""

    id: Id
    name: str
    permissions: list[str]
    made_at: Moment
    until: Moment | None
    last_used_at: Moment | None
    last_ip: str


class NewConnectionToken(Form):
    """A token to make; without days it does not end by itself."""

    name: Line = Field(min_length=1, max_length=100)
    days: Literal[30, 90, 365] | None = None


class MadeToken(Schema):
    """A new token with its secret, which is told only now."""

    secret: str
    token: ConnectionToken


@panel.get(TOKENS, needs=Permission.PROVISIONING_VIEW, answer=Many[ConnectionToken])
def list_connection_tokens(request: Request, connection: Id) -> dict[str, object]:
    """The tokens of a connection that have not ended, the newest first."""
    found = queries.provisioning_connection(request.actor, connection)
    return everything(sign_in.tokens_of(found.organization_id, found.id))


@panel.post(TOKENS, needs=MANAGE, answer=MadeToken)
def make_connection_token(request: Request, connection: Id, body: NewConnectionToken) -> dict[str, object]:
    """Make a token for a connection."""
    found = queries.provisioning_connection(request.actor, connection)
    pushes = found.kind == ConnectionKind.SCIM
    made, secret = actions.create_access_token(
        by=request.actor,
        holder=found,
        kind=TokenKind.PROVISIONING if pushes else TokenKind.INTEGRATION,
        name=body.name,
        permissions=found.permissions if not pushes else [],
        days=body.days,
    )
    return {"secret": secret, "token": made}


@panel.post(f"{TOKENS}/{{id:token}}/rotation", needs=MANAGE, answer=MadeToken)
def rotate_connection_token(request: Request, connection: Id, token: Id) -> dict[str, object]:
    """Make a token in the place of another, which goes on for 24 hours."""
    made, secret = actions.rotate_access_token(by=request.actor, token=_token(request, connection, token))
    return {"secret": secret, "token": made}


@panel.delete(f"{TOKENS}/{{id:token}}", needs=MANAGE)
def revoke_connection_token(request: Request, connection: Id, token: Id) -> None:
    """Revoke a token: its next request is refused."""
    actions.revoke_access_token(by=request.actor, token=_token(request, connection, token))


def _token(request: Request, connection: int, token: int) -> AccessToken:
    """A token of this connection and of no other. Raises SignOnConnectionNotFound, TokenNotFound."""
    found: Connection = queries.provisioning_connection(request.actor, connection)
    held = sign_in.access_token(found.organization_id, token)
    if held.holder_id != found.id:
        raise TokenNotFound()
    return held
