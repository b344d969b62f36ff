"""Verify a domain by the word of the operator."""

from django.db import IntegrityError, transaction

from keyhouse.domain.email_domains import queries, rules
from keyhouse.domain.email_domains.errors import VerifiedElsewhere
from keyhouse.domain.email_domains.events import DomainVerified
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def verify_email_domain_by_word(*, by: Actor, domain: EmailDomain) -> EmailDomain:
    """Make a domain Verified because the operator of the server says so; the log tells it.

    Raises NotAllowed, VerifiedElsewhere.
    """
    authorize(by, Permission.DOMAIN_VERIFY_BY_WORD, on=facts_of(domain.organization_id))

    if queries.owner_elsewhere(domain):
        raise VerifiedElsewhere(name=domain.name)

    now = clock.now()
    for name, value in {**rules.verified("word", now), "verified_at": now}.items():
        setattr(domain, name, value)
    try:
        with transaction.atomic():
            domain.save()
    except IntegrityError as error:
        raise VerifiedElsewhere(name=domain.name) from error

    record(DomainVerified(domain=domain.name, method="word"), by=by, on=domain)
    return domain
