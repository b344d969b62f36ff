"""Verify a domain by the proof that was found at it."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from keyhouse.domain.email_domains import queries, rules
from keyhouse.domain.email_domains.errors import ProofNotFound, VerifiedElsewhere
from keyhouse.domain.email_domains.events import DomainCheckFailed, DomainLost, DomainVerified, DomainWanted
from keyhouse.domain.email_domains.models import DomainState, EmailDomain
from keyhouse.domain.email_domains.rules import Evidence
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.errors import Refused
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of

PROVED = ["state", "method", "verified_at", "checked_at", "failing_since", "code_hash", "code_encrypted"]


@transaction.atomic
def verify_email_domain(*, by: Actor, domain: EmailDomain, evidence: Evidence) -> EmailDomain | Refused:
    """Make a domain Verified when the evidence holds its proof and no other organization has verified it.

    A check that fails is remembered: Refused with ProofNotFound or VerifiedElsewhere. Raises NotAllowed.
    """
    authorize(by, Permission.DOMAINS_MANAGE, on=facts_of(domain.organization_id))

    if not rules.proves(evidence, domain):
        found = evidence.problem or _("none of {count} texts is the right one").format(count=len(evidence.texts))
        return _remembered(by, domain, ProofNotFound(name=domain.name, found=found), evidence.method)
    if owner := queries.owner_elsewhere(domain):
        record(DomainWanted(domain=domain.name), by=by, on=owner, organization_id=owner.organization_id)
        return _remembered(by, domain, VerifiedElsewhere(name=domain.name), evidence.method)

    domain.state, domain.method = DomainState.VERIFIED, evidence.method
    domain.verified_at = domain.checked_at = clock.now()
    domain.failing_since = None
    domain.code_hash = domain.code_encrypted = ""
    try:
        with transaction.atomic():
            domain.save(update_fields=PROVED)
    except IntegrityError:  # somebody else proved it in this moment
        domain.refresh_from_db(from_queryset=EmailDomain.objects.of(domain.organization_id))
        return _remembered(by, domain, VerifiedElsewhere(name=domain.name), evidence.method)
    for lapsed in queries.lapsed_elsewhere(domain):
        EmailDomain.objects.of(lapsed.organization_id).filter(id=lapsed.id).update(state=DomainState.CLAIMED)
        record(DomainLost(domain=domain.name), by=by, on=lapsed, organization_id=lapsed.organization_id)

    record(DomainVerified(domain=domain.name, method=evidence.method), by=by, on=domain)
    return domain


def _remembered(by: Actor, domain: EmailDomain, rule: ProofNotFound | VerifiedElsewhere, method_tried: str) -> Refused:
    method = method_tried if domain.state == DomainState.CLAIMED else domain.method
    rows = EmailDomain.objects.of(domain.organization_id).filter(id=domain.id)
    rows.update(checked_at=clock.now(), method=method)
    record(DomainCheckFailed(domain=domain.name, rule=rule.code, found=str(rule)), by=by, on=domain)
    return Refused(rule)
