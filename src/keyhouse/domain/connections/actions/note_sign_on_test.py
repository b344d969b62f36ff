"""Keep the outcome of a test of a connection."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from keyhouse.domain.connections import queries
from keyhouse.domain.connections.events import SignOnTested
from keyhouse.domain.connections.models import Connection, ConnectionState
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def note_sign_on_test(*, by: Actor, connection: Connection, email: str, passed: bool, result: dict[str, Any]) -> None:
    """Keep what the identity provider sent and whether it fits; a draft that passed is tested. Raises NotAllowed."""
    authorize(by, Permission.SSO_MANAGE, on=queries.facts_of_connection(connection))

    setup = connection.saml
    setup.test_result = {**result, "email": email, "passed": passed}
    setup.tested_at = clock.now() if passed else None
    setup.save(update_fields=["test_result", "tested_at"])
    if connection.state in (ConnectionState.DRAFT, ConnectionState.TESTED):
        connection.state = ConnectionState.TESTED if passed else ConnectionState.DRAFT
        connection.save(update_fields=["state"])

    outcome = str(_("passed") if passed else _("failed"))
    record(SignOnTested(connection=connection.name, email=email, outcome=outcome), by=by, on=connection)
