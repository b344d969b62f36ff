"""Remove an integration; its tokens open nothing from then on."""

from django.db import transaction

from keyhouse.domain.connections import queries
from keyhouse.domain.connections.events import IntegrationRemoved
from keyhouse.domain.connections.models import Connection
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def remove_integration(*, by: Actor, integration: Connection) -> None:
    """Remove an integration; people whom it managed are managed by hand from then on. Raises NotAllowed."""
    authorize(by, Permission.INTEGRATIONS_MANAGE, on=queries.facts_of_connection(integration))

    Connection.objects.of(integration.organization_id).filter(id=integration.id).delete()

    record(IntegrationRemoved(integration=integration.name), by=by, on=integration)
