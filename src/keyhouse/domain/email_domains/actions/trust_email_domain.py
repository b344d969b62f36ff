"""Trust a domain that can't be proved."""

from django.db import transaction

from keyhouse.domain.email_domains.events import DomainTrusted
from keyhouse.domain.email_domains.models import DomainState, EmailDomain
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def trust_email_domain(*, by: Actor, domain: EmailDomain, reason: str) -> EmailDomain:
    """Make a domain Trusted: its people may be invited, but nothing is proved. Raises NotAllowed."""
    authorize(by, Permission.APPROVE_TRUSTED_DOMAIN, on=facts_of(domain.organization_id))

    if domain.is_verified:
        return domain

    domain.state = DomainState.TRUSTED
    domain.save(update_fields=["state"])

    record(DomainTrusted(domain=domain.name, reason=reason), by=by, on=domain)
    return domain
