"""Decline a deed that another administrator asked for."""

from django.db import transaction

from keyhouse.domain.governance import queries, rules
from keyhouse.domain.governance.errors import DeclineNeedsReason
from keyhouse.domain.governance.events import ApprovalDeclined
from keyhouse.domain.governance.models import Approval, ApprovalState
from keyhouse.domain.organizations.rules import Deed
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, authorize, facts_of


@transaction.atomic
def decline(*, by: Actor, approval: Approval, reason: str) -> Approval:
    """Close a request without doing the deed; who asked is told the reason.

    Raises NotAllowed, OnlyPeopleDecide, OwnRequest, ApprovalClosed, DeclineNeedsReason.
    """
    authorize(by, queries.needed_to_decide(by, approval), on=facts_of(approval.organization_id))

    approval = queries.locked(approval)
    if broken := queries.why_not_decide(by, approval):
        raise broken
    if not reason.strip():
        raise DeclineNeedsReason()

    approval.state, approval.answer = ApprovalState.DECLINED, reason.strip()[:500]
    approval.decided_by_id, approval.closed_at = by.person_id, clock.now()
    approval.stop_hash = approval.stop_encrypted = ""
    approval.save()
    rules.way_of(approval.deed).ended(by, approval.arguments)

    about = {"deed": str(Deed(approval.deed).label), "changes": rules.words_of(approval.changes)}
    record(ApprovalDeclined(**about, asked_by=approval.asked_by, reason=approval.answer), by=by, on=approval)
    return approval
