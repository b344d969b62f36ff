"""The module groups as a Django app."""

from keyhouse.foundation.modules import Module


class Groups(Module):
    """Static, dynamic and provisioned groups."""

    name = "keyhouse.domain.groups"
    label = "groups"
