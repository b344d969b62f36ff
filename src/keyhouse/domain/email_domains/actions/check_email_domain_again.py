"""Check a proved domain again, and keep what that says about it."""

from dataclasses import asdict

from django.db import transaction

from keyhouse.domain.email_domains import queries, rules
from keyhouse.domain.email_domains.events import DomainCheckFailed, DomainFailing, DomainLapsed, DomainRecovered
from keyhouse.domain.email_domains.models import DomainState, EmailDomain
from keyhouse.domain.email_domains.rules import Evidence
from keyhouse.foundation import clock
from keyhouse.foundation.audit import Event, record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def check_email_domain_again(*, by: Actor, domain: EmailDomain, evidence: Evidence) -> EmailDomain:
    """Keep what a check of a proved domain found: the proof verifies it again, its absence fails, warns and lapses.

    A failure is repeated after 1, 6 and 24 hours before the domain warns; it lapses 14 days later. One that another
    organization has verified meanwhile stays lapsed. Raises NotAllowed.
    """
    authorize(by, Permission.DOMAINS_MANAGE, on=facts_of(domain.organization_id))

    domain = EmailDomain.objects.of(domain.organization_id).select_for_update().get(id=domain.id)
    before, told, failures = domain.state, domain.told_day, domain.failures
    found = rules.outcome(domain, holds=rules.proves(evidence, domain), now=clock.now())
    if before == DomainState.LAPSED and queries.owner_elsewhere(domain):
        found = rules.outcome(domain, holds=False, now=clock.now())

    for name, value in asdict(found).items():
        setattr(domain, name, value)
    domain.save(update_fields=list(asdict(found)))

    if event := _event(domain, evidence, before, told, failures):
        record(event, by=by, on=domain)
    return domain


def _event(domain: EmailDomain, evidence: Evidence, before: str, told: int | None, failures: int) -> Event | None:
    """What the log says: the first failure, each notice of a warning, the lapse, and the return."""
    if domain.state == DomainState.VERIFIED and not domain.failures:
        is_back = before != DomainState.VERIFIED or failures > 0
        return DomainRecovered(domain=domain.name, method=domain.method) if is_back else None
    if domain.state == DomainState.VERIFIED:
        return _failed(domain, evidence) if domain.failures == 1 else None
    if domain.state == DomainState.LAPSED:
        return DomainLapsed(domain=domain.name) if before != DomainState.LAPSED else None
    if domain.told_day != told:
        days = rules.days_left(domain, clock.now())
        return DomainFailing(domain=domain.name, day=domain.told_day or 0, days=days)
    return None


def _failed(domain: EmailDomain, evidence: Evidence) -> DomainCheckFailed:
    found = evidence.problem or "the proof is gone"
    return DomainCheckFailed(domain=domain.name, rule="domain_proof_not_found", found=found)
