"""Mark a domain as waiting to be trusted: a step of asking for it."""

from django.db import transaction

from keyhouse.domain.email_domains import queries
from keyhouse.domain.email_domains.errors import AlreadyVerified, ReasonNeeded
from keyhouse.domain.email_domains.events import DomainTrustAsked
from keyhouse.domain.email_domains.models import DomainState, EmailDomain
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def ask_for_trust(*, by: Actor, domain: EmailDomain, reason: str) -> EmailDomain:
    """Make a domain Waiting for approval, with who asked and why; until then it allows what a claimed one does.

    Raises NotAllowed, AlreadyVerified, ReasonNeeded.
    """
    authorize(by, Permission.DOMAINS_MANAGE, on=facts_of(domain.organization_id))

    domain = queries.locked(domain)
    if domain.is_verified:
        raise AlreadyVerified(name=domain.name)
    if not reason.strip():
        raise ReasonNeeded()

    domain.state, domain.trust_reason = DomainState.TRUST_PENDING, reason.strip()[:500]
    domain.trust_asked_by_id, domain.trust_asked_at = by.person_id, clock.now()
    domain.save(update_fields=["state", "trust_reason", "trust_asked_by_id", "trust_asked_at"])

    record(DomainTrustAsked(domain=domain.name, reason=domain.trust_reason), by=by, on=domain)
    return domain
