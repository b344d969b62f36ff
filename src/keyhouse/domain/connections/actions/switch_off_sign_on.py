"""Switch a sign-on connection off."""

from django.db import transaction

from keyhouse.domain.connections import queries
from keyhouse.domain.connections.events import SignOnDeactivated
from keyhouse.domain.connections.models import Connection, ConnectionState
from keyhouse.domain.organizations import queries as organizations
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, require_fresh


@transaction.atomic
def switch_off_sign_on(*, by: Actor, connection: Connection) -> None:
    """Switch a connection off: its people sign in with passwords, its links and domains stay.

    Raises NotAllowed, NeedsFreshSignIn.
    """
    authorize(by, Permission.TURN_OFF_SSO, on=queries.facts_of_connection(connection))
    require_fresh(by, within=organizations.fresh_within(connection.organization_id))

    connection.state = ConnectionState.DISABLED
    connection.save(update_fields=["state"])

    record(SignOnDeactivated(connection=connection.name), by=by, on=connection)
