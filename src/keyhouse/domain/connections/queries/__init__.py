"""All that can be asked about connections, one file per subject."""

from keyhouse.domain.connections.queries.provisioning import (
    connection,
    facts_of_connection,
    is_routed,
    last_requests,
    open_integrations,
    provisioning_connection,
    provisioning_connections,
    refused_lately,
    request,
    requests_of,
)
from keyhouse.domain.connections.queries.sign_on import (
    domains_at,
    is_assigned,
    issuer_elsewhere,
    named_connection,
    private_key,
    routed_connection,
    sign_on_at_the_door,
    sign_on_connection,
    sign_on_connections,
    unassigned_domains,
)

__all__ = [
    "connection",
    "domains_at",
    "facts_of_connection",
    "is_assigned",
    "is_routed",
    "issuer_elsewhere",
    "last_requests",
    "named_connection",
    "open_integrations",
    "private_key",
    "provisioning_connection",
    "provisioning_connections",
    "refused_lately",
    "request",
    "requests_of",
    "routed_connection",
    "sign_on_at_the_door",
    "sign_on_connection",
    "sign_on_connections",
    "unassigned_domains",
]
