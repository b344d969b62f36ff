"""What the audit log does for itself: sealing."""

import datetime as dt

from keyhouse.foundation.audit.models import AuditEvent
from keyhouse.foundation.audit.sealing import BLOCK, seal
from keyhouse.foundation.jobs import scheduled


@scheduled(every=dt.timedelta(minutes=1))
def seal_logs(*, organization_id: int | None) -> None:
    """Number the committed events of every organization and close blocks over them."""
    waiting = AuditEvent.objects.everywhere(reason="one job seals the logs of all organizations").filter(sequence=None)
    for owner in waiting.values_list("organization_id", flat=True).distinct():
        while seal(owner) == BLOCK:
            pass
