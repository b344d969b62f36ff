"""What groups are: their kinds, and the rules of dynamic ones."""

from keyhouse.domain.groups.models import GroupKind, GroupMember, PersonGroup
from keyhouse.domain.groups.rules.grammar import (
    CHOICES,
    COMPARISONS,
    FIELDS,
    OPERATORS,
    Condition,
    Field,
    Join,
    Nested,
    Operator,
    Rule,
    day,
    read,
)

LONGEST_NAME = 100

__all__ = [
    "CHOICES",
    "COMPARISONS",
    "FIELDS",
    "LONGEST_NAME",
    "OPERATORS",
    "Condition",
    "Field",
    "GroupKind",
    "GroupMember",
    "Join",
    "Nested",
    "Operator",
    "PersonGroup",
    "Rule",
    "day",
    "read",
]
