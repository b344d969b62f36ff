"""The module recovery as a Django app."""

from keyhouse.foundation.modules import Module


class Recovery(Module):
    """Reset links and one-time links."""

    name = "keyhouse.domain.recovery"
    label = "recovery"
