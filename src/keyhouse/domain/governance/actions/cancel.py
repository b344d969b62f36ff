"""Take a request for approval back."""

from django.db import transaction

from keyhouse.domain.governance import queries, rules
from keyhouse.domain.governance.events import ApprovalCanceled
from keyhouse.domain.governance.models import Approval, ApprovalState
from keyhouse.domain.organizations.rules import Deed
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def cancel(*, by: Actor, approval: Approval) -> Approval:
    """Close one's own request before it is decided; nothing is changed. Raises NotAllowed, ApprovalClosed."""
    authorize(by, Permission.APPROVAL_CANCEL, on=queries.facts_of_approval(approval))

    approval = queries.locked(approval)
    if broken := queries.why_not_open(approval):
        raise broken

    approval.state, approval.closed_at = ApprovalState.CANCELED, clock.now()
    approval.stop_hash = approval.stop_encrypted = ""
    approval.save()
    rules.way_of(approval.deed).ended(by, approval.arguments)

    about = {"deed": str(Deed(approval.deed).label), "changes": rules.words_of(approval.changes)}
    record(ApprovalCanceled(**about), by=by, on=approval)
    return approval
