"""How a domain is trusted after an approval, and what its request changes while it waits."""

from collections.abc import Mapping
from typing import Any

from keyhouse.domain.email_domains import actions, queries
from keyhouse.domain.email_domains.errors import NoSuchDomain
from keyhouse.domain.governance.rules.arguments import identifier, text
from keyhouse.foundation.permissions import Actor, system_actor

Arguments = Mapping[str, Any]


def trust(by: Actor, arguments: Arguments) -> object:
    """Trust a domain."""
    domain = queries.domain(by, identifier(arguments, "domain"))
    return actions.trust_email_domain(by=by, domain=domain, reason=text(arguments, "reason"))


def wait_for_trust(by: Actor, arguments: Arguments) -> object:
    """Show the domain as waiting for approval."""
    domain = queries.domain(by, identifier(arguments, "domain"))
    return actions.ask_for_trust(by=by, domain=domain, reason=text(arguments, "reason"))


def end_waiting(by: Actor, arguments: Arguments) -> object:
    """Show the domain as not verified again, whoever closed the request; one that was removed needs nothing."""
    here = system_actor(by.organization_id)
    try:
        return actions.end_trust_request(by=here, domain=queries.domain(here, identifier(arguments, "domain")))
    except NoSuchDomain:
        return None
