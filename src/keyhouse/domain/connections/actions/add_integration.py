"""Add an integration: a program of the organization that calls Keyhouse."""

from collections.abc import Collection, Sequence

from django.db import transaction

from keyhouse.domain.connections.errors import ConnectionNameTaken, PermissionNotGivenHere
from keyhouse.domain.connections.events import IntegrationCreated
from keyhouse.domain.connections.models import Connection, ConnectionKind, ConnectionState
from keyhouse.domain.connections.rules import integrations as rules
from keyhouse.domain.organizations.models import Organization
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def add_integration(
    *,
    by: Actor,
    organization: Organization,
    name: str,
    permissions: Collection[Permission],
    description: str = "",
    networks: Sequence[str] = (),
    reads_logs_only: bool = False,
) -> Connection:
    """Add an integration with the permissions that its tokens may hold, from these networks or from any.

    Where it is made limits what it may have: Security gives the reading of logs alone.
    Raises NotAllowed, ConnectionNameTaken, PermissionNotGivenHere, WrongNetwork.
    """
    authorize(by, Permission.INTEGRATIONS_MANAGE, on=facts_of(organization.id))

    name = " ".join(name.split())[:100]
    connections = Connection.objects.of(organization)
    if connections.filter(kind=ConnectionKind.INTEGRATION, name__iexact=name).exists():
        raise ConnectionNameTaken(name=name)

    known = rules.grantable(by, reads_logs_only=reads_logs_only)
    if beyond := next((one for one in permissions if one not in known), None):
        raise PermissionNotGivenHere(permission=beyond.sentence)
    allowed = rules.in_one_form(networks)

    wanted = sorted(permission.value for permission in permissions)
    connection: Connection = connections.create(
        kind=ConnectionKind.INTEGRATION,
        name=name,
        state=ConnectionState.ACTIVE,
        description=" ".join(description.split())[:500],
        permissions=wanted,
        allowed_networks=allowed,
        reads_logs_only=reads_logs_only,
        app_secret_encrypted=secrets.encrypt(rules.PURPOSE, secrets.new_handle().text),
        made_at=clock.now(),
    )

    record(IntegrationCreated(integration=name, permissions=", ".join(wanted)), by=by, on=connection)
    return connection
