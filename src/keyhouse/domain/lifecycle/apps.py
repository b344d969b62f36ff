"""The module lifecycle as a Django app."""

from keyhouse.foundation.modules import Module


class Lifecycle(Module):
    """The processes that cross modules."""

    name = "keyhouse.domain.lifecycle"
    label = "lifecycle"
