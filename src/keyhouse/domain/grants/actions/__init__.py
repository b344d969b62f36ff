"""What can be done to grants."""

from keyhouse.domain.grants.actions.assign_assets import assign_assets
from keyhouse.domain.grants.actions.end_grants import end_grants
from keyhouse.domain.grants.actions.end_grants_on import end_grants_on
from keyhouse.domain.grants.actions.erase_grants import erase_grants
from keyhouse.domain.grants.actions.follow_preset import follow_preset
from keyhouse.domain.grants.actions.keep_promises import keep_promises
from keyhouse.domain.grants.actions.promise_grants import promise_grants
from keyhouse.domain.grants.actions.unassign_assets import unassign_assets
from keyhouse.domain.grants.actions.withdraw_promises import withdraw_promises

__all__ = [
    "assign_assets",
    "end_grants",
    "end_grants_on",
    "erase_grants",
    "follow_preset",
    "keep_promises",
    "promise_grants",
    "unassign_assets",
    "withdraw_promises",
]
