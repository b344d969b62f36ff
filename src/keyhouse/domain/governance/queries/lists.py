"""The requests that an administrator sees: those that wait for her, those she sent, and those that are closed."""

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from keyhouse.domain.governance.errors import NoSuchApproval
from keyhouse.domain.governance.models import Approval, ApprovalState
from keyhouse.domain.governance.queries.deciding import may_decide
from keyhouse.domain.governance.rules import way_of
from keyhouse.domain.organizations.rules import Deed
from keyhouse.foundation import clock
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.permissions import Actor, ActorKind


def waiting(by: Actor) -> list[Approval]:
    """The requests that wait for this actor, the one that expires first on top."""
    rows = _rows(by).filter(state=ApprovalState.WAITING, until__gt=clock.now(), deed__in=_decidable(by))
    return [one for one in rows.order_by("until", "id") if may_decide(by, one)]


def number_waiting(by: Actor) -> int:
    """How many requests wait for this actor."""
    return len(waiting(by)) if by.kind is ActorKind.PERSON and by.organization_id is not None else 0


def sent(by: Actor) -> list[Approval]:
    """What this actor asked for and what is still open, the newest first."""
    return list(_rows(by).filter(_own(by), state=ApprovalState.WAITING).order_by("-id"))


def closed(by: Actor, *, before: int | None = None, limit: int = 50) -> list[Approval]:
    """The closed requests that this actor asked for or might have decided, the newest first, below the id `before`."""
    rows = _rows(by).exclude(state=ApprovalState.WAITING).filter(_own(by) | Q(deed__in=_decidable(by)))
    if before is not None:
        rows = rows.filter(id__lt=before)
    return list(rows.order_by("-id")[:limit])


def approval(by: Actor, identifier: int | None) -> Approval:
    """One request that this actor asked for, or may or might have decided. Raises NoSuchApproval."""
    found = _rows(by).filter(_own(by) | Q(deed__in=_decidable(by)), id=identifier or 0).first()
    if found is None:
        raise NoSuchApproval()
    return found


def due() -> list[Approval]:
    """What sole administrators asked for and nobody stopped within 24 hours, in all organizations."""
    rows = Approval.objects.everywhere(reason="the clock is the same for every organization")
    return list(rows.filter(state=ApprovalState.WAITING, runs_at__lte=clock.now()).order_by("id"))


def overdue() -> list[Approval]:
    """The requests that nobody decided in time, in all organizations."""
    rows = Approval.objects.everywhere(reason="the clock is the same for every organization")
    return list(rows.filter(state=ApprovalState.WAITING, until__lte=clock.now()).order_by("id"))


def stop_link(handle_hash: str) -> Approval:
    """The waiting request that this link stops. Raises NoSuchApproval."""
    rows = Approval.objects.everywhere(reason="a link is found by its secret, and tells its organization")
    found: Approval | None = (
        rows.select_related("person", "organization")
        .filter(stop_hash=handle_hash, state=ApprovalState.WAITING)
        .exclude(stop_hash="")
        .first()
    )
    if found is None:
        raise NoSuchApproval()
    return found


def _rows(by: Actor) -> "QuerySet[Approval]":
    rows: QuerySet[Approval] = Approval.objects.of(by.organization_id or 0)
    return rows.select_related("person__organization", "decided_by")


def _own(by: Actor) -> Q:
    if by.kind is ActorKind.INTEGRATION:
        return Q(integration_id=by.id)
    return Q(person_id=by.person_id) if by.person_id is not None else Q(pk__in=[])


def _decidable(by: Actor) -> Sequence[str]:
    return [deed.value for deed in Deed if _permission_of(deed) in by.permissions]


def _permission_of(deed: Deed) -> object:
    try:
        return way_of(deed).permission
    except BrokenRule:
        return None
