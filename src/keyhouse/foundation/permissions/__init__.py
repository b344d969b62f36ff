"""Who may do what in Keyhouse: one enum, one table, a few pure predicates over the actor and the facts."""

from keyhouse.foundation.permissions.actors import (
    Actor,
    ActorKind,
    Strength,
    operator_actor,
    system_actor,
    visitor,
)
from keyhouse.foundation.permissions.facts import Facts, facts_of
from keyhouse.foundation.permissions.freshness import NeedsFreshSignIn, is_fresh, require_fresh
from keyhouse.foundation.permissions.names import Permission
from keyhouse.foundation.permissions.table import TABLE, allows, authorize

__all__ = [
    "TABLE",
    "Actor",
    "ActorKind",
    "Facts",
    "NeedsFreshSignIn",
    "Permission",
    "Strength",
    "allows",
    "authorize",
    "facts_of",
    "is_fresh",
    "operator_actor",
    "require_fresh",
    "system_actor",
    "visitor",
]
