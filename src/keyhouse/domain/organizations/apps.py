"""The module organizations as a Django app."""

from keyhouse.foundation.modules import Module


class Organizations(Module):
    """The organization and its settings."""

    name = "keyhouse.domain.organizations"
    label = "organizations"
