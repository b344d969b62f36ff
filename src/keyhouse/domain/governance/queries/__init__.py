"""Questions about approvals, one file per subject."""

from keyhouse.domain.governance.models import Approval
from keyhouse.domain.governance.queries.asking import actor_for, needed_for, why_not_ask
from keyhouse.domain.governance.queries.deciding import (
    deciders,
    facts_of_approval,
    locked,
    may_decide,
    needed_to_decide,
    why_not_decide,
    why_not_open,
)
from keyhouse.domain.governance.queries.lists import (
    approval,
    closed,
    due,
    number_waiting,
    overdue,
    sent,
    stop_link,
    waiting,
)

__all__ = [
    "Approval",
    "actor_for",
    "approval",
    "closed",
    "deciders",
    "due",
    "facts_of_approval",
    "locked",
    "may_decide",
    "needed_for",
    "needed_to_decide",
    "number_waiting",
    "overdue",
    "sent",
    "stop_link",
    "waiting",
    "why_not_ask",
    "why_not_decide",
    "why_not_open",
]
