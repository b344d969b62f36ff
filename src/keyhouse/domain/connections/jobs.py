"""What connections do by themselves."""

import datetime as dt

from keyhouse.domain.connections.models import ProvisioningRequest
from keyhouse.foundation import clock
from keyhouse.foundation.jobs import scheduled

DAYS_KEPT = 30


@scheduled(every=dt.timedelta(hours=6))
def forget_old_requests(*, organization_id: int | None) -> None:
    """Delete the rows of the request log that are older than 30 days."""
    rows = ProvisioningRequest.objects.everywhere(reason="the request log of every organization is kept 30 days")
    rows.filter(at__lt=clock.now() - dt.timedelta(days=DAYS_KEPT)).delete()
