"""Who may decide about a request."""

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.governance.errors import ApprovalClosed, NoSuchApproval, OnlyPeopleDecide, OwnRequest
from keyhouse.domain.governance.models import Approval, ApprovalState
from keyhouse.domain.governance.rules import way_of
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.foundation import clock
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.permissions import Actor, ActorKind, Facts, Permission


def locked(approval: Approval) -> Approval:
    """A request read anew with its row locked, so that of two deciders one is first. Raises NoSuchApproval."""
    rows = Approval.objects.of(approval.organization_id).select_for_update(of=("self",))
    found: Approval | None = rows.select_related("person__organization").filter(id=approval.id).first()
    if found is None:
        raise NoSuchApproval()
    return found


def needed_to_decide(by: Actor, approval: Approval) -> Permission:
    """The permission that deciding about this request takes; the clock has one of its own."""
    return Permission.APPROVAL_END if by.kind is ActorKind.SYSTEM else way_of(approval.deed).permission


def facts_of_approval(approval: Approval) -> Facts:
    """What permissions about a request are decided on: who asked, and the link that stops it."""
    return Facts(organization_id=approval.organization_id, person_id=approval.person_id, link=approval.stop_hash or "")


def why_not_decide(by: Actor, approval: Approval) -> BrokenRule | None:
    """Why this actor can't decide about this request, whatever permission she holds."""
    if by.kind is ActorKind.SYSTEM and (approval.runs_at is None or approval.runs_at > clock.now()):
        return OnlyPeopleDecide()
    if by.kind is ActorKind.SYSTEM:
        return why_not_open(approval)
    if by.kind is not ActorKind.PERSON:
        return OnlyPeopleDecide()
    if by.person_id == approval.person_id or by.person_id in _gaining(approval):
        return OwnRequest()
    return why_not_open(approval)


def why_not_open(approval: Approval) -> ApprovalClosed | None:
    """Why nothing can be decided any more: somebody was first, or the time has passed."""
    over = approval.is_waiting and approval.until <= clock.now()
    state = ApprovalState.EXPIRED if over else approval.state
    return ApprovalClosed(state=state) if over or not approval.is_waiting else None


def may_decide(by: Actor, approval: Approval) -> bool:
    """Whether the request waits for this actor among others."""
    return way_of(approval.deed).permission in by.permissions and why_not_decide(by, approval) is None


def deciders(approval: Approval) -> list[Person]:
    """The active people who may decide about a request: all but who asked and who gains by it."""
    needed = way_of(approval.deed).permission
    left_out = {approval.person_id, *_gaining(approval)}
    people = administration.people_with(approval.organization_id, needed)
    return [one for one in people if one.state == PersonState.ACTIVE and one.id not in left_out]


def _gaining(approval: Approval) -> frozenset[int]:
    return way_of(approval.deed).gains(approval.organization_id, approval.arguments)
