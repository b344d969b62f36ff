"""Add a sign-on connection as a draft that knows our side only."""

from django.db import transaction

from keyhouse.domain.connections import queries, rules
from keyhouse.domain.connections.errors import ConnectionNameTaken
from keyhouse.domain.connections.events import SignOnCreated
from keyhouse.domain.connections.models import Connection, ConnectionKind, SamlSetup
from keyhouse.domain.connections.rules.sign_on import KEY_PURPOSE
from keyhouse.domain.organizations.models import Organization
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def add_sign_on_connection(
    *, by: Actor, organization: Organization, name: str, keys: rules.KeyPair, provider: str = "other"
) -> Connection:
    """Add a connection nobody uses yet; its private key is kept encrypted. Raises NotAllowed, ConnectionNameTaken."""
    authorize(by, Permission.SSO_MANAGE, on=facts_of(organization.id))

    if queries.named_connection(organization.id, name):
        raise ConnectionNameTaken(name=name)

    connection: Connection = Connection.objects.of(organization).create(
        kind=ConnectionKind.SAML, provider=provider, name=name, made_at=clock.now()
    )
    SamlSetup.objects.of(organization).create(
        connection=connection,
        private_key_encrypted=secrets.encrypt(KEY_PURPOSE, keys.private_key),
        certificate=keys.certificate,
    )

    record(SignOnCreated(connection=name, provider=provider), by=by, on=connection)
    return connection
