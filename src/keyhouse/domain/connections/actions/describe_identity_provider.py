"""Tell a connection which identity provider stands behind it."""

from django.db import transaction

from keyhouse.domain.connections import queries, rules
from keyhouse.domain.connections.errors import IssuerTaken, NoIdentityProvider
from keyhouse.domain.connections.events import SignOnChanged
from keyhouse.domain.connections.models import Connection, ConnectionState
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def describe_identity_provider(*, by: Actor, connection: Connection, provider: rules.IdentityProvider) -> None:
    """Keep issuer, addresses and certificates of the identity provider; a change of these voids the test.

    Raises NotAllowed, NoIdentityProvider, IssuerTaken.
    """
    authorize(by, Permission.SSO_MANAGE, on=queries.facts_of_connection(connection))

    setup = connection.saml
    if not (provider.issuer and provider.sign_on_url and provider.certificates):
        raise NoIdentityProvider(connection=connection.name)
    if other := queries.issuer_elsewhere(connection.organization_id, provider.issuer, but=connection.id):
        raise IssuerTaken(other=other.name, issuer=provider.issuer)

    changed = rules.changes_of(setup, provider)
    setup.issuer, setup.sign_on_url = provider.issuer, provider.sign_on_url
    setup.sign_on_binding, setup.logout_url = provider.sign_on_binding, provider.logout_url
    setup.certificates = list(provider.certificates)[: rules.SLOTS]
    setup.metadata_url = provider.metadata_url
    if changed:
        setup.tested_at = None
        if connection.state == ConnectionState.TESTED:
            connection.state = ConnectionState.DRAFT
            connection.save(update_fields=["state"])
    setup.save()

    record(
        SignOnChanged(
            connection=connection.name,
            changed=", ".join(changed) or "nothing that matters",
            issuer=provider.issuer,
            certificates=list(provider.certificates),
            test_is_void=bool(changed),
        ),
        by=by,
        on=connection,
    )
