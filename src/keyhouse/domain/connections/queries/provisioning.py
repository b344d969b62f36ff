"""Questions about connections to identity providers."""

from keyhouse.domain.connections.errors import NoSuchConnection
from keyhouse.domain.connections.models import Connection, ConnectionKind, ProvisioningRequest, RoutedDomain
from keyhouse.foundation.permissions import Facts

PROVISIONING = (ConnectionKind.SCIM, ConnectionKind.INTEGRATION)


def facts_of_connection(connection: Connection) -> Facts:
    """What permissions about a connection are decided on."""
    return Facts(organization_id=connection.organization_id, connection_id=connection.id)


def connection(organization_id: int, identifier: int | None) -> Connection:
    """The connection of this organization with this id. Raises NoSuchConnection."""
    found = Connection.objects.of(organization_id).filter(id=identifier).first() if identifier else None
    if found is None:
        raise NoSuchConnection()
    return found


def provisioning_connections(organization_id: int) -> list[Connection]:
    """The connections by which people are provisioned, and the account integrations, by name."""
    return list(Connection.objects.of(organization_id).filter(kind__in=PROVISIONING).order_by("name", "id"))


def is_routed(organization_id: int, domain: str) -> bool:
    """Whether the people of a domain are sent to a sign-on connection that is on."""
    routes = RoutedDomain.objects.of(organization_id).filter(domain__name=domain).select_related("connection")
    return any(route.connection.is_on for route in routes)


def requests_of(
    organization_id: int, connection_id: int, *, before: int | None = None, limit: int = 50
) -> list[ProvisioningRequest]:
    """The newest provisioning requests of a connection, older than the id `before`."""
    rows = ProvisioningRequest.objects.of(organization_id).filter(connection_id=connection_id)
    if before is not None:
        rows = rows.filter(id__lt=before)
    return list(rows.order_by("-id")[:limit])
