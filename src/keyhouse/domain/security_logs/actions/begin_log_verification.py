"""Begin to verify the security log: its chain is walked from the beginning."""

from django.db import transaction

from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.security_logs import queries
from keyhouse.domain.security_logs.events import LogVerificationBegun
from keyhouse.domain.security_logs.models import LogVerification
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def begin_log_verification(*, by: Actor, organization: Organization) -> LogVerification:
    """Write down that the chain is to be walked; who asked runs it, or a job does. Raises NotAllowed."""
    authorize(by, Permission.LOGS_VIEW, on=facts_of(organization.id))

    total = queries.extent(organization.id).kept
    begun: LogVerification = LogVerification.objects.of(organization).create(
        begun_by_id=by.person_id, begun_by=by.name, begun_at=clock.now(), total=total
    )

    record(LogVerificationBegun(lines=total), by=by, on=organization)
    return begun
