"""Verify a domain by the word of the operator."""

from django.db import IntegrityError, transaction

from keyhouse.domain.email_domains import queries
from keyhouse.domain.email_domains.errors import VerifiedElsewhere
from keyhouse.domain.email_domains.events import DomainVerified
from keyhouse.domain.email_domains.models import DomainState, EmailDomain
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

    domain.state, domain.method = DomainState.VERIFIED, "word"
    domain.verified_at = domain.checked_at = clock.now()
    domain.failing_since = None
    try:
        with transaction.atomic():
            domain.save(update_fields=["state", "method", "verified_at", "checked_at", "failing_since"])
    except IntegrityError as error:
        raise VerifiedElsewhere(name=domain.name) from error

    record(DomainVerified(domain=domain.name, method="word"), by=by, on=domain)
    return domain
