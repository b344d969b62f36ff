"""Take a domain back to Not verified when its trust was not approved."""

from django.db import transaction

from keyhouse.domain.email_domains import queries
from keyhouse.domain.email_domains.events import DomainTrustNotGiven
from keyhouse.domain.email_domains.models import DomainLink, DomainState, EmailDomain, LinkPurpose
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def end_trust_request(*, by: Actor, domain: EmailDomain) -> EmailDomain:
    """End the wait for trust, whoever ends it: declined, canceled or expired. Raises NotAllowed."""
    authorize(by, Permission.DOMAINS_MANAGE, on=facts_of(domain.organization_id))

    domain = queries.locked(domain)
    if domain.state != DomainState.TRUST_PENDING:
        return domain

    domain.state, domain.trust_asked_at = DomainState.CLAIMED, None
    domain.save(update_fields=["state", "trust_asked_at"])
    DomainLink.objects.of(domain.organization_id).filter(domain=domain, purpose=LinkPurpose.TRUST).delete()

    record(DomainTrustNotGiven(domain=domain.name), by=by, on=domain)
    return domain
