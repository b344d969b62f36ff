"""Integrations: programs of the organization, their networks, secrets and tokens."""

from typing import Literal

from ninja import Schema
from pydantic import Field

from keyhouse.domain.connections import actions, queries
from keyhouse.domain.connections.rules import integrations as rules
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.sign_in import actions as sign_in_actions
from keyhouse.domain.sign_in import queries as sign_in
from keyhouse.domain.sign_in.errors import TokenNotFound
from keyhouse.domain.sign_in.rules import TokenKind
from keyhouse.endpoints.api.forms import Form, Id, Line, Many, Moment, everything
from keyhouse.endpoints.api.routing import Panel, Request
from keyhouse.endpoints.api.tokens import ConnectionToken, MadeToken
from keyhouse.foundation.permissions import Permission

panel = Panel("Security integrations")
LIST, VIEW, MANAGE = "/integrations", Permission.INTEGRATIONS_VIEW, Permission.INTEGRATIONS_MANAGE
ONE = f"{LIST}/{{id:integration}}"


class Integration(Schema):
    """A program of the organization; without networks its tokens open from anywhere."""

    id: Id
    name: str
    description: str
    state: str
    permissions: list[str]
    allowed_networks: list[str]
    reads_logs_only: bool
    made_at: Moment


class NewIntegration(Form):
    """An integration to add; `reads_logs_only` makes one that may read security audit logs and nothing else."""

    name: Line = Field(min_length=1, max_length=100)
    description: Line = ""
    permissions: list[Permission] = Field(default_factory=list, max_length=100)
    allowed_networks: list[Line] = Field(default_factory=list, max_length=100)
    reads_logs_only: bool = False


class IntegrationChange(Form):
    """What is to change of an integration; what is left out stays."""

    name: Line | None = Field(None, min_length=1, max_length=100)
    description: Line | None = None
    permissions: list[Permission] | None = Field(None, max_length=100)
    allowed_networks: list[Line] | None = Field(None, max_length=100)


class MadeIntegration(Schema):
    """An integration with its app secret and the proof of it, which are told only now."""

    app_id: Id
    app_secret: str
    app_secret_proof: str
    integration: Integration


class NewIntegrationToken(Form):
    """A token to make; without days it does not end by itself."""

    name: Line = Field(min_length=1, max_length=100)
    days: Literal[30, 90, 365] | None = None


@panel.get(LIST, needs=VIEW, answer=Many[Integration])
def list_integrations(request: Request) -> dict[str, object]:
    """The integrations of the organization, by name."""
    return everything(queries.integrations(request.actor.organization_id or 0))


@panel.post(LIST, needs=MANAGE, answer=MadeIntegration)
def add_integration(request: Request, body: NewIntegration) -> dict[str, object]:
    """Add an integration."""
    reads = [Permission.SECURITY_LOGS_READ] if body.reads_logs_only and not body.permissions else body.permissions
    made = actions.add_integration(
        by=request.actor,
        organization=organizations.organization(request.actor.organization_id or 0),
        name=body.name,
        description=body.description,
        permissions=reads,
        networks=body.allowed_networks,
        reads_logs_only=body.reads_logs_only,
    )
    secret = rules.secret_of(made)
    told = {"app_id": made.id, "app_secret": secret, "app_secret_proof": rules.proof_of(made.id, secret)}
    return {**told, "integration": made}


@panel.get(ONE, needs=VIEW, answer=Integration)
def read_integration(request: Request, integration: Id) -> object:
    """One integration."""
    return queries.integration(request.actor, integration)


@panel.patch(ONE, needs=MANAGE, answer=Integration)
def change_integration(request: Request, integration: Id, body: IntegrationChange) -> object:
    """Change what an integration is called, what it may do, and from where."""
    found = queries.integration(request.actor, integration)
    kept = [one for one in Permission if one.value in found.permissions]
    actions.change_integration(
        by=request.actor,
        integration=found,
        name=found.name if body.name is None else body.name,
        description=found.description if body.description is None else body.description,
        permissions=kept if body.permissions is None else body.permissions,
        networks=found.allowed_networks if body.allowed_networks is None else body.allowed_networks,
    )
    return queries.integration(request.actor, integration)


@panel.delete(ONE, needs=MANAGE)
def remove_integration(request: Request, integration: Id) -> None:
    """Remove an integration with its tokens."""
    found = queries.integration(request.actor, integration)
    for token in sign_in.tokens_of(found.organization_id, found.id):
        sign_in_actions.revoke_access_token(by=request.actor, token=token)
    actions.remove_integration(by=request.actor, integration=found)


@panel.post(f"{ONE}/rotation", needs=MANAGE, answer=MadeIntegration)
def rotate_app_secret(request: Request, integration: Id) -> dict[str, object]:
    """Make a new app secret; the one before goes on for 24 hours."""
    found = queries.integration(request.actor, integration)
    secret, proof = actions.rotate_app_secret(by=request.actor, integration=found)
    return {"app_id": found.id, "app_secret": secret, "app_secret_proof": proof, "integration": found}


@panel.get(f"{ONE}/tokens", needs=VIEW, answer=Many[ConnectionToken])
def list_integration_tokens(request: Request, integration: Id) -> dict[str, object]:
    """The tokens of an integration that have not ended, the newest first."""
    found = queries.integration(request.actor, integration)
    return everything(sign_in.tokens_of(found.organization_id, found.id))


@panel.post(f"{ONE}/tokens", needs=MANAGE, answer=MadeToken)
def make_integration_token(request: Request, integration: Id, body: NewIntegrationToken) -> dict[str, object]:
    """Make a token for an integration."""
    found = queries.integration(request.actor, integration)
    made, secret = sign_in_actions.create_access_token(
        by=request.actor,
        holder=found,
        kind=TokenKind.INTEGRATION,
        name=body.name,
        permissions=found.permissions,
        days=body.days,
    )
    return {"secret": secret, "token": made}


@panel.delete(f"{ONE}/tokens/{{id:integration_token}}", needs=MANAGE)
def revoke_integration_token(request: Request, integration: Id, integration_token: Id) -> None:
    """Revoke a token: its next request is refused."""
    found = queries.integration(request.actor, integration)
    held = sign_in.access_token(found.organization_id, integration_token)
    if held.holder_id != found.id:
        raise TokenNotFound()
    sign_in_actions.revoke_access_token(by=request.actor, token=held)
