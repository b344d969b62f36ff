"""Questions about provisioning connections, and what was asked over them."""

import datetime as dt

from django.db.models import Count, Max, Q

from keyhouse.domain.connections.errors import NoSuchConnection
from keyhouse.domain.connections.models import Connection, ConnectionKind, ProvisioningRequest, RoutedDomain
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import Actor, Facts, Permission

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


def provisioning_connection(by: Actor, identifier: int | None) -> Connection:
    """A provisioning connection or account integration of the actor's organization. Raises NoSuchConnection."""
    found = connection(by.organization_id or 0, identifier)
    if found.kind not in PROVISIONING:
        raise NoSuchConnection()
    return found


def integrations(organization_id: int, *, readers_of_logs: bool = False) -> list[Connection]:
    """The integrations of an organization, or those that may read its security log, by name."""
    rows = Connection.objects.of(organization_id).filter(kind=ConnectionKind.INTEGRATION).order_by("name", "id")
    reads = Permission.SECURITY_LOGS_READ.value
    return [one for one in rows if not readers_of_logs or reads in one.permissions]


def integration(by: Actor, identifier: int | None) -> Connection:
    """One integration of the actor's organization. Raises NoSuchConnection."""
    found = connection(by.organization_id or 0, identifier)
    if found.kind != ConnectionKind.INTEGRATION:
        raise NoSuchConnection()
    return found


def open_integrations(organization_id: int) -> list[Connection]:
    """The integrations that are on and whose tokens open from any network."""
    rows = Connection.objects.of(organization_id).filter(kind=ConnectionKind.INTEGRATION).order_by("name")
    return [one for one in rows if one.is_on and not one.allowed_networks]


def last_requests(organization_id: int) -> dict[int, dt.datetime]:
    """When each connection of an organization last asked for anything."""
    rows = ProvisioningRequest.objects.of(organization_id).values("connection_id").annotate(last=Max("at"))
    return {row["connection_id"]: row["last"] for row in rows}


def refused_lately(organization_id: int) -> dict[int, int]:
    """How many requests of each connection were refused within the last day."""
    since = clock.now() - dt.timedelta(days=1)
    rows = ProvisioningRequest.objects.of(organization_id).filter(at__gte=since, status__gte=400)
    return {row["connection_id"]: row["n"] for row in rows.values("connection_id").annotate(n=Count("id"))}


def request(by: Actor, connection_id: int, identifier: int) -> ProvisioningRequest:
    """One provisioning request of a connection of the actor's organization. Raises NoSuchConnection."""
    rows = ProvisioningRequest.objects.of(by.organization_id or 0).filter(connection_id=connection_id)
    found = rows.filter(id=identifier).first()
    if found is None:
        raise NoSuchConnection()
    return found


def is_routed(organization_id: int, domain: str) -> bool:
    """Whether the people of a domain are sent to a sign-on connection that is on."""
    routes = RoutedDomain.objects.of(organization_id).filter(domain__name=domain).select_related("connection")
    return any(route.connection.is_on for route in routes)


def requests_of(
    organization_id: int,
    connection_id: int,
    *,
    text: str = "",
    kind: str = "",
    before: int | None = None,
    limit: int = 50,
) -> list[ProvisioningRequest]:
    """The newest provisioning requests of a connection, older than the id `before`.

    `kind` is `changes`, `refused` or empty for all; `text` is looked for in path, body, reason and request id.
    """
    rows = ProvisioningRequest.objects.of(organization_id).filter(connection_id=connection_id)
    if kind == "refused":
        rows = rows.filter(status__gte=400)
    elif kind == "changes":
        rows = rows.exclude(method__in=("GET", "HEAD")).filter(status__lt=400)
    if text:
        anywhere = Q(path__icontains=text) | Q(body__icontains=text) | Q(reason__icontains=text)
        rows = rows.filter(anywhere | Q(request_id=text))
    if before is not None:
        rows = rows.filter(id__lt=before)
    return list(rows.order_by("-id")[:limit])
