"""End a verification of the security log with what was found."""

from django.db import transaction

from keyhouse.domain.security_logs.events import LogFoundBroken, LogVerified
from keyhouse.domain.security_logs.models import LogVerification
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.audit.verifying import Verdict
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def end_log_verification(*, by: Actor, verification: LogVerification, verdict: Verdict) -> None:
    """Keep what a walk along the chain found; a broken chain is told to others. Raises NotAllowed."""
    authorize(by, Permission.LOGS_VIEW, on=facts_of(verification.organization_id))

    broken = verdict.broken
    changes = {"ended_at": clock.now(), "events": verdict.events, "blocks": verdict.blocks, "head": verdict.head}
    if broken is not None:
        changes |= {"fault": broken.fault.value, "block": broken.block}
        changes |= {"sequence": broken.sequence, "event_id": broken.event_id}
    waiting = LogVerification.objects.of(verification.organization_id).filter(id=verification.id, ended_at=None)
    if not waiting.update(**changes):
        return

    if broken is None:
        event = LogVerified(count=verdict.events, block=verdict.blocks, head=verdict.head)
        record(event, by=by, organization_id=verification.organization_id)
    else:
        line = str(broken.sequence or "–")
        found = LogFoundBroken(block=broken.block, line=line, fault=broken.reason)
        record(found, by=by, organization_id=verification.organization_id)
