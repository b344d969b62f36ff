"""Keep a domain that another organization asked for."""

import dataclasses

from django.db import transaction

from keyhouse.domain.domain_ownership import queries
from keyhouse.domain.domain_ownership.errors import ReleaseClosed
from keyhouse.domain.domain_ownership.events import DomainKept
from keyhouse.domain.domain_ownership.models import DomainRelease, ReleaseState
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of, system_actor


@transaction.atomic
def keep_domain(*, by: Actor, release: DomainRelease) -> None:
    """Say no; the asker learns it, and not from whom. Raises NotAllowed, ReleaseClosed."""
    authorize(by, Permission.DOMAINS_MANAGE, on=facts_of(release.partner_organization_id))

    release = queries.locked_release(release)
    if release.state != ReleaseState.ASKED:
        raise ReleaseClosed(name=release.name)

    release.state, release.answered_at = ReleaseState.KEPT, clock.now()
    release.save(update_fields=["state", "answered_at"])

    there = dataclasses.replace(system_actor(release.organization_id), correlation=by.correlation)
    record(DomainKept(domain=release.name), by=by, on=queries.owned_row(release))
    record(DomainKept(domain=release.name), by=there, on=release.domain)
