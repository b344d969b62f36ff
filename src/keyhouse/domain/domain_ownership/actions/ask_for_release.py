"""Ask the owner of a domain to release it."""

import dataclasses

from django.db import IntegrityError, transaction

from keyhouse.domain.domain_ownership import queries, rules
from keyhouse.domain.domain_ownership.errors import AskedForRelease, NothingToRelease, ProveFirst
from keyhouse.domain.domain_ownership.events import ReleaseAsked
from keyhouse.domain.domain_ownership.models import DomainRelease
from keyhouse.domain.email_domains import queries as email_domains
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, ActorKind, Permission, authorize, facts_of


@transaction.atomic
def ask_for_release(*, by: Actor, domain: EmailDomain, words: str = "") -> DomainRelease:
    """Ask the organization that has verified a domain to release it; it learns who asks, and stays unknown itself.

    Only who has shown the right proof within 7 days asks. Raises NotAllowed, NothingToRelease, ProveFirst,
    AskedForRelease.
    """
    authorize(by, Permission.DOMAINS_MANAGE, on=facts_of(domain.organization_id))

    domain = email_domains.locked(domain)
    owner = email_domains.owner_elsewhere(domain)
    if owner is None:
        raise NothingToRelease(name=domain.name)
    if not queries.was_proved_lately(domain, rules.PROOF_COUNTS):
        raise ProveFirst(name=domain.name)
    if queries.was_asked_lately(domain, rules.ASK_AGAIN_AFTER):
        raise AskedForRelease(name=domain.name)

    try:
        with transaction.atomic():
            asked: DomainRelease = DomainRelease.objects.of(domain.organization_id).create(
                partner_organization_id=owner.organization_id, domain=domain, name=domain.name,
                words=words.strip()[:500], asked_by_id=by.person_id, asked_by_email=by.email, asked_at=clock.now(),
            )  # fmt: skip
    except IntegrityError as error:
        raise AskedForRelease(name=domain.name) from error

    ours = domain.organization.name
    there = dataclasses.replace(
        Actor(kind=ActorKind.PARTNER, name=ours, organization_id=owner.organization_id), correlation=by.correlation
    )
    record(ReleaseAsked(domain=domain.name), by=by, on=domain)
    record(ReleaseAsked(domain=domain.name), by=there, on=owner)
    return asked
