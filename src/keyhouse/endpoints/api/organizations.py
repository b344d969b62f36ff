"""The organization that a token acts in, and what the token may do."""

from ninja import Schema

from keyhouse.domain.organizations import queries
from keyhouse.endpoints.api.forms import Id
from keyhouse.endpoints.api.routing import Panel, Request

panel = Panel("Organization")


class Organization(Schema):
    """An organization."""

    id: Id
    name: str
    time_zone: str
    locale: str


class Caller(Schema):
    """Who acts by this token, in which organization, with which permissions."""

    id: Id
    kind: str
    name: str
    permissions: list[str]
    organization: Organization


@panel.get("/me", needs=None, answer=Caller)
def read_caller(request: Request) -> dict[str, object]:
    """Who acts by this token, and what it may do."""
    by = request.actor
    return {
        "id": by.id,
        "kind": by.kind.value,
        "name": by.name,
        "permissions": sorted(one.value for one in by.permissions),
        "organization": queries.organization(by.organization_id or 0),
    }
