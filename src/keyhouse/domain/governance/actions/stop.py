"""Stop what a sole administrator asked for, by the link in the mail."""

from django.db import transaction

from keyhouse.domain.governance import queries, rules
from keyhouse.domain.governance.events import ApprovalStopped
from keyhouse.domain.governance.models import Approval, ApprovalState
from keyhouse.domain.organizations.rules import Deed
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def stop(*, by: Actor, approval: Approval) -> Approval:
    """Close a request that would be done by itself; whoever holds the link may. Raises NotAllowed, ApprovalClosed."""
    authorize(by, Permission.LINK_USE, on=queries.facts_of_approval(approval))

    approval = queries.locked(approval)
    if broken := queries.why_not_open(approval):
        raise broken

    approval.state, approval.closed_at = ApprovalState.STOPPED, clock.now()
    approval.stop_hash = approval.stop_encrypted = ""
    approval.save()

    about = {"deed": str(Deed(approval.deed).label), "changes": rules.words_of(approval.changes)}
    event = ApprovalStopped(**about, asked_by=approval.asked_by)
    record(event, by=by, on=approval, organization_id=approval.organization_id)
    return approval
