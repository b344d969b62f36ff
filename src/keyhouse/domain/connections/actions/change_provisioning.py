"""Change how a provisioning connection behaves, pause it or let it go on."""

from django.db import transaction

from keyhouse.domain.connections import queries
from keyhouse.domain.connections.events import ProviderChanged
from keyhouse.domain.connections.models import Connection, ConnectionState
from keyhouse.domain.connections.rules.provisioning import OPTIONS, ProvisioningOptions, options_of
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def change_provisioning(
    *, by: Actor, connection: Connection, options: ProvisioningOptions | None = None, paused: bool | None = None
) -> bool:
    """Give a connection these settings, and pause it or let it go on; answers whether that changed anything.

    A paused connection's tokens open nothing, and its people stay as they are. Raises NotAllowed.
    """
    authorize(by, Permission.PROVISIONING_MANAGE, on=queries.facts_of_connection(connection))

    wanted = options or options_of(connection)
    state = connection.state if paused is None else ConnectionState.DISABLED if paused else ConnectionState.ACTIVE
    changed = [name for name in OPTIONS if getattr(wanted, name) != getattr(connection, name)]
    if not changed and state == connection.state:
        return False

    for name in changed:
        setattr(connection, name, getattr(wanted, name))
    words = [name.replace("_", " ") for name in changed]
    if state != connection.state:
        connection.state = state
        words.append("paused" if paused else "on again")
    connection.save(update_fields=[*changed, "state"])

    record(ProviderChanged(connection=connection.name, changes=", ".join(words)), by=by, on=connection)
    return True
