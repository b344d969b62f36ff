"""The panels of the API, in the order of the menu; a new one is a file of this folder and a line here."""

from keyhouse.endpoints.api import (
    domain_releases,
    domains,
    identity_providers,
    insights,
    integrations,
    log_streams,
    organizations,
    people,
    relationships,
    security_logs,
    single_sign_on,
    tokens,
)
from keyhouse.endpoints.api.routing import Panel

PANELS: list[Panel] = [
    organizations.panel,
    people.panel,
    identity_providers.panel,
    relationships.panel,
    domains.panel,
    domain_releases.panel,
    tokens.panel,
    insights.panel,
    single_sign_on.panel,
    security_logs.panel,
    log_streams.panel,
    integrations.panel,
]
