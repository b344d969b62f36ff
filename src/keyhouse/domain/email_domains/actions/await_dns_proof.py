"""Look for a TXT record by itself until it appears."""

from django.db import transaction

from keyhouse.domain.email_domains import rules
from keyhouse.domain.email_domains.errors import AlreadyVerified
from keyhouse.domain.email_domains.events import DomainRecordAwaited
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def await_dns_proof(*, by: Actor, domain: EmailDomain, include_subdomains: bool = False) -> EmailDomain:
    """Have the TXT record of a domain looked for: every 5 minutes for an hour, then hourly until 72 hours are over.

    With `include_subdomains` the proof is to hold for the domains below too. Raises NotAllowed, AlreadyVerified.
    """
    authorize(by, Permission.DOMAINS_MANAGE, on=facts_of(domain.organization_id))

    domain = EmailDomain.objects.of(domain.organization_id).select_for_update().get(id=domain.id)
    if domain.is_verified:
        raise AlreadyVerified(name=domain.name)

    domain.awaited_since = clock.now()
    domain.method, domain.include_subdomains = "dns", include_subdomains
    domain.next_check_at = rules.next_look(domain, clock.now())
    domain.save(update_fields=["awaited_since", "method", "include_subdomains", "next_check_at"])

    record(DomainRecordAwaited(domain=domain.name), by=by, on=domain)
    return domain
