"""Close a request that nobody decided in time."""

from django.db import transaction

from keyhouse.domain.governance import queries, rules
from keyhouse.domain.governance.events import ApprovalExpired
from keyhouse.domain.governance.models import Approval, ApprovalState
from keyhouse.domain.organizations.rules import Deed
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def expire(*, by: Actor, approval: Approval) -> bool:
    """Close a request whose 7 days are over; nothing is changed, and who asked is told. Raises NotAllowed."""
    authorize(by, Permission.APPROVAL_END, on=facts_of(approval.organization_id))

    approval = queries.locked(approval)
    if not approval.is_waiting or approval.until > clock.now():
        return False

    approval.state, approval.closed_at = ApprovalState.EXPIRED, clock.now()
    approval.stop_hash = approval.stop_encrypted = ""
    approval.save()
    rules.way_of(approval.deed).ended(by, approval.arguments)

    about = {"deed": str(Deed(approval.deed).label), "changes": rules.words_of(approval.changes)}
    record(ApprovalExpired(**about, asked_by=approval.asked_by), by=by, on=approval)
    return True
