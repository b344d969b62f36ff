"""Check a proved domain again, and keep what that says about it."""

from django.db import transaction

from keyhouse.domain.email_domains import queries, rules
from keyhouse.domain.email_domains.events import DomainCheckFailed, DomainLapsed, DomainVerified
from keyhouse.domain.email_domains.models import DomainState, EmailDomain
from keyhouse.domain.email_domains.rules import Evidence
from keyhouse.foundation import clock
from keyhouse.foundation.audit import Event, record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def check_email_domain_again(*, by: Actor, domain: EmailDomain, evidence: Evidence) -> EmailDomain:
    """Let a domain whose proof is gone fail, after a day, and lapse after 14; a proof that is back verifies it again.

    A domain that another organization has verified meanwhile stays lapsed. Raises NotAllowed.
    """
    authorize(by, Permission.DOMAINS_MANAGE, on=facts_of(domain.organization_id))

    domain = EmailDomain.objects.of(domain.organization_id).select_for_update().get(id=domain.id)
    now, before, holds = clock.now(), domain.state, rules.proves(evidence, domain)
    state = rules.state_after_check(domain, holds=holds, now=now)
    if before == DomainState.LAPSED and queries.owner_elsewhere(domain):
        state = DomainState.LAPSED

    domain.state, domain.checked_at = state, now
    domain.failing_since = None if holds else domain.failing_since or now
    domain.save(update_fields=["state", "checked_at", "failing_since"])

    if state != before:
        record(_event(domain, evidence), by=by, on=domain)
    return domain


def _event(domain: EmailDomain, evidence: Evidence) -> Event:
    if domain.state == DomainState.VERIFIED:
        return DomainVerified(domain=domain.name, method=evidence.method)
    if domain.state == DomainState.LAPSED:
        return DomainLapsed(domain=domain.name)
    found = evidence.problem or "the proof is gone"
    return DomainCheckFailed(domain=domain.name, rule="domain_proof_not_found", found=found)
