"""Renew the email proof of a domain by the link that was mailed to it."""

from django.db import IntegrityError, transaction

from keyhouse.domain.email_domains import queries, rules
from keyhouse.domain.email_domains.errors import VerifiedElsewhere
from keyhouse.domain.email_domains.events import DomainRecovered
from keyhouse.domain.email_domains.models import DomainLink, EmailDomain
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def renew_email_domain(*, by: Actor, link: DomainLink) -> EmailDomain:
    """Take a used link for the proof that the organization still controls the domain; it counts for 180 days.

    Raises NotAllowed, DomainLinkOver, VerifiedElsewhere.
    """
    authorize(by, Permission.LINK_USE, on=queries.facts_of_link(link))

    domain = queries.locked(link.domain)
    queries.ensure_good(link)
    if queries.owner_elsewhere(domain):
        raise VerifiedElsewhere(name=domain.name)

    for name, value in rules.verified("email", clock.now()).items():
        setattr(domain, name, value)
    try:
        with transaction.atomic():
            domain.save()
    except IntegrityError as error:
        raise VerifiedElsewhere(name=domain.name) from error
    DomainLink.objects.of(link.organization_id).filter(id=link.id).update(used_at=clock.now(), handle_encrypted="")

    record(DomainRecovered(domain=domain.name, method="email"), by=by, on=domain)
    return domain
