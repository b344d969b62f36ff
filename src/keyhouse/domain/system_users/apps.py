"""The module system_users as a Django app."""

from keyhouse.foundation.modules import Module


class SystemUsers(Module):
    """The portfolio's own software and its tokens."""

    name = "keyhouse.domain.system_users"
    label = "system_users"
