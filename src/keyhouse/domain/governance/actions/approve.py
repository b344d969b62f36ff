"""Approve a deed that another administrator asked for, and do it at once."""

import dataclasses

from django.db import transaction
from django.utils.translation import gettext as _

from keyhouse.domain.governance import queries, rules
from keyhouse.domain.governance.errors import AskerGone
from keyhouse.domain.governance.events import ApprovalGiven, ApprovalWaited
from keyhouse.domain.governance.models import Approval, ApprovalState
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.organizations.rules import Deed
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.permissions import Actor, authorize, facts_of, require_fresh


@transaction.atomic
def approve(*, by: Actor, approval: Approval) -> Approval:
    """Do the deed as who asked for it, with what she may do now, once; if it isn't possible any more, say why.

    The clock approves what a sole administrator asked for when its 24 hours are over. Raises NotAllowed,
    NeedsFreshSignIn, OnlyPeopleDecide, OwnRequest, ApprovalClosed.
    """
    authorize(by, queries.needed_to_decide(by, approval), on=facts_of(approval.organization_id))
    require_fresh(by, within=organizations.fresh_within(approval.organization_id))

    approval = queries.locked(approval)
    if broken := queries.why_not_decide(by, approval):
        raise broken

    refused = _carry_out(approval, by.correlation)
    approval.state = ApprovalState.FAILED if refused else ApprovalState.DONE
    approval.answer = f"{refused} {refused.next_step}".strip()[:600] if refused else ""
    approval.decided_by_id, approval.closed_at = by.person_id, clock.now()
    approval.stop_hash = approval.stop_encrypted = ""
    approval.save()
    if refused:
        rules.way_of(approval.deed).ended(by, approval.arguments)

    event = ApprovalGiven if by.person_id else ApprovalWaited
    outcome = str(_("It couldn't be done: {reason}")).format(reason=refused) if refused else str(_("It was done."))
    about = {"deed": str(Deed(approval.deed).label), "changes": rules.words_of(approval.changes)}
    record(event(**about, asked_by=approval.asked_by, outcome=outcome), by=by, on=approval)
    return approval


def _carry_out(approval: Approval, correlation: str) -> BrokenRule | None:
    """Do the deed, all of it or nothing; the rule that stands in its way now, or None."""
    actor = queries.actor_for(approval)
    if isinstance(actor, AskerGone):
        return actor
    try:
        with transaction.atomic():
            way = rules.way_of(approval.deed)
            way.run(dataclasses.replace(actor, correlation=correlation), approval.arguments)
    except BrokenRule as refused:
        return refused
    return None
