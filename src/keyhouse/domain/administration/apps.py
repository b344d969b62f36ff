"""The module administration as a Django app."""

from keyhouse.foundation.modules import Module


class Administration(Module):
    """Admin roles, who holds them, external relationships."""

    name = "keyhouse.domain.administration"
    label = "administration"
