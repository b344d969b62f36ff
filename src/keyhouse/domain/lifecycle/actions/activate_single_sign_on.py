"""Switch a sign-on connection on, once it was tried and somebody gets in without it."""

from django.db import transaction

from keyhouse.domain.connections import queries, rules
from keyhouse.domain.connections.errors import BreakGlassMissing, NoIdentityProvider, NotTested
from keyhouse.domain.connections.events import SignOnActivated
from keyhouse.domain.connections.models import Connection, ConnectionState
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.sign_in import queries as sign_in
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, ActorKind, Permission, authorize, require_fresh


@transaction.atomic
def activate_single_sign_on(*, by: Actor, connection: Connection) -> None:
    """Send the people of the assigned domains to the identity provider from now on.

    The operator needs neither a test nor a break-glass administrator.
    Raises NotAllowed, NeedsFreshSignIn, NoIdentityProvider, NotTested, BreakGlassMissing.
    """
    authorize(by, Permission.SSO_MANAGE, on=queries.facts_of_connection(connection))
    require_fresh(by, within=organizations.fresh_within(connection.organization_id))

    by_word = by.kind is ActorKind.OPERATOR
    organizations.locked(connection.organization_id)
    if not rules.is_ready(connection.saml):
        raise NoIdentityProvider(connection=connection.name)
    if connection.saml.tested_at is None and not by_word:
        raise NotTested(connection=connection.name)
    if not by_word and not sign_in.somebody_gets_in_without(connection.organization_id):
        raise BreakGlassMissing()

    connection.state = ConnectionState.ACTIVE
    connection.save(update_fields=["state"])

    domains = ", ".join(domain.name for domain in queries.domains_at(connection)) or "no domain"
    event = SignOnActivated(connection=connection.name, domains=domains, tested=connection.saml.tested_at is not None)
    record(event, by=by, on=connection)
