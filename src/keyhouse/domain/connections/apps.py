"""The module connections as a Django app."""

from keyhouse.foundation.modules import Module


class Connections(Module):
    """Identity providers: sign-on, provisioning, integrations."""

    name = "keyhouse.domain.connections"
    label = "connections"
