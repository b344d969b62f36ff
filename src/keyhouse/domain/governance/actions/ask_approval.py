"""Ask another administrator to approve a deed."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from keyhouse.domain.governance import queries, rules
from keyhouse.domain.governance.errors import SecondAdminMissing
from keyhouse.domain.governance.events import ApprovalRequested
from keyhouse.domain.governance.models import Approval
from keyhouse.domain.organizations.rules import Deed
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, ActorKind, Permission, authorize, facts_of


@transaction.atomic
def ask_approval(*, by: Actor, deed: str, arguments: Mapping[str, Any], reason: str = "") -> Approval:
    """Write down a deed that needs a second administrator; it lasts 7 days, or 24 hours where nobody else may decide.

    What can't be done at all is refused now. Raises what the deed raises, UnknownDeed, ApprovalNotNeeded,
    AskedAlready, SecondAdminMissing.
    """
    authorize(by, Permission.APPROVAL_ASK, on=facts_of(by.organization_id))

    needed = queries.needed_for(by, deed, arguments)
    if broken := queries.why_not_ask(by, needed):
        raise broken
    now, integration = clock.now(), by.kind is ActorKind.INTEGRATION
    asked = Approval(
        organization_id=needed.organization_id,
        deed=needed.deed,
        arguments=needed.arguments,
        changes=needed.summary,
        reason=reason.strip()[:500],
        person_id=None if integration else by.person_id,
        integration_id=by.id if integration else None,
        integration_name=by.name[:200] if integration else "",
        strength=by.strength,
        relationship_id=by.relationship_id,
        asked_at=now,
        until=now + rules.LASTS,
    )
    is_alone = not queries.deciders(asked)
    if is_alone and not rules.way_of(deed).alone:
        raise SecondAdminMissing()

    if is_alone:
        handle = secrets.new_handle()
        asked.runs_at = now + rules.WAITS_ALONE
        asked.stop_hash, asked.stop_encrypted = handle.hash, secrets.encrypt(rules.STOP_PURPOSE, handle.text)
    asked.save(force_insert=True)
    rules.way_of(deed).asked(by, needed.arguments)

    record(ApprovalRequested(deed=str(Deed(deed).label), changes=rules.words_of(asked.changes)), by=by, on=asked)
    return asked
