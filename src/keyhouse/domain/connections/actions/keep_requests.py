"""Keep provisioning requests and their answers, redacted, so that an administrator can read what happened."""

from collections.abc import Sequence
from dataclasses import asdict

from django.db import transaction

from keyhouse.domain.connections import queries
from keyhouse.domain.connections.events import ProvisioningRefused
from keyhouse.domain.connections.models import Connection, ProvisioningRequest
from keyhouse.domain.connections.rules.provisioning import Exchange
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize

READS = ("GET", "HEAD")


@transaction.atomic
def keep_requests(*, by: Actor, connection: Connection, exchanges: Sequence[Exchange]) -> None:
    """Write requests of a connection to its log; one that was to change something and was refused is also an event.

    The row of a write is kept in the transaction of the write. Raises NotAllowed.
    """
    authorize(by, Permission.ACCOUNTS_MANAGE, on=queries.facts_of_connection(connection))

    now = clock.now()
    ProvisioningRequest.objects.of(connection.organization_id).bulk_create(
        [ProvisioningRequest(connection_id=connection.id, at=now, ip=by.ip, **asdict(each)) for each in exchanges]
    )

    for refused in exchanges:
        if refused.status >= 400 and refused.method not in READS:
            event = ProvisioningRefused(
                connection=connection.name,
                method=refused.method,
                path=refused.path,
                status=refused.status,
                reason=refused.reason or str(refused.status),
            )
            record(event, by=by, on=connection)
