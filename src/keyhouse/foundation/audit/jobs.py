"""What the audit log does for itself: sealing, and keeping its index."""

import datetime as dt

from keyhouse.foundation.audit.models import AuditBlock, AuditEvent
from keyhouse.foundation.audit.sealing import BLOCK, seal
from keyhouse.foundation.audit.searching import index_sealed
from keyhouse.foundation.jobs import scheduled


@scheduled(every=dt.timedelta(minutes=1))
def seal_logs(*, organization_id: int | None) -> None:
    """Number the committed events of every organization and close blocks over them, then write them into the index."""
    waiting = AuditEvent.objects.everywhere(reason="one job seals the logs of all organizations").filter(sequence=None)
    for owner in list(waiting.values_list("organization_id", flat=True).distinct()):
        while seal(owner) == BLOCK:
            pass
    sealed = AuditBlock.objects.everywhere(reason="one job writes the indexes of all logs").filter(is_indexed=False)
    for owner in list(sealed.values_list("organization_id", flat=True).distinct()):
        while index_sealed(owner):
            pass
