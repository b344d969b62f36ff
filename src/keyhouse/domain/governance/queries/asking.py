"""What a deed would need, and as whom it is done later."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from keyhouse.domain.governance.errors import ApprovalNotNeeded, AskedAlready, AskerGone
from keyhouse.domain.governance.models import Approval, ApprovalState
from keyhouse.domain.governance.rules import way_of
from keyhouse.domain.organizations.errors import NeedsApproval
from keyhouse.domain.organizations.rules import Deed
from keyhouse.domain.sign_in import queries as sign_in
from keyhouse.domain.sign_in.rules import why_not_usable
from keyhouse.foundation.permissions import Actor, ActorKind, Strength


def needed_for(by: Actor, deed: str, arguments: Mapping[str, Any]) -> NeedsApproval:
    """What the deed says it needs when this actor tries it now; nothing is changed by the trial.

    Raises what the deed raises when it isn't possible at all, UnknownDeed, ApprovalNotNeeded.
    """
    way = way_of(deed)
    try:
        with transaction.atomic():
            way.run(dataclasses.replace(by, approved=""), arguments)
            raise ApprovalNotNeeded(deed=Deed(deed).label)
    except NeedsApproval as needed:
        return needed


def why_not_ask(by: Actor, needed: NeedsApproval) -> AskedAlready | None:
    """Why the same can't be asked again: it waits already."""
    rows = Approval.objects.of(by.organization_id).select_related("person")
    same = rows.filter(state=ApprovalState.WAITING, deed=needed.deed, arguments=needed.arguments).first()
    return AskedAlready(name=same.asked_by) if same else None


def actor_for(approval: Approval) -> Actor | AskerGone:
    """The actor of who asked, made anew: what she may do now, for this deed alone; or why she can't act any more."""
    bare = Actor(
        kind=ActorKind.PERSON if approval.integration_id is None else ActorKind.INTEGRATION,
        id=approval.integration_id or approval.person_id,
        name=approval.asked_by,
        organization_id=approval.organization_id,
        strength=Strength(approval.strength),
        approved=approval.deed,
        relationship_id=approval.relationship_id,
    )
    if approval.integration_id is None:
        person = approval.person
        if person is None or why_not_usable(person, person.organization) is not None:
            return AskerGone(name=approval.asked_by)
        bare = dataclasses.replace(
            bare, person_id=person.id, email=person.email_folded, home_organization_id=person.organization_id
        )
    return dataclasses.replace(bare, permissions=sign_in.permissions_now(bare))
