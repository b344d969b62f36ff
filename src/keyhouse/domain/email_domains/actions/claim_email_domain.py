"""Claim a domain for an organization, as the first step to proving it."""

from django.db import IntegrityError, transaction

from keyhouse.domain.email_domains import queries, rules
from keyhouse.domain.email_domains.errors import AlreadyClaimed, NotADomainName, PublicDomain
from keyhouse.domain.email_domains.events import DomainAdded
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.organizations.models import Organization
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def claim_email_domain(*, by: Actor, organization: Organization, name: str) -> EmailDomain:
    """Add a domain to the organization's list; it is not verified yet.

    Several organizations may claim the same domain. Raises NotAllowed, NotADomainName, PublicDomain, AlreadyClaimed.
    """
    authorize(by, Permission.DOMAINS_MANAGE, on=facts_of(organization.id))

    folded = rules.folded(name)
    if folded is None:
        raise NotADomainName(name=name.strip()[:253])
    if rules.why_public(folded):
        raise PublicDomain(name=folded)
    if queries.named(organization, folded):
        raise AlreadyClaimed(name=folded)

    try:
        with transaction.atomic():
            domain: EmailDomain = EmailDomain.objects.of(organization).create(
                name=folded, token=secrets.new_handle().text, claimed_at=clock.now()
            )
    except IntegrityError as error:
        raise AlreadyClaimed(name=folded) from error

    record(DomainAdded(domain=folded), by=by, on=domain)
    return domain
