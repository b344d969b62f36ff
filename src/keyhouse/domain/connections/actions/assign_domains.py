"""Assign email domains to a connection: their people are sent to it once it is on."""

from collections.abc import Iterable

from django.db import transaction

from keyhouse.domain.connections import queries
from keyhouse.domain.connections.errors import DomainElsewhere, DomainNotVerified, NotTested
from keyhouse.domain.connections.events import DomainsAssigned
from keyhouse.domain.connections.models import Connection, RoutedDomain
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, ActorKind, Permission, authorize


@transaction.atomic
def assign_domains(*, by: Actor, connection: Connection, domains: Iterable[EmailDomain], all_new: bool = False) -> None:
    """Make these, and no others, the domains of a connection; the operator needs no test first.

    Raises NotAllowed, NotTested, DomainNotVerified, DomainElsewhere.
    """
    authorize(by, Permission.SSO_MANAGE, on=queries.facts_of_connection(connection))

    wanted = list(domains)
    if connection.saml.tested_at is None and by.kind is not ActorKind.OPERATOR:
        raise NotTested(connection=connection.name)
    routes = RoutedDomain.objects.of(connection.organization_id)
    for domain in wanted:
        if domain.organization_id != connection.organization_id or not domain.is_verified:
            raise DomainNotVerified(domain=domain.name, connection=connection.name)
        taken = routes.filter(domain=domain).exclude(connection=connection).select_related("connection").first()
        if taken is not None:
            raise DomainElsewhere(domain=domain.name, other=taken.connection.name)

    before = [domain.name for domain in queries.domains_at(connection)]
    routes.filter(connection=connection).exclude(domain__in=wanted).delete()
    for domain in wanted:
        routes.get_or_create(domain=domain, connection=connection, organization_id=connection.organization_id)
    connection.routes_new_domains = all_new
    connection.save(update_fields=["routes_new_domains"])

    after = sorted(domain.name for domain in wanted)
    shown = ", ".join(after) or "no domain"
    event = DomainsAssigned(connection=connection.name, domains=shown, before=before, after=after)
    record(event, by=by, on=connection)
