"""Verify a domain by the proof that was found at it."""

import dataclasses

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from keyhouse.domain.email_domains import queries, rules
from keyhouse.domain.email_domains.actions.contest_email_domain import contest_email_domain
from keyhouse.domain.email_domains.errors import ProofNotFound
from keyhouse.domain.email_domains.events import DomainCheckFailed, DomainLost, DomainVerified
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.email_domains.rules import Evidence
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.errors import Refused
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of, system_actor


@transaction.atomic
def verify_email_domain(
    *, by: Actor, domain: EmailDomain, evidence: Evidence, include_subdomains: bool | None = None
) -> EmailDomain | Refused:
    """Make a domain Verified when the evidence holds its proof and no other organization has verified it.

    A lapsed copy elsewhere loses to it at once. `include_subdomains` counts for a TXT record alone. A check that fails
    is remembered: Refused with ProofNotFound or VerifiedElsewhere. Raises NotAllowed.
    """
    authorize(by, Permission.DOMAINS_MANAGE, on=facts_of(domain.organization_id))

    domain = queries.locked(domain)
    wanted = domain.include_subdomains if include_subdomains is None else include_subdomains
    domain.include_subdomains = wanted and evidence.method == "dns"
    if not rules.proves(evidence, domain):
        return _not_found(by, domain, evidence)
    if queries.owner_elsewhere(domain):
        return contest_email_domain(by=by, domain=domain, method=evidence.method)

    now = clock.now()
    try:
        with transaction.atomic():
            for name, value in {**rules.verified(evidence.method, now), "verified_at": now}.items():
                setattr(domain, name, value)
            domain.save()
    except IntegrityError:  # somebody else proved it in this moment
        return contest_email_domain(by=by, domain=queries.again(domain), method=evidence.method)
    for lapsed in queries.lapsed_elsewhere(domain):
        EmailDomain.objects.of(lapsed.organization_id).filter(id=lapsed.id).update(**rules.lost())
        there = dataclasses.replace(system_actor(lapsed.organization_id), correlation=by.correlation)
        record(DomainLost(domain=domain.name), by=there, on=lapsed)

    record(DomainVerified(domain=domain.name, method=evidence.method), by=by, on=domain)
    return domain


def _not_found(by: Actor, domain: EmailDomain, evidence: Evidence) -> Refused:
    """Remember a proof that wasn't found; a record that isn't there yet is looked for by itself from now on."""
    found = evidence.problem or _("none of {count} texts is the right one").format(count=len(evidence.texts))
    domain.checked_at = clock.now()
    if evidence.method == "dns" and domain.proved_at is None and not rules.awaits_record(domain, clock.now()):
        domain.awaited_since = clock.now()
    if domain.proved_at is None:
        domain.method, domain.next_check_at = evidence.method, rules.next_look(domain, clock.now())
    domain.save(update_fields=["checked_at", "method", "awaited_since", "next_check_at", "include_subdomains"])
    rule = ProofNotFound(name=domain.name, found=found)
    record(DomainCheckFailed(domain=domain.name, rule=rule.code, found=str(rule)), by=by, on=domain)
    return Refused(rule)
