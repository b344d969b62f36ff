"""Add an integration: a program of the organization that calls Keyhouse."""

from collections.abc import Collection

from django.db import transaction

from keyhouse.domain.connections.errors import ConnectionNameTaken
from keyhouse.domain.connections.events import IntegrationCreated
from keyhouse.domain.connections.models import Connection, ConnectionKind, ConnectionState
from keyhouse.domain.organizations.models import Organization
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def add_integration(
    *, by: Actor, organization: Organization, name: str, permissions: Collection[Permission]
) -> Connection:
    """Add an integration with the permissions that its tokens may hold. Raises NotAllowed, ConnectionNameTaken."""
    authorize(by, Permission.INTEGRATIONS_MANAGE, on=facts_of(organization.id))

    name = " ".join(name.split())[:100]
    connections = Connection.objects.of(organization)
    if connections.filter(kind=ConnectionKind.INTEGRATION, name__iexact=name).exists():
        raise ConnectionNameTaken(name=name)

    wanted = sorted(permission.value for permission in permissions)
    connection: Connection = connections.create(
        kind=ConnectionKind.INTEGRATION,
        name=name,
        state=ConnectionState.ACTIVE,
        permissions=wanted,
        made_at=clock.now(),
    )

    record(IntegrationCreated(integration=name, permissions=", ".join(wanted)), by=by, on=connection)
    return connection
