"""Release a domain to the organization that asked for it."""

import dataclasses

from django.db import transaction

from keyhouse.domain.connections.models import RoutedDomain
from keyhouse.domain.domain_ownership import queries, rules
from keyhouse.domain.domain_ownership.errors import ReleaseClosed
from keyhouse.domain.domain_ownership.events import DomainReleased
from keyhouse.domain.domain_ownership.models import DomainRelease, ReleaseState
from keyhouse.domain.email_domains import queries as email_domains
from keyhouse.domain.email_domains import rules as proofs
from keyhouse.domain.email_domains.errors import DomainIsRouted
from keyhouse.domain.email_domains.events import DomainVerified
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of, system_actor


@transaction.atomic
def release_domain(*, by: Actor, release: DomainRelease) -> bool:
    """Give a domain up: here it is not verified any more, and the asker's proof of the last 7 days verifies it there.

    Answers whether it is verified there now; an older proof must be shown once more. Raises NotAllowed, ReleaseClosed,
    DomainIsRouted while a connection routes it.
    """
    authorize(by, Permission.DOMAINS_MANAGE, on=facts_of(release.partner_organization_id))

    release, now = queries.locked_release(release), clock.now()
    owned = queries.owned_row(release)
    if release.state != ReleaseState.ASKED or owned is None or not owned.is_verified:
        raise ReleaseClosed(name=release.name)
    if RoutedDomain.objects.of(owned.organization_id).filter(domain=owned).exists():
        raise DomainIsRouted(name=owned.name)

    EmailDomain.objects.of(owned.organization_id).filter(id=owned.id).update(**proofs.lost(), include_subdomains=False)
    theirs = email_domains.locked(release.domain)
    moves = queries.was_proved_lately(theirs, rules.PROOF_COUNTS)
    if moves:
        columns = {**proofs.verified(theirs.contested_method, now), "verified_at": now}
        EmailDomain.objects.of(theirs.organization_id).filter(id=theirs.id).update(**columns)
    release.state, release.answered_at = ReleaseState.RELEASED, now
    release.save(update_fields=["state", "answered_at"])

    there = dataclasses.replace(system_actor(theirs.organization_id), correlation=by.correlation)
    record(DomainReleased(domain=owned.name, verified=moves), by=by, on=owned)
    record(DomainReleased(domain=owned.name, verified=moves), by=there, on=theirs)
    if moves:
        record(DomainVerified(domain=theirs.name, method=theirs.contested_method), by=there, on=theirs)
    return moves
