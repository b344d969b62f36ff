"""All that can be asked about who may be in a group, and what follows from it."""

from keyhouse.domain.group_membership.queries.allowed import (
    check_admins,
    check_fresh,
    facts_for,
    keeping_admins,
    why_not_by_hand,
    why_not_join,
    why_not_leave,
    why_not_name,
    why_not_rule,
    why_not_until,
)
from keyhouse.domain.group_membership.queries.timely import between, not_settled_today, overdue, said, settling, slices

__all__ = [
    "between",
    "check_admins",
    "check_fresh",
    "facts_for",
    "keeping_admins",
    "not_settled_today",
    "overdue",
    "said",
    "settling",
    "slices",
    "why_not_by_hand",
    "why_not_join",
    "why_not_leave",
    "why_not_name",
    "why_not_rule",
    "why_not_until",
]
