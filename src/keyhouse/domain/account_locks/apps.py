"""The module account_locks as a Django app."""

from keyhouse.foundation.modules import Module


class AccountLocks(Module):
    """Accounts that the system locked: why, who may unlock them, and how."""

    name = "keyhouse.domain.account_locks"
    label = "account_locks"
