"""Questions about sign-on connections: which there are, which domains lead to them, and their keys."""

from django.db.models import QuerySet

from keyhouse.domain.connections.errors import SignOnConnectionNotFound
from keyhouse.domain.connections.models import Connection, ConnectionKind, ConnectionState, RoutedDomain, SamlSetup
from keyhouse.domain.connections.rules.sign_on import KEY_PURPOSE
from keyhouse.domain.email_domains.models import VERIFIED, EmailDomain
from keyhouse.foundation import secrets
from keyhouse.foundation.permissions import Actor

ON = (ConnectionState.ACTIVE, ConnectionState.TRIAL)


def sign_on_connections(organization_id: int) -> "QuerySet[Connection]":
    """The sign-on connections of an organization with their setup, in the order of their making."""
    rows: QuerySet[Connection] = Connection.objects.of(organization_id)
    return rows.filter(kind=ConnectionKind.SAML, saml__isnull=False).select_related("saml").order_by("id")


def sign_on_connection(by: Actor, identifier: int) -> Connection:
    """A sign-on connection of the actor's organization. Raises SignOnConnectionNotFound."""
    found = sign_on_connections(by.organization_id or 0).filter(id=identifier).first()
    if found is None:
        raise SignOnConnectionNotFound()
    return found


def sign_on_at_the_door(identifier: int) -> Connection:
    """The connection that an address names, for a door where nobody has signed in. Raises SignOnConnectionNotFound."""
    rows = Connection.objects.everywhere(reason="an address names a connection before anybody has signed in")
    found = rows.filter(id=identifier, kind=ConnectionKind.SAML).select_related("saml", "organization").first()
    if found is None:
        raise SignOnConnectionNotFound()
    connection: Connection = found
    return connection


def named_connection(organization_id: int, name: str) -> Connection | None:
    """The sign-on connection of this name."""
    return sign_on_connections(organization_id).filter(name=name).first()


def issuer_elsewhere(organization_id: int, issuer: str, but: int | None = None) -> Connection | None:
    """Another connection of the organization with this issuer."""
    setups = SamlSetup.objects.of(organization_id).filter(issuer=issuer).exclude(connection_id=but)
    found = setups.select_related("connection").first()
    return found.connection if found else None


def routed_connection(organization_id: int, domain: str) -> Connection | None:
    """The connection that is on and to which a verified domain of the organization is assigned."""
    routes = RoutedDomain.objects.of(organization_id).select_related("connection", "connection__saml")
    found = routes.filter(domain__name=domain, domain__state__in=VERIFIED, connection__state__in=ON).first()
    return found.connection if found else None


def is_assigned(connection: Connection, domain: str) -> bool:
    """Whether a verified domain is assigned to a connection, on or off."""
    routes = RoutedDomain.objects.of(connection.organization_id).filter(connection=connection)
    return bool(routes.filter(domain__name=domain, domain__state__in=VERIFIED).exists())


def domains_at(connection: Connection) -> list[EmailDomain]:
    """The domains assigned to a connection, by name."""
    routes = RoutedDomain.objects.of(connection.organization_id).filter(connection=connection)
    return [route.domain for route in routes.select_related("domain").order_by("domain__name")]


def unassigned_domains(organization_id: int) -> list[EmailDomain]:
    """The verified domains that lead to no connection."""
    taken = RoutedDomain.objects.of(organization_id).values("domain_id")
    free = EmailDomain.objects.of(organization_id).filter(state__in=VERIFIED).exclude(id__in=taken)
    return list(free.order_by("name"))


def private_key(connection: Connection) -> str:
    """Our own private key for a connection, as PEM."""
    return secrets.decrypt(KEY_PURPOSE, connection.saml.private_key_encrypted)
