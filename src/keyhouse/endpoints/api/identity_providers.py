"""Identity providers: provisioning connections, their settings, and the log of what they asked."""

from ninja import Query, Schema
from pydantic import Field

from keyhouse.domain.connections import actions, queries
from keyhouse.domain.connections.rules import PROVIDERS, ProvisioningOptions
from keyhouse.domain.organizations import queries as organizations
from keyhouse.endpoints.api.errors import UnknownProvider
from keyhouse.endpoints.api.forms import Form, Id, Line, Many, Moment, Paging, everything, many, place
from keyhouse.endpoints.api.routing import Panel, Request
from keyhouse.foundation.permissions import Permission

panel = Panel("Identity providers")


class ProvisioningConnection(Schema):
    """A connection by which an identity provider pushes people, or an integration that manages accounts."""

    id: Id
    name: str
    kind: str
    provider: str
    state: str
    send_invitations: bool
    refuse_unverified_domains: bool
    accounts_without_email: bool
    refuse_delete: bool
    strict_replace: bool
    made_at: Moment


class NewConnection(Form):
    """A connection to add."""

    name: Line = Field(min_length=1, max_length=100)
    provider: Line = "other"


class ConnectionOptions(Form):
    """The settings of a connection; what is left out stays."""

    send_invitations: bool | None = None
    refuse_unverified_domains: bool | None = None
    accounts_without_email: bool | None = None
    refuse_delete: bool | None = None
    strict_replace: bool | None = None


class LoggedRequest(Schema):
    """A provisioning request and its answer, with every secret masked."""

    id: Id
    at: Moment
    request_id: str
    client: str
    ip: str
    method: str
    path: str
    status: int
    milliseconds: int
    body: str
    answer: str
    reason: str
    person: Id | None = Field(alias="person_id")


CONNECTIONS = "/identity-providers"
ONE = f"{CONNECTIONS}/{{id:connection}}"


@panel.get(CONNECTIONS, needs=Permission.PROVISIONING_VIEW, answer=Many[ProvisioningConnection])
def list_provisioning_connections(request: Request) -> dict[str, object]:
    """The connections that push people."""
    return everything(queries.provisioning_connections(request.actor.organization_id or 0))


@panel.post(CONNECTIONS, needs=Permission.PROVISIONING_MANAGE, answer=ProvisioningConnection)
def add_provisioning_connection(request: Request, body: NewConnection) -> object:
    """Add a connection; it opens with the tokens that are made for it."""
    if body.provider not in PROVIDERS:
        raise UnknownProvider(provider=body.provider, known=", ".join(PROVIDERS))
    organization = organizations.organization(request.actor.organization_id or 0)
    return actions.add_provisioning_connection(
        by=request.actor, organization=organization, name=body.name, provider=body.provider
    )


@panel.get(ONE, needs=Permission.PROVISIONING_VIEW, answer=ProvisioningConnection)
def read_provisioning_connection(request: Request, connection: Id) -> object:
    """One connection."""
    return queries.provisioning_connection(request.actor, connection)


@panel.patch(ONE, needs=Permission.PROVISIONING_MANAGE, answer=ProvisioningConnection)
def change_provisioning_connection(request: Request, connection: Id, body: ConnectionOptions) -> object:
    """Change the settings of a connection."""
    found = queries.provisioning_connection(request.actor, connection)
    given = body.dict(exclude_none=True)
    kept = {name: given.get(name, getattr(found, name)) for name in ConnectionOptions.model_fields}
    actions.change_provisioning(by=request.actor, connection=found, options=ProvisioningOptions(**kept))
    return queries.provisioning_connection(request.actor, connection)


@panel.post(f"{ONE}/pause", needs=Permission.PROVISIONING_MANAGE, answer=ProvisioningConnection, status=200)
def pause_provisioning_connection(request: Request, connection: Id) -> object:
    """Refuse every request of a connection; its people stay as they are."""
    return _paused(request, connection, True)


@panel.post(f"{ONE}/resumption", needs=Permission.PROVISIONING_MANAGE, answer=ProvisioningConnection, status=200)
def resume_provisioning_connection(request: Request, connection: Id) -> object:
    """Let a paused connection go on."""
    return _paused(request, connection, False)


@panel.get(f"{ONE}/requests", needs=Permission.PROVISIONING_VIEW, answer=Many[LoggedRequest])
def list_provisioning_requests(
    request: Request, connection: Id, paging: Query[Paging], text: Line = "", kind: Line = ""
) -> dict[str, object]:
    """What a connection asked, the newest first; `kind` is changes, refused or empty."""
    found, after = queries.provisioning_connection(request.actor, connection), place(request, paging)
    rows = queries.requests_of(
        found.organization_id,
        found.id,
        text=text,
        kind=kind,
        before=after[0] if after else None,
        limit=paging.limit + 1,
    )
    return many(request, paging, rows, lambda row: [row.id])


def _paused(request: Request, connection: int, paused: bool) -> object:
    found = queries.provisioning_connection(request.actor, connection)
    actions.change_provisioning(by=request.actor, connection=found, paused=paused)
    return queries.provisioning_connection(request.actor, connection)
