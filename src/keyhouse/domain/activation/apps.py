"""The module activation as a Django app."""

from keyhouse.foundation.modules import Module


class Activation(Module):
    """Activating a work account, making a personal login."""

    name = "keyhouse.domain.activation"
    label = "activation"
