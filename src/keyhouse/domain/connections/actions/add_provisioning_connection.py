"""Add a connection through which an identity provider pushes people."""

from django.db import transaction

from keyhouse.domain.connections.errors import ConnectionNameTaken
from keyhouse.domain.connections.events import ProvisioningCreated
from keyhouse.domain.connections.models import Connection, ConnectionKind, ConnectionState
from keyhouse.domain.organizations.models import Organization
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def add_provisioning_connection(
    *, by: Actor, organization: Organization, name: str, provider: str = "other"
) -> Connection:
    """Add a provisioning connection; it is on at once, and opens with the tokens that are made for it.

    Raises NotAllowed, ConnectionNameTaken.
    """
    authorize(by, Permission.PROVISIONING_MANAGE, on=facts_of(organization.id))

    name = " ".join(name.split())[:100]
    connections = Connection.objects.of(organization)
    if connections.filter(kind=ConnectionKind.SCIM, name__iexact=name).exists():
        raise ConnectionNameTaken(name=name)

    connection: Connection = connections.create(
        kind=ConnectionKind.SCIM, provider=provider, name=name, state=ConnectionState.ACTIVE, made_at=clock.now()
    )

    record(ProvisioningCreated(connection=name, provider=provider), by=by, on=connection)
    return connection
