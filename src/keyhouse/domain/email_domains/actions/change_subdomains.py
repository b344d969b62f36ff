"""Let the proof of a domain hold for the domains below it, or no longer."""

from django.db import transaction

from keyhouse.domain.email_domains import queries
from keyhouse.domain.email_domains.errors import SubdomainsNeedRecord
from keyhouse.domain.email_domains.events import SubdomainsExcluded, SubdomainsIncluded
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def change_subdomains(*, by: Actor, domain: EmailDomain, include: bool) -> EmailDomain:
    """Extend the proof of a domain to its subdomains that nobody else has verified, or take that back.

    Only a TXT record can be extended. Raises NotAllowed, SubdomainsNeedRecord.
    """
    authorize(by, Permission.DOMAINS_MANAGE, on=facts_of(domain.organization_id))

    domain = queries.locked(domain)
    if include and not (domain.is_verified and domain.method == "dns"):
        raise SubdomainsNeedRecord(name=domain.name)
    if domain.include_subdomains == include:
        return domain

    domain.include_subdomains = include
    domain.save(update_fields=["include_subdomains"])

    event = SubdomainsIncluded if include else SubdomainsExcluded
    record(event(domain=domain.name), by=by, on=domain)
    return domain
