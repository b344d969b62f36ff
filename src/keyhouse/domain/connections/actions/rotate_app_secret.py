"""Replace the app secret of an integration, and let the old one go on for a day."""

import datetime as dt

from django.db import transaction

from keyhouse.domain.connections import queries
from keyhouse.domain.connections.events import IntegrationSecretRotated
from keyhouse.domain.connections.models import Connection
from keyhouse.domain.connections.rules import integrations as rules
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize

OVERLAP = dt.timedelta(hours=24)


@transaction.atomic
def rotate_app_secret(*, by: Actor, integration: Connection) -> tuple[str, str]:
    """Make a new app secret; the one before goes on for 24 hours. Raises NotAllowed.

    Returns the secret and its proof, which are shown once.
    """
    authorize(by, Permission.INTEGRATIONS_MANAGE, on=queries.facts_of_connection(integration))

    secret, until = secrets.new_handle().text, clock.now() + OVERLAP
    integration.old_secret_encrypted, integration.old_secret_until = integration.app_secret_encrypted, until
    integration.app_secret_encrypted = secrets.encrypt(rules.PURPOSE, secret)
    integration.save(update_fields=["app_secret_encrypted", "old_secret_encrypted", "old_secret_until"])

    event = IntegrationSecretRotated(integration=integration.name, until=until.isoformat())
    record(event, by=by, on=integration)
    return secret, rules.proof_of(integration.id, secret)
