"""Verify a domain by the code that was mailed to it."""

from django.db import transaction
from django.db.models import F

from keyhouse.domain.email_domains import rules
from keyhouse.domain.email_domains.actions.verify_email_domain import verify_email_domain
from keyhouse.domain.email_domains.errors import WrongDomainCode
from keyhouse.domain.email_domains.events import DomainCheckFailed
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.email_domains.rules import Evidence
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import record
from keyhouse.foundation.errors import Refused
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def verify_email_domain_by_code(*, by: Actor, domain: EmailDomain, code: str) -> EmailDomain | Refused:
    """Make a domain Verified when the code is the one that was mailed to it.

    A code lives 15 minutes and takes 5 tries; a wrong one is remembered: Refused with WrongDomainCode.
    Raises NotAllowed.
    """
    authorize(by, Permission.DOMAINS_MANAGE, on=facts_of(domain.organization_id))

    rows = EmailDomain.objects.of(domain.organization_id)
    domain = rows.select_for_update().get(id=domain.id)
    is_open = bool(domain.code_hash) and domain.code_until is not None and clock.now() < domain.code_until
    is_right = is_open and secrets.same(domain.code_hash, secrets.hash_of(f"{domain.token}:{code}"))
    if is_right and domain.code_tries < rules.CODE_TRIES:
        evidence = Evidence(method="email", texts=(rules.proof_of(domain),))
        return verify_email_domain(by=by, domain=domain, evidence=evidence)

    rows.filter(id=domain.id).update(code_tries=F("code_tries") + 1)
    left = max(rules.CODE_TRIES - domain.code_tries - 1, 0) if is_open else 0

    rule = WrongDomainCode(left=left)
    record(DomainCheckFailed(domain=domain.name, rule=rule.code, found=str(rule)), by=by, on=domain)
    return Refused(rule)
