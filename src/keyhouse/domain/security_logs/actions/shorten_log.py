"""Remove the lines of a security log whose retention has ended, some thousand at a time."""

from django.db import transaction

from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.security_logs import queries
from keyhouse.domain.security_logs.errors import UnderLegalHold
from keyhouse.domain.security_logs.events import LogShortened
from keyhouse.foundation.audit import record, shortening
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def shorten_log(*, by: Actor, organization: Organization) -> int:
    """Remove the oldest sealed blocks whose lines are all older than the retention; answers how many lines went.

    The chain goes on from the hash of the last block that was removed. Raises NotAllowed, UnderLegalHold.
    """
    authorize(by, Permission.LOGS_MANAGE, on=facts_of(organization.id))

    organization = organizations.locked(organization.id)
    before = queries.retention_ends(organization.id)
    if before is None:
        raise UnderLegalHold(organization=organization.name)

    removed = shortening.shorten(organization.id, before)
    if removed is None:
        return 0

    months = organizations.security_settings(organization.id).log_retention_months
    event = LogShortened(
        count=removed.events,
        months=months,
        until=removed.until.isoformat(),
        block=removed.block,
        hash=removed.hash,
    )
    record(event, by=by, on=organization)
    return removed.events
