"""Take back an ask for the release of a domain."""

from django.db import transaction

from keyhouse.domain.domain_ownership import queries
from keyhouse.domain.domain_ownership.errors import ReleaseClosed
from keyhouse.domain.domain_ownership.events import ReleaseWithdrawn
from keyhouse.domain.domain_ownership.models import DomainRelease, ReleaseState
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def withdraw_release(*, by: Actor, release: DomainRelease) -> None:
    """Ask no longer; the owner's list loses it. Raises NotAllowed, ReleaseClosed."""
    authorize(by, Permission.DOMAINS_MANAGE, on=facts_of(release.organization_id))

    release = queries.locked_release(release)
    if release.state != ReleaseState.ASKED:
        raise ReleaseClosed(name=release.name)

    release.state, release.answered_at = ReleaseState.WITHDRAWN, clock.now()
    release.save(update_fields=["state", "answered_at"])

    record(ReleaseWithdrawn(domain=release.name), by=by, on=release.domain)
