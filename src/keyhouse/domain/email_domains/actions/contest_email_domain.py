"""Remember that a domain was proved here although another organization has verified it: a step of verifying."""

import dataclasses
import datetime as dt

from django.db import transaction

from keyhouse.domain.email_domains import queries
from keyhouse.domain.email_domains.errors import VerifiedElsewhere
from keyhouse.domain.email_domains.events import DomainCheckFailed, DomainWanted
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.errors import Refused
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of, system_actor

TOLD_AT_MOST_EVERY = dt.timedelta(days=1)


@transaction.atomic
def contest_email_domain(*, by: Actor, domain: EmailDomain, method: str) -> Refused:
    """Keep when and how the right proof was shown, tell the owner, and stop looking; its release can be asked for.

    The owner learns that somebody tried, at most once a day, and not who; nobody learns who the owner is.
    Raises NotAllowed.
    """
    authorize(by, Permission.DOMAINS_MANAGE, on=facts_of(domain.organization_id))

    now, owner = clock.now(), queries.owner_elsewhere(domain)
    told = domain.contested_at is not None and now - domain.contested_at < TOLD_AT_MOST_EVERY

    domain.checked_at = domain.contested_at = now
    domain.contested_method, domain.awaited_since = method, None
    domain.next_check_at = None if not domain.is_verified else domain.next_check_at
    domain.save()

    rule = VerifiedElsewhere(name=domain.name)
    record(DomainCheckFailed(domain=domain.name, rule=rule.code, found=str(rule)), by=by, on=domain)
    if owner is not None and not told:
        there = dataclasses.replace(system_actor(owner.organization_id), correlation=by.correlation)
        record(DomainWanted(domain=domain.name), by=there, on=owner)
    return Refused(rule)
